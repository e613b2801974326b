/** Cases of examples/ that need public data, put together in a folder of their own: case files copied, data linked or filtered. */
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const PROJECT = fileURLToPath(new URL('../../', import.meta.url));
const COMMAND = join(PROJECT, 'bin/backchannel.js');
const DATA = process.env.BACKCHANNEL_DATA ?? resolve(PROJECT, '../shared/data');

/** A reason to skip a test that needs this data set, or false. */
export function absent(set: string): string | false {
  return existsSync(join(DATA, set))
    ? false
    : `the data set ${set} is not here; BACKCHANNEL_DATA names the folder of data sets`;
}

/** Where a data set lies. */
export function dataFolder(set: string): string {
  return join(DATA, set);
}

/** Puts data where the case expects it. */
export type Fill = (sources: string, set: string) => void;

export interface RealCase {
  readonly folder: string;
  /** @throws Error with standard error when the command does not end well */
  run(...args: string[]): string;
  /** Rows of a command, from JSON lines. */
  rows(...args: string[]): { readonly [column: string]: unknown }[];
  remove(): void;
}

/**
 * Makes the case in a folder of its own and builds it.
 * @param example name of a folder of examples/; null makes a case that has no more than its sources
 */
export function realCase(example: string | null, set: string, fill: Fill): RealCase {
  const folder = mkdtempSync(join(tmpdir(), 'backchannel-real-'));
  if (example !== null) copyCase(join(PROJECT, 'examples', example), folder);
  const sources = join(folder, 'sources');
  mkdirSync(sources);
  fill(sources, join(DATA, set));
  if (example === null) writeFileSync(join(folder, 'case.yaml'), bareCase(readdirSync(sources)));
  const run = (...args: string[]): string => {
    const done = spawnSync(process.execPath, [COMMAND, ...args, '--case', folder], {
      encoding: 'utf8',
      maxBuffer: 1 << 29,
    });
    if (done.status !== 0) throw new Error(`backchannel ${args.join(' ')}: exit ${done.status}\n${done.stderr}`);
    return done.stdout;
  };
  return {
    folder,
    run,
    rows: (...args) => lines(run(...args)),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function copyCase(from: string, to: string): void {
  cpSync(from, to, { recursive: true, filter: (path) => !/[\\/](sources|\.ledger)$/.test(path) });
}

function bareCase(names: readonly string[]): string {
  const sources = names.toSorted().map((name) => `  - path: sources/${name}\n`);
  return `title: Reading\nasOf: 2026-01-01\nzone: UTC\nsources:\n${sources.join('')}`;
}

function lines(text: string): { readonly [column: string]: unknown }[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
}

/** Links files of the data set under names of their own. @param names name in sources/ → file of the data set */
export function links(names: { readonly [name: string]: string }): Fill {
  return (sources, set) => {
    for (const [name, file] of Object.entries(names)) symlinkSync(join(set, file), join(sources, name));
  };
}

/** Copies the files of the data set whose names match into folders. @param folders folder in sources/ → names */
export function sorted(folders: { readonly [folder: string]: RegExp }): Fill {
  return (sources, set) => {
    for (const [folder, names] of Object.entries(folders)) {
      mkdirSync(join(sources, folder), { recursive: true });
      for (const name of readdirSync(set)) if (names.test(name)) cpSync(join(set, name), join(sources, folder, name));
    }
  };
}

/** Files of the lines of one file that begin so. @param beginnings name in sources/ → beginning of its lines */
export function linesOf(file: string, beginnings: { readonly [name: string]: string }): Fill {
  return (sources, set) => {
    const all = readFileSync(join(set, file), 'latin1').split('\n');
    for (const [name, beginning] of Object.entries(beginnings)) {
      const chosen = all.filter((line) => line.startsWith(beginning)).map((line) => `${line}\n`);
      writeFileSync(join(sources, name), chosen.join(''), 'latin1');
    }
  };
}

/** Numbers of rows by the value of a column. */
export function tally(
  rows: readonly { readonly [column: string]: unknown }[],
  column: string,
): { [value: string]: number } {
  const counts: { [value: string]: number } = {};
  for (const row of rows) {
    const value = String(row[column]);
    counts[value] = (counts[value] ?? 0) + 1;
  }
  return counts;
}
