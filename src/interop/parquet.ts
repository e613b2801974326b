/** Contacts as Parquet: the same fields as JSON, with types. */
import { type ParquetType, writeParquet } from '../ledger/parquet.ts';
import type { ContactRow } from './contact-row.ts';

const END: ParquetType = {
  name: 'VARCHAR',
  address: 'VARCHAR',
  party: 'VARCHAR',
  grade: 'VARCHAR',
  role: 'VARCHAR',
};

const COLUMNS: { readonly [column in keyof ContactRow]: ParquetType } = {
  id: 'VARCHAR',
  time: 'VARCHAR',
  until: 'VARCHAR',
  earliest: 'INSTANT',
  latest: 'INSTANT',
  precision: 'VARCHAR',
  channel: 'VARCHAR',
  from: [END],
  to: [END],
  duration: 'INTEGER',
  state: 'VARCHAR',
  duties: [{ duty: 'VARCHAR', holder: 'VARCHAR', audience: 'VARCHAR', state: 'VARCHAR', deadline: 'VARCHAR' }],
  counts: 'VARCHAR',
  witnesses: [
    {
      record: 'VARCHAR',
      source: 'VARCHAR',
      citation: 'VARCHAR',
      sha256: 'VARCHAR',
      row: 'INTEGER',
      bates: 'VARCHAR',
    },
  ],
  subject: 'VARCHAR',
  flags: ['VARCHAR'],
  rule: 'VARCHAR',
};

/**
 * Writes contacts to a file.
 * @param path overwritten when it is there
 * @throws Error when it cannot be written
 */
export function parquetTo(path: string, pages: AsyncIterable<readonly ContactRow[]>): Promise<void> {
  return writeParquet(path, COLUMNS, pages);
}
