/**
 * Pairs → people. What is settled to be one person stands together from the start, as one unit with several spellings;
 * two units agree as their best spellings do. Then units are joined by agglomeration: two clusters become one when their
 * best pair is likely, when it outweighs what all pairs on the average have against it, and when none is against it by too
 * much. So a chain of weak links never makes a strong one: somebody of whom little is known does not join two people of one
 * name, but a description with several slips is held by those that it has most in common with. Pairs that cannot be one person never stand in one cluster unless they are settled to. Order is by weight, then by
 * number: nothing depends on the order of the input.
 */
import { PairTable, type ScoredPairs } from './pairs.ts';

export interface ClusterLimits {
  /** Least weight of the pair that joins two clusters. */
  readonly join: number;
  /** Least balance: weight of the best pair between two clusters and mean weight of all of them, added. */
  readonly balance: number;
  /** Least weight of every pair between them. */
  readonly weakest: number;
}

export interface Cluster {
  /** In their order; at least two. */
  readonly members: readonly number[];
  /** The weakest pair of units inside, which holds the cluster up least. */
  readonly weakest: { readonly a: number; readonly b: number; readonly weight: number };
}

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

/** The members of each unit that has several, and the unit (its least member) of each of those. */
class Units {
  readonly #unit = new Map<number, number>();
  readonly #members = new Map<number, readonly number[]>();

  constructor(same: Settled['same']) {
    for (const [a, b] of same) {
      const [x, y] = [this.of(a), this.of(b)];
      if (x === y) continue;
      const [first, other] = x < y ? [x, y] : [y, x];
      const members = [...this.members(first), ...this.members(other)].sort((p, q) => p - q);
      for (const member of members) this.#unit.set(member, first);
      this.#members.set(first, members);
      this.#members.delete(other);
    }
  }

  of(member: number): number {
    return this.#unit.get(member) ?? member;
  }

  members(unit: number): readonly number[] {
    return this.#members.get(unit) ?? [unit];
  }

  /** Units of several. */
  several(): Iterable<number> {
    return this.#members.keys();
  }
}

/** A cluster while it grows. */
interface Growing {
  readonly units: readonly number[];
  readonly weakest: Cluster['weakest'];
}

/** What stands between two clusters: its balance, and the weakest pair of units; of equals the first. */
interface Between {
  readonly balance: number;
  readonly weakest: Cluster['weakest'];
}

class Weighed {
  readonly #pairs: PairTable;
  readonly #units: Units;
  readonly #apart: Settled['apart'];

  constructor(pairs: ScoredPairs, units: Units, apart: Settled['apart']) {
    this.#pairs = new PairTable(pairs);
    this.#units = units;
    this.#apart = apart;
  }

  /** Of two units: their best spellings', unless two of them cannot be one person. */
  of(x: number, y: number): number {
    let best = APART;
    for (const a of this.#units.members(x)) {
      for (const b of this.#units.members(y)) {
        if (this.#apart(a, b)) return APART;
        best = Math.max(best, this.#pairs.weight(a, b) ?? APART);
      }
    }
    return best;
  }

  /** Stops at a pair under the limit: nothing joins over it. */
  between(xs: readonly number[], ys: readonly number[], least: number): Between {
    let weakest = { a: -1, b: -1, weight: Number.POSITIVE_INFINITY };
    let sum = 0;
    let best = APART;
    for (const x of xs) {
      for (const y of ys) {
        const weight = this.of(x, y);
        sum += weight;
        best = Math.max(best, weight);
        if (weight < weakest.weight) weakest = { a: Math.min(x, y), b: Math.max(x, y), weight };
        if (weight < least) return { balance: APART, weakest };
      }
    }
    return { balance: best + sum / (xs.length * ys.length), weakest };
  }
}

/** Pairs that may join two clusters, each as its place in the columns, the likeliest first. */
function likelyOf({ a, b, weight }: ScoredPairs, join: number): number[] {
  const places: number[] = [];
  for (let i = 0; i < weight.length; i++) if (weight[i]! >= join) places.push(i);
  return places.sort((i, j) => weight[j]! - weight[i]! || a[i]! - a[j]! || b[i]! - b[j]!);
}

/**
 * Makes clusters.
 * @param pairs every pair that is scored, those inside of a connected part all of them
 * @returns clusters of two and more, in the order of their first member
 */
export function clustersOf(pairs: ScoredPairs, settled: Settled, limits: ClusterLimits): Cluster[] {
  const units = new Units(settled.same);
  const weighed = new Weighed(pairs, units, settled.apart);
  const clusters = new Map<number, Growing>();
  const single = (unit: number): Growing => {
    const members = units.members(unit);
    return { units: [unit], weakest: { a: unit, b: members[1] ?? unit, weight: CERTAIN } };
  };
  for (const unit of units.several()) clusters.set(unit, single(unit));
  for (const i of likelyOf(pairs, limits.join)) {
    const [a, b] = [units.of(pairs.a[i]!), units.of(pairs.b[i]!)];
    const [x, y] = [clusters.get(a) ?? single(a), clusters.get(b) ?? single(b)];
    if (a === b || x === y) continue;
    const { balance, weakest } = weighed.between(x.units, y.units, limits.weakest);
    if (balance < limits.balance || weakest.weight < limits.weakest) continue;
    const low = [x.weakest, y.weakest, weakest].reduce((low, next) => (next.weight < low.weight ? next : low));
    const joined = { units: [...x.units, ...y.units].sort((p, q) => p - q), weakest: low };
    for (const unit of joined.units) clusters.set(unit, joined);
  }
  return [...new Set(clusters.values())]
    .map((grown) => ({
      members: grown.units.flatMap((unit) => units.members(unit)).sort((p, q) => p - q),
      weakest: grown.weakest,
    }))
    .sort((x, y) => x.members[0]! - y.members[0]!);
}
