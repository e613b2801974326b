/** Runs the checker as a stranger does. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The checker as it stands in the project. */
export const CHECKER: string = fileURLToPath(new URL('../../src/briefing/verify-briefing.mjs', import.meta.url));

/** Runs it to its end. */
export function check(checker: string, ...args: readonly string[]): { status: number | null; stdout: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [checker, ...args], { encoding: 'utf8' });
  return { status, stdout: stdout + stderr };
}
