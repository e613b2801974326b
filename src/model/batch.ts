/**
 * Column batches: how readers hand over records without making an object for each.
 * Every column of a table has `rows` entries and is a typed array whose buffer belongs to the batch alone, so that it
 * can be moved between threads. Unknown numbers are NaN in float columns and −1 in integer columns.
 */
import type { AddressKind } from './record.ts';

/** rows × 17 columns. Rows stand in the order of their place in the file. */
export interface RecordColumns {
  rows: number;
  /** Place in RECORD_KINDS. */
  kind: Uint8Array;
  /** Bytes from the start of the file or member. */
  offset: Float64Array;
  /** Bytes. */
  length: Float64Array;
  /** Row of a table from 1, else 0. */
  row: Int32Array;
  /** Recurrence instance or quoted message from 1, else 0. */
  part: Int32Array;
  /** Earliest instant, epoch seconds UTC; NaN unknown. */
  earliest: Float64Array;
  /** Latest instant, epoch seconds UTC; NaN unknown. */
  latest: Float64Array;
  /** Minutes east of UTC as written or by the zone; −32768 unknown. */
  offsetMinutes: Int16Array;
  /** Place in PRECISIONS. */
  precision: Uint8Array;
  /** Place in ZONE_ORIGINS. */
  zone: Uint8Array;
  /** Place in PLAUSIBILITIES. */
  plausibility: Uint8Array;
  /** Seconds; −1 unknown. */
  duration: Int32Array;
  /** Bits of FLAG. */
  flags: Int32Array;
  /** One-to-one records (calls) carry their two ends here and no participant rows: address number of the caller; −1 none. */
  a: Int32Array;
  /** Address number of the callee; −1 none. */
  b: Int32Array;
  /** Lower and upper half of the 64-bit hash of the Message-ID; both 0 for none. */
  idLow: Uint32Array;
  idHigh: Uint32Array;
}

/** rows × 6 columns; `record` is non-decreasing. */
export interface ParticipantColumns {
  rows: number;
  /** Row in RecordColumns of the same batch. */
  record: Int32Array;
  /** Place in ROLES. */
  role: Uint8Array;
  /** Address number in the reader's dictionary. */
  address: Int32Array;
  /** Text number of the display name, −1 none. */
  name: Int32Array;
  /** Text number of the organisation, −1 none. */
  organisation: Int32Array;
  /** Place in ATTENDANCE. */
  attendance: Uint8Array;
}

/** rows × 3: which Message-IDs a record refers to, as 64-bit hashes. */
export interface ReferenceColumns {
  rows: number;
  record: Int32Array;
  low: Uint32Array;
  high: Uint32Array;
}

/** rows × 4: pairs of addresses that the mail system itself shows to be one account. */
export interface EquationColumns {
  rows: number;
  record: Int32Array;
  a: Int32Array;
  b: Int32Array;
  /** Number of the text by which it calls the account; −1 none. */
  name: Int32Array;
}

/**
 * A batch from one file. Address and text numbers are the reader's own, dense from 0 over the life of one
 * BatchBuilder; entries that are new since the builder's previous batch travel with the batch.
 */
export interface RecordBatch {
  records: RecordColumns;
  participants: ParticipantColumns;
  references: ReferenceColumns;
  equations: EquationColumns;
  /** Subject per record; null where none; the whole column null where no record has one. */
  subjects: (string | null)[] | null;
  /** JSON of a record's extras; null where none; the whole column null where no record has any. */
  extras: (string | null)[] | null;
  /** New dictionary entries, in number order, the first of which has number `firstAddress`. */
  firstAddress: number;
  addressKinds: AddressKind[];
  addressRaws: string[];
  firstText: number;
  texts: string[];
}
