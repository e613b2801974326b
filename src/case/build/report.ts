/** Counts what a build made of each source. */
import type { Ledger } from '../../ledger/ledger.ts';
import {
  BUILD_TOTALS,
  ENTRY_CONTENT,
  ENTRY_FIRST_PROBLEM,
  ENTRY_PROBLEMS,
  ENTRY_RECORDS,
  ENTRY_SKIPS,
  SOURCE_ENTRY,
} from '../../ledger/queries/build-report.ts';
import { RECORD_KINDS } from '../../model/record.ts';
import type { BuildReport, SourceReport } from '../build-report.ts';
import type { PlannedEntry } from './plan.ts';

/** How long the units of an entry took, and whether all of them were there. */
export interface EntryTime {
  readonly seconds: number;
  readonly reused: boolean;
}

interface FirstProblem {
  readonly entry_no: number;
  readonly message: string;
  readonly byte_offset: number;
  readonly byte_length: number;
  readonly row_no: number;
  readonly member: string;
}

function nounOf(kinds: number): string {
  const found = RECORD_KINDS.filter((_, i) => (kinds & (1 << i)) !== 0);
  return found.length === 1 ? `${found[0]}s` : 'records';
}

function problemText({ message, byte_offset, byte_length, row_no, member }: FirstProblem): string {
  const place =
    row_no > 0 ? `row ${row_no}` : byte_length > 0 ? `bytes ${byte_offset}–${byte_offset + byte_length - 1}` : '';
  const where = [member, place].filter((part) => part !== '').join(', ');
  return where === '' ? message : `${message} (${where})`;
}

/**
 * The reports of all entries, in the order of case.yaml.
 * @param entryOf place in case.yaml of each source, by source_no
 */
export async function sourceReports(
  ledger: Ledger,
  entries: readonly PlannedEntry[],
  entryOf: readonly number[],
  times: readonly EntryTime[],
): Promise<SourceReport[]> {
  await ledger.run(SOURCE_ENTRY, { lines: entryOf.join(',') });
  const records = byEntry(
    await ledger.rows<{ entry_no: number; files: number; records: number; read: number; kinds: number }>(ENTRY_RECORDS),
  );
  const problems = await ledger.rows<{ entry_no: number; severity: string; items: number }>(ENTRY_PROBLEMS);
  const first = byEntry(await ledger.rows<FirstProblem>(ENTRY_FIRST_PROBLEM));
  const skips = await ledger.rows<{ entry_no: number; rule: string; items: number }>(ENTRY_SKIPS);
  const content = byEntry(await ledger.rows<{ entry_no: number; content: string }>(ENTRY_CONTENT));
  return entries.map(({ entry }, i): SourceReport => {
    const counted = (severity: string): number =>
      problems.find((p) => p.entry_no === i && p.severity === severity)?.items ?? 0;
    const read = records.get(i)?.read ?? 0;
    const gravest = first.get(i);
    return {
      path: entry.protected ? `protected source ${i + 1}` : entry.path,
      files: records.get(i)?.files ?? 0,
      noun: nounOf(records.get(i)?.kinds ?? 0),
      items: read + counted('failed'),
      read,
      records: records.get(i)?.records ?? 0,
      doubtful: counted('doubtful'),
      failed: counted('failed'),
      skipped: skips.filter((s) => s.entry_no === i).map(({ rule, items }) => ({ rule, items })),
      firstProblem: gravest === undefined || entry.protected ? null : problemText(gravest),
      ...times[i]!,
      content: content.get(i)?.content ?? '',
    };
  });
}

function byEntry<T extends { readonly entry_no: number }>(rows: readonly T[]): ReadonlyMap<number, T> {
  return new Map(rows.map((row) => [row.entry_no, row]));
}

/** Sizes of the tables of a finished ledger. */
export async function buildTotals(
  ledger: Ledger,
): Promise<Pick<BuildReport, 'records' | 'contacts' | 'parties' | 'disclosures' | 'findings' | 'problems'>> {
  const [totals] =
    await ledger.rows<Pick<BuildReport, 'records' | 'contacts' | 'parties' | 'disclosures' | 'findings' | 'problems'>>(
      BUILD_TOTALS,
    );
  return totals!;
}
