/** A contestant that works on a copy of a generated ledger, in a process of its own. */
import { constants, copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { workFolder } from '../data.ts';
import type { Contestant } from '../measure/series.ts';

/**
 * @param child file in children/; gets the path of the copy, and a folder for spilling
 * @param copied whether it changes the ledger; else it gets the ledger itself
 */
export function onLedger(name: string, items: number, child: string, ledger: string, copied: boolean): Contestant {
  const script = fileURLToPath(new URL(`../children/${child}`, import.meta.url));
  let folder = '';
  return {
    name,
    items,
    prepare: () => {
      folder = workFolder();
      const path = copied ? join(folder, 'ledger.duckdb') : ledger;
      if (copied) copyFileSync(ledger, path, constants.COPYFILE_FICLONE);
      return { command: process.execPath, args: [script, path, folder] };
    },
    finish: () => rmSync(folder, { recursive: true, force: true }),
  };
}
