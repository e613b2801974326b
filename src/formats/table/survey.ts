/** What only the whole table can say: the order of day and month, the year of months without one, how lengths are written. */

import type { Template } from '../templates/template.ts';
import { isBlank } from './fold.ts';
import type { Layout, Use } from './layout.ts';
import { findClock } from './time/clock.ts';
import { canonical, type DateRules } from './time/date.ts';
import { readDates } from './time/dates.ts';
import { readDuration, type TwoParts } from './time/duration.ts';
import { datesOf, isOrderOpen } from './time/rules.ts';

export interface Survey {
  /** By index of the column. */
  readonly orders: ReadonlyMap<number, DateRules['order']>;
  /** The one year of all dates of the table that have one; null where there are none or several. */
  readonly year: number | null;
  /** What lengths of two parts mean, where three parts or an hour of more than 23 show it; null otherwise. */
  readonly parts: TwoParts | null;
}

/** For tables that need none. */
export const NO_SURVEY: Survey = { orders: new Map(), year: null, parts: null };

const DATES: readonly string[] = ['date', 'start', 'end', 'given', 'arrival', 'departure'];

function isDateUse(use: Use): boolean {
  return DATES.includes(use.target);
}

/** Whether reading needs a survey, which costs a pass over the whole table. */
export function needsSurvey(layout: Layout, template: Template): boolean {
  const dated = isOrderOpen(template) && layout.uses.some(isDateUse);
  const years = template.years?.includes('other rows') ?? false;
  const parts = layout.uses.some(({ target, column }) => target === 'duration' && column.parts === undefined);
  return dated || years || parts;
}

/** Numbers that decide which comes first. */
interface Seen {
  dayFirst: boolean;
  monthFirst: boolean;
}

/**
 * Looks through a table.
 * @param rows all of them, also those that are no records: what is no date shows nothing
 */
export function survey(rows: Iterable<readonly string[]>, layout: Layout, template: Template): Survey {
  const open = isOrderOpen(template);
  const rules = datesOf(template, 'either');
  const dates = layout.uses.filter(isDateUse);
  const seen = new Map<number, Seen>(dates.map((use) => [use.index, { dayFirst: false, monthFirst: false }]));
  const durations = layout.uses.filter(({ target }) => target === 'duration').map((use) => use.index);
  const wantsYears = template.years?.includes('other rows') ?? false;
  const years = new Set<number>();
  const lengths = { three: false, long: false };
  for (const cells of rows) {
    for (const { index, target } of dates) {
      const cell = cells[index] ?? '';
      if (isBlank(cell)) continue;
      if (open) note(cell, seen.get(index)!);
      if (wantsYears && target === 'date')
        for (const r of readDates(cell, rules)) if (r.to.year !== null) years.add(r.to.year);
    }
    for (const index of durations) noteLength(cells[index] ?? '', lengths);
  }
  return {
    orders: ordersOf(seen),
    year: years.size === 1 ? [...years][0]! : null,
    // Where 00:05:30 stands, 05:30 leaves out the hour; where none does, a first part of more than a day counts minutes.
    parts: lengths.three || lengths.long ? 'mm:ss' : null,
  };
}

function note(cell: string, seen: Seen): void {
  const text = findClock(cell.toLowerCase())?.rest ?? cell;
  const numbers = /^(\d{1,2})\s?[-/. ]\s?(\d{1,2})(?!\d|:)/.exec(canonical(text));
  if (numbers === null) return;
  const [first, second] = [Number(numbers[1]), Number(numbers[2])];
  if (first > 12 && first <= 31 && second <= 12) seen.dayFirst = true;
  if (second > 12 && second <= 31 && first <= 12) seen.monthFirst = true;
}

function noteLength(cell: string, lengths: { three: boolean; long: boolean }): void {
  if (/^\s*\d+:\d\d:\d\d/.test(cell)) lengths.three = true;
  const reading = readDuration(cell, null, null);
  if (reading !== null && 'lacks' in reading && reading.lacks === 'parts' && reading.first > 23) lengths.long = true;
}

/** A column that shows nothing, or both, has the order of the others where they agree: one program wrote them. */
function ordersOf(seen: ReadonlyMap<number, Seen>): Map<number, DateRules['order']> {
  const of = ({ dayFirst, monthFirst }: Seen): DateRules['order'] =>
    dayFirst === monthFirst ? 'either' : dayFirst ? 'day first' : 'month first';
  const all = of({
    dayFirst: [...seen.values()].some((s) => s.dayFirst),
    monthFirst: [...seen.values()].some((s) => s.monthFirst),
  });
  return new Map(
    [...seen].map(([index, s]) => {
      const silent = !s.dayFirst && !s.monthFirst;
      return [index, silent ? all : of(s)];
    }),
  );
}
