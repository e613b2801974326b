/** What a table of a ledger is. */
export interface Table {
  readonly name: string;
  readonly doc: string;
  readonly columns: Readonly<{ [column: string]: string }>;
  /** Columns that order its rows in one canonical way, for the table hash. */
  readonly key: readonly string[];
}
