/** What the main thread and those that index text tell each other. Everything here can be moved between threads. */
import type { SourcePlace } from '../citations/source-files.ts';

/** Records of one shard in the order of their times; all columns have the same length. */
export interface ShardRows {
  /** Numbers in the segment of the text. */
  readonly record: Int32Array;
  /** Places in the task's sources; −1: there is nothing to read. */
  readonly source: Int32Array;
  /** Places in TEXT_WAYS. */
  readonly way: Uint8Array;
  /** Bytes from the start of the file or member, and how many. */
  readonly offset: Float64Array;
  readonly length: Float64Array;
  /** Epoch seconds UTC; NaN none, or one that a wrong clock wrote. */
  readonly time: Float64Array;
  readonly subject: readonly (string | null)[];
  /** JSON objects of texts. */
  readonly extras: readonly (string | null)[];
}

export interface ShardTask {
  /** Folder of the segment, in which the shard is made. */
  readonly folder: string;
  readonly shard: number;
  /** Whether its records have no time that is believed. */
  readonly doubtful: boolean;
  readonly rows: ShardRows;
  readonly sources: readonly SourcePlace[];
  /** Where unpacked members of archives are kept meanwhile. */
  readonly spool: string;
}

/** What came of the records of a shard, or of a whole segment. */
export interface TextTally {
  /** Records that can be found by their words. */
  readonly documents: number;
  /** Records whose bytes could not be read again. */
  readonly gone: number;
  /** Attachments that were read, in part at least. */
  readonly read: number;
  /** How many attachments were not read, by the reason. */
  readonly unread: Readonly<Record<string, number>>;
}

/** Bits of what is known of a record besides its words. */
export const TEXT_FACT = {
  /** It has attachments. */
  attachment: 1,
  /** Words of it were not read: of an attachment, or all of them because its bytes are gone. */
  unread: 2,
} as const;
