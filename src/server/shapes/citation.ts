/** Where something stands, as every page cites it. */

/** A record in its source. */
export interface Cited {
  /** Whole id, r: and 16 hex digits: the address is /records/ID. */
  readonly record: string;
  /** Path as in the case; of a protected source its number alone. */
  readonly source: string;
  /** Member of an archive; '' for the file itself. */
  readonly member: string;
  /** Bytes from the start of the file or member, and how many; null where there are none to show. */
  readonly bytes: readonly [offset: number, length: number] | null;
  /** Row of a table from 1; null where there are none. */
  readonly row: number | null;
  /** One line for people and for the clipboard, such as `sources/carrier-a.csv, row 88`. */
  readonly text: string;
}
