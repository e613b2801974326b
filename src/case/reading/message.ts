/** What the main thread and its readers tell each other. Everything here can be moved between threads. */
import type { RecordBatch } from '../../model/batch.ts';
import type { Problem } from '../../model/problem.ts';
import type { EntryOptions } from './unit.ts';

export interface TaskFile {
  readonly path: string;
  readonly name: string;
}

/** Which part of an archive's members is read: blocks of neighbours, in turns; all parts together are the archive. */
export interface Share {
  /** From 0. */
  readonly part: number;
  readonly of: number;
}

/** What a reader is to do. */
export type Task =
  /** Reads whole files, or all members of archives, and hashes them. */
  | {
      readonly kind: 'files';
      readonly files: readonly TaskFile[];
      readonly options: EntryOptions;
      readonly spool: string;
      /** Of the only file, which is an archive and is hashed by another task. */
      readonly share?: Share;
    }
  /** Reads one piece of a file. */
  | {
      readonly kind: 'piece';
      readonly file: TaskFile;
      readonly format: string;
      readonly from: number;
      readonly to: number;
      readonly plan: string;
      readonly options: EntryOptions;
    }
  | { readonly kind: 'hash'; readonly file: TaskFile };

/**
 * What a reader tells, in the order of the file. Problems, skips and batches belong to the last source that began; joined
 * batches say themselves what they belong to.
 */
export type Event =
  | {
      readonly type: 'begin';
      readonly name: string;
      readonly member: string;
      readonly size: number;
      readonly format: string;
    }
  | { readonly type: 'batch'; readonly batch: RecordBatch }
  /** @see Joiner; sources are numbered from 0 in the order in which they began in the task, or since the last turn. */
  | { readonly type: 'joined'; readonly batch: RecordBatch; readonly sources: Int32Array }
  | { readonly type: 'problem'; readonly problem: Problem }
  | { readonly type: 'skip'; readonly rule: string; readonly items: number; readonly bytes: number }
  /** The last source was read to its end. */
  | { readonly type: 'end'; readonly sha256: string }
  /** A file, with everything in it, was read to its end. */
  | { readonly type: 'file'; readonly sha256: string }
  /** Of an archive that is read in parts: a block ends here, the next one is another part's. */
  | { readonly type: 'turn' }
  /** How many rows a piece had. */
  | { readonly type: 'rows'; readonly rows: number }
  | { readonly type: 'progress'; readonly bytes: number };

/** What a reader is told when it starts. */
export interface ReaderStart {
  /** Bytes that it is ahead of the main thread, as one number of 32 bits. */
  readonly ahead: SharedArrayBuffer;
  /** Folder of compiled programs, null where the main thread uses none. */
  readonly compiled: string | null;
}

/** What the reader of a task tells, parcel by parcel. */
export type Tellings = AsyncGenerator<readonly Event[]>;

/** From a reader: events of its task, with the memory that they hold; or the end of the task. */
export type Message =
  | { readonly task: number; readonly events: readonly Event[]; readonly held: number }
  | { readonly task: number; readonly done: true }
  /** The system refused something: what, and on which file. */
  | { readonly task: number; readonly failed: string; readonly code: string };

/** Bytes of events that a reader may be ahead of the main thread before it waits. */
export const AHEAD: number = 16 * 1024 * 1024;
