/**
 * A seeded generator of pseudo-random numbers in 32-bit integer arithmetic, so that every machine gets the same
 * sequence. Each part of the case draws from a stream of its own: a change in one part leaves the others as they were.
 */
export interface Random {
  /** An integer from `from` to `to`, both included. */
  int(from: number, to: number): number;
  /** True in `percent` of 100 draws. */
  chance(percent: number): boolean;
  /** One entry of a list that is not empty. */
  pick<T>(list: readonly T[]): T;
  /** Lower-case hex digits. */
  hex(digits: number): string;
}

/**
 * FNV-1a over the code units of a text.
 * @returns 32-bit unsigned integer
 */
export function hash32(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h >>> 0;
}

/**
 * A stream of its own for a label.
 * The steps are those of splitmix32: a Weyl sequence with increment 0x9e3779b9, mixed by the finaliser of MurmurHash3.
 * @param label names the stream; equal labels give equal streams
 */
export function stream(label: string): Random {
  let state = hash32(`harbour-board/${label}`);
  const next = (): number => {
    state = (state + 0x9e3779b9) >>> 0;
    let z = state;
    z = Math.imul(z ^ (z >>> 16), 0x85ebca6b);
    z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35);
    return (z ^ (z >>> 16)) >>> 0;
  };
  const int = (from: number, to: number): number => from + (next() % (to - from + 1));
  return {
    int,
    chance: (percent) => int(1, 100) <= percent,
    pick: (list) => list[int(0, list.length - 1)]!,
    hex: (digits) => Array.from({ length: digits }, () => int(0, 15).toString(16)).join(''),
  };
}
