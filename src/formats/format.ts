/**
 * What a reader is. A reader is one file in this folder and one line in list.ts: it recognises its format by content
 * and turns bytes into records and problems. It sees no disk and no ledger.
 */
import type { Head, Input } from '../bytes/input.ts';
import type { RecordBatch } from '../model/batch.ts';
import type { Problem } from '../model/problem.ts';
import type { ReadOptions } from '../model/source.ts';

/** Where a reader puts what it finds. Batches of one file arrive in the order of the file. */
export interface RecordSink {
  /** Takes over a batch; its arrays belong to the sink afterwards. A promise means: wait before handing over more. */
  batch(batch: RecordBatch): void | Promise<void>;
  problem(problem: Problem): void;
  /**
   * Accounts for what is no record by rule: separator lines, header rows, blank rows, time-zone components.
   * @param rule stable lower-case words, the same for every file
   * @param items how many
   * @param bytes how many bytes they take that belong to no record and no problem
   */
  skip(rule: string, items: number, bytes: number): void;
  /** Bytes done so far, for progress. */
  progress(bytes: number): void;
}

/** How a file is cut: pieces lie between neighbouring cuts, which ascend from 0 to the file's length in bytes. */
export interface Division {
  readonly cuts: readonly number[];
  /** What every piece must know of the whole; the reader's own text. */
  readonly plan: string;
}

/** For readers of large files: pieces that are read apart, together giving what the whole gives. */
export interface Pieces {
  /**
   * @param length bytes of a piece that are wanted; cuts depend on nothing but the file, this and the options
   * @returns null when the file must stay whole
   */
  divide(input: Input, length: number, options: ReadOptions): Division | null;
  /**
   * Reads the items that begin in a piece. Row numbers count from the piece's first row.
   * @returns how many rows of a table the piece has, 0 where there are none
   */
  read(input: Input, from: number, to: number, sink: RecordSink, options: ReadOptions, plan: string): Promise<number>;
}

export interface Format {
  /** The word that `--as` takes. */
  readonly name: string;
  /** A few words for people. */
  readonly title: string;
  /** A paragraph for docs/formats.md: what is read, by which standard, with which limits. */
  readonly doc: string;
  /** Raise it when the records of unchanged bytes would change: old segments are then read again. */
  readonly version: number;
  /** How sure the reader is that the file is its own: 0 not at all, 1 certain. Looks at content first, at the name last. */
  recognize(head: Head): number;
  /**
   * Reads one file whole. Never throws for content.
   * Records + problems with severity 'failed' + skips account for every byte.
   */
  read(input: Input, sink: RecordSink, options: ReadOptions): void | Promise<void>;
  readonly pieces?: Pieces;
  /**
   * Shows a record as people read it: charset and transfer encoding undone, headers decoded. Optional: without it the
   * bytes are shown as text.
   * @param bytes the record's byte range
   * @param part the Place.part of the record
   */
  view?(bytes: Uint8Array, part: number): string;
}
