/** A case that is open for reading: its files, and the ledger of its last finished build. */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { openLedger } from '../ledger/duckdb.ts';
import { LAYOUT } from '../ledger/layout.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { currentBuild, ledgerFolder } from './build/folder.ts';
import type { BuildReport } from './build-report.ts';
import { CaseError } from './error.ts';
import type { CaseFiles } from './files/index.ts';
import { readCase } from './read-case.ts';

export interface OpenCase {
  /** Absolute path of the case folder. */
  readonly folder: string;
  /** As they are now; the ledger is of the files as they were when it was built. */
  readonly files: CaseFiles;
  /** What the build told when it was made. */
  readonly build: BuildReport;
  /** Read-only. */
  readonly ledger: Ledger;
  close(): Promise<void>;
}

/** @throws CaseError where the ledger has the tables of another version of the program */
function askedOf({ layout }: BuildReport): void {
  if (layout !== LAYOUT)
    throw new CaseError('this case was built by another version of the program', 'run backchannel build');
}

/** Memory that the engine may hold for questions, MiB. */
const MEMORY = 1024;

/**
 * Opens the last finished build of a case. A build that is made meanwhile does not disturb it.
 * @param folder the case folder
 * @throws CaseError when the case files have mistakes, or nothing was built yet
 */
export async function openCase(folder: string): Promise<OpenCase> {
  const { files } = readCase(folder);
  const paths = ledgerFolder(folder);
  // A build that ends between the look at the pointer and the opening takes the old one away: then look once more.
  for (let attempt = 0; ; attempt++) {
    const id = currentBuild(paths);
    const path = id === null ? '' : join(paths.builds, id, 'ledger.duckdb');
    if (id === null || (!existsSync(path) && attempt > 0))
      throw new CaseError('this case was not built yet', 'run backchannel build');
    const report = join(paths.builds, id, 'build.json');
    if (existsSync(report)) askedOf(JSON.parse(readFileSync(report, 'utf8')) as BuildReport);
    try {
      const ledger = await openLedger(path, { memory: MEMORY, spill: null });
      const build = JSON.parse(readFileSync(join(paths.builds, id, 'build.json'), 'utf8')) as BuildReport;
      return { folder: resolve(folder), files, build, ledger, close: () => ledger.close() };
    } catch (error) {
      if (attempt > 0) throw error;
    }
  }
}

/**
 * The build of an open case once more, with a connection of its own: whole questions run beside those of the first.
 * @throws CaseError when the build is not there any more, since another took its place
 */
export async function openBeside(open: OpenCase): Promise<OpenCase> {
  const path = join(ledgerFolder(open.folder).builds, open.build.id, 'ledger.duckdb');
  if (!existsSync(path)) throw new CaseError('the case was built again meanwhile', 'ask again');
  const ledger = await openLedger(path, { memory: MEMORY, spill: null });
  return { ...open, ledger, close: () => ledger.close() };
}
