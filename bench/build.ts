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

/** What the child prints before a word, of the only source; NaN when it does not. */
function told(output: string, word: string): number {
  return Number(new RegExp(`(\\d+) ${word}`).exec(output)?.[1] ?? Number.NaN);
}

/** Where a build ends. */
export type Until = 'records' | 'text';

/**
 * Everything up to the records, or up to the index of their words, in a new case folder for each run.
 * @param items that the source must turn out to have; all of them must be read, and indexed
 * @param settings lines of the source's entry in case.yaml
 */
export function built(
  name: string,
  items: number,
  source: string,
  settings: readonly string[],
  until: Until = 'records',
): Contestant {
  let folder = '';
  return {
    name,
    items,
    prepare: () => {
      folder = caseFolder(source, settings);
      return { command: process.execPath, args: [CHILD, folder, until] };
    },
    finish: ({ output }) => {
      const isRead = told(output, 'items') === items && told(output, 'read') === items && told(output, 'failed') === 0;
      const isIndexed = until === 'records' || (told(output, 'indexed') >= 0.95 * items && told(output, 'gone') === 0);
      if (!isRead || !isIndexed) throw new Error(`not ${items} items: ${output}`);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
