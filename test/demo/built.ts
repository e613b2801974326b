/** The demo case built by the command line in a folder of its own, and what its commands say about it. */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PROJECT = fileURLToPath(new URL('../../', import.meta.url));
const COMMAND = join(PROJECT, 'bin/backchannel.js');

/** A reason to skip, or false. */
export const NO_COMMAND: string | false = existsSync(join(PROJECT, 'src/cli/main.ts'))
  ? false
  : 'there is no command line';

export type Row = Readonly<{ [key: string]: unknown }>;

export interface Bounds {
  readonly min: number;
  readonly max: number;
}

export interface Built {
  /** Standard output of a command. @throws Error with its standard error when it does not end well */
  run(...args: string[]): string;
  /** Rows of a command that prints JSON: a list, or a map that holds one. */
  rows(...args: string[]): Row[];
  remove(): void;
}

/** Copies the case without what was built of it, and builds it. */
export function buildDemo(): Built {
  const folder = mkdtempSync(join(tmpdir(), 'backchannel-demo-'));
  const from = join(PROJECT, 'examples/harbour-board');
  cpSync(from, folder, { recursive: true, filter: (path) => !path.includes('.ledger') && !path.includes('generator') });
  const run = (...args: string[]): string => {
    const done = spawnSync(process.execPath, [COMMAND, ...args, '--case', folder], {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    });
    if (done.status !== 0) throw new Error(`backchannel ${args.join(' ')}: exit ${done.status}\n${done.stderr}`);
    return done.stdout;
  };
  run('build');
  return {
    run,
    rows: (...args) => listIn(JSON.parse(run(...args, '--format', 'json'))),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function listIn(value: unknown): Row[] {
  if (Array.isArray(value)) return value as Row[];
  const list = Object.values(value as Row).find((v) => Array.isArray(v));
  return (list ?? [value]) as Row[];
}

/** Bounds in a row, by the name of their column. */
export function bounds(row: Row | undefined, column: string): Bounds {
  const value = row?.[column];
  if (typeof value === 'number') return { min: value, max: value };
  const { min, max } = (value ?? {}) as Partial<Bounds>;
  if (min === undefined || max === undefined) throw new TypeError(`no bounds ${column} in ${JSON.stringify(row)}`);
  return { min, max };
}

/** The row in which some cell is this text. */
export function rowOf(rows: readonly Row[], text: string): Row | undefined {
  return rows.find((row) => Object.values(row).includes(text));
}

/** The time of a row: its first cell that is ISO 8601 with an offset, epoch seconds. */
export function timeOf(row: Row): number {
  const text = Object.values(row).find((v) => typeof v === 'string' && /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d/.test(v));
  return Date.parse(String(text).replace(/^(\S+) (\S+) ([+-])/, '$1T$2$3')) / 1000;
}
