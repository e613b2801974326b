/** Adds up what a ledger says of the bytes of each source: the first law. */
import type { Ledger } from '../../src/ledger/ledger.ts';

export interface Covered {
  readonly path: string;
  readonly member: string;
  readonly format: string;
  /** Length of the file or member in bytes. */
  readonly size: number;
  /** Bytes that no record, failed problem or skip accounts for; negative where some are accounted for twice. */
  readonly left: number;
  /** Bytes that two records or failures claim that do not stand in one another. */
  readonly twice: number;
}

interface Range {
  readonly source_no: number;
  readonly byte_offset: number;
  readonly byte_length: number;
}

/**
 * Ranges of records and failures of each source; quoted messages and recurrences stand in the bytes of another record.
 * An archive is accounted for by its members; its own row tells what could not be taken out of it.
 */
const RANGES = `select source_no, byte_offset, byte_length from record where byte_length > 0
  union select source_no, byte_offset, byte_length from problem where severity = 'failed' and byte_length > 0
  order by source_no, byte_offset, byte_length desc`;
const SOURCES = `select s.source_no, s.path, s.member, s.format, s.size, coalesce(sum(k.bytes), 0) as skipped
  from source s left join skip k using (source_no) where s.format <> 'archive' and s.sha256 <> ''
  group by all order by s.source_no`;

/** Every source of a ledger, with what is missing in its account. */
export async function coveredBytes(ledger: Ledger): Promise<Covered[]> {
  const sources = await ledger.rows<Covered & { source_no: number; skipped: number }>({ name: 'sizes', sql: SOURCES });
  const ranges = await ledger.rows<Range>({ name: 'ranges', sql: RANGES });
  return sources.map(({ source_no, path, member, format, size, skipped }) => {
    const { covered, twice } = union(ranges.filter((range) => range.source_no === source_no));
    return { path, member, format, size, left: size - covered - skipped, twice };
  });
}

/** @param ranges ascending, of two that begin together the longer one first */
function union(ranges: readonly Range[]): { covered: number; twice: number } {
  let covered = 0;
  let twice = 0;
  let end = 0;
  for (const { byte_offset: from, byte_length: length } of ranges) {
    const to = from + length;
    // What begins inside must end inside too.
    if (from < end && to > end) twice += end - from;
    covered += Math.max(0, to - Math.max(from, end));
    end = Math.max(end, to);
  }
  return { covered, twice };
}
