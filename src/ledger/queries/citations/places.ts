/** Where records and sources stand. */
import type { Query } from '../../ledger.ts';

/** Records $from to $to (exclusive) by number. */
export const RECORD_PAGE: Query = {
  name: 'record-page',
  sql: `select record_no, source_no, byte_offset, byte_length, part from record
    where record_no >= $from and record_no < $to order by record_no`,
};

/** Sources $from to $to (exclusive) by number. */
export const SOURCE_PAGE: Query = {
  name: 'source-page',
  sql: `select source_no, path, member, sha256, size from source
    where source_no >= $from and source_no < $to order by source_no`,
};

/**
 * Files that sources stand in, in the order of the sources, without what could not be opened when it was taken in.
 * @returns path, file_sha256, source_no, protected, entry
 */
export const SOURCE_FILES: Query = {
  name: 'source-files',
  sql: `select path, file_sha256, min(source_no) as source_no, bool_or(coalesce(protected, false)) as protected,
      min(entry) as entry
    from source where file_sha256 <> '' group by path, file_sha256 order by min(source_no)`,
};

/** Sources from number $from on, at most $most. */
export const SOURCES_FROM: Query = {
  name: 'sources-from',
  sql: `select source_no, path, member, sha256, size, coalesce(protected, false) as protected, entry from source
    where source_no >= $from and file_sha256 <> '' order by source_no limit $most`,
};

/** Records from number $from up to $to (exclusive) as places, in the order of sources and files. */
export const RANGES: Query = {
  name: 'cited-ranges',
  sql: `select record_no, source_no, byte_offset, byte_length from record
    where record_no >= $from and record_no < $to order by record_no`,
};

export const RECORD_COUNT: Query = {
  name: 'record-count',
  sql: 'select coalesce(max(record_no) + 1, 0) as records from record',
};
