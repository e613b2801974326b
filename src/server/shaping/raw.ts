/** Raw bytes of a record as windows of text. */
import { isUtf8 } from 'node:buffer';
import type { Input } from '../../bytes/input.ts';
import type { CitedRow } from '../../ledger/queries/citations/cited.ts';
import type { RawPiece, RawWindow } from '../shapes/record.ts';

/** Context before and behind a record, bytes. */
const CONTEXT = 600;
const LF = 10;

/** Whether a byte continues a character of UTF-8. */
const continues = (byte: number | undefined): boolean => byte !== undefined && (byte & 0xc0) === 0x80;

/** The end of a window, drawn back to where a character begins; at most three bytes. */
function wholeEnd(bytes: Buffer, end: number): number {
  let at = end;
  while (at > end - 4 && at > 0 && continues(bytes[at])) at--;
  return at === 0 || continues(bytes[at]) ? end : at;
}

function textOf(bytes: Buffer, encoding: 'utf-8' | 'latin1'): string {
  return bytes.toString(encoding === 'utf-8' ? 'utf8' : 'latin1');
}

/** Context before a record: from the start of a line, where one begins in it. */
function before(input: Input, offset: number): Buffer {
  const from = Math.max(0, offset - CONTEXT);
  const bytes = input.read(from, offset - from);
  const line = from === 0 ? -1 : bytes.indexOf(LF);
  return line === -1 ? bytes : bytes.subarray(line + 1);
}

function behind(input: Input, end: number): Buffer {
  const bytes = input.read(end, CONTEXT);
  const line = bytes.lastIndexOf(LF);
  return line === -1 || bytes.length < CONTEXT ? bytes : bytes.subarray(0, line + 1);
}

/** A window that shows nothing, and why. */
export function noWindow(fault: string): RawWindow {
  return { offset: 0, length: 0, total: 0, at: 0, encoding: 'utf-8', pieces: [], next: null, fault };
}

/**
 * A window of the bytes of a record.
 * @param input the file or member that it stands in
 * @param offset bytes from the start of the record
 * @param length bytes that are wanted; the window ends where a character does
 */
export function rawWindow(row: CitedRow, input: Input, offset: number, length: number): RawWindow {
  const total = row.byte_length;
  const start = Math.min(offset, total);
  // One byte more than is shown says whether a character goes on.
  const read = input.read(row.byte_offset + start, Math.min(length + 1, total - start));
  const size = read.length > length ? wholeEnd(read, length) : read.length;
  const bytes = read.subarray(0, size);
  const encoding = isUtf8(bytes) ? 'utf-8' : 'latin1';
  const next = start + size < total && size > 0 ? start + size : null;
  const context = (piece: Buffer): RawPiece[] =>
    piece.length === 0 ? [] : [{ cited: false, text: textOf(piece, isUtf8(piece) ? 'utf-8' : 'latin1') }];
  return {
    offset: start,
    length: size,
    total,
    at: row.byte_offset + start,
    encoding,
    pieces: [
      ...(start === 0 ? context(before(input, row.byte_offset)) : []),
      { cited: true, text: textOf(bytes, encoding) },
      ...(next === null ? context(behind(input, row.byte_offset + total)) : []),
    ],
    next,
    fault: null,
  };
}
