/** What a cell says about a day: a date, a span of days, a list of them, with a time of day or without. */
import { foldText } from '../fold.ts';
import { type Clock, findClock } from './clock.ts';
import { canonical, type DateRules, type Day, exists, type FoundDay, readDay } from './date.ts';

/** One way to read a cell. */
export interface DateReading {
  /** First and last day; they are the same for one day, month or year. */
  readonly from: Day;
  readonly to: Day;
  readonly form: 'day' | 'month' | 'quarter' | 'year' | 'range';
  /** Several days or months that are listed rather than spanned: `Jan/Feb/Mar`. */
  readonly list: boolean;
  readonly clock: Clock | null;
  /** Epoch seconds UTC, for numbers that count from an epoch; null otherwise. */
  readonly instant: number | null;
}

/** Days from 30 December 1899, day 0 of spreadsheets, to 1 January 1970. */
const EXCEL_EPOCH = 25_569;
const NO_DAY: Day = { year: null, month: null, day: null };

/**
 * Reads a cell that holds a date.
 * @param text as written
 * @returns none where nothing fits; two where the order of day and month is not decided
 */
export function readDates(text: string, rules: DateRules): readonly DateReading[] {
  const plain = foldText(text);
  if (plain === '') return [];
  const number = /^\d+(\.\d+)?$/.test(plain) ? byEpoch(plain, rules) : null;
  if (number !== null) return [number];
  const found = findClock(plain);
  const rest = canonical(found === null ? plain : found.rest.replace(/t$/, ''));
  return spans(rest, rules).map((span) => ({ ...span, clock: found?.clock ?? null, instant: null }));
}

type Span = Omit<DateReading, 'clock' | 'instant'>;

function spans(text: string, rules: DateRules): Span[] {
  const single = readDay(text, rules);
  if (single.length > 0) return single.map((day) => spanOf(day));
  return rangeOf(text, rules) ?? [];
}

function spanOf(found: FoundDay): Span {
  const { year, month, day, quarter } = found;
  const from = { year, month, day };
  if (quarter) return { from, to: { year, month: month! + 2, day: null }, form: 'quarter', list: false };
  return { from, to: from, form: day !== null ? 'day' : month !== null ? 'month' : 'year', list: false };
}

/** A span `a - b`, or a list `a, b & c`; what the earlier ones leave out they take from the later ones. */
function rangeOf(text: string, rules: DateRules): Span[] | null {
  for (const split of splits(text)) {
    const spansOfOrder = orders(rules).map((order) => hull(split.parts, { ...rules, order }, split.list));
    const found = spansOfOrder.filter((span) => span !== null);
    const [first, second] = found;
    if (first === undefined) continue;
    return second === undefined || same(first, second) ? [first] : found;
  }
  return null;
}

function orders(rules: DateRules): DateRules['order'][] {
  return rules.order === 'either' ? ['day first', 'month first'] : [rules.order];
}

/** The ways to cut a text at a dash or at the marks of a list. */
function* splits(text: string): Generator<{ parts: string[]; list: boolean }> {
  for (const dash of text.matchAll(/-/g)) {
    yield { parts: [text.slice(0, dash.index), text.slice(dash.index + 1)], list: false };
  }
  for (const mark of [/[,;&]/, /[/]/]) {
    const parts = text.split(mark);
    if (parts.length > 1 && parts.length <= 40) yield { parts, list: true };
  }
  const comma = text.split(/ & |; /);
  if (comma.length > 1 && comma.length <= 40) yield { parts: comma, list: true };
}

function hull(parts: readonly string[], rules: DateRules, list: boolean): Span | null {
  let later: Span | null = null;
  let last: Span | null = null;
  for (const part of parts.map((p) => p.trim()).reverse()) {
    const [whole] = readDay(part, rules);
    const span: Span | null = whole === undefined ? fromNumber(part, later) : complete(spanOf(whole), later);
    if (span === null || (later !== null && isAfter(span, later))) return null;
    last ??= span;
    later = span;
  }
  if (later === null || last === null) return null;
  return { from: later.from, to: last.to, form: 'range', list };
}

/** A number alone is a day of the month that follows: the 13 of `13-15 November`. */
function fromNumber(part: string, later: Span | null): Span | null {
  if (later === null || !/^\d{1,2}$/.test(part)) return null;
  const day = { ...later.from, day: Number(part) };
  return later.from.day !== null && exists(day) ? { from: day, to: day, form: 'day', list: false } : null;
}

/** A year that is left out is the one of the part behind it, or the year before where that one begins it. */
function complete(span: Span, later: Span | null): Span {
  const year = later?.from.year ?? null;
  if (span.from.year !== null || year === null) return span;
  const before = (span.from.month ?? 0) > (later?.from.month ?? 12);
  const given = before ? year - 1 : year;
  return { ...span, from: { ...span.from, year: given }, to: { ...span.to, year: given } };
}

function isAfter(a: Span, b: Span): boolean {
  return rank(a.from) > rank(b.from);
}

function rank({ year, month, day }: Day): number {
  return (year ?? 0) * 400 + (month ?? 0) * 31 + (day ?? 0);
}

function same(a: Span, b: Span): boolean {
  return rank(a.from) === rank(b.from) && rank(a.to) === rank(b.to);
}

/** Numbers that count from an epoch. */
function byEpoch(text: string, rules: DateRules): DateReading | null {
  const instant = (seconds: number): DateReading => ({
    from: NO_DAY,
    to: NO_DAY,
    form: 'day',
    list: false,
    clock: null,
    instant: Math.floor(seconds),
  });
  const value = Number(text);
  for (const form of rules.forms) {
    if (form === 'epoch' && value >= 0 && value < 1e11) return instant(value);
    if (form === 'epoch-ms' && value >= 0 && value < 1e14) return instant(value / 1000);
    if (form === 'excel' && value >= 1 && value < 109_575) return byExcel(value);
  }
  return null;
}

/** A day of a spreadsheet with its fraction, as a local date and time. */
function byExcel(value: number): DateReading {
  const seconds = Math.round((value - EXCEL_EPOCH) * 86_400);
  const date = new Date(seconds * 1000);
  const day = { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
  const clock = { hour: date.getUTCHours(), minute: date.getUTCMinutes(), second: date.getUTCSeconds(), offset: null };
  const timed = Number.isInteger(value) ? null : clock;
  return { from: day, to: day, form: 'day', list: false, clock: timed, instant: null };
}
