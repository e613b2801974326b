/** The same comparison around every other day of the covered time: what the rhythm of the contacts does by itself. */
import { rounded, signedRoot } from './conditional.ts';

export interface Shifts {
  /** Days that were tried, the event's among them. */
  readonly tried: number;
  /** Of these, at how many the rate changed as much or more, in the same direction. */
  readonly asLarge: number;
  /** Two-sided: twice their share, at most 1. */
  readonly p: number;
}

/** How far two statistics may differ and still be the same: they are sums of logarithms. */
const SAME = 1e-9;

/**
 * Moves the event to every day of the covered time, going on from its end at its beginning, and compares as many days
 * before and after as are compared at the event itself.
 * @param daily contacts on each covered day, in order
 * @param event place of the first day after the event
 * @param before, after how many covered days are compared; together at most all
 */
export function circularShifts(daily: ArrayLike<number>, event: number, before: number, after: number): Shifts {
  const days = daily.length;
  const sums = new Float64Array(2 * days + 1);
  for (let i = 0; i < 2 * days; i++) sums[i + 1] = sums[i]! + daily[i % days]!;
  const sum = (from: number, length: number): number => {
    const start = ((from % days) + days) % days;
    return sums[start + length]! - sums[start]!;
  };
  const change = (at: number): number =>
    signedRoot({ count: sum(at - before, before), days: before }, { count: sum(at, after), days: after });
  const seen = change(event);
  let asLarge = 0;
  for (let at = 0; at < days; at++) {
    const other = change(at);
    if (seen >= 0 ? other >= seen - SAME : other <= seen + SAME) asLarge++;
  }
  return { tried: days, asLarge, p: rounded(Math.min(1, (2 * asLarge) / days)) };
}
