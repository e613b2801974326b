/**
 * Pairs → people: agglomeration with complete linkage. Two clusters join when their best pair is likely enough and their
 * weakest is not against it, so that a chain of weak links never makes a strong one. Pairs that cannot be one person never
 * stand in one cluster, pairs that certainly are always do. Order is by weight, then by number: nothing depends on the
 * order of the input.
 */

/** Scored pairs in columns: a < b, weights in thousandths of a bit. */
export interface ScoredPairs {
  readonly a: Int32Array;
  readonly b: Int32Array;
  readonly weight: Int32Array;
}

export interface ClusterLimits {
  /** Least weight of the pair that joins two clusters. */
  readonly join: number;
  /** Least weight of every pair inside a cluster. */
  readonly weakest: number;
}

export interface Cluster {
  /** In their order; at least two. */
  readonly members: readonly number[];
  /** The weakest pair inside, which holds the cluster up least. */
  readonly weakest: { readonly a: number; readonly b: number; readonly weight: number };
}

/** One key for a pair of numbers below 2^26. */
const keyOf = (a: number, b: number): number => (a < b ? a * 67_108_864 + b : b * 67_108_864 + a);

/** Weight of a pair that nothing was compared of, or that cannot be one person: it passes no limit. */
const APART = Number.NEGATIVE_INFINITY;
/** Weight of a pair that certainly is one person: more than any evidence adds up to. */
export const CERTAIN: number = 2 ** 30;

/** What is settled before anything is weighed. */
export interface Settled {
  /** Pairs that are one person. */
  readonly same: readonly (readonly [number, number])[];
  /** Whether two cannot be one person. */
  readonly apart: (a: number, b: number) => boolean;
}

export const NOTHING_SETTLED: Settled = { same: [], apart: () => false };

class Weighed {
  readonly #weights = new Map<number, number>();

  constructor({ a, b, weight }: ScoredPairs, { same, apart }: Settled) {
    for (let i = 0; i < a.length; i++) {
      if (!apart(a[i]!, b[i]!)) this.#weights.set(keyOf(a[i]!, b[i]!), weight[i]!);
    }
    for (const [x, y] of same) this.#weights.set(keyOf(x, y), CERTAIN);
  }

  of(a: number, b: number): number {
    return this.#weights.get(keyOf(a, b)) ?? APART;
  }

  /** The weakest pair between two clusters; of equals the first. */
  weakest(xs: readonly number[], ys: readonly number[]): Cluster['weakest'] {
    let found = { a: -1, b: -1, weight: Number.POSITIVE_INFINITY };
    for (const x of xs) {
      for (const y of ys) {
        const weight = this.of(x, y);
        if (weight < found.weight) found = { a: Math.min(x, y), b: Math.max(x, y), weight };
      }
    }
    return found;
  }
}

/**
 * Makes clusters.
 * @param pairs every pair that is scored, those inside of a connected part all of them
 * @returns clusters of two and more, in the order of their first member
 */
export function clustersOf(pairs: ScoredPairs, settled: Settled, limits: ClusterLimits): Cluster[] {
  const weighed = new Weighed(pairs, settled);
  const likely = Array.from(pairs.a, (_, i) => [pairs.a[i]!, pairs.b[i]!] as const).filter(
    ([a, b]) => weighed.of(a, b) >= limits.join,
  );
  const order = [...likely, ...settled.same]
    .map(([a, b]) => ({ a: Math.min(a, b), b: Math.max(a, b), weight: weighed.of(a, b) }))
    .sort((x, y) => y.weight - x.weight || x.a - y.a || x.b - y.b);
  const clusters = new Map<number, Cluster>();
  const single = (member: number): Cluster => ({
    members: [member],
    weakest: { a: member, b: member, weight: CERTAIN },
  });
  for (const { a, b } of order) {
    const [x, y] = [clusters.get(a) ?? single(a), clusters.get(b) ?? single(b)];
    if (x === y) continue;
    const between = weighed.weakest(x.members, y.members);
    if (between.weight < limits.weakest) continue;
    const weakest = [x.weakest, y.weakest, between].reduce((low, next) => (next.weight < low.weight ? next : low));
    const joined = { members: [...x.members, ...y.members].sort((p, q) => p - q), weakest };
    for (const member of joined.members) clusters.set(member, joined);
  }
  return [...new Set(clusters.values())].sort((x, y) => x.members[0]! - y.members[0]!);
}
