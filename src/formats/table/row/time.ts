/** When a row's contact was, and how long it took. */
import { UNKNOWN_TIME, type When } from '../../../model/time.ts';
import { zoneOffsets } from '../../../model/zone.ts';
import type { Target } from '../../templates/template.ts';
import { foldText } from '../fold.ts';
import { type Clock, compactClock, findClock } from '../time/clock.ts';
import type { DateRules } from '../time/date.ts';
import { type DateReading, readDates } from '../time/dates.ts';
import { readDuration, type TwoParts, unitOfHeader } from '../time/duration.ts';
import { clockSpan, daysOf, spanOfZone, type TimeContext, whenOf, withYear, type YearFor } from '../time/when.ts';
import type { Access, Value } from './access.ts';

/** A doubt about a row. */
export interface Doubt {
  readonly code: string;
  readonly message: string;
}

export interface RowTime {
  readonly when: When;
  /** Seconds; null unknown. */
  readonly duration: number | null;
  /** The date is a list, or a span that the table means as one relation. */
  readonly several: boolean;
  readonly doubts: readonly Doubt[];
}

/** What reading times of a table needs to know. */
export interface TimePlan extends TimeContext {
  /** How the dates of a column are read, by its index; −1 for texts from elsewhere. */
  rulesOf(index: number): DateRules;
  readonly yearFor: (access: Access) => YearFor;
  readonly parts: TwoParts | null;
  /** See Template.period. */
  readonly period: boolean;
  /** End of a relation that has none, epoch seconds UTC. */
  readonly asOf: number;
}

/** A cell of a date, a time of day, or both. */
interface Moment {
  readonly text: string;
  readonly clock: Clock | null;
  readonly readings: readonly DateReading[];
  /** Dates that lack a year that nothing gives. */
  readonly yearless: boolean;
}

const NO_MOMENT: Moment = { text: '', clock: null, readings: [], yearless: false };

function momentOf(value: Value, access: Access, plan: TimePlan): Moment {
  const { text } = value;
  if (text === '') return NO_MOMENT;
  const plain = foldText(text);
  const alone = findClock(plain);
  const compact = compactClock(plain);
  const isTimeOnly = value.use !== null && value.use.target !== 'date' && value.use.target !== 'given';
  if (alone !== null && alone.rest === '') return { ...NO_MOMENT, text, clock: alone.clock };
  if (isTimeOnly && compact !== null) return { ...NO_MOMENT, text, clock: compact };
  const readings = readDates(text, plan.rulesOf(value.use?.index ?? -1));
  const dated = readings.map((r) => withYear(r, plan.yearFor(access))).filter((r) => r !== null);
  return {
    text,
    clock: readings[0]?.clock ?? null,
    readings: dated,
    yearless: readings.length > 0 && dated.length === 0,
  };
}

/** The cell of the date, or what the columns of year and month make of one. */
function dateValue(access: Access): Value {
  const date = access.first('date');
  if (date.text !== '') return date;
  const month = access.first('month');
  const year = access.first('year').text;
  if (month.text === '') return { text: /^\d{4}$/.test(year) ? year : '', use: null };
  if (/^\d{1,2}$/.test(month.text)) return { text: `${year}-${month.text.padStart(2, '0')}`, use: month.use };
  return { text: `${month.text} ${year}`.trim(), use: month.use };
}

