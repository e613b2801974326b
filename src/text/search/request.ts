/** What a search asks and answers. */
import type { Query } from '../query/ast.ts';

/** Records of each segment as sets of bits: record r stands in bit r & 7 of byte r >> 3; missing bytes are zero. */
export type RecordSets = readonly Uint8Array[];

export interface SearchRequest {
  readonly query: Query;
  /** For each condition of the query, which records fit, a set for each segment. */
  readonly conditions: readonly RecordSets[];
  /** Only these records are looked at; absent: all. */
  readonly within?: RecordSets;
  /** Hits of a page. */
  readonly limit: number;
  /** `next` of the page before; absent: the first page. */
  readonly after?: string;
  /** Hits are counted up to this many; where there are more, the answer is "at least" this many. */
  readonly countUpTo: number;
  /** Best first instead of newest first. */
  readonly rank?: boolean;
}

export interface Hit {
  /** Place of the segment in the list that was opened. */
  readonly segment: number;
  /** Number of the record in the segment. */
  readonly record: number;
  /** Epoch seconds UTC; NaN where the record has none. */
  readonly time: number;
  /** BM25F score; 0 when hits are not ranked. */
  readonly score: number;
}

export interface SearchPage {
  /** Newest first: dated ones by time, then by segment and record, all falling; those with doubtful times after them. */
  readonly hits: readonly Hit[];
  /** Goes into `after` for the next page; null when this is the last. */
  readonly next: string | null;
  /** Hits on all pages: how many, or at least how many. */
  readonly total: number;
  readonly exact: boolean;
  /** Where hits are ranked, how many were compared: all, or those of the newest shards; 0 otherwise. */
  readonly ranked: number;
}
