/** Finds rows that repeat an earlier one byte for byte, in bounded memory. */
import type { Input } from '../../bytes/input.ts';

/** Rows of one generation. */
const ROWS = 1 << 21;
const SLOTS = 2 * ROWS;

/** One generation of rows: an open-addressed table of their hashes and places. */
interface Generation {
  readonly hashes: Uint32Array;
  readonly offsets: Float64Array;
  readonly lengths: Uint32Array;
  readonly numbers: Uint32Array;
  /** Slots, a power of two. */
  readonly slots: number;
  rows: number;
}

function generation(slots: number): Generation {
  return {
    hashes: new Uint32Array(slots),
    offsets: new Float64Array(slots),
    lengths: new Uint32Array(slots),
    numbers: new Uint32Array(slots),
    slots,
    rows: 0,
  };
}

/**
 * Remembers rows. Equal hashes are settled by reading the earlier row's bytes again. Of tables with more rows than two
 * generations hold, the oldest are forgotten: repeats are then found as far back as two million rows, in 170 MB at most.
 */
export class RowMemory {
  readonly #input: Input;
  #now: Generation = generation(1 << 12);
  #before: Generation | null = null;
  /** Rows of earlier generations. */
  forgotten = false;

  constructor(input: Input) {
    this.#input = input;
  }

  /**
   * @param bytes of the row
   * @param beside what belongs to the row though it stands elsewhere, such as a value carried down to it
   * @param offset where the row stands
   * @param number of the row
   * @returns number of the earlier row with the same bytes and the same beside; 0 for none
   */
  add(bytes: Uint8Array, beside: string, offset: number, number: number): number {
    const hash = hashOf(bytes, beside);
    const earlier =
      this.#find(this.#now, hash, bytes) || (this.#before === null ? 0 : this.#find(this.#before, hash, bytes));
    if (earlier === 0) this.#remember(hash, bytes.length, offset, number);
    return earlier;
  }

  #find(held: Generation, hash: number, bytes: Uint8Array): number {
    for (let slot = hash & (held.slots - 1); held.numbers[slot] !== 0; slot = (slot + 1) & (held.slots - 1)) {
      if (held.hashes[slot] !== hash || held.lengths[slot] !== bytes.length) continue;
      if (this.#input.read(held.offsets[slot]!, bytes.length).equals(bytes)) return held.numbers[slot]!;
    }
    return 0;
  }

  #remember(hash: number, length: number, offset: number, number: number): void {
    if (this.#now.rows * 2 >= this.#now.slots) {
      if (this.#now.slots >= SLOTS) {
        this.forgotten ||= this.#before !== null;
        this.#before = this.#now;
        this.#now = generation(1 << 12);
      } else this.#now = grown(this.#now);
    }
    put(this.#now, hash, length, offset, number);
  }
}

function put(into: Generation, hash: number, length: number, offset: number, number: number): void {
  let slot = hash & (into.slots - 1);
  while (into.numbers[slot] !== 0) slot = (slot + 1) & (into.slots - 1);
  into.hashes[slot] = hash;
  into.lengths[slot] = length;
  into.offsets[slot] = offset;
  into.numbers[slot] = number;
  into.rows++;
}

function grown(held: Generation): Generation {
  const larger = generation(held.slots * 2);
  for (let i = 0; i < held.slots; i++) {
    if (held.numbers[i] !== 0) put(larger, held.hashes[i]!, held.lengths[i]!, held.offsets[i]!, held.numbers[i]!);
  }
  return larger;
}

/** 32 bits of the bytes, mixed as MurmurHash3 does at its end (Appleby 2011). */
function hashOf(bytes: Uint8Array, beside: string): number {
  let h = 0x9747b28c ^ bytes.length;
  for (let i = 0; i < bytes.length; i++) h = Math.imul(h ^ bytes[i]!, 0x01000193);
  for (let i = 0; i < beside.length; i++) h = Math.imul(h ^ beside.charCodeAt(i), 0x01000193);
  h ^= h >>> 16;
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
