/** Finds out the charset of a file that does not name it. */
import { isAscii, isUtf8 } from 'node:buffer';
import { analyse } from 'chardet';
import { charsetOf } from './charset-names.ts';
import type { Head, Input } from './input.ts';
import { decode } from './text.ts';
import { WESTERN, westernScores } from './western.ts';

/** A charset, how sure it is, and why. */
export interface Sniffed {
  /** A name that {@link decode} takes. */
  readonly encoding: string;
  /** Bytes of the byte-order mark in front, 0 for none. */
  readonly bom: number;
  /** 0 to 1. */
  readonly confidence: number;
  /** One plain sentence. */
  readonly reason: string;
}

const SAMPLE = 65_536;
const PIECE = 1024 * 1024;

/** Charsets of other scripts that may be believed of the statistical detector; for the Western ones see western.ts. */
const FOREIGN =
  /^(shift_jis|big5|euc-jp|euc-kr|gb18030|iso-2022-jp|windows-125[01]|windows-125[3-6]|iso-8859-[256789]|koi8-r)$/;

/** ISO charsets that have a Windows superset, which files mostly are. (ISO-8859-2, -5 and -6 have none.) */
const WINDOWS_FOR: { readonly [label: string]: string } = {
  'iso-8859-7': 'windows-1253',
  'iso-8859-8': 'windows-1255',
  'iso-8859-9': 'windows-1254',
};

/**
 * The charset of a file by its beginning. The head may end inside a character.
 *
 * @param head the first bytes of the file; what follows is not known, see {@link sniffInput}
 */
function sniffEncoding(head: Head): Sniffed {
  const { bytes } = head;
  const marked = byMark(bytes);
  if (marked !== null) return marked;
  const utf16 = byZeros(bytes);
  if (utf16 !== null) return utf16;
  const whole = bytes.length >= head.size ? bytes : bytes.subarray(0, bytes.length - cutLength(bytes));
  if (isAscii(whole)) {
    if (isJapanese7Bit(whole)) return found('iso-2022-jp', 0.95, 'Escape sequences of ISO-2022-JP.');
    const sure = bytes.length >= head.size ? 1 : 0.8;
    return found('utf-8', sure, sure === 1 ? 'Only ASCII characters.' : 'Only ASCII characters in the part looked at.');
  }
  if (isUtf8(whole)) return found('utf-8', 0.99, 'Valid UTF-8 with characters beyond ASCII.');
  return byContent(whole);
}

/**
 * The charset of a whole file: like {@link sniffEncoding}, but where the beginning is all ASCII or UTF-8 the rest is looked
 * through as well, since the first accent of a table may stand in its last row. Reads the file once at most, in pieces.
 */
export function sniffInput(input: Input): Sniffed {
  const head = { name: input.name, bytes: input.read(0, SAMPLE), size: input.size };
  const first = sniffEncoding(head);
  if (first.encoding !== 'utf-8' || first.bom > 0 || input.size <= SAMPLE || first.confidence < 0.8) return first;
  let ascii = true;
  let offset = 0;
  const piece = Buffer.allocUnsafeSlow(PIECE);
  while (offset < input.size) {
    const got = input.readInto(piece, 0, offset, PIECE);
    if (got === 0) break;
    const rest = offset + got < input.size ? cutLength(piece.subarray(0, got)) : 0;
    const part = piece.subarray(0, got - rest);
    if (!isAscii(part)) {
      ascii = false;
      if (!isUtf8(part)) return byContent(aroundFirstInvalid(part));
    }
    offset += part.length;
  }
  return ascii
    ? found('utf-8', 1, 'Only ASCII characters.')
    : found('utf-8', 0.99, 'Valid UTF-8 with characters beyond ASCII, to the end.');
}

/** By the byte-order mark (Unicode Standard, section 23.8). */
function byMark(bytes: Uint8Array): Sniffed | null {
  const [a, b, c, d] = bytes;
  const marked = (encoding: string, bom: number): Sniffed => ({
    encoding,
    bom,
    confidence: 1,
    reason: 'A byte-order mark.',
  });
  if (a === 0xef && b === 0xbb && c === 0xbf) return marked('utf-8', 3);
  if (a === 0xff && b === 0xfe && !(c === 0 && d === 0 && bytes.length % 4 === 0)) return marked('utf-16le', 2);
  if (a === 0xfe && b === 0xff) return marked('utf-16be', 2);
  return null;
}

