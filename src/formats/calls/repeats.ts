/** Finds rows that repeat an earlier one byte for byte while a whole table is looked through: see table/repeated.ts. */
import type { Input } from '../../bytes/input.ts';

/** Rows of one generation: of two of them rows are remembered. */
const ROWS = 1 << 21;

/**
 * Which bits of a slot are of the hash; the others are the place of a row, plus one. The lowest bits of the hash choose the
 * slot already. With them a row that is not the one asked for is passed without a look into the lists, which are too large
 * for any cache.
 */
const TAG = ~(2 * ROWS - 1);

/** Rows by their hashes: the slots of an open-addressed table hold places in the lists beside it. */
interface Generation {
  readonly slots: Int32Array;
  readonly hashes: Int32Array;
  readonly offsets: Float64Array;
  readonly lengths: Uint32Array;
  readonly numbers: Int32Array;
  rows: number;
}

function generation(rows: number): Generation {
  return {
    slots: new Int32Array(rows * 2),
    hashes: new Int32Array(rows),
    offsets: new Float64Array(rows),
    lengths: new Uint32Array(rows),
    numbers: new Int32Array(rows),
    rows: 0,
  };
}

/** Shortest row that a table is expected to have throughout, bytes. */
const SHORT = 32;

/** Rows that are in memory and wait to be compared with those before them. */
interface Waiting {
  hashes: Int32Array;
  /** Places in memory. */
  starts: Int32Array;
  ends: Int32Array;
  numbers: Int32Array;
  rows: number;
}

/** Remembers up to four million rows, in 150 MB at most. */
export class RowRepeats {
  readonly #input: Input;
  #now: Generation;
  #before: Generation | null = null;
  readonly #waiting: Waiting;
  /** Whether rows were forgotten. */
  forgotten = false;
  /** Numbers of rows that repeat an earlier one, each followed by the number of that one. */
  readonly found: number[] = [];

  /** @param window bytes that are in memory at once */
  constructor(input: Input, window: number) {
    this.#input = input;
    const likely = 1 << Math.ceil(Math.log2(Math.max(64, input.size / SHORT)));
    this.#now = generation(Math.min(ROWS, likely));
    const list = (): Int32Array => new Int32Array(window / 2);
    this.#waiting = { hashes: list(), starts: list(), ends: list(), numbers: list(), rows: 0 };
  }

  /**
   * Takes in a row. It is compared with the others at the next `settle`: looked for one after another in a row's own time,
   * each would wait for memory; together they wait at the same time.
   * @param view over the bytes that hold it
   * @param from its first byte, and the one after its last
   * @param number of the row
   */
  add(view: DataView, from: number, to: number, number: number): void {
    const waiting = this.#waiting;
    const i = waiting.rows++;
    waiting.hashes[i] = hashOf(view, from, to);
    waiting.starts[i] = from;
    waiting.ends[i] = to;
    waiting.numbers[i] = number;
  }

  /**
   * Compares the rows that wait.
   * @param bytes that hold them
   * @param base byte of the file at which these begin
   */
  settle(bytes: Uint8Array, base: number): void {
    const { hashes, starts, ends, numbers, rows } = this.#waiting;
    for (let i = 0; i < rows; i++) {
      const [hash, from, to] = [hashes[i]!, starts[i]!, ends[i]!];
      const before = this.#before === null ? 0 : this.#find(this.#before, hash, bytes, from, to);
      const earlier = before === 0 ? this.#find(this.#now, hash, bytes, from, to) : before;
      if (earlier === 0) this.#remember(hash, to - from, base + from, numbers[i]!);
      else this.found.push(numbers[i]!, earlier);
    }
    this.#waiting.rows = 0;
  }

  #find(held: Generation, hash: number, bytes: Uint8Array, from: number, to: number): number {
    const { slots, hashes } = held;
    const mask = slots.length - 1;
    const tag = hash & TAG;
    for (let slot = hash & mask; slots[slot] !== 0; slot = (slot + 1) & mask) {
      if ((slots[slot]! & TAG) !== tag) continue;
      const entry = (slots[slot]! & ~TAG) - 1;
      if (hashes[entry] !== hash || held.lengths[entry] !== to - from) continue;
      if (this.#input.read(held.offsets[entry]!, to - from).equals(bytes.subarray(from, to)))
        return held.numbers[entry]!;
    }
    return 0;
  }

  #remember(hash: number, length: number, offset: number, number: number): void {
    if (this.#now.rows === this.#now.hashes.length) this.#next();
    const held = this.#now;
    const entry = held.rows++;
    held.hashes[entry] = hash;
    held.offsets[entry] = offset;
    held.lengths[entry] = length;
    held.numbers[entry] = number;
    put(held.slots, hash, entry);
  }

  /** More room, or the next generation. */
  #next(): void {
    const held = this.#now;
    if (held.rows >= ROWS) {
      this.forgotten ||= this.#before !== null;
      // The arrays of the generation that is forgotten serve the new one.
      const fresh = this.#before ?? generation(ROWS);
      fresh.slots.fill(0);
      fresh.rows = 0;
      this.#before = held;
      this.#now = fresh;
      return;
    }
    const larger = generation(held.rows * 2);
    larger.hashes.set(held.hashes);
    larger.offsets.set(held.offsets);
    larger.lengths.set(held.lengths);
    larger.numbers.set(held.numbers);
    larger.rows = held.rows;
    for (let entry = 0; entry < held.rows; entry++) put(larger.slots, larger.hashes[entry]!, entry);
    this.#now = larger;
  }
}

function put(slots: Int32Array, hash: number, entry: number): void {
  const mask = slots.length - 1;
  let slot = hash & mask;
  while (slots[slot] !== 0) slot = (slot + 1) & mask;
  slots[slot] = (hash & TAG) | (entry + 1);
}

/** 32 bits, four bytes at a time, mixed as MurmurHash3 does at its end (Appleby 2011). */
function hashOf(view: DataView, from: number, to: number): number {
  let h = 0x9747b28c ^ (to - from);
  let at = from;
  for (const end = to - 4; at <= end; at += 4) {
    h = Math.imul(h ^ view.getInt32(at, true), 0x9e3779b1);
    h ^= h >>> 15;
  }
  for (; at < to; at++) h = Math.imul(h ^ view.getUint8(at), 0x01000193);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}
