/** What named periods mean: windows and events of a case as days. */
import type { CaseFile } from './schema/case.ts';
import { type DaySpan, parseDay } from './words/day.ts';
import type { EndsEntry, PeriodEntry } from './words/period.ts';

/** First and last day, inclusive, YYYY-MM-DD; null where it is open. */
export interface Days {
  readonly from: string | null;
  readonly to: string | null;
}

/** The part of the case files that periods need. */
export interface WithCase {
  readonly case: Pick<CaseFile, 'windows' | 'events'>;
}

/** An end as written: a day, month, year or instant, or the id of an event. */
function spanOf(files: WithCase, end: string): DaySpan | null {
  const event = files.case.events.find(({ id }) => id === end);
  return parseDay(event?.on ?? end);
}

function daysOf(files: WithCase, ends: EndsEntry): Days {
  return {
    from: ends.from === undefined ? null : (spanOf(files, ends.from)?.first ?? null),
    to: ends.to === undefined ? null : (spanOf(files, ends.to)?.last ?? null),
  };
}

/**
 * The days of a window. An event is a window of its own day, and so is a day, month or year as text.
 * @param name of a window or event, or such as 2030-11
 * @returns its first and last day, both of which belong to it; null when there is no window of that name
 */
export function resolveWindow(files: WithCase, name: string): Days | null {
  const window = files.case.windows.find(({ id }) => id === name);
  if (window !== undefined) return daysOf(files, window);
  const span = spanOf(files, name);
  return span === null ? null : { from: span.first, to: span.last };
}

/**
 * The days of an end that is given by itself, as on a command line: --from D, --to D.
 * @param end a day, month, year or instant, or the id of an event
 * @returns its first and last day; null when it is none of these
 */
export function resolveDay(files: WithCase, end: string): { readonly first: string; readonly last: string } | null {
  const span = spanOf(files, end);
  return span === null ? null : { first: span.first, last: span.last };
}

/** The days of a period as disclosures, claims and reports give it; open on both ends where there is none. */
export function resolvePeriod(files: WithCase, period: PeriodEntry | undefined): Days {
  if (period === undefined) return { from: null, to: null };
  if (period.window !== undefined) return resolveWindow(files, period.window) ?? { from: null, to: null };
  return daysOf(files, period);
}
