/** Distinct cells, numbered in the order in which they are met: the work that a text needs is done once for each. */

/** Numbers of a slot: entry plus one (0 is free), hash, first of its bytes, how many. Together, so that they are near. */
const SLOT = 4;

/**
 * An open-addressed table of byte strings. Memory: the bytes of the distinct cells, and some 40 bytes for each.
 * A cell is looked up by its bytes where it stands, without a string.
 */
export class CellTable {
  #slots = new Int32Array(SLOT << 7);
  #mask = (1 << 7) - 1;
  #bytes = new Uint8Array(1 << 11);
  #filled = 0;
  #size = 0;

  /** Distinct cells so far. */
  get size(): number {
    return this.#size;
  }

  /**
   * The number of a cell; of one that is new it is the size before.
   * @param from first byte
   * @param to byte after the last
   */
  number(bytes: Uint8Array, from: number, to: number): number {
    const length = to - from;
    let hash = length;
    for (let i = from; i < to; i++) hash = Math.imul(hash ^ bytes[i]!, 0x01000193);
    hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
    hash ^= hash >>> 13;
    const slots = this.#slots;
    let slot = hash & this.#mask;
    for (;;) {
      const at = slot * SLOT;
      const entry = slots[at]!;
      if (entry === 0) return this.#add(at, hash, bytes, from, to);
      if (slots[at + 1] === hash && slots[at + 3] === length && this.#equals(slots[at + 2]!, bytes, from, to)) {
        return entry - 1;
      }
      slot = (slot + 1) & this.#mask;
    }
  }

  #equals(start: number, bytes: Uint8Array, from: number, to: number): boolean {
    const held = this.#bytes;
    for (let i = from, k = start; i < to; i++, k++) if (bytes[i] !== held[k]) return false;
    return true;
  }

  #add(at: number, hash: number, bytes: Uint8Array, from: number, to: number): number {
    const start = this.#filled;
    this.#filled += to - from;
    if (this.#filled > this.#bytes.length) {
      const larger = new Uint8Array(Math.max(this.#filled, this.#bytes.length * 2));
      larger.set(this.#bytes);
      this.#bytes = larger;
    }
    for (let i = from, k = start; i < to; i++, k++) this.#bytes[k] = bytes[i]!;
    const slots = this.#slots;
    const entry = this.#size++;
    slots[at] = entry + 1;
    slots[at + 1] = hash;
    slots[at + 2] = start;
    slots[at + 3] = to - from;
    if (this.#size * 2 > this.#mask) this.#grow();
    return entry;
  }

  #grow(): void {
    const before = this.#slots;
    const slots = new Int32Array(before.length * 4);
    const mask = slots.length / SLOT - 1;
    for (let at = 0; at < before.length; at += SLOT) {
      if (before[at] === 0) continue;
      let slot = before[at + 1]! & mask;
      while (slots[slot * SLOT] !== 0) slot = (slot + 1) & mask;
      slots.set(before.subarray(at, at + SLOT), slot * SLOT);
    }
    this.#slots = slots;
    this.#mask = mask;
  }
}

/** The text of bytes that are ASCII or UTF-8. */
export function textOf(bytes: Uint8Array, from: number, to: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset + from, to - from).toString('utf8');
}
