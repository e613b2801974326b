/** The table that says which three bytes before a colon may end a word for the subject. */
import { SUBJECT_SPELLINGS } from './words.ts';

/** Bytes of the table: a bit for each value of a 16-bit hash. */
const LENGTH = 8192;

/**
 * Hash of three bytes: 16 bits (multiplicative, Knuth 6.4).
 * @param tail the first byte in the lowest eight bits, as a little-endian load gives them
 */
export function tailHash(tail: number): number {
  return Math.imul(tail, 0x9e3779b1) >>> 16;
}

let table: Uint8Array | null = null;

/** The table: the bit of a hash is set when a word may end in bytes of that hash. */
export function quoteTable(): Uint8Array {
  if (table !== null) return table;
  table = new Uint8Array(LENGTH);
  for (const spelling of SUBJECT_SPELLINGS) {
    const last = spelling.charCodeAt(spelling.length - 1);
    const encoded = last < 128 ? spelling : `=${last.toString(16).toUpperCase().padStart(2, '0')}`;
    for (const word of [spelling, encoded, spelling.toUpperCase(), encoded.toLowerCase(), '=A0', '=a0'])
      set(table, word.slice(-3));
  }
  return table;
}

function set(bits: Uint8Array, three: string): void {
  const hash = tailHash(three.charCodeAt(0) | (three.charCodeAt(1) << 8) | (three.charCodeAt(2) << 16));
  bits[hash >>> 3]! |= 1 << (hash & 7);
}
