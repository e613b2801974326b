/** Places in a file: by path of keys, and by line and column. */

/** Keys of maps and places in lists, from the outside in. */
export type Path = readonly (string | number)[];

/** From 1; columns in UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}
