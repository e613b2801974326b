/** Instants as days of a zone: days since 1 January 1970 there. Instants are epoch seconds UTC. */
import { offsetAt } from '../model/zone.ts';

const DAY = 86_400;

/** The day of an instant. */
export function localDay(zone: string, instant: number): number {
  return Math.floor((instant + offsetAt(zone, instant)) / DAY);
}

/**
 * The local days that share a UTC day: the day that it begins with, and the first second of the next one. Offsets are
 * shorter than a day, so that there are at most two.
 */
export interface SharedDay {
  /** Days since 1 January 1970, UTC. */
  readonly utcDay: number;
  readonly localDay: number;
  /** First second of the next local day; of the next UTC day where that comes first. */
  readonly cut: number;
}

/** @param utcDay days since 1 January 1970, UTC */
export function sharedDay(zone: string, utcDay: number): SharedDay {
  const start = utcDay * DAY;
  const end = start + DAY - 1;
  const first = localDay(zone, start);
  if (localDay(zone, end) === first) return { utcDay, localDay: first, cut: end + 1 };
  // The date changes once in between: the first second of the later date is looked for by halves.
  let [low, high] = [start, end];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (localDay(zone, middle) === first) low = middle;
    else high = middle;
  }
  return { utcDay, localDay: first, cut: high };
}
