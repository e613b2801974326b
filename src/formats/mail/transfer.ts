/** Transfer encodings (RFC 2045, 6). */

/** How the bytes of a part are written. */
export type Transfer = 'identity' | 'base64' | 'quoted-printable' | 'unknown';

/**
 * The transfer encoding that a field names.
 * @param raw value of Content-Transfer-Encoding, empty when there is none
 */
export function transferOf(raw: string): Transfer {
  if (raw === '') return 'identity';
  const known = seen.get(raw);
  if (known !== undefined) return known;
  const read = readTransfer(raw);
  if (seen.size < 1000 && raw.length < 100) seen.set(raw, read);
  return read;
}

/** The same few values stand in all messages. */
const seen = new Map<string, Transfer>();

function readTransfer(raw: string): Transfer {
  const name = raw
    .trim()
    .replace(/[;(].*$/s, '')
    .trim()
    .toLowerCase();
  if (name === 'base64') return 'base64';
  if (name === 'quoted-printable') return 'quoted-printable';
  // 7bit, 8bit, binary and their misspellings leave the bytes alone; uuencode and inventions do not.
  return /^(?:|\d+[ -]?bits?|binary|none|us-ascii)$/.test(name) ? 'identity' : 'unknown';
}

/**
 * Undoes a transfer encoding.
 * @param bytes hold the part between two places
 * @returns a copy, or for identity the bytes themselves
 */
export function decodeTransfer(bytes: Buffer, start: number, end: number, transfer: Transfer): Buffer {
  if (transfer === 'base64') return fromBase64(bytes.subarray(start, end));
  if (transfer === 'quoted-printable') return fromQuotedPrintable(bytes, start, end);
  return bytes.subarray(start, end);
}

/** Encoded texts one behind the other that are told apart in one part. */
const MOST_PIECES = 1000;

/**
 * Padding ends an encoded text, and the decoder of Node with it; but programs that add a footer, or encode a file in
 * blocks, put another one behind it.
 */
function fromBase64(bytes: Buffer): Buffer {
  const pieces: Buffer[] = [];
  // Characters that are no digits are passed over (RFC 2045, 6.8); the decoder of Node takes two of them for the digits
  // of base64url, and a stray one would shift all that follows.
  const isOdd = bytes.includes(HYPHEN) || bytes.includes(UNDERSCORE);
  for (let at = 0; at < bytes.length; ) {
    const padding = pieces.length < MOST_PIECES ? bytes.indexOf(PADDING, at) : -1;
    const end = padding === -1 ? bytes.length : padding;
    const text = bytes.toString('latin1', at, end);
    pieces.push(Buffer.from(isOdd ? text.replace(/[-_]+/g, '') : text, 'base64'));
    at = end;
    while (at < bytes.length && (bytes[at] === PADDING || bytes[at]! <= 32)) at++;
  }
  return pieces.length === 1 ? pieces[0]! : Buffer.concat(pieces);
}

const PADDING = 61;
const HYPHEN = 45;
const UNDERSCORE = 95;

/** Value of a hex digit by its code, −1 for others. */
const HEX = new Int8Array(256).fill(-1);
for (const [index, digit] of [...'0123456789abcdef'].entries()) {
  HEX[digit.charCodeAt(0)] = index;
  HEX[digit.toUpperCase().charCodeAt(0)] = index;
}

/**
 * An "=" that begins neither two digits nor a line end stays as it is (RFC 2045, 6.7, note on robustness). Byte by byte:
 * every line has an "=", and to call for the copy of a line costs more than to copy it.
 */
function fromQuotedPrintable(bytes: Buffer, start: number, end: number): Buffer {
  const decoded = Buffer.allocUnsafe(end - start);
  let length = 0;
  let at = start;
  while (at < end) {
    const byte = bytes[at]!;
    if (byte !== 61) {
      decoded[length++] = byte;
      at++;
      continue;
    }
    const high = at + 2 < end ? HEX[bytes[at + 1]!]! : -1;
    const low = at + 2 < end ? HEX[bytes[at + 2]!]! : -1;
    if (high !== -1 && low !== -1) {
      decoded[length++] = high * 16 + low;
      at += 3;
      continue;
    }
    const next = softBreak(bytes, at, end);
    if (next === at) decoded[length++] = 61;
    at = Math.max(next, at + 1);
  }
  return decoded.subarray(0, length);
}

/** Place after a soft line break that begins at a place; the place itself when none does. */
function softBreak(bytes: Buffer, at: number, end: number): number {
  let next = at + 1;
  while (next < end && (bytes[next] === 32 || bytes[next] === 9)) next++;
  if (next < end && bytes[next] === 13) next++;
  if (next < end && bytes[next] === 10) return next + 1;
  return next >= end ? end : at;
}
