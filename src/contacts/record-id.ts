/** Ids of records: hashes of where they stand. The ledger's SQL makes the same ones (ledger/queries/record-id.ts). */
import { createHash } from 'node:crypto';
import { pathText, type Step } from '../model/citation.ts';
import { RECORD_KINDS } from '../model/record.ts';

/** Where a record stands, as its row in the ledger says. */
export interface RecordPlace {
  /** Place in RECORD_KINDS. */
  readonly kind: number;
  /** Bytes from the start of the file or member. */
  readonly byte_offset: number;
  readonly byte_length: number;
  readonly row_no: number;
  readonly part: number;
}

/** Formats whose rows are cells without bytes of their own. */
export const CELL_FORMATS: readonly string[] = ['xlsx'];

const MESSAGE = RECORD_KINDS.indexOf('message');

/**
 * The steps from a file or archive member to a record in it.
 * @param format of the source
 */
export function recordSteps(place: RecordPlace, format: string): Step[] {
  const steps: Step[] = [{ range: [place.byte_offset, place.byte_length] }];
  if (place.row_no > 0 && (place.byte_length === 0 || CELL_FORMATS.includes(format))) steps.push({ row: place.row_no });
  if (place.part > 0) steps.push(place.kind === MESSAGE ? { quoted: place.part } : { instance: place.part });
  return steps;
}

/**
 * The id of a record: the second half of the MD5 of its file's SHA-256, a space and its path. MD5 because engines have it
 * in SQL and a record's evidence is the SHA-256 in the text, not the id.
 * @param file SHA-256 of the file, lower-case hex
 * @param member path of the archive member in the file, '' for the file itself
 * @returns 64 bits, as md5_number_lower gives them: the last eight bytes of the digest, the lowest first
 */
export function recordId(file: string, member: string, place: RecordPlace, format: string): bigint {
  const path = pathText(recordSteps(place, format));
  const text = `${file} ${member === '' ? path : `${member}/${path}`}`;
  return createHash('md5').update(text).digest().readBigUInt64LE(8);
}
