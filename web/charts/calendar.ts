/**
 * Steps of the calendar in a time zone: where a day, a week or a month begins as an instant. Clocks that change are the
 * reason for all of it: a day has 23, 24 or 25 hours, and in some zones midnight is left out once a year.
 */

/** Seconds east of UTC of a zone at an instant given in epoch seconds. */
export type OffsetAt = (epoch: number) => number;

export type Unit = 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year';

/** So many units: three hours, one month, ten years. */
export interface Step {
  readonly unit: Unit;
  readonly count: number;
}

const HOUR = 3600;
const DAY = 86_400;
/** 1970-01-01 was a Thursday; weeks begin on Mondays (ISO 8601). */
const MONDAY = 4 * DAY;

/** Usual lengths in seconds: to choose a step by, never to compute with. */
const USUAL: Readonly<Record<Unit, number>> = {
  minute: 60,
  hour: HOUR,
  day: DAY,
  week: 7 * DAY,
  month: 30.436875 * DAY,
  year: 365.2425 * DAY,
};

/** About how long a step is, in seconds. */
export function usualSeconds(step: Step): number {
  return USUAL[step.unit] * step.count;
}

/**
 * The instant at which a zone's clock shows a local time; of two such instants (a clock set back) the earlier; of none (a
 * clock set forward) what the clock would have shown without the change.
 * @param local the local time as if it were UTC, epoch seconds
 */
export function instantOf(local: number, offsetAt: OffsetAt): number {
  const before = offsetAt(local - DAY);
  const early = local - before;
  if (offsetAt(early) === before) return early;
  const after = offsetAt(local + DAY);
  const late = local - after;
  return offsetAt(late) === after ? late : early;
}

/** The last start of a step at or before an instant. Starts are counted in the zone: whole hours, midnights, Mondays, years. */
export function startOf(step: Step, epoch: number, offsetAt: OffsetAt): number {
  const local = epoch + offsetAt(epoch);
  const start = instantOf(localStart(step, local), offsetAt);
  if (start > epoch) return epoch; // an instant inside of a clock change: its own start
  // In the hour that a clock shows twice, the second pass begins where the clock was set back.
  return step.unit === 'minute' || step.unit === 'hour' ? repeated(step, start, epoch) : start;
}

/** The first start of a step after one that `startOf` gave; always later. */
export function nextStart(step: Step, start: number, offsetAt: OffsetAt): number {
  const length = usualSeconds(step);
  // Up to an hour, steps follow the hours that pass, so that none of the 25 of a long day is left out.
  if (length <= HOUR) {
    const next = startOf(step, start + length, offsetAt);
    return next > start ? next : start + length;
  }
  const next = instantOf(localNext(step, localStart(step, start + offsetAt(start))), offsetAt);
  return next > start ? next : start + length;
}

/** All starts of a step in `[from, to]`, in order. `most` guards against a step that is too fine for the span. */
export function startsIn(step: Step, from: number, to: number, offsetAt: OffsetAt, most = 5000): number[] {
  const starts: number[] = [];
  let at = startOf(step, from, offsetAt);
  while (at <= to && starts.length < most) {
    if (at >= from) starts.push(at);
    at = nextStart(step, at, offsetAt);
  }
  return starts;
}

function repeated(step: Step, start: number, epoch: number): number {
  const length = usualSeconds(step);
  return length <= HOUR && epoch - start >= length ? start + Math.floor((epoch - start) / length) * length : start;
}

function localStart(step: Step, local: number): number {
  const { unit, count } = step;
  if (unit === 'month' || unit === 'year') {
    const date = new Date(local * 1000);
    const months = unit === 'year' ? count * 12 : count;
    const month = date.getUTCFullYear() * 12 + date.getUTCMonth();
    return fromMonth(Math.floor(month / months) * months);
  }
  const length = USUAL[unit] * count;
  const origin = unit === 'week' ? MONDAY : 0;
  return Math.floor((local - origin) / length) * length + origin;
}

function localNext(step: Step, start: number): number {
  if (step.unit !== 'month' && step.unit !== 'year') return start + usualSeconds(step);
  const date = new Date(start * 1000);
  const months = step.unit === 'year' ? step.count * 12 : step.count;
  return fromMonth(date.getUTCFullYear() * 12 + date.getUTCMonth() + months);
}

function fromMonth(month: number): number {
  const date = new Date(0);
  date.setUTCFullYear(Math.floor(month / 12), ((month % 12) + 12) % 12, 1);
  return date.getTime() / 1000;
}
