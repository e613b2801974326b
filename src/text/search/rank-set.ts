/** Sets of a shard's documents by their ranks, from 0 in the order of time. */

export class RankSet {
  readonly #words: Uint32Array;
  readonly size: number;

  /** An empty set. @param size documents of the shard */
  constructor(size: number) {
    this.size = size;
    this.#words = new Uint32Array((size + 31) >>> 5);
  }

  add(rank: number): void {
    this.#words[rank >>> 5]! |= 1 << (rank & 31);
  }

  has(rank: number): boolean {
    return (this.#words[rank >>> 5]! & (1 << (rank & 31))) !== 0;
  }

  /** Keeps what is in another one too. */
  and(other: RankSet): this {
    for (let i = 0; i < this.#words.length; i++) this.#words[i]! &= other.#words[i]!;
    return this;
  }

  /** Takes in what is in another one. */
  or(other: RankSet): this {
    for (let i = 0; i < this.#words.length; i++) this.#words[i]! |= other.#words[i]!;
    return this;
  }

  /** Turns into the set of all others. */
  not(): this {
    for (let i = 0; i < this.#words.length; i++) this.#words[i] = ~this.#words[i]!;
    const over = this.size & 31;
    if (over !== 0) this.#words[this.#words.length - 1]! &= (1 << over) - 1;
    return this;
  }

  /** How many are in it. */
  count(): number {
    let count = 0;
    for (let word of this.#words) {
      // Hacker's Delight, 5-1.
      word -= (word >>> 1) & 0x55555555;
      word = (word & 0x33333333) + ((word >>> 2) & 0x33333333);
      count += Math.imul((word + (word >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
    }
    return count;
  }

  isEmpty(): boolean {
    return this.#words.every((word) => word === 0);
  }

  /** The highest ones below a rank, falling. @param limit how many at most */
  below(rank: number, limit: number): number[] {
    const found: number[] = [];
    for (let at = Math.min(rank, this.size) - 1; at >= 0 && found.length < limit; at--) {
      if (this.#words[at >>> 5] === 0) at &= ~31;
      else if (this.has(at)) found.push(at);
    }
    return found;
  }
}
