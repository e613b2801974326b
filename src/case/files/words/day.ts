/** Days, months, years and instants as case files write them. */
import type * as z from 'zod';
import { isRealTime, utcSeconds } from '../../../model/time.ts';
import { shown } from '../mistake.ts';
import { type Check, type Fault, notA, text } from './leaf.ts';

/** What a written time spans, in days of the place where it was written. */
export interface DaySpan {
  readonly precision: 'year' | 'month' | 'day' | 'instant';
  /** First day, YYYY-MM-DD. */
  readonly first: string;
  /** Last day, inclusive. */
  readonly last: string;
  /** Epoch seconds UTC of an instant; null for anything coarser. Fractions of a second are dropped. */
  readonly instant: number | null;
}

const DATE = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/;
const INSTANT = /^(\d{4})-(\d\d)-(\d\d)[Tt ](\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)? ?([Zz]|[+-]\d\d:?\d\d)$/;
const WITHOUT_OFFSET = /^(\d{4}-\d\d-\d\d)[Tt ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?$/;

/** For editors. */
const DAY_PATTERN = '^\\d{4}-\\d{2}-\\d{2}$';
const COARSE_PATTERN = '^\\d{4}(-\\d{2}){0,2}$';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

function daysIn(year: number, month: number): number {
  const last = new Date(0);
  last.setUTCFullYear(year, month, 0);
  return last.getUTCDate();
}

const two = (n: number): string => String(n).padStart(2, '0');

function isReal(year: number, month: number, day: number): boolean {
  return isRealTime({ year, month, day, hour: 0, minute: 0, second: 0 });
}

function parseInstant(match: RegExpExecArray): DaySpan | null {
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map((part) => Number(part ?? 0)) as number[];
  const local = { year: year!, month: month!, day: day!, hour: hour!, minute: minute!, second: second! };
  const zone = match[7]!;
  const sign = zone.startsWith('-') ? -1 : 1;
  const hours = Number(zone.slice(1, 3));
  const minutes = Number(zone.slice(-2));
  const far = hours > 14 || minutes > 59;
  if (!isRealTime(local) || (zone.length > 1 && far)) return null;
  const offset = zone.length === 1 ? 0 : sign * (hours * 3600 + minutes * 60);
  const date = match[0].slice(0, 10);
  return { precision: 'instant', first: date, last: date, instant: utcSeconds(local) - offset };
}

/**
 * Reads a day, month, year or instant: 2030-11-08, 2030-11, 2030, 2030-11-08T10:00+01:00 (or Z; a space for the T).
 * @returns its span of days, as the text's own offset counts them; null for anything else, also for days that do not exist
 */
export function parseDay(written: string): DaySpan | null {
  const instant = INSTANT.exec(written);
  if (instant !== null) return parseInstant(instant);
  const match = DATE.exec(written);
  if (match === null) return null;
  const year = Number(match[1]);
  if (match[2] === undefined) {
    return { precision: 'year', first: `${match[1]}-01-01`, last: `${match[1]}-12-31`, instant: null };
  }
  const month = Number(match[2]);
  if (!isReal(year, month, Number(match[3] ?? 1))) return null;
  if (match[3] !== undefined) return { precision: 'day', first: written, last: written, instant: null };
  return { precision: 'month', first: `${written}-01`, last: `${written}-${two(daysIn(year, month))}`, instant: null };
}

/** A day that somebody wrote in another order or with names, when only one reading is possible; else null. */
function meantDay(written: string): string | null {
  const ymd = /^(\d{4})(?:[-/. ](\d{1,2})[-/. ](\d{1,2})|(\d\d)(\d\d))$/.exec(written);
  const [y, m, d] = ymd === null ? namedDay(written) : [ymd[1], ymd[2] ?? ymd[4], ymd[3] ?? ymd[5]].map(Number);
  return y !== undefined && isReal(y, m!, d!) ? `${String(y).padStart(4, '0')}-${two(m!)}-${two(d!)}` : null;
}

/** 8 November 2030, Nov 8, 2030, 31/12/2030 (a number above 12 can be no month). */
function namedDay(written: string): number[] {
  const words = written
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  if (words.length !== 3) return [];
  const year = words.findIndex((word) => /^\d{4}$/.test(word));
  if (year < 0) return [];
  const rest = words.filter((_, i) => i !== year);
  const name = rest.findIndex((word) => word.length >= 3 && MONTHS.includes(word.slice(0, 3)));
  if (name >= 0)
    return [Number(words[year]), MONTHS.indexOf(rest[name]!.slice(0, 3)) + 1, Number.parseInt(rest[1 - name]!, 10)];
  const [a, b] = rest.map(Number) as [number, number];
  if (a > 12 && b <= 12) return [Number(words[year]), b, a];
  return b > 12 && a <= 12 ? [Number(words[year]), a, b] : [];
}

/**
 * What is wrong with a written time.
 * @param form how it is asked for, such as 2030-11-08
 */
export function dayFault(written: string, form: string): Fault {
  const real = /^(\d{4})-(\d\d)-(\d\d)/.exec(written);
  if (real !== null && !isReal(Number(real[1]), Number(real[2]), Number(real[3]))) {
    const month = Number(real[2]);
    const days =
      month >= 1 && month <= 12
        ? `${real[1]}-${real[2]} has ${daysIn(Number(real[1]), month)} days`
        : 'months go from 01 to 12';
    return { message: `is a day that does not exist: ${shown(written)}`, advice: days };
  }
  if (WITHOUT_OFFSET.test(written)) {
    return {
      message: `is a time without an offset: ${shown(written)}`,
      advice: `add the offset from UTC, such as ${written.replace(' ', 'T')}+01:00, or write the day alone`,
    };
  }
  const meant = meantDay(written);
  return notA('a day', written, meant === null ? `write it as ${form}` : `write it as ${meant}`);
}

function checkOf(allowed: readonly DaySpan['precision'][], form: string): Check {
  return (written) => {
    const span = parseDay(written);
    if (span === null) return dayFault(written, form);
    if (allowed.includes(span.precision)) return null;
    return {
      message: `is ${span.precision === 'instant' ? 'an instant' : `a ${span.precision}`}: ${shown(written)}`,
      advice: `write a day, such as ${form}`,
    };
  };
}

const expectation = { is: 'a day', advice: 'write a day, such as 2030-11-08' };
const coarse = { is: 'a day', advice: 'write a day, month or year, such as 2030-11-08, 2030-11 or 2030' };

/** A day, month, year or instant. */
export function anyDay(): z.ZodType<string> {
  return text(coarse, checkOf(['year', 'month', 'day', 'instant'], '2030-11-08, 2030-11 or 2030'));
}

/** A day, month or year: the ends of a period. */
export function coarseDay(): z.ZodType<string> {
  return text(coarse, checkOf(['year', 'month', 'day'], '2030-11-08, 2030-11 or 2030'), COARSE_PATTERN);
}

/** A day. */
export function exactDay(): z.ZodType<string> {
  return text(expectation, checkOf(['day'], '2030-11-08'), DAY_PATTERN);
}

/** A day or an instant. */
export function dayOrInstant(): z.ZodType<string> {
  return text(expectation, checkOf(['day', 'instant'], '2030-11-08 or 2030-11-08T10:00+01:00'));
}
