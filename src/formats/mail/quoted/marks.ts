/**
 * The first look at a body: whether it can quote a message at all. Most bodies do not, and must cost almost nothing.
 * A quoted header has a line for the subject, an attribution ends a line with a colon; so every colon is looked at with
 * the three bytes before it and the one after it.
 */
import { searchesOf } from '../kernel.ts';
import { quoteTable, tailHash } from './table.ts';

const COLON = 58;

/** First byte of the wide colon of Chinese and Japanese in UTF-8, and the other two. */
const WIDE = [0xef, 0xbc, 0x9a] as const;

/**
 * Whether a text may quote a message: whether a colon in it ends a line, comes after a space (as in French; in Latin-1 an
 * unbreakable one), after a sign of bold type, or after bytes that end a word for the subject.
 * @param bytes hold the text between two places, its transfer encoding undone or quoted-printable
 */
export function mayQuote(bytes: Uint8Array, start: number, end: number): boolean {
  const searches = searchesOf(bytes);
  if (searches !== null) return searches.mayQuote(bytes.byteOffset + start, bytes.byteOffset + end) !== 0;
  const table = quoteTable();
  for (let at = start; at < end; at++) {
    const code = bytes[at];
    if (code === WIDE[0] && bytes[at + 1] === WIDE[1] && bytes[at + 2] === WIDE[2]) return true;
    if (code !== COLON) continue;
    const next = at + 1 < end ? bytes[at + 1] : 10;
    if (next === 10 || next === 13) return true;
    const last = bytes[at - 1] ?? 0;
    if (last === 32 || last === 0xa0 || last === 42 || last === 62) return true;
    const hash = tailHash((bytes[at - 3] ?? 0) | ((bytes[at - 2] ?? 0) << 8) | (last << 16));
    if (((table[hash >>> 3]! >>> (hash & 7)) & 1) !== 0) return true;
  }
  return false;
}