const doubt = (code: string, message: string): Doubt => ({ code, message });
const shown = (text: string): string => JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}…` : text);

/** Reads the time of a row. A row without a date has a doubt; what to make of it is the caller's. */
export function timeOf(access: Access, plan: TimePlan): RowTime {
  const [date, start, end] = [dateValue(access), access.first('start'), access.first('end')].map((value) =>
    momentOf(value, access, plan),
  ) as [Moment, Moment, Moment];
  const arrival = momentOf(access.first('arrival'), access, plan);
  const departure = momentOf(access.first('departure'), access, plan);
  const days = [date, start, arrival].find((moment) => moment.readings.length > 0) ?? NO_MOMENT;
  const clock = [start, date, arrival].find((moment) => moment.clock !== null)?.clock ?? null;
  if (plan.period) return relation(days, end, plan, faultOf([date, start], plan));
  if (days.readings.length === 0)
    return { ...NONE, duration: lengthOf(access, plan).seconds, doubts: faultOf([date, start, arrival], plan) };
  const doubts: Doubt[] = [];
  if (days.readings.length > 1) doubts.push(orderDoubt(days.text));
  const when = whenOf(days.readings, clock, plan);
  const length = lengthOf(access, plan);
  doubts.push(...length.doubts);
  const several = days.readings.some((reading) => reading.list);
  if (length.seconds !== null) return { when, duration: length.seconds, several, doubts };
  const stay = end === NO_MOMENT && arrival.clock !== null && departure.clock !== null;
  const came = arrival.readings.length > 0 ? arrival : { ...arrival, readings: days.readings };
  const [from, to] = stay ? [came, departure] : [days, end];
  const until = endOf(from, from === days ? clock : from.clock, to, plan);
  if (until.doubt !== null) doubts.push(until.doubt);
  return { when: until.span ?? when, duration: until.seconds, several, doubts };
}

const NONE: RowTime = { when: UNKNOWN_TIME, duration: null, several: false, doubts: [] };

function orderDoubt(text: string): Doubt {
  return doubt('date-order-unknown', `${shown(text)} may be day and month or month and day; its time spans both`);
}

/** Why there is no date. */
function faultOf(moments: readonly Moment[], plan: TimePlan): Doubt[] {
  const yearless = moments.find((moment) => moment.yearless);
  if (yearless !== undefined)
    return [doubt('year-unknown', `${shown(yearless.text)} has no year, and nothing else gives it`)];
  const unread = moments.find((moment) => moment.text !== '' && moment.readings.length === 0 && moment.clock === null);
  if (unread === undefined) return [doubt('date-missing', 'the row has no date')];
  return [
    doubt(
      'date-unreadable',
      `${shown(unread.text)} is no date in a form of this table (${plan.rulesOf(-1).forms.join(', ')})`,
    ),
  ];
}

interface Until {
  readonly seconds: number | null;
  /** The time of a contact of several days; null where the start alone is its time. */
  readonly span: When | null;
  readonly doubt: Doubt | null;
}

/** The length between a start and an end. */
function endOf(days: Moment, clock: Clock | null, end: Moment, plan: TimePlan): Until {
  const nothing: Until = { seconds: null, span: null, doubt: null };
  const [start] = days.readings;
  if (end === NO_MOMENT || start === undefined || days.readings.length > 1 || start.form !== 'day') return nothing;
  if (end.clock === null && end.readings.length === 0) {
    return { ...nothing, doubt: doubt('end-unreadable', `${shown(end.text)} is no end`) };
  }
  // An instant has no local day on which a time of day could fall.
  if (start.instant !== null && end.readings.length === 0) return nothing;
  const last = end.readings.length > 0 ? end.readings[0]! : start;
  if (start.instant !== null || last.instant !== null) {
    return start.instant === null || last.instant === null
      ? nothing
      : lengthFrom(start.instant, last.instant, end.text);
  }
  if (clock === null || end.clock === null) {
    return end.readings.length === 0 || end.readings.length > 1 ? nothing : manyDays(start, last, end.text, plan);
  }
  const from = clockSpan(daysOf(start).start, clock).start;
  const to = clockSpan(daysOf(last).start, end.clock).start;
  return lengthFrom(from - offsetOf(from, clock, plan), to - offsetOf(to, end.clock, plan), end.text);
}

function offsetOf(local: number, clock: Clock, plan: TimePlan): number {
  return clock.offset ?? zoneOffsets(plan.zone, local, local)?.start ?? 0;
}

function lengthFrom(from: number, to: number, text: string): Until {
  const seconds = to - from;
  const reversed = doubt('end-before-start', `the end ${shown(text)} lies before the start`);
  return seconds < 0 || seconds > 2_147_483_647
    ? { seconds: null, span: null, doubt: reversed }
    : { seconds, span: null, doubt: null };
}

function manyDays(first: DateReading, last: DateReading, text: string, plan: TimePlan): Until {
  const from = daysOf(first);
  const to = daysOf(last);
  if (to.start === from.start) return { seconds: null, span: null, doubt: null };
  if (to.start < from.start) return lengthFrom(from.start, to.start, text);
  return { seconds: null, span: spanOfZone({ start: from.start, end: to.end }, null, 'range', plan), doubt: null };
}

/** A relation from one day to another, or until asOf. */
function relation(days: Moment, end: Moment, plan: TimePlan, faults: readonly Doubt[]): RowTime {
  const [start] = days.readings;
  if (start === undefined) return { ...NONE, several: true, doubts: faults };
  if (days.readings.length > 1) return { ...NONE, several: true, doubts: [orderDoubt(days.text)] };
  const from = daysOf(start);
  if (end === NO_MOMENT) {
    const open = spanOfZone(from, null, 'range', plan);
    return { when: { ...open, latest: Math.max(open.latest!, plan.asOf) }, duration: null, several: true, doubts: [] };
  }
  const [last] = end.readings;
  if (last === undefined || end.readings.length > 1) {
    return { ...NONE, several: true, doubts: [doubt('end-unreadable', `${shown(end.text)} is no one day`)] };
  }
  const to = daysOf(last);
  if (to.end < from.start) {
    const message = `the relation ends on ${shown(end.text)}, before it begins on ${shown(days.text)}; it was left without a time`;
    return { ...NONE, several: true, doubts: [doubt('period-reversed', message)] };
  }
  const span = spanOfZone({ start: from.start, end: to.end }, null, 'range', plan);
  return { when: span, duration: null, several: true, doubts: [] };
}

function lengthOf(access: Access, plan: TimePlan): { seconds: number | null; doubts: readonly Doubt[] } {
  const { text, use } = access.first('duration');
  if (text === '' || use === null) return { seconds: null, doubts: [] };
  const unit = use.column.unit ?? unitOfHeader(use.header);
  const reading = readDuration(text, unit, use.column.parts ?? plan.parts);
  if (reading === null)
    return { seconds: null, doubts: [doubt('duration-unreadable', `${shown(text)} is no duration`)] };
  if ('seconds' in reading) return { seconds: reading.seconds, doubts: [] };
  const why = reading.lacks === 'unit' ? 'does not say its unit' : 'may be hours and minutes or minutes and seconds';
  return { seconds: null, doubts: [doubt('duration-unit-unknown', `the duration ${shown(text)} ${why}`)] };
}

/**
 * A day on which a disclosure was given, as case files write days.
 * @returns YYYY-MM-DD, YYYY-MM or YYYY; null for an empty cell; a doubt for one that is no such thing
 */
export function givenOf(access: Access, plan: TimePlan): string | Doubt | null {
  const target: Target = 'given';
  const value = access.first(target);
  if (value.text === '') return null;
  const moment = momentOf(value, access, plan);
  const [reading] = moment.readings;
  if (reading === undefined) return doubt('given-unreadable', `${shown(value.text)} is no day on which it was given`);
  if (moment.readings.length > 1) return doubt('given-order-unknown', `${shown(value.text)} may be two days`);
  if (reading.instant !== null) return new Date(reading.instant * 1000).toISOString().slice(0, 10);
  if (reading.form === 'range' || reading.form === 'quarter')
    return doubt('given-unreadable', `${shown(value.text)} is no one day`);
  const two = (n: number): string => String(n).padStart(2, '0');
  const { year, month, day } = reading.from;
  return [String(year).padStart(4, '0'), month, day]
    .flatMap((p) => (p === null ? [] : [typeof p === 'number' ? two(p) : p]))
    .join('-');
}
