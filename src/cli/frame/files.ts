/** The files that commands write: a new case, case.yaml with a source more, a copy of a shipped case. Never a source. */
import {
  closeSync,
  cpSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { CaseError } from '../../case/error.ts';

const CASE = 'case.yaml';

/**
 * The case folder that is meant.
 * @param given `--case`; null: the current folder or the nearest above it
 * @param current the current folder, absolute
 * @throws CaseError when there is no case.yaml
 */
export function findCase(given: string | null, current: string): string {
  if (given !== null) {
    const folder = resolve(current, given);
    if (existsSync(join(folder, CASE))) return folder;
    const what = existsSync(folder) ? `${given} has no case.yaml` : `${given} is not there`;
    throw new CaseError(what, `make a case: backchannel init ${given}`);
  }
  for (let folder = current; ; folder = dirname(folder)) {
    if (existsSync(join(folder, CASE))) return folder;
    if (dirname(folder) === folder) break;
  }
  throw new CaseError(
    'no case.yaml here or above',
    'name the folder with --case DIR, or make one: backchannel init DIR',
  );
}

/** Names in a folder, in code-unit order; null when it is not there, or is no folder. */
export function namesIn(folder: string): readonly string[] | null {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) return null;
  return readdirSync(folder).sort();
}

/** Writes a file that must not be there yet, with the folders above it. @throws {Error} with `code` EEXIST, EACCES, … */
export function writeNew(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text, { flag: 'wx' });
}

/** Puts a new text in a file's place: whoever reads, and whatever crashes, sees the old text or the new one, whole. */
export function replaceFile(path: string, text: string): void {
  const fresh = `${path}.new`;
  const fd = openSync(fresh, 'w');
  try {
    writeFileSync(fd, text);
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
  renameSync(fresh, path);
}

/** Text of a file of the case folder; null when it is not there. */
export function textOfFile(path: string): string | null {
  return existsSync(path) ? readFileSync(path, 'utf8') : null;
}

/** Copies a file or folder whole into a place where nothing is yet. @throws {Error} with `code` EEXIST, ENOSPC, … */
export function copyNew(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  cpSync(from, to, { recursive: true, errorOnExist: true, force: false, preserveTimestamps: true });
}

/** Makes a folder of a name that nobody else has, for this user alone, among the temporary ones. @returns its path */
export function makeTemporary(prefix: string): string {
  return mkdtempSync(join(tmpdir(), prefix));
}
