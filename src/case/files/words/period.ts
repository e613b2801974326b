/** Periods: a day, from – to, or a window of the case by its name. */
import * as z from 'zod';
import { anyDay, coarseDay, dayFault, parseDay } from './day.ts';
import { expecting, type Fault, type FaultAt, judged, map, notA, text } from './leaf.ts';
import type { Names } from './names.ts';
import { nearest } from './nearest.ts';

/** A period as written: a window (or event) by name, or ends that are days, months, years or events. Both ends belong to it. */
export interface PeriodEntry {
  readonly window?: string;
  readonly from?: string;
  readonly to?: string;
}

const FORM = '2030-11-08, 2030-11 or 2030';

function nameOrDay(written: string, names: Names, known: Iterable<string>, what: string): Fault | null {
  if (names.broken.has('case.yaml')) return null;
  if (/^\d/.test(written)) return dayFault(written, FORM);
  const near = nearest(written, known);
  const add = `write a day, such as ${FORM}, or add ${what === 'event' ? 'an event' : 'a window'} of this name to case.yaml`;
  return notA(
    what === 'event' ? 'a day or an event' : 'a window, an event or a day',
    written,
    near === null ? add : `write ${near}`,
  );
}

/** An end of a period: a day, month, year, or the id of an event. */
export function dayOrEvent(names: Names): z.ZodType<string> {
  return text({ is: 'a day', advice: `write a day, such as ${FORM}, or the id of an event` }, (written) => {
    const span = parseDay(written);
    if (span?.precision === 'instant') return notA('a day', written, `write ${span.first}`);
    if (span !== null || names.events.has(written)) return null;
    return nameOrDay(written, names, names.events.keys(), 'event');
  });
}

function windowName(names: Names): z.ZodType<string> {
  return text({ is: 'a window', advice: `write the name of a window, or a day, such as ${FORM}` }, (written) => {
    if (parseDay(written) !== null || names.windows.has(written) || names.events.has(written)) return null;
    return nameOrDay(written, names, [...names.windows, ...names.events.keys()], 'window');
  });
}

/** Ends as written; both belong to the period. */
export interface EndsEntry {
  readonly from?: string;
  readonly to?: string;
}

const NAMED = `write the name of a window, a day (${FORM}), or { from: …, to: … }`;

function endsMap(names: Names): z.ZodType<EndsEntry> {
  const shape = { from: z.exactOptional(dayOrEvent(names)), to: z.exactOptional(dayOrEvent(names)) };
  return judged<EndsEntry>(
    map('a period', shape, {
      on: 'write the day alone',
      start: 'write from',
      end: 'write to',
      until: 'write to',
      since: 'write from',
    }),
    (written) =>
      Object.keys(written).length > 0 ? [] : [{ at: '', message: 'has no ends', advice: 'write from, to, or both' }],
  );
}

/** A period by its ends, or one day, month or year. */
export function ends(names: Names): z.ZodType<EndsEntry> {
  const expectation = { is: 'a period', advice: `write { from: …, to: … }, or a day, such as ${FORM}` };
  return z
    .union([coarseDay(), endsMap(names)], { error: expecting(expectation) })
    .transform((written) => (typeof written === 'string' ? { from: written, to: written } : written));
}

/** A period in one value: a window's name, a day, month or year, or a map of its ends. */
export function period(names: Names): z.ZodType<PeriodEntry> {
  return z
    .union([windowName(names), endsMap(names)], { error: expecting({ is: 'a period', advice: NAMED }) })
    .transform((written): PeriodEntry => {
      if (typeof written !== 'string') return written;
      return parseDay(written) === null ? { window: written } : { from: written, to: written };
    });
}

/** The keys that say when something was, for maps that have other keys too. */
export interface PeriodShape {
  readonly on: z.ZodExactOptional<z.ZodType<string>>;
  readonly from: z.ZodExactOptional<z.ZodType<string>>;
  readonly to: z.ZodExactOptional<z.ZodType<string>>;
  readonly during: z.ZodExactOptional<z.ZodType<PeriodEntry>>;
}

/** Keys `on` (a day, month, year, instant), or `from` and `to`, or `during` (a window). */
export function periodShape(names: Names): PeriodShape {
  return {
    on: z.exactOptional(anyDay().describe('The day, month or year.')),
    from: z.exactOptional(dayOrEvent(names).describe('First day; a day, month, year or event.')),
    to: z.exactOptional(dayOrEvent(names).describe('Last day, inclusive.')),
    during: z.exactOptional(period(names).describe('A window of case.yaml.')),
  };
}

interface PeriodKeys {
  readonly on?: string;
  readonly from?: string;
  readonly to?: string;
  readonly during?: PeriodEntry;
}

/** The period that a map's keys say; undefined when they say none. */
export function periodOf(written: PeriodKeys): PeriodEntry | undefined {
  if (written.during !== undefined) return written.during;
  if (written.on !== undefined) return { from: written.on, to: written.on };
  const { from, to } = written;
  if (from === undefined && to === undefined) return undefined;
  return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
}

/** A period may be said in one way only. */
export function periodFaults(written: PeriodKeys): FaultAt[] {
  const said = [
    written.on === undefined ? '' : 'on',
    written.from === undefined && written.to === undefined ? '' : 'from and to',
    written.during === undefined ? '' : 'during',
  ].filter((way) => way !== '');
  if (said.length < 2) return [];
  return [{ at: '', message: `says its period twice: ${said.join(', ')}`, advice: `keep one of them` }];
}

/** First and last day of something that holds from – to; either may be open. */
export interface HeldShape {
  readonly from: z.ZodExactOptional<z.ZodType<string>>;
  readonly to: z.ZodExactOptional<z.ZodType<string>>;
}

/** Keys `from` and `to` of what a party held: days, months or years, no events. */
export function heldShape(): HeldShape {
  return {
    from: z.exactOptional(coarseDay().describe('First day, month or year; open when left out.')),
    to: z.exactOptional(coarseDay().describe('Last day, month or year, inclusive; open when left out.')),
  };
}
