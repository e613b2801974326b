/** Reads the case folder's own files: all of them, with all their mistakes at once. */
import type * as z from 'zod';
import { type DecisionsFile, readDecisionFiles } from './decisions/read.ts';
import { compareMistakes, type Mistake } from './mistake.ts';
import { intervalMistakes } from './read/intervals.ts';
import { checked } from './read/issues.ts';
import { collectNames, type Trees } from './read/names.ts';
import { contradictions } from './read/people.ts';
import { withoutSecrets } from './read/protect.ts';
import { emptyTree, readYaml, type Tree } from './read/yaml.ts';
import { type CaseFile, caseSchema, NO_CASE } from './schema/case.ts';
import { type DisclosuresFile, disclosuresSchema, NO_DISCLOSURES } from './schema/disclosures.ts';
import { NO_PEOPLE, type PeopleFile, peopleSchema } from './schema/people.ts';
import { NO_REPLIES, type RepliesFile, repliesSchema } from './schema/replies.ts';
import { NO_REPORTS, type ReportsFile, reportsSchema } from './schema/reports.ts';
import { NO_STATEMENTS, type StatementsFile, statementsSchema } from './schema/statements.ts';
import { NO_STORY, type StoryFile, storySchema } from './schema/story.ts';

/** The files of a case that people write. */
export const CASE_FILES = [
  'case.yaml',
  'people.yaml',
  'disclosures.yaml',
  'statements.yaml',
  'reports.yaml',
  'story.yaml',
  'replies.yaml',
] as const;
export const DECISIONS_FILE = 'decisions.jsonl';
/** No stage reads it: an answer changes no number, and needs no build. */
export const REPLIES_FILE = 'replies.yaml';

export interface CaseFiles {
  readonly case: CaseFile;
  readonly people: PeopleFile;
  readonly disclosures: DisclosuresFile;
  readonly statements: StatementsFile;
  readonly reports: ReportsFile;
  readonly story: StoryFile;
  readonly replies: RepliesFile;
  readonly decisions: DecisionsFile;
}

/** What the files may refer to that they do not define. */
export interface CaseContext {
  /** Names of the table templates. */
  readonly templates: readonly string[];
  /** Names of the formats; left out, `as` is not judged. */
  readonly formats?: readonly string[];
  /** Names of further files of decisions, of other people: see isDecisionsFile. */
  readonly decisions?: readonly string[];
}

/** Whether a file of the case folder holds decisions: decisions.jsonl, or decisions-NAME.jsonl of somebody else. */
export function isDecisionsFile(name: string): boolean {
  return name === DECISIONS_FILE || /^decisions-[^/\\]+\.jsonl$/.test(name);
}

/** The schema's value; where the file is broken, missing or wrong, its stand-in. */
function fileOf<T>(tree: Tree, schema: z.ZodType<T>, absent: T, mistakes: Mistake[]): T {
  if (tree.broken || tree.value === undefined) return absent;
  const result = checked(tree, schema);
  mistakes.push(...result.mistakes);
  return result.value ?? absent;
}

function once(mistakes: readonly Mistake[]): Mistake[] {
  const seen = new Set<string>();
  return mistakes.filter((m) => {
    const key = JSON.stringify(m);
    return !seen.has(key) && seen.add(key);
  });
}

/**
 * Reads and checks a case's files. Pure: the disk is the caller's.
 * @param read gives the text of a file of the case folder by its name, null where there is none; only case.yaml must exist
 * @param context what the files may name
 * @returns the files, and all mistakes in order of file and line. A file with mistakes is replaced by an empty one: where
 *   there are mistakes the files are not to be built from. What is wrong with decisions.jsonl is no mistake but a problem
 *   of `files.decisions`.
 */
export function loadCaseFiles(
  read: (name: string) => string | null,
  context: CaseContext,
): { readonly files: CaseFiles; readonly mistakes: readonly Mistake[] } {
  const texts = CASE_FILES.map((file) => [file, read(file)] as const);
  const trees = Object.fromEntries(
    texts.map(([file, text]) => [file, text === null ? emptyTree(file) : readYaml(file, text)]),
  ) as Trees;
  const { names, mistakes: ofNames } = collectNames(trees, context.templates, context.formats ?? null);
  const mistakes: Mistake[] = [...Object.values(trees).flatMap((tree) => tree.mistakes), ...ofNames];
  mistakes.push(...Object.values(trees).flatMap((tree) => (tree.broken ? [] : intervalMistakes(tree, names))));
  mistakes.push(...contradictions(trees['people.yaml'], trees['case.yaml']));
  const files: CaseFiles = {
    case: fileOf(trees['case.yaml'], caseSchema(names), NO_CASE, mistakes),
    people: fileOf(trees['people.yaml'], peopleSchema(names), NO_PEOPLE, mistakes),
    disclosures: fileOf(trees['disclosures.yaml'], disclosuresSchema(names), NO_DISCLOSURES, mistakes),
    statements: fileOf(trees['statements.yaml'], statementsSchema(names), NO_STATEMENTS, mistakes),
    reports: fileOf(trees['reports.yaml'], reportsSchema(names), NO_REPORTS, mistakes),
    story: fileOf(trees['story.yaml'], storySchema(names), NO_STORY, mistakes),
    replies: fileOf(trees['replies.yaml'], repliesSchema(names), NO_REPLIES, mistakes),
    decisions: readDecisionFiles(
      [DECISIONS_FILE, ...[...(context.decisions ?? [])].sort()].map((file) => ({ file, text: read(file) ?? '' })),
    ),
  };
  if (trees['case.yaml'].value === undefined && !trees['case.yaml'].broken) mistakes.push(noCase(texts[0]![1]));
  const ordered = once(withoutSecrets(mistakes, trees['case.yaml'])).sort(compareMistakes(CASE_FILES));
  return { files, mistakes: ordered };
}

function noCase(text: string | null): Mistake {
  const place = { file: 'case.yaml', line: 1, column: 1, key: '' };
  if (text === null)
    return {
      ...place,
      message: 'is not there',
      advice: 'name the folder of a case, or make one: backchannel init DIR',
    };
  return {
    ...place,
    message: 'is empty',
    advice: 'write title, asOf and zone at least, or make a new case: backchannel init DIR',
  };
}
