/** The case folder's own files, from the disk. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { FORMATS } from '../formats/list.ts';
import { TEMPLATES } from '../formats/templates/list.ts';
import { endOfDay } from '../reconcile/days.ts';
import { CaseError } from './error.ts';
import { readDecisionFiles } from './files/decisions/read.ts';
import {
  type CaseFiles,
  DECISIONS_FILE,
  type DecisionsFile,
  formatMistake,
  isDecisionsFile,
  loadCaseFiles,
  parseDay,
  REPLIES_FILE,
} from './files/index.ts';

/** The case files, and what they follow from. */
export interface ReadCase {
  readonly files: CaseFiles;
  /** Text of each file that a build depends on, by name; null where there is none. */
  readonly texts: ReadonlyMap<string, string | null>;
}

/**
 * Reads and checks the files of a case.
 * @param folder the case folder
 * @throws CaseError when there is no case, or its files have mistakes: all of them, each with its line
 */
export function readCase(folder: string): ReadCase {
  const texts = new Map<string, string | null>();
  const read = (name: string): string | null => {
    const path = join(folder, name);
    const text = existsSync(path) ? readFileSync(path, 'utf8') : null;
    if (name !== REPLIES_FILE) texts.set(name, text);
    return text;
  };
  const context = {
    templates: TEMPLATES.map(({ name }) => name),
    formats: FORMATS.map(({ name }) => name),
    decisions: existsSync(folder) ? decisionFiles(folder).filter((name) => name !== DECISIONS_FILE) : [],
  };
  const { files, mistakes } = loadCaseFiles(read, context);
  if (mistakes.length > 0) throw new CaseError(mistakes.map(formatMistake).join('\n'));
  return { files, texts };
}

function decisionFiles(folder: string): string[] {
  return readdirSync(folder).filter(isDecisionsFile);
}

/** The decisions of a case as they are now, without its other files: they may be appended to while the case is open. */
export function readDecisionsNow(folder: string): DecisionsFile {
  const texts = decisionFiles(folder)
    .sort()
    .map((file) => ({ file, text: readFileSync(join(folder, file), 'utf8') }));
  return readDecisionFiles(texts);
}

/** The case's "now" as an instant, epoch seconds UTC: a day counts to its end in the case's zone. */
export function asOfInstant(files: CaseFiles): number {
  const span = parseDay(files.case.asOf);
  if (span === null) throw new CaseError(`case.yaml: asOf is no day: ${files.case.asOf}`);
  return span.instant ?? endOfDay(files.case.zone, span.last);
}

/** Where a source of case.yaml lies. */
export function sourcePath(folder: string, path: string): string {
  return isAbsolute(path) ? path : join(folder, path);
}
