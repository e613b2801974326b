/** What makes two ledgers the same: a hash over each table's rows in key order. Database files themselves differ. */
import { createHash } from 'node:crypto';
import type { Ledger, Parameters, Query } from '../ledger/ledger.ts';
import { eachRow, isNumbered, joinedRows, numberedRange } from '../ledger/queries/citations/table-rows.ts';
import type { Table } from '../ledger/tables/table.ts';
import { TABLES } from '../ledger/tables.ts';

/** Numbers of one range: a range is sorted and held as text, so that memory does not grow with the table. */
const RANGE = 16_384;

/** Parameters for each range of a table, in order; with several ledgers, ranges that hold for all of them. */
async function rangesOf(ledgers: readonly Ledger[], table: Table): Promise<Parameters[]> {
  if (!isNumbered(table)) return [{}];
  const query = numberedRange(table);
  const ends: { low: number | null; high: number | null }[] = [];
  for (const ledger of ledgers) ends.push(...(await ledger.rows<(typeof ends)[number]>(query)));
  const low = Math.min(...ends.map((end) => end.low ?? Number.POSITIVE_INFINITY));
  const high = Math.max(...ends.map((end) => end.high ?? Number.NEGATIVE_INFINITY));
  const ranges: Parameters[] = [];
  for (let from = low; from <= high; from += RANGE) ranges.push({ from, to: from + RANGE, lowest: from === low });
  return ranges.length > 0 ? ranges : [{ from: 0, to: 0, lowest: true }];
}

/** SHA-256 over the rows of a table in the order of its key, lower-case hex. */
async function tableHash(ledger: Ledger, table: Table): Promise<string> {
  const digest = createHash('sha256');
  const query = joinedRows(table);
  for (const range of await rangesOf([ledger], table)) {
    const text = await textOf(ledger, query, range);
    if (text !== null) digest.update(text).update('\n');
  }
  return digest.digest('hex');
}

/**
 * Hashes of all tables: two ledgers are the same when these are.
 * @returns SHA-256 by name of the table, lower-case hex, in the order of the tables
 */
export async function tableHashes(ledger: Ledger): Promise<Map<string, string>> {
  const hashes = new Map<string, string>();
  for (const table of TABLES) hashes.set(table.name, await tableHash(ledger, table));
  return hashes;
}

interface TextRow {
  readonly key: string;
  readonly line: string;
}

async function textOf(ledger: Ledger, query: Query, range: Parameters): Promise<string | null> {
  const [row] = await ledger.rows<{ text: string | null }>(query, range);
  return row?.text ?? null;
}

/**
 * Where a table of two ledgers differs first.
 * @returns the columns of the key of that row, such as `record_no 12, role 3`; null when they are the same
 */
export async function firstDifference(left: Ledger, right: Ledger, table: Table): Promise<string | null> {
  const [joined, each] = [joinedRows(table), eachRow(table)];
  for (const range of await rangesOf([left, right], table)) {
    if ((await textOf(left, joined, range)) === (await textOf(right, joined, range))) continue;
    const ours = await left.rows<TextRow>(each, range);
    const theirs = await right.rows<TextRow>(each, range);
    const at = ours.findIndex(({ line }, i) => line !== theirs[i]?.line);
    return (ours[at === -1 ? ours.length : at] ?? theirs[ours.length])!.key;
  }
  return null;
}
