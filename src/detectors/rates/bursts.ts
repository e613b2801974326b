/**
 * Whether contacts come in bursts, and a comparison of rates that allows for them. Threads and weekdays make counts vary more
 * than chance; a test that takes each contact for an event of its own then sees changes that are none.
 */
import { type Counted, rounded, signedRoot } from './conditional.ts';
import { type Dispersion, dispersion, studentTwoSided, WEEK } from './dispersion.ts';

/** Lengths of the blocks of days whose sums show how much counts vary: one, two and four weeks. */
const PLAIN: readonly number[] = [WEEK, 2 * WEEK];
const BURSTY: readonly number[] = [...PLAIN, 4 * WEEK];

/** Standard deviations above what chance gives from which counts are called bursty: one in forty. */
const FAR = 1.96;

/** Pearson χ² of daily counts around the mean of each weekday: the rhythm of the week is no burst. */
function aroundWeekdays(daily: ArrayLike<number>): Dispersion {
  const sums = new Float64Array(WEEK);
  const days = new Float64Array(WEEK);
  for (let i = 0; i < daily.length; i++) {
    sums[i % WEEK]! += daily[i]!;
    days[i % WEEK]! += 1;
  }
  let [chiSquare, df] = [0, 0];
  for (let i = 0; i < daily.length; i++) {
    const mean = sums[i % WEEK]! / days[i % WEEK]!;
    if (mean > 0) chiSquare += (daily[i]! - mean) ** 2 / mean;
  }
  for (let day = 0; day < WEEK; day++) if (sums[day]! > 0) df += days[day]! - 1;
  return { chiSquare, df };
}

/** How far χ² lies above its degrees of freedom, in standard deviations (Wilson and Hilferty 1931). */
function excess(parts: readonly Dispersion[]): number {
  const df = parts.reduce((sum, part) => sum + part.df, 0);
  if (df === 0) return 0;
  const chiSquare = parts.reduce((sum, part) => sum + part.chiSquare, 0);
  const variance = 2 / (9 * df);
  return (Math.cbrt(chiSquare / df) - (1 - variance)) / Math.sqrt(variance);
}

/** Whether counts vary by more than chance from week to week, or from day to day beside the rhythm of the week. */
export function isBursty(before: ArrayLike<number>, after: ArrayLike<number>): boolean {
  const sides = [before, after];
  return excess(sides.map(dispersion)) > FAR || excess(sides.map(aroundWeekdays)) > FAR;
}

/** Mean square of the sums of all blocks of so many days around their mean; 0 weight where a side is too short. */
function blockSquare(daily: ArrayLike<number>, length: number): { square: number; mean: number; days: number } {
  const days = daily.length;
  let total = 0;
  for (let i = 0; i < days; i++) total += daily[i]!;
  if (days < 2 * length || total === 0) return { square: 0, mean: 0, days: 0 };
  const mean = (total / days) * length;
  let [sum, squares] = [0, 0];
  for (let i = 0; i < days; i++) {
    sum += daily[i]! - (i >= length ? daily[i - length]! : 0);
    if (i >= length - 1) squares += (sum - mean) ** 2;
  }
  // Blocks of a side share its mean, which takes away length / days of the variance.
  return { square: squares / (days - length + 1) / (1 - length / days), mean, days };
}

/** p at one scale; 0 where counts vary no more than by chance there, or cannot be told. */
function atScale(before: ArrayLike<number>, after: ArrayLike<number>, length: number, root: number): number {
  const sides = [blockSquare(before, length), blockSquare(after, length)].filter(({ days }) => days > 0);
  const days = sides.reduce((sum, side) => sum + side.days, 0);
  // Overlapping blocks are worth one and a half times as many that do not (Künsch 1989); each side spends two on its mean.
  const df = Math.floor((1.5 * days) / length) - 2 * sides.length;
  if (df < 1) return 0;
  const square = sides.reduce((sum, side) => sum + side.days * side.square, 0);
  const mean = sides.reduce((sum, side) => sum + side.days * side.mean, 0);
  return square <= mean ? 0 : studentTwoSided(root / Math.sqrt(square / mean), df);
}

/**
 * Two-sided p of equal rates that allows for bursts: the root of the deviance over the dispersion of blocks of days (quasi-
 * likelihood, McCullagh and Nelder 1989; overlapping blocks, Künsch 1989) against Student's t, the largest over the scales.
 * @param before, after contacts on each covered day; @param bursty look at blocks of four weeks too
 * @returns 0 where counts vary no more than by chance at any scale: then the exact test alone decides
 */
export function equalRatesInBlocks(before: ArrayLike<number>, after: ArrayLike<number>, bursty: boolean): number {
  const counted = (daily: ArrayLike<number>): Counted => {
    let count = 0;
    for (let i = 0; i < daily.length; i++) count += daily[i]!;
    return { count, days: daily.length };
  };
  const root = signedRoot(counted(before), counted(after));
  return rounded(Math.max(...(bursty ? BURSTY : PLAIN).map((length) => atScale(before, after, length, root))));
}
