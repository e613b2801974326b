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
export const MOST_RARITY = 3;

const bits = (ratio: number): number => Math.round(Math.log2(ratio) * BIT);

/**
 * The weights of an estimate.
 * @param pairs all pairs there are, proposed by blocking or not
 */
export function weightsOf(fields: readonly Field[], { m, u, matches }: Estimate, pairs: number): Weights {
  const likely = Math.min(Math.max(matches, 0.5), pairs - 0.5) / pairs;
  return {
    levels: m.map((row, f) => row.map((value, level) => bits(value / u[f]![level]!))),
    prior: bits(likely / (1 - likely)),
    equal: fields.map((field, f) => u[f]![equalLevel(field)]!),
  };
}

/** The probability that goes with a weight, prior included. */
export function probabilityOf(weight: number): number {
  const odds = 2 ** (weight / BIT);
  return odds === Number.POSITIVE_INFINITY ? 1 : odds / (1 + odds);
}
