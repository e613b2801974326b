/** Recurrence rules (RFC 5545, section 3.3.10) as data. */
import { type Moment, parseMoment } from './moment.ts';

/** Frequencies, from the shortest period to the longest. */
const FREQUENCIES = ['SECONDLY', 'MINUTELY', 'HOURLY', 'DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'] as const;
export type Frequency = (typeof FREQUENCIES)[number];

/** A weekday of a rule: 0 Monday to 6 Sunday; the nth of the month or year, negative from the end, 0 for every. */
export interface RuleDay {
  readonly weekday: number;
  readonly nth: number;
}

/** A rule. Empty lists mean that the part is absent. */
export interface Rule {
  readonly frequency: Frequency;
  readonly interval: number;
  /** How many occurrences there are, the start included; null for no such limit. */
  readonly count: number | null;
  readonly until: Moment | null;
  /** First day of the week, 0 Monday to 6 Sunday. */
  readonly weekStart: number;
  readonly seconds: readonly number[];
  readonly minutes: readonly number[];
  readonly hours: readonly number[];
  readonly days: readonly RuleDay[];
  readonly monthDays: readonly number[];
  readonly yearDays: readonly number[];
  readonly weeks: readonly number[];
  readonly months: readonly number[];
  readonly positions: readonly number[];
}

const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/** Least and greatest value of the lists of numbers, and whether they may count from the end. */
const LISTS = {
  BYSECOND: [0, 60, false],
  BYMINUTE: [0, 59, false],
  BYHOUR: [0, 23, false],
  BYMONTHDAY: [1, 31, true],
  BYYEARDAY: [1, 366, true],
  BYWEEKNO: [1, 53, true],
  BYMONTH: [1, 12, false],
  BYSETPOS: [1, 366, true],
} as const;

/**
 * Reads a rule.
 *
 * @param text the value of RRULE or EXRULE
 * @returns null when a part is missing, unknown or out of range: half a rule would give invented dates
 */
export function parseRule(text: string): Rule | null {
  const parts = new Map<string, string>();
  for (const part of text.split(';').filter((piece) => piece.trim() !== '')) {
    const [, key, value] = /^\s*([A-Za-z-]+)\s*=\s*(\S*)\s*$/.exec(part) ?? [];
    if (key === undefined || parts.has(key.toUpperCase())) return null;
    parts.set(key.toUpperCase(), value!.toUpperCase());
  }
  const frequency = FREQUENCIES.find((name) => name === parts.get('FREQ'));
  const interval = wholeNumber(parts.get('INTERVAL') ?? '1');
  const count = parts.has('COUNT') ? wholeNumber(parts.get('COUNT')!) : null;
  const until = parts.has('UNTIL') ? parseMoment(parts.get('UNTIL')!, '') : null;
  const weekStart = WEEKDAYS.indexOf(parts.get('WKST') ?? 'MO');
  if (frequency === undefined || interval === undefined || count === undefined || weekStart === -1) return null;
  if (parts.has('UNTIL') && until === null) return null;
  if (!isGregorian(parts)) return null;
  const days = ruleDays(parts.get('BYDAY') ?? '');
  const lists = Object.entries(LISTS).map(([key, range]) => numbers(parts.get(key) ?? '', range));
  if (days === null || lists.includes(null)) return null;
  const [seconds, minutes, hours, monthDays, yearDays, weeks, months, positions] = lists.map((list) => list ?? []);
  return {
    frequency,
    interval,
    count,
    until,
    weekStart,
    seconds: seconds!,
    minutes: minutes!,
    hours: hours!,
    days,
    monthDays: monthDays!,
    yearDays: yearDays!,
    weeks: weeks!,
    months: months!,
    positions: positions!,
  };
}

/** RFC 7529 lets rules follow other calendars, and move days that do not exist; neither is followed here. */
function isGregorian(parts: ReadonlyMap<string, string>): boolean {
  return (parts.get('RSCALE') ?? 'GREGORIAN') === 'GREGORIAN' && (parts.get('SKIP') ?? 'OMIT') === 'OMIT';
}

/** A number from 1; undefined when it is none. */
function wholeNumber(text: string): number | undefined {
  return /^0*[1-9]\d{0,8}$/.test(text) ? Number(text) : undefined;
}

function numbers(text: string, [least, greatest, fromEnd]: readonly [number, number, boolean]): number[] | null {
  if (text === '') return [];
  const found = text.split(',').map((part) => (/^[+-]?\d{1,3}$/.test(part) ? Number(part) : Number.NaN));
  const fits = found.every((value) => {
    const size = fromEnd ? Math.abs(value) : value;
    return size >= least && size <= greatest;
  });
  return fits ? [...new Set(found)].sort((a, b) => a - b) : null;
}

function ruleDays(text: string): RuleDay[] | null {
  if (text === '') return [];
  const found = text.split(',').map((part) => {
    const match = /^([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)$/.exec(part);
    const nth = Number(match?.[1] ?? 0);
    return match === null || Math.abs(nth) > 53 ? null : { weekday: WEEKDAYS.indexOf(match[2]!), nth };
  });
  return found.includes(null) ? null : (found as RuleDay[]);
}
