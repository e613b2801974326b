/** Runs the program as people do, in a folder and an environment of the test's choosing. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const PROGRAM: string = join(fileURLToPath(new URL('../../', import.meta.url)), 'bin/backchannel.js');

export interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command to its end. @param folder where it runs */
export function run(folder: string, args: readonly string[], environment: Readonly<Record<string, string>> = {}): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...cleanEnvironment(), ...environment },
    maxBuffer: 1 << 28,
  });
  return { status, stdout, stderr };
}

/** Without what the tests themselves are run with. */
export function cleanEnvironment(): NodeJS.ProcessEnv {
  const { FORCE_COLOR, NO_COLOR, COLUMNS, NODE_TEST_CONTEXT, ...rest } = process.env;
  return rest;
}

/** A folder that is gone when the tests of the file have ended. */
export function scratchFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'backchannel-cli-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A message of an mbox. */
export function letter(from: string, to: string, day: string, subject: string): string {
  return [
    `From ${from} ${day}`,
    `From: ${from}`,
    `To: ${to}`,
    `Date: ${day}`,
    `Subject: ${subject}`,
    `Message-ID: <${subject.length}.${day.length}.${from}>`,
    '',
    'Good day.',
    '',
    '',
  ].join('\n');
}
