/** Days of a zone as spans of instants, and which time is covered by what. */
import { instantOf, type OffsetAt } from './calendar.ts';

/** Whole days since 1 January 1970 in a zone, both of which belong to it. */
export interface Days {
  readonly from: number;
  readonly to: number;
}

/** Instants, epoch seconds UTC; `to` is the first that no longer belongs to it. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

const DAY = 86_400;

/** Sets of days as stretches of time, disjoint and in order. */
export function stretchesOf(days: readonly Days[], offsetAt: OffsetAt): Stretch[] {
  const stretches: { from: number; to: number }[] = [];
  for (const { from, to } of [...days].sort((one, other) => one.from - other.from || one.to - other.to)) {
    const [start, end] = [instantOf(from * DAY, offsetAt), instantOf((to + 1) * DAY, offsetAt)];
    const before = stretches.at(-1);
    if (before !== undefined && start <= before.to) before.to = Math.max(before.to, end);
    else if (end > start) stretches.push({ from: start, to: end });
  }
  return stretches;
}

/** The time between two instants that no stretch covers: the stretches are disjoint and in order. */
export function gapsIn(stretches: readonly Stretch[], from: number, to: number): Stretch[] {
  const gaps: Stretch[] = [];
  let at = from;
  for (const stretch of stretches) {
    if (stretch.from >= to) break;
    if (stretch.from > at) gaps.push({ from: at, to: stretch.from });
    at = Math.max(at, stretch.to);
  }
  if (at < to) gaps.push({ from: at, to });
  return gaps;
}
