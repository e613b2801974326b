/** Times of entries as instants. */
import type { ReadOptions } from '../../model/source.ts';
import { isoInstant, NO_FLOOR, spanEnd, spanWhen, type When } from '../../model/time.ts';
import { zoneOffsets } from '../../model/zone.ts';
import type { Moment } from './moment.ts';
import type { Zones } from './zones.ts';

/** What times of one calendar need to know. */
export interface Clocks {
  readonly zones: Zones;
  readonly options: ReadOptions;
  /** Number of the calendar in its file. */
  readonly calendar: number;
}

/** Seconds east of UTC that a moment can have; null when its zone is not known. Floating times have that of the source. */
function offsetsOf(moment: Moment, last: number, clocks: Clocks): { start: number; end: number } | null {
  if (moment.tzid === null) return zoneOffsets(clocks.options.zone, moment.local, last);
  const clock = moment.tzid === 'UTC' ? null : clocks.zones.clock(moment.tzid, clocks.calendar);
  if (moment.tzid === 'UTC') return { start: 0, end: 0 };
  if (clock === null) return null;
  const { earliest, latest } = clock(moment.local);
  return { start: moment.local - earliest, end: moment.local - latest };
}

/** The time of a moment: an instant, or the whole day of a date. */
export function whenOf(moment: Moment, clocks: Clocks): When {
  const precision = moment.isDate ? 'day' : 'second';
  const last = spanEnd(moment.local, precision);
  const origin = moment.tzid === null ? 'source' : 'written';
  return spanWhen(moment.local, last, offsetsOf(moment, last, clocks), precision, origin, NO_FLOOR);
}

/** Whether a moment names a zone that nobody knows. */
export function hasUnknownZone(moment: Moment, clocks: Clocks): boolean {
  return moment.tzid !== null && offsetsOf(moment, moment.local, clocks) === null;
}

/** A moment on the clock of another one, which names the zone; null when one of the zones is unknown. */
export function localOn(moment: Moment, other: Moment, clocks: Clocks): number | null {
  if (moment.isDate || other.isDate || moment.tzid === other.tzid || moment.tzid === null) return moment.local;
  const offsets = offsetsOf(moment, moment.local, clocks);
  if (offsets === null) return null;
  const instant = moment.local - offsets.start;
  // The offset is asked for near the instant, then again at the clock time that this gives.
  const near = offsetsOf({ ...other, local: instant }, instant, clocks);
  if (near === null) return null;
  const there = offsetsOf({ ...other, local: instant + near.start }, instant + near.start, clocks);
  return there === null ? null : instant + there.start;
}

/** A moment as a word that is the same however its zone is written: 20300403, 20300403T141500Z, or without Z. */
export function instanceWord(moment: Moment, clocks: Clocks): string {
  const offsets = moment.isDate || moment.tzid === null ? null : offsetsOf(moment, moment.local, clocks);
  const text = isoInstant(moment.local - (offsets?.start ?? 0), 0).replace(/[-:]/g, '');
  return moment.isDate ? text.slice(0, 8) : offsets === null ? text.slice(0, -1) : text;
}

/** Seconds between two moments; null when their zones leave it open or the second is before the first. */
export function secondsBetween(start: Moment, end: Moment, clocks: Clocks): number | null {
  if (start.isDate !== end.isDate) return null;
  const [a, b] = [whenOf(start, clocks).earliest!, whenOf(end, clocks).earliest!];
  const unknown = start.tzid !== end.tzid && (hasUnknownZone(start, clocks) || hasUnknownZone(end, clocks));
  // The clock of one zone is used where both are in it: a date is 86,400 seconds, whatever the clock does that night.
  const seconds = start.isDate || hasUnknownZone(start, clocks) ? end.local - start.local : b - a;
  return unknown || seconds < 0 || seconds > 2_147_483_647 ? null : seconds;
}
