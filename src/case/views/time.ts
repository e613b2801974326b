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

/**
 * An interval as its shortest text: its beginning where it is so narrow that witnesses' clocks may make it, to the minute
 * where no second is known, else a day, month or year where it is just that in the zone, else its first and last day.
 * @param earliest epoch seconds UTC
 * @param latest inclusive
 */
export function whenText(earliest: number | null, latest: number | null, zone: string): When {
  if (earliest === null || latest === null) return null;
  if (latest === earliest) return instantText(earliest, zone);
  if (latest - earliest < 60 && earliest % 60 === 0) return instantText(earliest, zone, true);
  const [first, last] = [dayOf(zone, earliest), dayOf(zone, latest)];
  const isWhole = earliest === startOfDay(zone, first) && latest === endOfDay(zone, last);
  if (!isWhole && latest - earliest <= CLOCKS) return instantText(earliest, zone);
  if (!isWhole && latest - earliest < 2 * 86_400) return `${instantText(earliest, zone)}/${instantText(latest, zone)}`;
  if (first === last) return first;
  const month = first.slice(0, 7);
  if (first.endsWith('-01') && last === lastDay(month)) return month;
  const year = first.slice(0, 4);
  if (first === `${year}-01-01` && last === `${year}-12-31`) return year;
  return `${first}/${last}`;
}

/** The same for people: a space for the T, instants to the minute, `to` between the ends of an interval. */
export function shownWhen(when: When): string {
  if (when === null) return 'time unknown';
  return when
    .split('/')
    .map((end) => end.replace(/^(.{10})T(\d\d:\d\d)(?::\d\d)?([+-].{5})$/, '$1 $2 $3'))
    .join(' to ');
}

/** A length of time for people: 6 min, 40 s, 1 h 05 min. @param seconds null: unknown */
export function lengthText(seconds: number | null): string {
  if (seconds === null) return '';
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${two(minutes % 60)} min`;
}
