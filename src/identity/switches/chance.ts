/**
 * How often chance gives a score: by the same comparison of identifiers whose dates do not fit (permuted dates). A share of
 * false ones among the proposals follows, as for many tests at once (Storey and Tibshirani 2003; null by permutation).
 */
import { mutualBest, type Scored } from './best.ts';
import type { SwitchLimits } from './limits.ts';

/** An identifier's time in use, epoch seconds UTC. */
export interface Life {
  /** Only identifiers of one kind are compared. */
  readonly kind: number;
  readonly first: number;
  readonly last: number;
  readonly ended: boolean;
  readonly begun: boolean;
}

export interface Opportunities {
  readonly silent: number;
  readonly begun: number;
  /** Pairs of which the second begins soon after the first falls silent. */
  readonly compared: number;
  /** Pairs of which it begins at another time. */
  readonly otherwise: number;
  /** Identifiers that do not begin in the data count among these. */
  readonly everybody: boolean;
}

const DAY = 86_400;

/** How many of a sorted list are smaller. */
function below(sorted: readonly number[], value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Pairs at other times, an identifier with itself left out. */
function pairsOtherwise(silent: readonly Life[], among: readonly Life[], gap: number): number {
  const firsts = among.map(({ first }) => first).sort((a, b) => a - b);
  const members = new Set(among);
  return silent.reduce((sum, life) => {
    const near = below(firsts, life.last + gap + 1) - below(firsts, life.last - gap);
    const itself = members.has(life) && life.last - life.first > gap ? 1 : 0;
    return sum + firsts.length - near - itself;
  }, 0);
}

/** Counts the pairs that can be compared, whether or not they share anything. */
export function opportunities(lives: readonly Life[], limits: SwitchLimits): Opportunities {
  const gap = limits.mostGapDays * DAY;
  let [silent, begun, compared, fitting, any] = [0, 0, 0, 0, 0];
  for (const kind of Map.groupBy(lives, (life) => life.kind).values()) {
    const ending = kind.filter(({ ended }) => ended);
    const beginning = kind.filter((life) => life.begun);
    const firsts = beginning.map(({ first }) => first).sort((a, b) => a - b);
    silent += ending.length;
    begun += beginning.length;
    compared += ending.reduce((sum, { last }) => sum + below(firsts, last + gap + 1) - below(firsts, last + 1), 0);
    fitting += pairsOtherwise(ending, beginning, gap);
    any += pairsOtherwise(ending, kind, gap);
  }
  const everybody = fitting < limits.leastOtherwise;
  return { silent, begun, compared, otherwise: everybody ? any : fitting, everybody };
}

export interface Proposed extends Scored {
  /** Pairs with such a score that chance explains, thousandths, rounded up. */
  readonly byChance: number;
  /** Expected part of false ones among all pairs with such a score or more, per mille, rounded up. */
  readonly falseShare: number;
}

/**
 * Those of the pairs whose dates fit that chance does not explain. What chance gives is counted before the best are picked,
 * so that the share of false ones is estimated too high rather than too low; the one that might have been is added.
 * @param otherwise scores of pairs whose dates do not fit
 */
export function beyondChance(
  pairs: readonly Scored[],
  otherwise: readonly number[],
  made: Opportunities,
  limits: SwitchLimits,
): Proposed[] {
  const nulls = [...otherwise].sort((a, b) => a - b);
  const best = mutualBest(pairs);
  const shares = best.map(({ score }, i) => {
    const asHigh = 1 + nulls.length - below(nulls, score);
    const byChance = (made.compared * asHigh) / (1 + made.otherwise);
    return { byChance, share: byChance / (i + 1) };
  });
  let least = Number.POSITIVE_INFINITY;
  const found: Proposed[] = [];
  for (let i = best.length - 1; i >= 0; i--) {
    least = Math.min(least, shares[i]!.share);
    const falseShare = Math.ceil(least * 1000);
    if (falseShare > limits.levelPerMille) continue;
    found.unshift({ ...best[i]!, byChance: Math.ceil(shares[i]!.byChance * 1000), falseShare });
  }
  return found;
}
