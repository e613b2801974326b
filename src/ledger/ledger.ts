/**
 * The store behind one narrow interface. Nothing above this folder knows which engine keeps the ledger.
 * Queries are named and stand one to a file in queries/.
 */
export interface Query {
  readonly name: string;
  /** One statement, or several separated by semicolons for `run`. Parameters are named: $from. */
  readonly sql: string;
}

export type Value = string | number | bigint | boolean | null;
export type Row = { readonly [column: string]: Value };
export type Parameters = Readonly<{ [name: string]: Value }>;

/** A column of query results. Integers of 32 bits and less and floats come as typed arrays; null is the type's −1 or NaN. */
export type ColumnData =
  | Int32Array
  | Float64Array
  | BigInt64Array
  | BigUint64Array
  | (string | null)[]
  | (boolean | null)[];

/** Fills one table over a longer time. */
export interface TableWriter {
  /** Appends columns of equal length, matched by name; columns that are left out become null. */
  write(rows: number, columns: Readonly<{ [column: string]: ArrayLike<Value> }>): void;
  close(): void;
}

export interface Ledger {
  /** Runs statements for their effect. */
  run(query: Query, parameters?: Parameters): Promise<void>;
  /** All rows; BIGINT comes as number, UBIGINT (ids) as bigint, lists as JSON text. For results that fit a screen or a page. */
  rows<T = Row>(query: Query, parameters?: Parameters): Promise<T[]>;
  /**
   * Whole columns, for millions of rows: integers (≤ 32 bits, booleans as 0/1) as Int32Array with null as −2147483648,
   * BIGINT and DOUBLE as Float64Array with null as NaN, UBIGINT as BigUint64Array with null as 0, text as arrays.
   */
  columns<T extends { [name: string]: unknown }>(query: Query, parameters?: Parameters): Promise<T & { rows: number }>;
  /** Appends columns of equal length to a table, matched by name; columns that are left out become null. */
  append(table: string, rows: number, columns: Readonly<{ [column: string]: ArrayLike<Value> }>): Promise<void>;
  /** The same for many appends to one table, in the transaction that is open. */
  writer(table: string): Promise<TableWriter>;
  /** Writes out what is in memory and closes; the ledger cannot be used afterwards. */
  close(): Promise<void>;
}

/** Null in an Int32Array column of `columns`. */
export const NULL_INT = -2147483648;
