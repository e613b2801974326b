/** A file of names that somebody wrote to ask about. */
import { readFileSync } from 'node:fs';
import { CaseError } from '../../case/error.ts';

/**
 * The text of a file of names.
 * @param path as it was typed
 * @throws CaseError when it cannot be read
 */
export function namesFile(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw new CaseError(`--list ${path} cannot be read (${code})`, 'name a file of names, one a line');
  }
}
