/** A case of one source, read anew in a process of its own. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { workFolder } from './data.ts';
import type { Contestant } from './measure/series.ts';

const CHILD = fileURLToPath(new URL('children/build.ts', import.meta.url));

/** Writes a case folder around one file, which stays where it is. @returns the folder */
function caseFolder(source: string, settings: readonly string[]): string {
  const folder = workFolder();
  const lines = [
    'title: A benchmark',
    'asOf: 2031-03-01',
    'zone: UTC',
    'sources:',
    `  - path: ${JSON.stringify(source)}`,
    ...settings.map((setting) => `    ${setting}`),
  ];
  mkdirSync(join(folder, 'sources'));
  writeFileSync(join(folder, 'case.yaml'), `${lines.join('\n')}\n`);
  return folder;
}

/** Items of the only source, and how many of them were read and could not be: the first three numbers that the child prints. */
function readOf(output: string): number[] {
  return [...output.matchAll(/(\d+) (?:items|read|failed)/g)].map(([, n]) => Number(n));
}

/**
 * Everything up to the records, in a new case folder for each run.
 * @param items that the source must turn out to have; all of them must be read
 * @param settings lines of the source's entry in case.yaml
 */
export function built(name: string, items: number, source: string, settings: readonly string[]): Contestant {
  let folder = '';
  return {
    name,
    items,
    prepare: () => {
      folder = caseFolder(source, settings);
      return { command: process.execPath, args: [CHILD, folder] };
    },
    finish: ({ output }) => {
      const [found, read, failed] = readOf(output);
      if (found !== items || read !== items || failed !== 0) throw new Error(`not ${items} items: ${output}`);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
