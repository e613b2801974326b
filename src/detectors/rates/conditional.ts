/** Two rates compared: exact test and interval, given how many contacts there were in both times together. */
import { clopperPearson, lowerTail, upperTail } from './binomial.ts';

/** Contacts in a time. */
export interface Counted {
  readonly count: number;
  /** Exposure: covered days. */
  readonly days: number;
}

/** Rate after divided by rate before. Null where it has no bound, or is not known at all. */
export interface Ratio {
  readonly ratio: number | null;
  readonly low: number;
  readonly high: number | null;
}

/** Digits that enter the ledger and texts: far fewer than are computed, so that no last digit depends on a machine. */
const DIGITS = 9;

/** A number to nine significant digits. */
export function rounded(value: number): number {
  return Number(value.toPrecision(DIGITS));
}

/**
 * Two-sided p of equal rates: given n = n₁ + n₂, n₂ is binomial(n, t₂ / (t₁ + t₂)) when the rates are equal (Przyborowski
 * and Wilenski 1940); the smaller tail is doubled.
 * @param before, after with more than 0 days
 */
export function equalRates(before: Counted, after: Counted): number {
  const n = before.count + after.count;
  if (n === 0) return 1;
  const share = after.days / (before.days + after.days);
  const tail = Math.min(lowerTail(after.count, n, share), upperTail(after.count, n, share));
  return rounded(Math.min(1, 2 * tail));
}

/** The smallest p that so many contacts could give, however they fell: all on one side. */
export function leastP(before: Counted, after: Counted): number {
  const n = before.count + after.count;
  const share = after.days / (before.days + after.days);
  return Math.min(1, 2 * Math.min(share, 1 - share) ** n);
}

/**
 * Rate after over rate before with its interval: Clopper–Pearson limits p of the share after become
 * p / (1 − p) · t₁ / t₂ (Fay 2010).
 * @param confidence such as 0.95
 */
export function rateRatio(before: Counted, after: Counted, confidence: number): Ratio {
  const n = before.count + after.count;
  if (n === 0) return { ratio: null, low: 0, high: null };
  const odds = (p: number): number => (p / (1 - p)) * (before.days / after.days);
  const { low, high } = clopperPearson(after.count, n, confidence);
  return {
    ratio: before.count === 0 ? null : rounded((after.count / before.count) * (before.days / after.days)),
    low: rounded(odds(low)),
    high: high === 1 ? null : rounded(odds(high)),
  };
}

/**
 * How far two counts are from equal rates: the signed root of the deviance, positive where the rate rose.
 * @returns 0 where the rates are equal or there is nothing
 */
export function signedRoot(before: Counted, after: Counted): number {
  const n = before.count + after.count;
  const expected = (n * after.days) / (before.days + after.days);
  const part = (count: number, mean: number): number => (count === 0 ? 0 : count * Math.log(count / mean));
  const deviance = 2 * (part(after.count, expected) + part(before.count, n - expected));
  return Math.sign(after.count - expected) * Math.sqrt(Math.max(0, deviance));
}
