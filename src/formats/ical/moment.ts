/** Dates, times, durations and periods of iCalendar (RFC 5545, section 3.3). */
import { isRealTime, utcSeconds } from '../../model/time.ts';
import { type Property, param } from './content-line.ts';

/** A date or a date with time, as written. */
export interface Moment {
  /** The clock's seconds as if they were UTC; midnight for a date. */
  readonly local: number;
  /** A date without a time. */
  readonly isDate: boolean;
  /** The zone as written: `UTC` for a trailing Z, a TZID, or null for a floating time or a date. */
  readonly tzid: string | null;
}

/** A moment with how long it lasts, for RDATE periods. */
export interface Span {
  readonly start: Moment;
  /** Seconds; null when none is given. */
  readonly duration: number | null;
}

// The basic form of the RFC, and the extended one of ISO 8601, which some programs write and nobody can misread.
const FORM = /^(\d{4})(-?)(\d\d)\2(\d\d)(?:[Tt ](\d\d)(?::?(\d\d)(?::?(\d\d)(?:\.\d+)?)?)?([Zz])?)?$/;

/**
 * Reads a DATE or DATE-TIME.
 *
 * @param tzid the TZID parameter, empty for none
 * @returns null when it is no date, or one that does not exist
 */
export function parseMoment(text: string, tzid: string): Moment | null {
  const match = FORM.exec(text.trim());
  if (match === null) return null;
  const [, year, , month, day, hour, minute, second, z] = match;
  const time = {
    year: Number(year),
    month: Number(month),
    day: Number(day),
    hour: Number(hour ?? 0),
    minute: Number(minute ?? 0),
    second: Number(second ?? 0),
  };
  if (!isRealTime(time)) return null;
  const isDate = hour === undefined;
  return { local: utcSeconds(time), isDate, tzid: isDate ? null : z !== undefined ? 'UTC' : tzid === '' ? null : tzid };
}

/** The moment that a property holds; null when it is none. */
export function momentOf(property: Property): Moment | null {
  return parseMoment(property.value, param(property, 'TZID'));
}

/**
 * The moments of a list (RDATE, EXDATE), periods with their length.
 *
 * @returns what could be read, and how many could not
 */
export function spansOf(property: Property): { spans: Span[]; unreadable: number } {
  const tzid = param(property, 'TZID');
  const spans: Span[] = [];
  const parts = property.value.split(',').filter((part) => part.trim() !== '');
  for (const part of parts) {
    const [first = '', second] = part.split('/');
    const start = parseMoment(first, tzid);
    if (start !== null) spans.push({ start, duration: second === undefined ? null : lengthTo(start, second, tzid) });
  }
  return { spans, unreadable: parts.length - spans.length };
}

function lengthTo(start: Moment, text: string, tzid: string): number | null {
  const end = parseMoment(text, tzid);
  if (end === null) return parseDuration(text);
  return end.tzid === start.tzid && end.local >= start.local ? end.local - start.local : null;
}

/** Reads a DURATION (section 3.3.6). @returns seconds, days counted as 24 hours; null when it is none */
export function parseDuration(text: string): number | null {
  const match = /^([+-])?P(?:(\d{1,6})W)?(?:(\d{1,6})D)?(?:T(?:(\d{1,7})H)?(?:(\d{1,8})M)?(?:(\d{1,9})S)?)?$/i.exec(
    text.trim(),
  );
  if (match === null || !/\d/.test(text)) return null;
  const [weeks, days, hours, minutes, seconds] = match.slice(2).map((digits) => Number(digits ?? 0));
  const sum = weeks! * 604_800 + days! * 86_400 + hours! * 3600 + minutes! * 60 + seconds!;
  return match[1] === '-' ? -sum : sum;
}

/** Reads a UTC-OFFSET (section 3.3.14). @returns seconds east of UTC; null when it is none */
export function parseOffset(text: string): number | null {
  const match = /^([+-])(\d\d):?(\d\d)(?::?(\d\d))?$/.exec(text.trim());
  if (match === null) return null;
  const sum = Number(match[2]) * 3600 + Number(match[3]) * 60 + Number(match[4] ?? 0);
  return sum >= 86_400 ? null : match[1] === '-' ? -sum : sum;
}
