/** Days of a case's zone as instants. All instants are epoch seconds UTC. */
import { instantsOf, offsetAt } from '../model/zone.ts';

const DAY = 86_400;

/** Days since 1 January 1970 of a written day. @param day YYYY-MM-DD */
function dayNumber(day: string): number {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const utc = new Date(0);
  utc.setUTCFullYear(year, month - 1, date);
  return utc.getTime() / 1000 / DAY;
}

/** First second of the n-th local day since 1 January 1970. */
function startOf(zone: string, dayNumber: number): number {
  return instantsOf(zone, dayNumber * DAY).earliest;
}

/** First second of a day. @param day YYYY-MM-DD */
export function startOfDay(zone: string, day: string): number {
  return startOf(zone, dayNumber(day));
}

/** Last second of a day. @param day YYYY-MM-DD */
export function endOfDay(zone: string, day: string): number {
  return startOf(zone, dayNumber(day) + 1) - 1;
}

/** The day of an instant, YYYY-MM-DD. */
export function dayOf(zone: string, instant: number): string {
  return new Date((instant + offsetAt(zone, instant)) * 1000).toISOString().slice(0, 10);
}

/** When a deadline ends for what happened on one UTC day, which two local days share. */
export interface DeadlineDay {
  /** Days since 1 January 1970, UTC. */
  readonly utcDay: number;
  /** Instant at which the local date changes; an instant of the next UTC day when it does not. */
  readonly cut: number;
  /** Deadline of what happened before the cut. */
  readonly before: number;
  /** Deadline of what happened from the cut on. */
  readonly after: number;
}

/**
 * Deadlines of whole days: the end of the local day that is so many days after the local day of the contact.
 * @param within days after the contact's day
 */
export function deadlineDay(zone: string, utcDay: number, within: number): DeadlineDay {
  const localDay = (t: number): number => Math.floor((t + offsetAt(zone, t)) / DAY);
  const [first, last] = [localDay(utcDay * DAY), localDay(utcDay * DAY + DAY - 1)];
  const deadline = (day: number): number => startOf(zone, day + within + 1) - 1;
  return {
    utcDay,
    cut: last === first ? (utcDay + 1) * DAY : startOf(zone, last),
    before: deadline(first),
    after: deadline(last),
  };
}
