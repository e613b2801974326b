/** Days and windows of a written claim, looked up in the case. */
import type { ClaimMistake } from '../../statements/written/mistake.ts';
import type { WrittenClaim } from '../../statements/written/parse.ts';
import type { Token } from '../../statements/written/tokens.ts';
import { type CaseFiles, type Days, type PeriodEntry, parseDay, resolveDay, resolveWindow } from '../files/index.ts';
import { dayFault } from '../files/words/day.ts';
import { listed, nearest } from '../files/words/nearest.ts';

const FORM = '2030-11-08, 2030-11 or 2030';

/** A mistake at a word. */
export function at(word: Token, message: string, advice: string): ClaimMistake {
  return { at: word.at, length: word.length, message, advice };
}

/** Either what was wanted, or what is wrong. */
export type Found<T> = { readonly value: T } | { readonly mistake: ClaimMistake };

function unknown(word: Token, what: string, names: readonly string[]): { readonly mistake: ClaimMistake } {
  if (/^\d/.test(word.text)) {
    const { message, advice } = dayFault(word.text, FORM);
    return { mistake: at(word, `this ${message}`, advice) };
  }
  const near = nearest(word.text, names);
  const known =
    names.length === 0 ? `write a day such as ${FORM}` : `a day such as ${FORM}, or one of: ${listed(names)}`;
  return {
    mistake: at(
      word,
      `this is no ${what}: ${JSON.stringify(word.text)}`,
      near === null ? known : `did you mean ${near}? ${known}`,
    ),
  };
}

const eventsOf = (files: CaseFiles): string[] => files.case.events.map(({ id }) => id);

/** The first and last day of a word: a day, month, year, or event. */
function daysOf(files: CaseFiles, word: Token): Found<{ readonly first: string; readonly last: string }> {
  const days = resolveDay(files, word.text);
  return days === null ? unknown(word, 'day and no event', eventsOf(files)) : { value: days };
}

function windowOf(files: CaseFiles, word: Token): Found<Days> {
  const days = resolveWindow(files, word.text);
  if (days !== null) return { value: days };
  return unknown(word, 'window, no event and no day', [...files.case.windows.map(({ id }) => id), ...eventsOf(files)]);
}

/** The day before or after another. @param day YYYY-MM-DD */
function shifted(day: string, by: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + by);
  return date.toISOString().slice(0, 10);
}

/** An instant is finer than a period can say. */
function endOf(files: CaseFiles, end: WrittenClaim['from'], edge: 'from' | 'to'): Found<string | null> {
  if (end === null) return { value: null };
  const days = daysOf(files, end.word);
  if ('mistake' in days) return days;
  const { first, last } = days.value;
  if (parseDay(end.word.text)?.instant != null)
    return { mistake: at(end.word, 'a period has whole days', `write ${first}`) };
  if (edge === 'from') return { value: end.exclusive ? shifted(last, 1) : first };
  return { value: end.exclusive ? shifted(first, -1) : last };
}

/** The period of a claim in days; undefined where it says none. */
export function periodOf(files: CaseFiles, written: WrittenClaim): Found<PeriodEntry | undefined> {
  if (written.during !== null) {
    const { text } = written.during;
    const days = windowOf(files, written.during);
    if ('mistake' in days) return days;
    return { value: parseDay(text) === null ? { window: text } : { from: text, to: text } };
  }
  const [from, to] = [endOf(files, written.from, 'from'), endOf(files, written.to, 'to')];
  if ('mistake' in from) return from;
  if ('mistake' in to) return to;
  if (from.value !== null && to.value !== null && from.value > to.value)
    return { mistake: at(written.to!.word, 'its period ends before it begins', 'exchange the two days') };
  return { value: entryOf(from.value, to.value) };
}

function entryOf(from: string | null, to: string | null): PeriodEntry | undefined {
  if (from === null && to === null) return undefined;
  return { ...(from === null ? {} : { from }), ...(to === null ? {} : { to }) };
}

/** The day of a "not before", as case files write it. */
export function notBeforeOf(files: CaseFiles, word: Token): Found<string> {
  if (parseDay(word.text) !== null) return { value: word.text };
  const days = daysOf(files, word);
  return 'mistake' in days ? days : { value: days.value.first };
}

/** When it was said: a day or an instant, or an event of one day. Null where it does not say. */
export function saidOf(files: CaseFiles, word: Token | null): Found<string | null> {
  if (word === null) return { value: null };
  if (parseDay(word.text)?.instant != null) return { value: word.text };
  const days = daysOf(files, word);
  if ('mistake' in days) return days;
  const { first, last } = days.value;
  if (first === last) return { value: first };
  return { mistake: at(word, 'what was said was said on one day', `write the day, such as ${first}`) };
}
