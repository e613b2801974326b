/** Scored pairs in columns, and the weight of any of them without a table of objects: there can be many millions. */

/** Pairs a < b, each once; weights in thousandths of a bit. */
export interface ScoredPairs {
  readonly a: Int32Array;
  readonly b: Int32Array;
  readonly weight: Int32Array;
}

const isOrdered = ({ a, b }: ScoredPairs): boolean => {
  for (let i = 1; i < a.length; i++) if (a[i]! < a[i - 1]! || (a[i] === a[i - 1] && b[i]! < b[i - 1]!)) return false;
  return true;
};

/** In the order of a, then b. */
export function ordered(pairs: ScoredPairs): ScoredPairs {
  if (isOrdered(pairs)) return pairs;
  const order = Array.from(pairs.a, (_, i) => i).sort((i, j) => pairs.a[i]! - pairs.a[j]! || pairs.b[i]! - pairs.b[j]!);
  const column = (name: keyof ScoredPairs): Int32Array => Int32Array.from(order, (i) => pairs[name][i]!);
  return { a: column('a'), b: column('b'), weight: column('weight') };
}

/** Looks weights up: by the first of a pair, then by halves. */
export class PairTable {
  readonly #b: Int32Array;
  readonly #weight: Int32Array;
  /** Where the pairs of each a begin; one more at the end. */
  readonly #start: Int32Array;

  constructor(pairs: ScoredPairs) {
    const { a, b, weight } = ordered(pairs);
    const people = a.length === 0 ? 0 : a[a.length - 1]! + 1;
    this.#b = b;
    this.#weight = weight;
    this.#start = new Int32Array(people + 1);
    for (const first of a) this.#start[first + 1]!++;
    for (let i = 0; i < people; i++) this.#start[i + 1]! += this.#start[i]!;
  }

  /** Weight of two; null when they were not compared. */
  weight(p: number, q: number): number | null {
    const [a, b] = p < q ? [p, q] : [q, p];
    if (a + 1 >= this.#start.length) return null;
    let [low, high] = [this.#start[a]!, this.#start[a + 1]!];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#b[middle]! < b) low = middle + 1;
      else high = middle;
    }
    return low < this.#start[a + 1]! && this.#b[low] === b ? this.#weight[low]! : null;
  }
}
