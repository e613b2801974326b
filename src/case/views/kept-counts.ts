/** Questions that were asked, kept by their ids so that `explain n:…` can ask them again. Derived: may be thrown away. */
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseId } from '../../model/ids.ts';
import { ledgerFolder } from '../build/folder.ts';
import type { Question } from '../count.ts';
import { CaseError } from '../error.ts';
import type { OpenCase } from '../open.ts';
import { type AskedCount, askedCount } from './question.ts';

/** Fewest hex digits of an id that are shown. */
const SHORTEST = 4;

type InCase = Pick<OpenCase, 'folder'>;

const countsFolder = (folder: string): string => join(ledgerFolder(folder).root, 'counts');

function kept(folder: string): string[] {
  try {
    return readdirSync(countsFolder(folder))
      .filter((name) => /^[0-9a-f]{16}\.json$/.test(name))
      .map((name) => name.slice(0, 16))
      .sort();
  } catch {
    return []; // nothing was asked yet
  }
}

/**
 * Keeps a question.
 * @returns its shortest id that no other kept question has; null where the case cannot be written to
 */
export function keepCount({ folder }: InCase, asked: AskedCount): string | null {
  const digits = asked.id.slice(2);
  const path = join(countsFolder(folder), `${digits}.json`);
  try {
    mkdirSync(countsFolder(folder), { recursive: true });
    writeFileSync(`${path}.new`, `${JSON.stringify({ question: asked.question, list: asked.list })}\n`);
    renameSync(`${path}.new`, path);
  } catch {
    return null; // a case that may only be read: the count stands, it can only not be asked for by its id
  }
  let length = SHORTEST;
  for (const other of kept(folder)) {
    if (other === digits) continue;
    while (length < 16 && other.slice(0, length) === digits.slice(0, length)) length++;
  }
  return `n:${digits.slice(0, length)}`;
}

/**
 * A question by its id or the beginning of one.
 * @throws CaseError when there is none, or several begin so
 */
export function keptCount({ folder }: InCase, text: string): AskedCount {
  const parsed = parseId(text.trim().toLowerCase());
  if (parsed?.kind !== 'count') throw new CaseError(`this is no id of a count: ${JSON.stringify(text)}`);
  const prefix = text.trim().toLowerCase().slice(2);
  const found = kept(folder).filter((digits) => digits.startsWith(prefix));
  const [first, second] = found;
  if (first === undefined)
    throw new CaseError(`no count ${text} was asked in this case`, 'ask it again with contacts: it prints its id');
  if (second !== undefined)
    throw new CaseError(
      `several counts begin with ${text}: ${found.map((digits) => `n:${digits}`).join(', ')}`,
      'write more of its digits',
    );
  return readKept(join(countsFolder(folder), `${first}.json`), text);
}

function readKept(path: string, text: string): AskedCount {
  try {
    const { question, list } = JSON.parse(readFileSync(path, 'utf8')) as {
      readonly question: Question;
      readonly list: readonly string[] | null;
    };
    return askedCount(question, list);
  } catch {
    throw new CaseError(`the count ${text} cannot be read any more`, 'ask it again with contacts');
  }
}

/** All questions that are kept and can be read, in the order of their ids. */
export function keptCounts({ folder }: InCase): AskedCount[] {
  return kept(folder).flatMap((digits) => {
    try {
      return [readKept(join(countsFolder(folder), `${digits}.json`), digits)];
    } catch (error) {
      if (error instanceof CaseError) return [];
      throw error;
    }
  });
}
