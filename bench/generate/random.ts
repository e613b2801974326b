/** A seeded generator of pseudo-random numbers in 32-bit integer arithmetic: every machine gets the same sequence. */

/** FNV-1a over the code units of a text, 32 bits unsigned. */
export function hash32(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h >>> 0;
}

/** The finaliser of MurmurHash3: spreads neighbouring numbers over 32 bits. */
export function mix32(value: number): number {
  let z = value | 0;
  z = Math.imul(z ^ (z >>> 16), 0x85ebca6b);
  z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35);
  return (z ^ (z >>> 16)) >>> 0;
}

/** One stream for each label, by splitmix32: a Weyl sequence that mix32 mixes. */
export class Random {
  #state: number;

  constructor(label: string) {
    this.#state = hash32(label);
  }

  /** 32 random bits, unsigned. */
  bits(): number {
    this.#state = (this.#state + 0x9e3779b9) | 0;
    return mix32(this.#state);
  }

  /** An integer from 0 to `below` − 1. */
  below(below: number): number {
    return Math.floor((this.bits() / 0x1_0000_0000) * below);
  }

  /** An integer from 0 to `below` − 1 of which the small ones are frequent: the first hundredth gets a fifth of all draws. */
  skewed(below: number): number {
    const u = this.bits() / 0x1_0000_0000;
    return Math.floor(u * u * u * below);
  }

  /** True in `percent` of 100 draws. */
  chance(percent: number): boolean {
    return this.below(100) < percent;
  }

  pick<T>(list: readonly T[]): T {
    return list[this.below(list.length)]!;
  }
}
