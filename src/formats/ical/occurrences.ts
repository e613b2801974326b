/**
 * Occurrences of a recurrence rule. Our own, since libraries trust rules: ones that never fit (30 February) or leap very far
 * keep them busy for ever, and calendars come from strangers. Here the work is counted.
 */
import type { Rule } from './rule.ts';
import { allowsDay, civilDay, completed, dayNumber, weekOf, weekYear } from './rule-days.ts';

const DAY = 86_400;

/** Last second of the year 9999, the last that iCalendar can write. */
const END_OF_TIME = 253_402_300_799;

/** How much work is left. One step is one day, or one period of a shorter rule, that was looked at, or one occurrence. */
export interface Steps {
  left: number;
}

/**
 * The occurrences of a rule in the order of time, beginning with the start, which always counts (section 3.8.5.3).
 *
 * @param rule what to repeat
 * @param start the first occurrence, seconds of the local clock
 * @param isDate whether it is a date: parts of the day in the rule mean nothing then
 * @param until last second of the local clock that may occur; Infinity for none
 * @param steps counts down; at 0 the occurrences stop, complete or not
 */
export function* occurrences(
  rule: Rule,
  start: number,
  isDate: boolean,
  until: number,
  steps: Steps,
): Generator<number> {
  const last = Math.min(until, END_OF_TIME);
  let count = 1;
  yield start;
  for (const time of candidates(completed(rule, Math.floor(start / DAY)), start, isDate, last, steps)) {
    if (time <= start) continue;
    if (time > last || (rule.count !== null && count >= rule.count)) return;
    count++;
    yield time;
  }
}

/** Whether the start fits its own rule; where it does not, programs disagree on whether it occurs. */
export function startFits(rule: Rule, start: number, isDate: boolean): boolean {
  const steps = { left: 400_000 };
  for (const time of candidates(completed(rule, Math.floor(start / DAY)), start, isDate, start, steps)) {
    if (time >= start) return time === start;
  }
  return false;
}

function candidates(rule: Rule, start: number, isDate: boolean, last: number, steps: Steps): Generator<number> {
  const short = rule.frequency === 'SECONDLY' || rule.frequency === 'MINUTELY' || rule.frequency === 'HOURLY';
  return short && !isDate ? shortPeriods(rule, start, last, steps) : longPeriods(rule, start, isDate, last, steps);
}

/** Rules of days and longer: days of each period, times of each day. */
function* longPeriods(rule: Rule, start: number, isDate: boolean, last: number, steps: Steps): Generator<number> {
  const times = isDate ? [0] : timesOf(rule, start, 3600 * 24);
  for (let period = 0; ; period++) {
    const [from, to] = periodDays(rule, Math.floor(start / DAY), period);
    if (from * DAY > last || !Number.isFinite(from)) return;
    const days: number[] = [];
    for (let day = from; day < to; day++) {
      if (--steps.left <= 0) return;
      if (allowsDay(rule, day) && (rule.weeks.length === 0 || rule.frequency !== 'YEARLY' || inYear(rule, day, from))) {
        days.push(day);
      }
    }
    yield* chosen(days, DAY, times, rule.positions, steps);
  }
}

/** First day of the nth period after the start's, and the day after its last. */
function periodDays(rule: Rule, start: number, nth: number): [number, number] {
  const leap = nth * rule.interval;
  const { year, month } = civilDay(start);
  switch (rule.frequency) {
    case 'YEARLY': {
      if (rule.weeks.length === 0) return [dayNumber(year + leap, 1, 1), dayNumber(year + leap + 1, 1, 1)];
      // Years of weeks begin up to three days earlier or later than those of months.
      const own = weekYear(start, rule.weekStart) + leap;
      return [dayNumber(own, 1, 1) - 3, dayNumber(own + 1, 1, 1) + 3];
    }
    case 'MONTHLY':
      return [dayNumber(year, month + leap, 1), dayNumber(year, month + leap + 1, 1)];
    case 'WEEKLY': {
      const first = weekOf(start, rule.weekStart) + 7 * leap;
      return [first, first + 7];
    }
    default:
      return [start + leap, start + leap + 1];
  }
}

function inYear(rule: Rule, day: number, from: number): boolean {
  return weekYear(day, rule.weekStart) === civilDay(from + 3).year;
}

/** Rules of hours, minutes and seconds, with leaps over days, hours and minutes that the rule does not allow. */
function* shortPeriods(rule: Rule, start: number, last: number, steps: Steps): Generator<number> {
  const unit = rule.frequency === 'HOURLY' ? 3600 : rule.frequency === 'MINUTELY' ? 60 : 1;
  const leap = unit * rule.interval;
  const first = Math.floor(start / unit) * unit;
  const times = timesOf(rule, start, unit);
  for (let period = first; period <= last; ) {
    if (--steps.left <= 0) return;
    const next = leapTo(rule, period);
    if (next === null) {
      yield* chosen([period / unit], unit, times, rule.positions, steps);
      period += leap;
    } else {
      period = first + Math.ceil((next - first) / leap) * leap;
    }
  }
}

/** Where to go on when a period does not fit: the next day, hour, minute or second; null when it fits. */
function leapTo(rule: Rule, period: number): number | null {
  const beyond = (unit: number): number => (Math.floor(period / unit) + 1) * unit;
  const within = (unit: number, of: number): number => Math.floor((((period % of) + of) % of) / unit);
  if (!allowsDay(rule, Math.floor(period / DAY))) return beyond(DAY);
  if (rule.hours.length > 0 && !rule.hours.includes(within(3600, DAY))) return beyond(3600);
  if (rule.frequency === 'HOURLY') return null;
  if (rule.minutes.length > 0 && !rule.minutes.includes(within(60, 3600))) return beyond(60);
  if (rule.frequency === 'MINUTELY') return null;
  return rule.seconds.length > 0 && !rule.seconds.includes(within(1, 60)) ? beyond(1) : null;
}

/** Seconds within a period of a length at which a rule strikes; parts that it does not give are those of the start. */
function timesOf(rule: Rule, start: number, period: number): number[] {
  const of = ((start % DAY) + DAY) % DAY;
  const or = (list: readonly number[], own: number): readonly number[] => (list.length > 0 ? list : [own]);
  const hours = period > 3600 ? or(rule.hours, Math.floor(of / 3600)) : [0];
  const minutes = period > 60 ? or(rule.minutes, Math.floor(of / 60) % 60) : [0];
  const seconds = period > 1 ? or(rule.seconds, of % 60) : [0];
  return hours.flatMap((h) => minutes.flatMap((m) => seconds.map((s) => h * 3600 + m * 60 + s)));
}

/** All times of all parts of a period, or those at the positions that BYSETPOS names. */
function* chosen(
  parts: readonly number[],
  unit: number,
  times: readonly number[],
  positions: readonly number[],
  steps: Steps,
): Generator<number> {
  const total = parts.length * times.length;
  const at = (index: number): number => parts[Math.floor(index / times.length)]! * unit + times[index % times.length]!;
  const indexes = positions.map((position) => (position > 0 ? position - 1 : total + position));
  const wanted = new Set(indexes.filter((index) => index >= 0 && index < total));
  if (positions.length > 0) for (const index of [...wanted].sort((a, b) => a - b)) yield at(index);
  else {
    for (let index = 0; index < total; index++) {
      if (--steps.left <= 0) return;
      yield at(index);
    }
  }
}
