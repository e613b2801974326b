/** Bytes of mail as text: by the charset that was named, or guessed where none was. */
import { isAscii } from 'node:buffer';
import { utf7Text } from './utf7.ts';

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const WINDOWS = new TextDecoder('windows-1252');

/**
 * Text of raw bytes in a header, which names no charset. RFC 6532 makes it UTF-8; older programs wrote what their
 * machine used, most often Windows-1252, which decodes any bytes.
 * @param latin1 one character a byte
 */
export function guessed(latin1: string): string {
  if (!hasHigh(latin1)) return latin1;
  const bytes = Buffer.from(latin1, 'latin1');
  try {
    return UTF8.decode(bytes);
  } catch {
    return WINDOWS.decode(bytes);
  }
}

function hasHigh(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    if (text.charCodeAt(i) > 127) return true;
  }
  return false;
}

/** Names that mail programs write and no list of charsets knows. */
const ALIASES: ReadonlyMap<string, string> = new Map([
  ['', 'utf-8'],
  ['unknown-8bit', 'utf-8'],
  ['default', 'utf-8'],
  ['default_charset', 'utf-8'],
  ['unknown', 'utf-8'],
  ['x-unknown', 'utf-8'],
  ['8bit', 'utf-8'],
  ['ansi_x3.4-1968', 'us-ascii'],
]);

/** Charsets in which bytes below 128 may be something else than ASCII. */
const NOT_ASCII = /utf-?(?:7|16|32)|^utf$|ucs|unicode|2022|hz|utf7|ebcdic|cp037|ibm|jis|gb|big5|ks_c|ksc|x-mac/;

const decoders = new Map<string, InstanceType<typeof TextDecoder> | null>();

/**
 * Text of bytes in a named charset; UTF-8 or Windows-1252, as it fits, where the name says nothing or is unknown, or where
 * bytes above 127 stand in what was called US-ASCII or UTF-8 and is not.
 * @param charset as written in the message
 */
export function charsetText(bytes: Uint8Array, charset: string): string {
  const lower = charset
    .trim()
    .replace(/^["']|["']$/g, '')
    .toLowerCase();
  const name = ALIASES.get(lower) ?? lower;
  if (isAscii(bytes) && !NOT_ASCII.test(name)) {
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  }
  if (name === 'us-ascii' || name === 'utf-8' || name === 'ascii') return guessedBytes(bytes);
  if (/^(?:unicode-1-1-|csunicode11)?utf-?7$/.test(name)) {
    return utf7Text(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1'));
  }
  let decoder = decoders.get(name);
  if (decoder === undefined) {
    try {
      decoder = new TextDecoder(name);
    } catch {
      decoder = null;
    }
    if (decoders.size < 500) decoders.set(name, decoder);
  }
  return decoder === null ? guessedBytes(bytes) : decoder.decode(bytes);
}

function guessedBytes(bytes: Uint8Array): string {
  try {
    return UTF8.decode(bytes);
  } catch {
    return WINDOWS.decode(bytes);
  }
}
