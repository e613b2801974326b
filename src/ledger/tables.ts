/**
 * The tables of a ledger, stage by stage. Each stage reads the tables above its own and writes only its own.
 * Conventions: `_no` columns are dense numbers of this build alone; ids are content hashes; times are epoch seconds UTC
 * as intervals [earliest, latest], null = unknown; enumerations are places in the lists of src/model.
 */
import { CONTACTS_TABLES } from './tables/contacts.ts';
import { DISCLOSURES_TABLES } from './tables/disclosures.ts';
import { PARTIES_TABLES } from './tables/parties.ts';
import { RECORDS_TABLES } from './tables/records.ts';
import type { Table } from './tables/table.ts';

export const TABLES: readonly Table[] = [
  ...RECORDS_TABLES,
  ...PARTIES_TABLES,
  ...CONTACTS_TABLES,
  ...DISCLOSURES_TABLES,
];

/** @returns the SQL that makes a table */
export function createTable(table: Table): string {
  const columns = Object.entries(table.columns).map(([name, type]) => `"${name}" ${type}`);
  return `create table "${table.name}" (${columns.join(', ')})`;
}

/** Tables by name. @throws RangeError for a name that is none */
export function tableNamed(name: string): Table {
  const table = TABLES.find((t) => t.name === name);
  if (table === undefined) throw new RangeError(`no such table: ${name}`);
  return table;
}
