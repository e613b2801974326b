/** Encoded words in headers (RFC 2047, with the language of RFC 2231, 5), as programs write them: adjacent, split, broken. */
import { charsetText, guessed } from './charset.ts';

interface Word {
  readonly charset: string;
  readonly bytes: Buffer;
  /** Place after the word. */
  readonly end: number;
}

/** Charsets with states: each word ends in the first one, and the marks of that between joined words are an error. */
const STATEFUL = /^(?:iso-2022|utf-?7|hz-gb)/;

/** Longest text of one encoded word; RFC 2047 allows 75, programs write whole subjects into one. */
const LONGEST = 5000;

/**
 * The text of a header value: unfolded, encoded words decoded, raw bytes guessed, controls turned into spaces, white
 * space at the ends cut.
 * @param raw Latin-1 text as it stands in the header
 */
export function headerText(raw: string): string {
  return plainText(raw) ?? tidy(decodeWords(raw));
}

/** The text of a value that is ASCII without controls, encoded words and line ends inside, as most are; null for others. */
function plainText(raw: string): string | null {
  let start = 0;
  let end = raw.length;
  while (start < end && raw.charCodeAt(start) === 32) start++;
  while (end > start && raw.charCodeAt(end - 1) === 32) end--;
  for (let i = start; i < end; i++) {
    const code = raw.charCodeAt(i);
    if (code < 32 || code > 126 || (code === 61 && raw.charCodeAt(i + 1) === 63)) return null;
  }
  return raw.slice(start, end);
}

/**
 * Decodes the encoded words of a text and leaves all else as it is.
 * White space between two encoded words belongs to neither (RFC 2047, 6.2). Bytes of adjacent words in one charset are
 * joined before they are decoded: many programs cut characters in two.
 */
export function decodeWords(raw: string): string {
  let at = raw.indexOf('=?');
  if (at === -1) return guessed(raw);
  let text = '';
  let done = 0;
  let waiting: { charset: string; bytes: Buffer[] } | null = null;
  while (at !== -1) {
    const word = wordAt(raw, at);
    if (word === null) {
      at = raw.indexOf('=?', at + 2);
      continue;
    }
    const between = raw.slice(done, at);
    const adjacent: boolean = waiting !== null && /^[ \t\r\n]*$/.test(between);
    if (waiting !== null && adjacent && waiting.charset === word.charset && !STATEFUL.test(word.charset)) {
      waiting.bytes.push(word.bytes);
    } else {
      if (waiting !== null) text += charsetText(Buffer.concat(waiting.bytes), waiting.charset);
      if (!adjacent) text += guessed(between);
      waiting = { charset: word.charset, bytes: [word.bytes] };
    }
    done = word.end;
    at = raw.indexOf('=?', done);
  }
  if (waiting !== null) text += charsetText(Buffer.concat(waiting.bytes), waiting.charset);
  return text + guessed(raw.slice(done));
}

/** The encoded word that begins at a place, if one does. */
function wordAt(raw: string, at: number): Word | null {
  const charsetEnd = raw.indexOf('?', at + 2);
  if (charsetEnd === -1 || charsetEnd === at + 2 || charsetEnd - at > 60) return null;
  const encoding = raw[charsetEnd + 1];
  if (encoding === undefined || !'bBqQ'.includes(encoding) || raw[charsetEnd + 2] !== '?') return null;
  const charset = raw
    .slice(at + 2, charsetEnd)
    .replace(/\*.*$/s, '')
    .toLowerCase();
  if (!/^[\w.:+-]+$/.test(charset)) return null;
  const start = charsetEnd + 3;
  const rest = raw.slice(start, start + LONGEST);
  let end = rest.indexOf('?=');
  // A header that was cut off, or one cut by a program that counts characters: what is there is still text.
  const cut = end === -1;
  if (cut) end = rest.length;
  const body = rest.slice(0, end);
  // Another word begins before this one ends: its end was lost.
  if (/[ \t\r\n]=\?[\w.:+-]+\?[bq]\?/i.test(body)) return null;
  if (cut && /[ \t\r\n]/.test(body.trimEnd())) return null;
  const bytes = encoding === 'b' || encoding === 'B' ? Buffer.from(body, 'base64') : fromQ(body);
  return { charset, bytes, end: start + end + (cut ? 0 : 2) };
}

function fromQ(body: string): Buffer {
  const bytes = Buffer.alloc(body.length);
  let length = 0;
  for (let i = 0; i < body.length; i++) {
    const code = body.charCodeAt(i);
    const value = code === 61 ? Number.parseInt(body.slice(i + 1, i + 3), 16) : Number.NaN;
    if (code === 61 && /^[0-9a-f]{2}$/i.test(body.slice(i + 1, i + 3))) {
      bytes[length++] = value;
      i += 2;
    } else bytes[length++] = code === 95 ? 32 : code;
  }
  return bytes.subarray(0, length);
}

/** Line ends and other controls turned into single spaces, white space at the ends cut. */
export function tidy(text: string): string {
  if (isTidy(text)) return text;
  // Run by run: one pattern for both would take the square of a long run of spaces.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what is replaced
  return text.replace(/[\u0000-\u0020\u007f]+/g, (run) => (/^ +$/.test(run) ? run : ' ')).trim();
}

function isTidy(text: string): boolean {
  const length = text.length;
  if (length === 0) return true;
  if (text.charCodeAt(0) <= 32 || text.charCodeAt(length - 1) <= 32) return false;
  for (let i = 0; i < length; i++) {
    const code = text.charCodeAt(i);
    if (code < 32 || code === 127) return false;
  }
  const last = text.charCodeAt(length - 1);
  return last !== 0xa0 && last !== 0xfeff && text.charCodeAt(0) !== 0xa0;
}
