/** A number for each of many short cells. */

/** Longest cell, bytes: phone numbers have fewer. */
export const SHORT = 16;
/** Bytes that may be looked at behind a cell: it is taken up in whole words. */
export const BEHIND = 16;

/** Words of a slot: what is held (0 is free), length, hash, one that is not used, and the bytes. Half a line of a cache. */
const SLOT = 8;
const FIRST = 4;

/** Which bytes of a word belong to a cell of which as many are left. */
const MASKS = Int32Array.of(0, 0xff, 0xffff, 0xffffff, -1);

function mask(left: number): number {
  return left >= 4 ? -1 : left <= 0 ? 0 : MASKS[left]!;
}

/**
 * An open-addressed table whose keys stand in its slots: a table of bytes costs a miss of the cache for each of its arrays,
 * and call records ask twice a row. Memory: some 43 to 85 bytes an entry.
 */
export class ShortCells {
  #slots = new Int32Array(SLOT << 8);
  #mask = (1 << 8) - 1;
  #size = 0;
  /** Of the cell that was looked for last. */
  readonly #words = new Int32Array(4);
  #length = 0;
  #hash = 0;
  #at = 0;

  /**
   * Looks for a cell.
   * @param view over the bytes in which it stands, with BEHIND more behind it
   * @param length no more than SHORT
   * @returns what is held for it; 0 where nothing is: then `hold` has to say
   */
  find(view: DataView, from: number, length: number): number {
    const k0 = view.getInt32(from, true) & mask(length);
    const k1 = view.getInt32(from + 4, true) & mask(length - 4);
    const k2 = view.getInt32(from + 8, true) & mask(length - 8);
    const k3 = view.getInt32(from + 12, true) & mask(length - 12);
    let hash = Math.imul(k0 ^ length, 0x9e3779b1);
    hash = Math.imul(hash ^ (hash >>> 15) ^ k1, 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 13) ^ k2, 0xc2b2ae35);
    hash = Math.imul(hash ^ (hash >>> 16) ^ k3, 0x27d4eb2f);
    hash ^= hash >>> 15;
    const slots = this.#slots;
    let at = (hash & this.#mask) * SLOT;
    for (let held = slots[at]!; held !== 0; held = slots[at]!) {
      if (slots[at + FIRST] === k0 && slots[at + FIRST + 1] === k1 && slots[at + FIRST + 2] === k2) {
        if (slots[at + FIRST + 3] === k3 && slots[at + 1] === length) return held;
      }
      at = (at + SLOT) & (slots.length - 1);
    }
    const words = this.#words;
    words[0] = k0;
    words[1] = k1;
    words[2] = k2;
    words[3] = k3;
    this.#length = length;
    this.#hash = hash;
    this.#at = at;
    return 0;
  }

  /** Holds a number, not 0, for the cell that was looked for last and not found. */
  hold(value: number): void {
    const slots = this.#slots;
    const at = this.#at;
    slots[at] = value;
    slots[at + 1] = this.#length;
    slots[at + 2] = this.#hash;
    slots.set(this.#words, at + FIRST);
    if (++this.#size * 4 > this.#mask * 3) this.#grow();
  }

  #grow(): void {
    const before = this.#slots;
    const slots = new Int32Array(before.length * 2);
    const mask = slots.length / SLOT - 1;
    for (let from = 0; from < before.length; from += SLOT) {
      if (before[from] === 0) continue;
      let at = (before[from + 2]! & mask) * SLOT;
      while (slots[at] !== 0) at = (at + SLOT) & (slots.length - 1);
      slots.set(before.subarray(from, from + SLOT), at);
    }
    this.#slots = slots;
    this.#mask = mask;
  }
}
