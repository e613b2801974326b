/** Whether a case still is what its ledger says: its sources, its citations, and what a rebuild gives. */
import type { Ledger } from '../ledger/ledger.ts';
import { TABLES, tableNamed } from '../ledger/tables.ts';
import { type Reread, reread } from './citations/reread.ts';
import type { OpenCase } from './open.ts';
import { firstDifference, tableHashes } from './table-hash.ts';

/** A build made apart from the case. */
export interface Rebuilt {
  readonly ledger: Ledger;
  /** Closes it and removes what it wrote. */
  close(): Promise<void>;
}

export interface Verified {
  readonly reread: Reread;
  /** Each table: its hash in the ledger, and where a rebuild differs. Null when nothing was rebuilt. */
  readonly tables: readonly TableVerdict[] | null;
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
 * Hashes all sources again, reads the bytes of every citation, rebuilds and compares the hash of every table. Where a
 * source is not what it was nothing is rebuilt: the result would differ for that reason alone.
 * @param rebuild makes the ledger anew from the case folder, somewhere else
 * @param spoolDir where unpacked members are kept meanwhile
 * @param step told what comes next
 */
export async function verifyCase(
  opened: Pick<OpenCase, 'folder' | 'ledger'>,
  rebuild: () => Promise<Rebuilt>,
  spoolDir: string | null,
  step: (step: VerifyStep) => void = () => {},
): Promise<Verified> {
  step('sources');
  const again = await reread(opened.ledger, opened.folder, spoolDir);
  if (again.faults.length > 0) return { reread: again, tables: null, same: false };
  step('rebuild');
  const rebuilt = await rebuild();
  try {
    step('tables');
    const tables = await compare(opened.ledger, rebuilt.ledger);
    return { reread: again, tables, same: tables.every(({ differs }) => differs === null) };
  } finally {
    await rebuilt.close();
  }
}
