/** One comparison of rates around an event, whole: counts, ratio, tests. */
import type { DayRange } from '../../coverage/day-ranges.ts';
import { equalRatesInBlocks, isBursty } from './bursts.ts';
import { type Counted, equalRates, leastP, type Ratio, rateRatio, rounded } from './conditional.ts';
import { dispersion, dispersionIndex, WEEK } from './dispersion.ts';
import {
  type DatedContact,
  type ExposedChannel,
  frameOf,
  type NotComparable,
  type RateFrame,
  type RateSeries,
  seriesOf,
} from './series.ts';
import { circularShifts, type Shifts } from './shifts.ts';

/** Limits of a comparison. */
export interface RateLimits {
  /** Covered days that are compared at most, and must be there at least, on each side. */
  readonly mostDays: { readonly before: number; readonly after: number };
  readonly leastDays: number;
  /** Highest p, as per mille, at which a change counts as one. */
  readonly level: number;
}

/** One side of the event: contacts, covered days, and which days. */
export interface ComparedSide extends Counted {
  readonly perWeek: number;
  readonly from: number;
  readonly to: number;
  /** Places of its contacts among those given, in the order of time. */
  readonly contacts: readonly number[];
}

export interface Comparison {
  readonly series: RateSeries;
  readonly before: ComparedSide;
  readonly after: ComparedSide;
  readonly ratio: Ratio;
  readonly exact: number;
  /** Largest of the exact p and those that allow for bursts. */
  readonly p: number;
  readonly dispersion: { readonly before: number | null; readonly after: number | null; readonly both: number | null };
  readonly bursty: boolean;
  readonly shifts: Shifts;
  /** First days inside the compared time on which coverage changed: days of other coverage are left out. */
  readonly changed: readonly number[];
  /** Channels without which so many more days could be compared, on sides that have fewer than the most. */
  readonly limiting: readonly { readonly channel: number; readonly days: number }[];
}

/** Why it cannot be tested: in words, and the channels that it hangs on. */
export interface Untestable {
  readonly reason: NotComparable['reason'] | 'selection unknown' | 'too few days' | 'too few contacts';
  readonly channels: readonly number[];
}

const CONFIDENCE = 0.95;

function sideOf(series: RateSeries, from: number, to: number): ComparedSide {
  const contacts = series.contacts.slice(from, to).flat();
  const days = to - from;
  return {
    count: contacts.length,
    days,
    perWeek: rounded((WEEK * contacts.length) / days),
    from: series.days[from]!,
    to: series.days[to - 1]!,
    contacts,
  };
}

/**
 * The p that decides. Where counts vary more than by chance, the exact test is too sure: then the comparison must stand
 * against the dispersion of one, two and (where it is plain) four weeks too, and where the counts are plainly bursty also
 * against the same comparison around the other days of the covered time.
 */
function deciding(exact: number, inBlocks: number, bursty: boolean, shifts: Shifts, level: number): number {
  return Math.max(exact, inBlocks, bursty && shifts.p > level / 1000 ? shifts.p : 0);
}

/** How many more days each channel keeps from being compared. */
function limitingOf(
  { lost }: RateSeries,
  before: ComparedSide,
  after: ComparedSide,
  limits: RateLimits,
): Comparison['limiting'] {
  const room = { before: limits.mostDays.before - before.days, after: limits.mostDays.after - after.days };
  return lost.flatMap(({ channel, days }) => {
    const [earlier, later] = [
      days.filter((day) => day <= before.to).length,
      days.filter((day) => day >= after.from).length,
    ];
    const more = Math.min(room.before, earlier) + Math.min(room.after, later);
    return more === 0 ? [] : [{ channel, days: more }];
  });
}

/** Too few covered days on a side are a reason. */
function compareSeries(series: RateSeries, limits: RateLimits): Comparison | Untestable {
  const { event, daily } = series;
  const start = Math.max(0, event - limits.mostDays.before);
  const end = Math.min(daily.length, event + limits.mostDays.after);
  if (event - start < limits.leastDays || end - event < limits.leastDays)
    return { reason: 'too few days', channels: series.channels.map(({ channel }) => channel) };
  const [before, after] = [sideOf(series, start, event), sideOf(series, event, end)];
  // However the contacts fell, they would show nothing: given their number, leaving such a test out is sound (Tarone 1990).
  if (leastP(before, after) > limits.level / 1000) return { reason: 'too few contacts', channels: [] };
  // Weeks are counted away from the event, so that none holds days of both sides.
  const [left, right] = [daily.slice(start, event).reverse(), daily.slice(event, end)];
  const [ofLeft, ofRight] = [dispersion(left), dispersion(right)];
  const exact = equalRates(before, after);
  const bursty = isBursty(left, right);
  const shifts = circularShifts(daily, event, before.days, after.days);
  return {
    series,
    before,
    after,
    ratio: rateRatio(before, after, CONFIDENCE),
    exact,
    p: deciding(exact, equalRatesInBlocks(left, right, bursty), bursty, shifts, limits.level),
    dispersion: {
      before: dispersionIndex(ofLeft),
      after: dispersionIndex(ofRight),
      both: dispersionIndex(ofLeft, ofRight),
    },
    bursty,
    shifts,
    changed: series.changed.filter((day) => day > before.from && day <= after.to),
    limiting: limitingOf(series, before, after, limits),
  };
}

/** Compares contacts before and after the event of a frame. */
export function compareIn(
  frame: RateFrame | NotComparable,
  contacts: readonly DatedContact[],
  limits: RateLimits,
): Comparison | Untestable {
  return 'reason' in frame ? frame : compareSeries(seriesOf(frame, contacts), limits);
}

/**
 * Compares contacts before and after an event.
 * @param told whether some of the contacts come from prose: then nobody knows how they were picked
 */
export function compareRates(
  exposed: readonly ExposedChannel[],
  event: DayRange,
  contacts: readonly DatedContact[],
  told: boolean,
  limits: RateLimits,
): Comparison | Untestable {
  if (told) return { reason: 'selection unknown', channels: [] };
  return compareIn(frameOf(exposed, event), contacts, limits);
}
