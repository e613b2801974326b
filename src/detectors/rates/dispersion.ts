/** How much counts vary from week to week, against what chance alone would give, and Student's t. */
import { rounded } from './conditional.ts';

/** Days of a week: long enough to hold the rhythm of work days. */
export const WEEK = 7;

/** Pearson χ² of weekly counts around one rate. */
export interface Dispersion {
  readonly chiSquare: number;
  /** Weeks less one. */
  readonly df: number;
}

/** Counts of whole weeks of covered days; what is left at the end makes no week. @param daily contacts on each covered day */
export function weekly(daily: ArrayLike<number>): number[] {
  const weeks: number[] = [];
  for (let from = 0; from + WEEK <= daily.length; from += WEEK) {
    let sum = 0;
    for (let i = from; i < from + WEEK; i++) sum += daily[i]!;
    weeks.push(sum);
  }
  return weeks;
}

/** Pearson χ² and its degrees of freedom; without contacts, or of fewer than two weeks, none. */
export function dispersion(daily: ArrayLike<number>): Dispersion {
  const weeks = weekly(daily);
  const total = weeks.reduce((sum, count) => sum + count, 0);
  if (weeks.length < 2 || total === 0) return { chiSquare: 0, df: 0 };
  const mean = total / weeks.length;
  const squares = weeks.reduce((sum, count) => sum + (count - mean) ** 2, 0);
  return { chiSquare: squares / mean, df: weeks.length - 1 };
}

/** χ² / df; null where there is nothing to tell it from. Around 1 for chance alone. */
export function dispersionIndex(...parts: readonly Dispersion[]): number | null {
  const df = parts.reduce((sum, part) => sum + part.df, 0);
  return df === 0 ? null : rounded(parts.reduce((sum, part) => sum + part.chiSquare, 0) / df);
}

/**
 * P(|T| ≥ t) of Student's t with a whole number of degrees of freedom: the finite sums of Abramowitz and Stegun (1964),
 * 26.7.3 and 26.7.4.
 */
export function studentTwoSided(t: number, df: number): number {
  const angle = Math.atan(Math.abs(t) / Math.sqrt(df));
  const [sine, cosine] = [Math.sin(angle), Math.cos(angle)];
  const odd = df % 2 === 1;
  let term = odd ? cosine : 1;
  let sum = df === 1 ? 0 : term;
  for (let k = odd ? 3 : 2; k < df; k += 2) {
    term *= ((k - 1) / k) * cosine * cosine;
    sum += term;
  }
  const inside = odd ? (2 / Math.PI) * (angle + sine * sum) : sine * sum;
  return Math.min(1, Math.max(0, 1 - inside));
}
