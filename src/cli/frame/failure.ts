/** What went wrong, as lines for people. */
import { CaseError } from '../../case/error.ts';
import { PROGRAM } from '../../model/program.ts';
import { UsageError } from '../command.ts';
import { type Line, span } from './line.ts';

/** What to do about what the system refuses. */
const ADVICE: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full: make room, then do it again',
  EDQUOT: 'the quota of the disk is used up: make room, then do it again',
  EACCES: 'this user may not do that there: use a folder that you may write to',
  EPERM: 'this user may not do that there: use a folder that you may write to',
  EROFS: 'the file system is read-only: use a copy of the case',
  ENOENT: 'it is not there: correct the path',
  EMFILE: 'too many files are open: raise the limit with ulimit -n',
  ENOMEM: 'there is not enough memory: close other programs, or build with fewer sources',
};

function codeOf(error: Error): string | null {
  return 'code' in error && typeof error.code === 'string' ? error.code : null;
}

/** `backchannel: message`, and the advice: behind it on the same line where both are one line, else below. */
function told(message: string, advice: string): Line[] {
  const name = span('error', `${PROGRAM.name}:`);
  const lines = message.split('\n');
  const between = /[?:]$/.test(message) ? ' ' : '; ';
  if (lines.length === 1) return [[name, ` ${message}${advice === '' ? '' : `${between}${advice}`}`]];
  return [...lines.map((line, i): Line => (i === 0 ? [name, ` ${line}`] : line)), ...(advice === '' ? [] : [advice])];
}

/**
 * The lines for an error. What nobody foresaw is a mistake of the program: it says so and shows where.
 * @param error whatever was thrown
 */
export function failureLines(error: unknown): readonly Line[] {
  if (error instanceof CaseError || error instanceof UsageError) return told(error.message, error.advice);
  if (!(error instanceof Error)) return told(`mistake in the program: ${String(error)}`, '');
  const code = codeOf(error);
  if (code !== null && Object.hasOwn(ADVICE, code)) return told(error.message, ADVICE[code]!);
  const stack = (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at '));
  return [
    ...told(`mistake in the program: ${error.message}`, 'please report it with these lines'),
    ...stack.map((line) => span('faint', line.trim())).map((s): Line => ['    ', s]),
  ];
}
