/** Times as text for people and machines: ISO 8601, no more exact than what is known. */
import { offsetAt } from '../../model/zone.ts';
import { dayOf, endOfDay, startOfDay } from '../../reconcile/days.ts';

/** When something was: an instant, a day, month or year, an interval A/B, or null for unknown. */
export type When = string | null;

/** Seconds by which the clocks of two witnesses may differ without the text becoming an interval: its beginning is shown. */
const CLOCKS = 600;

const two = (n: number): string => String(n).padStart(2, '0');

/**
 * An instant with the offset that a zone has then.
 * @param epoch seconds UTC
 * @param zone IANA name
 * @param minutes leave seconds out
 */
export function instantText(epoch: number, zone: string, minutes = false): string {
  const offset = offsetAt(zone, epoch);
  const local = new Date((epoch + offset) * 1000).toISOString().slice(0, minutes ? 16 : 19);
  const size = Math.round(Math.abs(offset) / 60);
  return `${local}${offset < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

/** Last day of a month, YYYY-MM-DD. @param month YYYY-MM */
function lastDay(month: string): string {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
}

/** Furthest offsets in use on Earth, seconds: what is written without a zone is an interval of that much to both sides. */
const [EAST, WEST] = [14 * 3600, -12 * 3600];

/** Whole days as a day, month, year, or first and last day. */
function daysText(first: string, last: string): string {
  if (first === last) return first;
  const month = first.slice(0, 7);
  if (first.endsWith('-01') && last === lastDay(month)) return month;
  const year = first.slice(0, 4);
  return first === `${year}-01-01` && last === `${year}-12-31` ? year : `${first}/${last}`;
}

/** What was written without a zone, as it was written: days, or a local time without an offset; null when it was not so. */
function zonelessText(earliest: number, latest: number): string | null {
  const [start, end] = [earliest + EAST, latest + WEST];
  const local = (seconds: number): string => new Date(seconds * 1000).toISOString();
  if (start % 86_400 === 0 && (end + 1) % 86_400 === 0 && end > start)
    return daysText(local(start).slice(0, 10), local(end).slice(0, 10));
  if (end === start) return local(start).slice(0, 19);
  return end - start === 59 && start % 60 === 0 ? local(start).slice(0, 16) : null;
}

/**
 * An interval as its shortest text: its beginning where it is so narrow that witnesses' clocks may make it, to the minute
 * where no second is known, else a day, month or year where it is just that in the zone, else its first and last day.
 * What was written without a zone stays as written, without an offset.
 * @param earliest epoch seconds UTC
 * @param latest inclusive
 */
export function whenText(earliest: number | null, latest: number | null, zone: string): When {
  if (earliest === null || latest === null) return null;
  if (latest === earliest) return instantText(earliest, zone);
  if (latest - earliest < 60 && earliest % 60 === 0) return instantText(earliest, zone, true);
  const [first, last] = [dayOf(zone, earliest), dayOf(zone, latest)];
  if (earliest === startOfDay(zone, first) && latest === endOfDay(zone, last)) return daysText(first, last);
  if (latest - earliest <= CLOCKS) return instantText(earliest, zone);
  const written = zonelessText(earliest, latest);
  if (written !== null) return written;
  if (latest - earliest < 2 * 86_400) return `${instantText(earliest, zone)}/${instantText(latest, zone)}`;
  return `${first}/${last}`;
}

/** The same for people: a space for the T, instants to the minute, `to` between the ends of an interval. */
export function shownWhen(when: When): string {
  if (when === null) return 'time unknown';
  return when
    .split('/')
    .map((end) =>
      end.replace(
        /^(.{10})T(\d\d:\d\d)(?::\d\d)?(.*)$/,
        (_, day, clock, offset) => `${day} ${clock} ${offset === '' ? '(zone unknown)' : offset}`,
      ),
    )
    .join(' to ');
}

/** A length of time for people: 6 min, 40 s, 1 h 05 min. @param seconds null: unknown */
export function lengthText(seconds: number | null): string {
  if (seconds === null) return '';
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${two(minutes % 60)} min`;
}
