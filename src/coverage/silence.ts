/**
 * Silences: empty days between items of an account that its own rhythm does not explain.
 *
 * The rhythm is, for each weekday, the part of those days on which the account had an item at all (not how many: a busy
 * day says nothing about the next). A run of empty days after a given day then has the probability Π(1 − q) over its
 * days, taking days as independent; it is corrected by Bonferroni for the days after which a run could have begun and for
 * the accounts that were looked at. The days of the run itself are left in the rates, which only makes the test milder.
 */
import type { DayRange } from './day-ranges.ts';

/** At most this probability, after correction, makes a run of empty days a silence. */
const SILENCE_LEVEL = 0.01;
/** Shorter runs are never called a silence: a long weekend is no hole in a production. */
export const SHORTEST_SILENCE = 3;

/** An account's rhythm between its first and last item. */
export interface Rhythm {
  readonly span: DayRange;
  /** Days with an item, from Monday to Sunday. */
  readonly active: readonly number[];
}

const WEEK = 7;

/** Monday 0 to Sunday 6. 1 January 1970 was a Thursday. @param day days since then */
export function weekday(day: number): number {
  return (((day + 3) % WEEK) + WEEK) % WEEK;
}

/** How many of each weekday there are in some days, from Monday. */
function weekdaysIn({ from, to }: DayRange): number[] {
  const days = to - from + 1;
  const counts = new Array<number>(WEEK).fill(Math.floor(days / WEEK));
  for (let day = from; day < from + (days % WEEK); day++) counts[weekday(day)]! += 1;
  return counts;
}

/** Part of the days of each weekday on which the account has an item; half a day is added so that none is 0 or 1. */
function rates({ span, active }: Rhythm): number[] {
  return weekdaysIn(span).map((days, i) => ((active[i] ?? 0) + 0.5) / (days + 1));
}

/** A silence, and on how many of its days the rhythm would have had an item. */
export interface Silence extends DayRange {
  /** Days, in thousandths, rounded. */
  readonly expected: number;
}

/**
 * Tells whether a run of empty days is a silence.
 * @param run days without items, between two days with some
 * @param accounts how many accounts were looked at in the same way
 */
export function silenceOf(rhythm: Rhythm, run: DayRange, accounts: number): Silence | null {
  if (run.to - run.from + 1 < SHORTEST_SILENCE) return null;
  const q = rates(rhythm);
  const days = weekdaysIn(run);
  const starts = rhythm.active.reduce((sum, n) => sum + n, 0);
  const logProbability = days.reduce((sum, n, i) => sum + n * Math.log1p(-q[i]!), 0);
  if (logProbability + Math.log(starts) + Math.log(accounts) > Math.log(SILENCE_LEVEL)) return null;
  return { ...run, expected: Math.round(days.reduce((sum, n, i) => sum + n * q[i]!, 0) * 1000) };
}
