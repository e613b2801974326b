/** Where commands print: rows and documents to standard output, words and progress to standard error. */
import type { Bounds } from '../../model/bounds.ts';
import type { Line } from './line.ts';

export const ROW_FORMATS = ['table', 'csv', 'json', 'jsonl'] as const;
export type RowFormat = (typeof ROW_FORMATS)[number];

/** A value for machines. Bounds are written {"min","max"}; ids are text; times are ISO 8601 with offset (isoTime). */
export type Json =
  | null
  | boolean
  | number
  | string
  | Bounds
  | readonly Json[]
  | { readonly [key: string]: Json | undefined };

/** A column of rows. */
export interface Column<Row> {
  /** Key in JSON and heading in CSV: lower case, words joined by `_`. */
  readonly key: string;
  /** Heading in a table; without it the key with spaces. Null: not in tables. */
  readonly title?: string | null;
  /** For machines: JSON, and CSV where it is no object. */
  value(row: Row): Json;
  /** For people, in tables; without it the value as text (bounds as 18–21, null as nothing, lists with commas). */
  text?(row: Row): Line;
  /** Side in a table; without it numbers and bounds stand right. */
  readonly align?: 'left' | 'right';
  /** What happens in a narrow terminal: wrapped (without it), cut with …, or kept whole (ids, counts, times). */
  readonly fit?: 'wrap' | 'cut' | 'keep';
}

export interface RowsOptions {
  /** Printed in place of a table without rows, never in JSON or CSV; says how far "none" reaches. */
  readonly empty?: Line;
  /** Lines under a table, on standard output with it; in other formats they go to standard error as words. */
  readonly notes?: readonly Line[];
}

/** Work that takes longer: shown on standard error, often on a terminal, rarely elsewhere. */
export interface Progress {
  /**
   * @param label what is being done, such as the path of a source
   * @param done how much of it, in `unit`
   * @param total null when unknown: then there is no time left
   */
  update(label: string, done?: number, total?: number | null, unit?: string): void;
  /** Removes the line. To be called before other words are printed, and at the end. */
  clear(): void;
}

export interface Output {
  readonly format: RowFormat;
  /** Columns of the terminal that standard output is; null when it is none (then nothing is cut). */
  readonly width: number | null;
  /**
   * Prints rows in the chosen format. CSV and JSON are streamed; tables hold at most the first thousand back.
   * @returns how many rows there were
   */
  rows<Row>(
    columns: readonly Column<Row>[],
    rows: Iterable<Row> | AsyncIterable<Row>,
    options?: RowsOptions,
  ): Promise<number>;
  /**
   * Prints one thing: lines for people as a table would be, one JSON value for machines (also where CSV was asked for).
   * @param value for machines
   * @param lines for people; indented and wrapped by the caller, made harmless here
   */
  document(value: Json, lines: () => readonly Line[]): Promise<void>;
  /** Prints bytes as they are to standard output, for `cite` in a pipe. On a terminal use `document`. */
  bytes(bytes: Uint8Array): Promise<void>;
  /** One line to standard error. */
  words(line: Line): void;
  progress(): Progress;
}
