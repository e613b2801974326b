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
  /**
   * Shows a record as people read it: charset and transfer encoding undone, headers decoded. Optional: without it the
   * bytes are shown as text.
   * @param bytes the record's byte range
   * @param part the Place.part of the record
   */
  view?(bytes: Uint8Array, part: number): string;
}
