/** Weights of evidence: by how many doublings a level of agreement raises or lowers the odds that two are one person. */

import type { Estimate } from './estimate.ts';
import { equalLevel, type Field } from './fields.ts';

/** Weights are whole thousandths of a bit (a doubling of the odds), so that sums are the same in any order. */
export const BIT = 1000;

export interface Weights {
  /** By field and level. */
  readonly levels: readonly (readonly number[])[];
  /** What is known before anything is compared: the odds that two taken at random are one person. */
  readonly prior: number;
  /** By field: u of equal values, against which a value's own frequency is held (Winkler 1989). */
  readonly equal: readonly number[];
}

/** The rarity of one value moves the weight of "same" by at most so many bits. */
export const MOST_RARITY = 10;

const bits = (ratio: number): number => Math.round(Math.log2(ratio) * BIT);

/** A level that was seen in fewer pairs than these, or that chance shows in fewer, is estimated roughly. */
const FEW_PAIRS = 20;

/**
 * Weights of one field in which a rough level never weighs more than a stronger level that is well founded, nor less than
 * a weaker one. Well-founded weights stay as they are: what is learned may show that two levels stand the other way round.
 * @param pairs on how many each level rests
 * @param from the first level that is ordered
 */
function inOrder(weights: readonly number[], pairs: readonly number[], from: number): number[] {
  const founded = (level: number): boolean => pairs[level]! >= FEW_PAIRS;
  return weights.map((weight, level) => {
    if (level < from || founded(level)) return weight;
    const stronger = weights.filter((_, other) => other >= from && other < level && founded(other));
    const weaker = weights.filter((_, other) => other > level && founded(other));
    return Math.min(Math.max(weight, ...weaker), ...stronger);
  });
}

/**
 * The weights of an estimate.
 * @param pairs all pairs there are, proposed by blocking or not
 */
export function weightsOf(fields: readonly Field[], { m, u, pairs: seen, matches }: Estimate, pairs: number): Weights {
  const likely = Math.min(Math.max(matches, 0.5), pairs - 0.5) / pairs;
  return {
    levels: fields.map((field, f) =>
      inOrder(
        m[f]!.map((value, level) => bits(value / u[f]![level]!)),
        seen[f]!,
        equalLevel(field),
      ),
    ),
    prior: bits(likely / (1 - likely)),
    equal: fields.map((field, f) => u[f]![equalLevel(field)]!),
  };
}
