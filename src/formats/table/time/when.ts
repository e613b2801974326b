/** Readings of dates as times of records. */
import { NO_FLOOR, type Precision, spanWhen, UNKNOWN_TIME, utcSeconds, type When } from '../../../model/time.ts';
import { zoneOffsets } from '../../../model/zone.ts';
import type { Clock } from './clock.ts';
import type { Day } from './date.ts';
import type { DateReading } from './dates.ts';

/** A span of local seconds as if UTC, both ends inclusive. */
export interface LocalSpan {
  readonly start: number;
  readonly end: number;
}

const DAY = 86_400;

/** Before it, 2 January 1970, a clock of a telephone exchange was never set. */
const CALL_FLOOR: number = DAY;

/** Year of a day that was written without one; null where nothing gives it. */
export type YearFor = (day: Day) => number | null;

/** A reading with the years that it lacks; null where nothing gives one. */
export function withYear(reading: DateReading, yearFor: YearFor): DateReading | null {
  if (reading.instant !== null || (reading.from.year !== null && reading.to.year !== null)) return reading;
  const to = reading.to.year ?? yearFor(reading.to);
  const from = reading.from.year ?? yearFor(reading.from);
  if (to === null || from === null) return null;
  const dated = { ...reading, from: { ...reading.from, year: from }, to: { ...reading.to, year: to } };
  return lastDay(dated.from) !== null && lastDay(dated.to) !== null ? dated : null;
}

function seconds(year: number, month: number, day: number): number {
  return utcSeconds({ year, month, day, hour: 0, minute: 0, second: 0 });
}

/** First local second of the last day; null where there is no such day (29 February of a common year). */
function lastDay({ year, month, day }: Day): number | null {
  if (month === null) return seconds(year!, 12, 31);
  if (day === null) return seconds(year!, month + 1, 1) - DAY;
  const at = seconds(year!, month, day);
  return at < seconds(year!, month + 1, 1) ? at : null;
}

/** The local days of a reading that has its years. */
export function daysOf(reading: DateReading): LocalSpan {
  const { year, month, day } = reading.from;
  return { start: seconds(year!, month ?? 1, day ?? 1), end: lastDay(reading.to)! + DAY - 1 };
}

/** A local time of a day; the minute that it spans where no second is written. */
export function clockSpan(day: number, clock: Clock): LocalSpan {
  const start = day + clock.hour * 3600 + clock.minute * 60 + (clock.second ?? 0);
  return { start, end: clock.second === null ? start + 59 : start };
}

/** Precision of the span that holds two others. */
const EITHER: Precision = 'range';

/** What the times of a table have in common. */
export interface TimeContext {
  /** IANA name; null when nobody said. */
  readonly zone: string | null;
  /** Earliest epoch second that a clock can mean. */
  readonly floor: number;
}

/**
 * The time of a record.
 * @param readings with their years; two when it is not decided which holds: then the time spans both
 * @param clock time of day where it stands in another cell; null for the one of the readings
 */
export function whenOf(readings: readonly DateReading[], clock: Clock | null, context: TimeContext): When {
  const [first, second] = readings;
  if (first === undefined) return UNKNOWN_TIME;
  if (first.instant !== null) return instantWhen(first.instant, context);
  const a = oneWhen(first, clock, context);
  if (second === undefined) return a;
  const b = oneWhen(second, clock, context);
  return {
    ...a,
    earliest: Math.min(a.earliest!, b.earliest!),
    latest: Math.max(a.latest!, b.latest!),
    offset: a.offset === b.offset ? a.offset : null,
    precision: EITHER,
  };
}

function instantWhen(instant: number, context: TimeContext): When {
  const plausibility = instant < context.floor ? 'wrong-clock' : 'plausible';
  return { earliest: instant, latest: instant, offset: null, precision: 'second', zone: 'written', plausibility };
}

function oneWhen(reading: DateReading, other: Clock | null, context: TimeContext): When {
  const clock = other ?? reading.clock;
  const days = daysOf(reading);
  // A time of day stands for one day: of several it says nothing.
  const timed = clock !== null && reading.form === 'day';
  const span = timed ? clockSpan(days.start, clock) : days;
  const precision: Precision = timed ? (clock.second === null ? 'minute' : 'second') : reading.form;
  return spanOfZone(span, timed ? clock.offset : null, precision, context);
}

/** A local span as instants. @param offset that is written, seconds; null for the zone of the table */
export function spanOfZone(span: LocalSpan, offset: number | null, precision: Precision, context: TimeContext): When {
  const written = offset === null ? null : { start: offset, end: offset };
  const offsets = written ?? zoneOffsets(context.zone, span.start, span.end);
  return spanWhen(span.start, span.end, offsets, precision, written === null ? 'source' : 'written', context.floor);
}

/** The earliest plausible second by kind: registers may tell of any year. */
export function floorOf(kind: string): number {
  return kind === 'call' ? CALL_FLOOR : NO_FLOOR;
}
