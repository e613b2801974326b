/**
 * Mailboxes that have been read, by their text. A hash table of its own, because the text that is looked up is part of a
 * header block and the hash falls out of reading it: a Map would need a string for every look-up.
 */

/** Mailboxes that are remembered at most; then memory is given back and they are learned anew. */
const MOST = 100_000;

/** Slots of the table: a power of two, more than twice the mailboxes. */
const SLOTS = 262_144;
/** Slots at first. */
const FEW = 1024;

/** The table. A mailbox's number indexes all its lists. */
export class SeenMailboxes {
  /** Number of the address in the file's dictionary. */
  readonly addresses: number[] = [];
  /** Number of the name. */
  readonly names: number[] = [];
  readonly #texts: string[] = [];
  readonly #hashes: number[] = [];
  /** Number of a mailbox and one, 0 for an empty slot. */
  #slots = new Int32Array(FEW);

  /** Whether it is time to forget. */
  get full(): boolean {
    return this.#texts.length >= MOST;
  }

  /**
   * The number of a mailbox.
   * @param text holds it between two places
   * @param hash of its characters, 31 times the hash of what stands before plus each, the lower 30 bits
   * @returns −1 when it has not been seen
   */
  find(text: string, start: number, end: number, hash: number): number {
    const slots = this.#slots;
    const mask = slots.length - 1;
    for (let slot = mixed(hash) & mask; slots[slot] !== 0; slot = (slot + 1) & mask) {
      const box = slots[slot]! - 1;
      if (this.#hashes[box] === hash && isAt(text, start, end, this.#texts[box]!)) return box;
    }
    return -1;
  }

  /** Remembers a mailbox. @param text is kept: no slice of a longer one. @returns its number */
  add(text: string, hash: number, address: number, name: number): number {
    const box = this.#texts.length;
    this.#texts.push(text);
    this.#hashes.push(hash);
    this.addresses.push(address);
    this.names.push(name);
    if (2 * this.#texts.length > this.#slots.length && this.#slots.length < SLOTS) this.#grow();
    else this.#place(box);
    return box;
  }

  /** Forgets all. */
  forget(): void {
    for (const list of [this.addresses, this.names, this.#texts, this.#hashes]) list.length = 0;
    if (this.#slots.length > FEW) this.#slots = new Int32Array(FEW);
    else this.#slots.fill(0);
  }

  #grow(): void {
    this.#slots = new Int32Array(this.#slots.length * 4);
    for (let box = 0; box < this.#texts.length; box++) this.#place(box);
  }

  #place(box: number): void {
    const mask = this.#slots.length - 1;
    let slot = mixed(this.#hashes[box]!) & mask;
    while (this.#slots[slot] !== 0) slot = (slot + 1) & mask;
    this.#slots[slot] = box + 1;
  }
}

function mixed(hash: number): number {
  return Math.imul(hash ^ (hash >>> 15), 0x85ebca6b) >>> 8;
}

function isAt(text: string, start: number, end: number, other: string): boolean {
  if (end - start !== other.length) return false;
  for (let i = 0; i < other.length; i++) {
    if (text.charCodeAt(start + i) !== other.charCodeAt(i)) return false;
  }
  return true;
}
