/** Distinct cells, numbered in the order in which they are met: the work that a text needs is done once for each. */

/**
 * An open-addressed table of byte strings. Memory: the bytes of the distinct cells, and some 16 bytes for each.
 * A cell is looked up by its bytes where it stands, without a string.
 */
export class CellTable {
  /** Entry plus one; 0 is free. A power of two. */
  #slots = new Int32Array(1 << 8);
  #hashes = new Int32Array(1 << 7);
  /** Entry i stands in the bytes from starts[i] to starts[i + 1]. */
  #starts = new Uint32Array((1 << 7) + 1);
  #bytes = new Uint8Array(1 << 11);
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
    let hash = to - from;
    for (let i = from; i < to; i++) hash = Math.imul(hash ^ bytes[i]!, 0x01000193);
    hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
    hash ^= hash >>> 13;
    const slots = this.#slots;
    const mask = slots.length - 1;
    let slot = hash & mask;
    for (let entry = slots[slot]!; entry !== 0; entry = slots[slot]!) {
      if (this.#hashes[entry - 1] === hash && this.#equals(entry - 1, bytes, from, to)) return entry - 1;
      slot = (slot + 1) & mask;
    }
    slots[slot] = this.#size + 1;
    return this.#add(hash, bytes, from, to);
  }

  #equals(entry: number, bytes: Uint8Array, from: number, to: number): boolean {
    const start = this.#starts[entry]!;
    if (this.#starts[entry + 1]! - start !== to - from) return false;
    const held = this.#bytes;
    for (let i = from, k = start; i < to; i++, k++) if (bytes[i] !== held[k]) return false;
    return true;
  }

  #add(hash: number, bytes: Uint8Array, from: number, to: number): number {
    const entry = this.#size++;
    const start = this.#starts[entry]!;
    const end = start + (to - from);
    if (end > this.#bytes.length) {
      const larger = new Uint8Array(Math.max(end, this.#bytes.length * 2));
      larger.set(this.#bytes);
      this.#bytes = larger;
    }
    this.#bytes.set(bytes.subarray(from, to), start);
    this.#hashes[entry] = hash;
    this.#starts[entry + 1] = end;
    if (this.#size * 2 >= this.#slots.length) this.#grow();
    return entry;
  }

  #grow(): void {
    const slots = new Int32Array(this.#slots.length * 2);
    const hashes = new Int32Array(slots.length / 2);
    const starts = new Uint32Array(slots.length / 2 + 1);
    hashes.set(this.#hashes);
    starts.set(this.#starts);
    for (let entry = 0; entry < this.#size; entry++) {
      let slot = hashes[entry]! & (slots.length - 1);
      while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
      slots[slot] = entry + 1;
    }
    this.#slots = slots;
    this.#hashes = hashes;
    this.#starts = starts;
  }
}

/** The text of bytes that are ASCII or UTF-8. */
export function textOf(bytes: Uint8Array, from: number, to: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset + from, to - from).toString('utf8');
}