/**
 * UTF-16 without a mark. The upper byte of a character is small in every alphabet (Latin 0, Greek 3, Cyrillic 4, Hebrew 5,
 * Arabic 6), and no text in another charset has such bytes at all. Chinese and Japanese are not found this way.
 */
function byZeros(bytes: Uint8Array): Sniffed | null {
  const half = Math.floor(bytes.length / 2);
  if (half < 2) return null;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < half; i++) {
    if (bytes[2 * i]! < 9) even++;
    if (bytes[2 * i + 1]! < 9) odd++;
  }
  if (odd > 0.6 * half && even < 0.1 * half) return found('utf-16le', 0.9, 'Every second byte is small, as in UTF-16.');
  if (even > 0.6 * half && odd < 0.1 * half)
    return found('utf-16be', 0.9, 'Every first byte of two is small, as in UTF-16.');
  return null;
}

/** Not UTF-8 as a whole: damaged UTF-8, another script, or one of the Western charsets. */
function byContent(bytes: Uint8Array): Sniffed {
  const text = decode(bytes, 'utf-8').text;
  const lost = text.split('\ufffd').length - 1;
  const beyond = text.replace(/[\0-\x7f\ufffd]+/g, '').length;
  if (beyond >= 20 * lost) return found('utf-8', 0.8, `UTF-8 but for ${lost} damaged characters.`);
  const scores = westernScores(bytes);
  const best = scores.reduce((a, _, i) => (scores[i]! > scores[a]! + 0.15 ? i : a), 0);
  const foreign = foreignGuess(bytes);
  // Mostly letters in the middle of Western words: that is no other script, whatever the statistics say.
  if (scores[best]! < 0.45 && foreign !== null) return foreign;
  const name = WESTERN[best]!;
  const reason =
    best === 0
      ? 'Not UTF-8; its 8-bit bytes read as Western European text.'
      : `Not UTF-8; its 8-bit bytes make words in ${name}, not in ${WESTERN[0]}.`;
  return found(name, scores[best]! >= 0.45 ? 0.8 : 0.4, reason);
}

function foreignGuess(bytes: Uint8Array): Sniffed | null {
  for (const match of analyse(bytes)) {
    const charset = charsetOf(match.name);
    if (charset.kind !== 'decoder' || match.confidence < 20) continue;
    if (!FOREIGN.test(charset.label)) continue;
    const label = WINDOWS_FOR[charset.label] ?? charset.label;
    if (decode(bytes, label).problem !== null) continue;
    return found(label, match.confidence / 100, `Not UTF-8; letter frequencies are those of ${match.name}.`);
  }
  return null;
}

/** Whether a text without 8-bit bytes switches to Japanese by escape sequences (RFC 1468). */
function isJapanese7Bit(bytes: Uint8Array): boolean {
  return Buffer.from(bytes).includes('\x1b$') && decode(bytes, 'iso-2022-jp').problem === null;
}

/** Some context on both sides of the first byte that no UTF-8 text can have there. */
function aroundFirstInvalid(bytes: Buffer): Buffer {
  let valid = 0;
  let end = bytes.length;
  while (end - valid > 1) {
    // Bisect on line ends or, failing those, anywhere: a cut character only moves the sample by a few bytes.
    const middle = valid + Math.floor((end - valid) / 2);
    if (isUtf8(bytes.subarray(0, middle - cutLength(bytes.subarray(0, middle))))) valid = middle;
    else end = middle;
  }
  const start = Math.max(0, valid - SAMPLE / 4);
  return bytes.subarray(start, start + SAMPLE);
}

/** How many bytes at the end belong to a UTF-8 character that is not complete. */
function cutLength(bytes: Uint8Array): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back]!;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0;
  }
  return 0;
}

function found(encoding: string, confidence: number, reason: string): Sniffed {
  return { encoding, bom: 0, confidence, reason };
}
