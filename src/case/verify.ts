/** Whether a case still is what its ledger says: its sources, its citations, and what a rebuild gives. */
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { openLedger } from '../ledger/duckdb.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { TABLES, tableNamed } from '../ledger/tables.ts';
import { ledgerFolder } from './build/folder.ts';
import { buildCase } from './build.ts';
import { type Reread, reread } from './citations/reread.ts';
import type { OpenCase } from './open.ts';
import { codedFaults } from './story/coded-faults.ts';
import { firstDifference, tableHashes } from './table-hash.ts';

/** A build made apart from the case. */
export interface Rebuilt {
  /** Hash of everything that went in. */
  readonly id: string;
  readonly ledger: Ledger;
  /** Closes it and removes what it wrote. */
  close(): Promise<void>;
}

export interface Verified {
  readonly reread: Reread;
  /** Each table: its hash in the ledger, and where a rebuild differs. Null when nothing was rebuilt. */
  readonly tables: readonly TableVerdict[] | null;
  /** The case files or the program are not those of the last build: a rebuild differs for that reason. */
  readonly outdated: boolean;
  readonly same: boolean;
}

export interface TableVerdict {
  readonly table: string;
  /** SHA-256 over its rows in key order, lower-case hex. */
  readonly hash: string;
  /** Key of the first row that differs; null when the rebuild gave the same. */
  readonly differs: string | null;
}

/** What is being done, for progress. */
export type VerifyStep = 'sources' | 'rebuild' | 'tables';

async function compare(kept: Ledger, rebuilt: Ledger): Promise<TableVerdict[]> {
  const [ours, theirs] = [await tableHashes(kept), await tableHashes(rebuilt)];
  const verdicts: TableVerdict[] = [];
  for (const { name } of TABLES) {
    const hash = ours.get(name)!;
    const same = theirs.get(name) === hash;
    verdicts.push({ table: name, hash, differs: same ? null : await firstDifference(kept, rebuilt, tableNamed(name)) });
  }
  return verdicts;
}

/**
 * Hashes all sources again, reads the bytes of every citation, looks up what case files quote by hand, rebuilds and compares the hash of every table. Where a
 * source is not what it was nothing is rebuilt: the result would differ for that reason alone.
 * @param rebuild makes the ledger anew from the case folder, somewhere else
 * @param spoolDir where unpacked members are kept meanwhile
 * @param step told what comes next
 */
export async function verifyCase(
  opened: Pick<OpenCase, 'folder' | 'ledger' | 'files' | 'build'>,
  rebuild: () => Promise<Rebuilt>,
  spoolDir: string | null,
  step: (step: VerifyStep) => void = () => {},
): Promise<Verified> {
  step('sources');
  const read = await reread(opened, spoolDir);
  const again = { ...read, faults: [...read.faults, ...(await codedFaults(opened))] };
  if (again.faults.length > 0) return { reread: again, tables: null, outdated: false, same: false };
  step('rebuild');
  const rebuilt = await rebuild();
  try {
    step('tables');
    const tables = await compare(opened.ledger, rebuilt.ledger);
    const outdated = rebuilt.id !== opened.build.id;
    return { reread: again, tables, outdated, same: tables.every(({ differs }) => differs === null) };
  } finally {
    await rebuilt.close();
  }
}

/**
 * Builds a case from nothing in a new folder, which goes when it is closed.
 * @param folder the case folder
 * @param temporary folder for temporary files
 * @param signal ends the build
 * @throws as buildCase does
 */
export async function rebuildCase(folder: string, temporary: string, signal?: AbortSignal): Promise<Rebuilt> {
  const scratch = mkdtempSync(join(temporary, 'backchannel-verify-'));
  const remove = (): void => rmSync(scratch, { recursive: true, force: true });
  try {
    const { id } = await buildCase(folder, { scratch, ...(signal === undefined ? {} : { signal }) });
    const ledger = await openLedger(join(ledgerFolder(scratch).builds, id, 'ledger.duckdb'), { spill: null });
    return {
      id,
      ledger,
      async close() {
        await ledger.close();
        remove();
      },
    };
  } catch (error) {
    remove();
    throw error;
  }
}
