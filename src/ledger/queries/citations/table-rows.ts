/** Rows of a table as text in its one order, for hashing and comparing. */
import type { Query } from '../../ledger.ts';
import type { Table } from '../../tables/table.ts';

/** Null as no value writes it. */
const NULL = `'~'`;

/** SQL for a column as text from which the value can be told: texts carry their length in bytes, numbers their digits. */
function written(name: string, type: string): string {
  const column = `"${name}"`;
  const text = type === 'VARCHAR' ? `concat(strlen(${column}), ':', ${column})` : `cast(${column} as varchar)`;
  return `case when ${column} is null then ${NULL} else ${text} end`;
}

/** SQL for a row as text. */
function line(table: Table): string {
  return `concat_ws(',', ${Object.entries(table.columns)
    .map(([name, type]) => written(name, type))
    .join(', ')})`;
}

/** Whether rows can be taken by ranges of the first column of the key. */
export function isNumbered(table: Table): boolean {
  return table.columns[table.key[0]!] === 'INTEGER';
}

/** Where a numbered table begins and ends: `low` and `high` of the first column of its key; null for an empty one. */
export function numberedRange(table: Table): Query {
  const first = `"${table.key[0]}"`;
  return {
    name: `range-of-${table.name}`,
    sql: `select min(${first}) as low, max(${first}) as high from "${table.name}"`,
  };
}

/** Rows with the number $from up to $to (exclusive); those without a number come with the first. */
function within(table: Table): string {
  if (!isNumbered(table)) return '';
  const first = `"${table.key[0]}"`;
  return `where (${first} >= $from and ${first} < $to) or ($lowest and ${first} is null)`;
}

/** Rows in the order of the key; rows of one key in the order of their text. Texts by their bytes. */
function order(table: Table): string {
  return [...table.key.map((name) => `"${name}" nulls first`), 'line'].join(', ');
}

/** All rows of a range as one text `text`, each ended by a line feed; null for none. */
export function joinedRows(table: Table): Query {
  return {
    name: `rows-of-${table.name}`,
    sql: `select string_agg(line, chr(10) order by ${order(table)}) as text
      from (select *, ${line(table)} as line from "${table.name}" ${within(table)})`,
  };
}

/** Rows of a range one by one: `key`, text of the columns of the key, and `line`, text of all columns. */
export function eachRow(table: Table): Query {
  const key = table.key.map((name) => `'${name} ', coalesce(cast("${name}" as varchar), 'none')`).join(`, ', ', `);
  return {
    name: `each-row-of-${table.name}`,
    sql: `select concat(${key}) as key, line from (select *, ${line(table)} as line from "${table.name}" ${within(table)})
      order by ${order(table)}`,
  };
}
