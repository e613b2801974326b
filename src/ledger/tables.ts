/**
 * The tables of a ledger, stage by stage. Each stage reads the tables above its own and writes only its own.
 * Conventions: `_no` columns are dense numbers of this build alone; ids are content hashes; times are epoch seconds UTC
 * as intervals [earliest, latest], null = unknown; enumerations are places in the lists of src/model.
 */
import { CONTACTS_TABLES } from './tables/contacts.ts';
import { COVERAGE_TABLES } from './tables/coverage.ts';
import { DISCLOSURES_TABLES } from './tables/disclosures.ts';
import { EVENTS_TABLES } from './tables/events.ts';
import { FINDINGS_TABLES } from './tables/findings.ts';
import { LIKENESS_TABLES } from './tables/likeness.ts';
import { PARTIES_TABLES } from './tables/parties.ts';
import { RECORDS_TABLES } from './tables/records.ts';
import { SIGNATURE_TABLES } from './tables/signatures.ts';
import { SOURCING_TABLES } from './tables/sourcing.ts';
import { STATEMENTS_TABLES } from './tables/statements.ts';
import { SWITCHES_TABLES } from './tables/switches.ts';
import type { Table } from './tables/table.ts';

export const TABLES: readonly Table[] = [
  ...RECORDS_TABLES,
  ...SIGNATURE_TABLES,
  ...PARTIES_TABLES,
  ...LIKENESS_TABLES,
  ...CONTACTS_TABLES,
  ...COVERAGE_TABLES,
  ...DISCLOSURES_TABLES,
  ...SOURCING_TABLES,
  ...STATEMENTS_TABLES,
  ...SWITCHES_TABLES,
  ...EVENTS_TABLES,
  ...FINDINGS_TABLES,
];

/** Tables that stages fill: not those of the records, which come from segments. */
export const STAGE_TABLES: readonly Table[] = TABLES.filter((table) => !RECORDS_TABLES.includes(table));

/** @returns the SQL that makes a table, in place of one of that name */
export function createTable(table: Table): string {
  const columns = Object.entries(table.columns).map(([name, type]) => `"${name}" ${type}`);
  return `create or replace table "${table.name}" (${columns.join(', ')})`;
}

/** Tables by name. @throws RangeError for a name that is none */
export function tableNamed(name: string): Table {
  const table = TABLES.find((t) => t.name === name);
  if (table === undefined) throw new RangeError(`no such table: ${name}`);
  return table;
}
