/** Where bins of a timeline begin: days and longer follow the calendar of a zone, shorter ones begin with its days. Pure. */
import { dayOf, startOfDay } from '../../reconcile/days.ts';

/** Widths of bins, the widest first. */
export const BIN_UNITS = [
  'year',
  'quarter',
  'month',
  'week',
  'day',
  'six-hours',
  'hour',
  'ten-minutes',
  'minute',
] as const;
export type BinUnit = (typeof BIN_UNITS)[number];

const DAY = 86_400;
/** Seconds of each width; of a year and its parts on average. */
const SECONDS: Readonly<{ [unit in BinUnit]: number }> = {
  year: 365.2425 * DAY,
  quarter: 91.310625 * DAY,
  month: 30.436875 * DAY,
  week: 7 * DAY,
  day: DAY,
  'six-hours': 6 * 3600,
  hour: 3600,
  'ten-minutes': 600,
  minute: 60,
};

const MONTHS: Readonly<{ [unit: string]: number }> = { year: 12, quarter: 3, month: 1 };
const two = (n: number): string => String(n).padStart(2, '0');

/** About how many bins a span has. @param from, to epoch seconds */
export function binsIn(unit: BinUnit, from: number, to: number): number {
  return Math.ceil((to - from + 1) / SECONDS[unit]) + 1;
}

/** The finest width that gives at most so many bins. */
export function unitFor(from: number, to: number, most: number): BinUnit {
  return BIN_UNITS.findLast((unit) => binsIn(unit, from, to) <= most) ?? 'year';
}

/** A day some days later. @param day YYYY-MM-DD */
function later(day: string, days: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  return new Date(Date.UTC(year, month - 1, date + days)).toISOString().slice(0, 10);
}

/** First days of bins, from the one that holds a day on. */
function* firstDays(day: string, unit: BinUnit): Generator<string> {
  const months = MONTHS[unit];
  if (months === undefined) {
    // Weeks begin on Monday (ISO 8601).
    const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
    for (let at = unit === 'week' ? later(day, -weekday) : day; ; at = later(at, unit === 'week' ? 7 : 1)) yield at;
  }
  const [year, month] = day.split('-').map(Number) as [number, number];
  for (let at = year * 12 + Math.floor((month - 1) / months) * months; ; at += months)
    yield `${String(Math.floor(at / 12)).padStart(4, '0')}-${two((at % 12) + 1)}-01`;
}

/**
 * Instants at which bins begin, and the end of the last: the bins that hold a span.
 * @param from, to epoch seconds, both of which lie in some bin
 * @returns at least two numbers, rising
 */
export function binEdges(zone: string, unit: BinUnit, from: number, to: number): number[] {
  const step = SECONDS[unit];
  const edges: number[] = [];
  let dayStart: number | null = null;
  for (const day of firstDays(dayOf(zone, from), unit)) {
    const next = startOfDay(zone, day);
    // Bins shorter than a day: the last of a day ends with it, so that one is shorter or longer when clocks are changed.
    if (step < DAY && dayStart !== null)
      for (let at = dayStart; at < next; at += step) if (at + step > from && at <= to) edges.push(at);
    // A day that a zone skipped when it crossed the date line has no instants, and no bin.
    if (step >= DAY && next !== dayStart) edges.push(next);
    dayStart = next;
    if (next > to) break;
  }
  if (step < DAY) edges.push(Math.min(edges.at(-1)! + step, dayStart!));
  return edges;
}
