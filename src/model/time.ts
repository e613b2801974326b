/** Times as records give them: what was written, the instant if one follows, and how sure it is. */

/** How exactly a time is known; numbers in batches are places in this list, so append only. */
export const PRECISIONS = ['unknown', 'second', 'minute', 'hour', 'day', 'month', 'quarter', 'year', 'range'] as const;
export type Precision = (typeof PRECISIONS)[number];

/** Where the zone of a time comes from; append only. */
export const ZONE_ORIGINS = ['unknown', 'written', 'source'] as const;
export type ZoneOrigin = (typeof ZONE_ORIGINS)[number];

/** Whether a time can be right; append only. Readers say 'plausible' or 'wrong-clock'; 'after-asof' comes with the case. */
export const PLAUSIBILITIES = ['plausible', 'wrong-clock', 'after-asof', 'unknown'] as const;
export type Plausibility = (typeof PLAUSIBILITIES)[number];

/**
 * A time as an interval of instants. A day in an unknown zone is 50 hours wide: 00:00 at +14:00 to 24:00 at −12:00.
 * An unknown time has null on both ends, never "now" or an epoch.
 */
export interface When {
  /** Earliest possible instant, epoch seconds UTC; null when nothing is known. */
  readonly earliest: number | null;
  /** Latest possible instant, epoch seconds UTC, inclusive; equals earliest for a known instant. */
  readonly latest: number | null;
  /** Offset from UTC that the record was written with or that its zone had then, minutes; null when unknown. */
  readonly offset: number | null;
  readonly precision: Precision;
  readonly zone: ZoneOrigin;
  readonly plausibility: Plausibility;
}

/** A time about which nothing is known. */
export const UNKNOWN_TIME: When = {
  earliest: null,
  latest: null,
  offset: null,
  precision: 'unknown',
  zone: 'unknown',
  plausibility: 'unknown',
};

/** A calendar date and clock time without a zone. Month 1–12, day 1–31; hour 0–23; second may be 60 in a leap second. */
export interface LocalTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

/** Furthest offsets in use on Earth, seconds: −12:00 (Baker Island) and +14:00 (Line Islands). */
const WEST = -12 * 3600;
const EAST = 14 * 3600;

/** Seconds that one unit of each sub-day precision spans. */
const SPAN: { readonly [p: string]: number } = { second: 1, minute: 60, hour: 3600, day: 86400 };

/**
 * Epoch seconds of a local time as if it were UTC.
 * @returns seconds; years 0–99 are taken as they stand (Date.UTC would add 1900)
 */
export function utcSeconds(t: LocalTime): number {
  const date = new Date(0);
  date.setUTCFullYear(t.year, t.month - 1, t.day);
  return date.getTime() / 1000 + t.hour * 3600 + t.minute * 60 + t.second;
}

/** Whether the fields name a day and time that exist (30 February does not). */
export function isRealTime(t: LocalTime): boolean {
  if (t.month < 1 || t.month > 12 || t.day < 1 || t.hour > 23 || t.minute > 59 || t.second > 60) return false;
  const days = new Date(0);
  days.setUTCFullYear(t.year, t.month, 0);
  return t.day <= days.getUTCDate();
}

/**
 * The interval of a local time span whose zone may be known or not.
 * @param start first local second of the span, as if UTC (see utcSeconds)
 * @param end last local second of the span, inclusive, as if UTC
 * @param offsets UTC offset in seconds at start and at end, or null when the zone is unknown
 * @param precision of the written time
 * @param zone where the offset comes from; ignored when offsets is null
 * @param floor earliest epoch second that is plausible; before it the clock was wrong
 */
export function spanWhen(
  start: number,
  end: number,
  offsets: { readonly start: number; readonly end: number } | null,
  precision: Precision,
  zone: ZoneOrigin,
  floor: number,
): When {
  const earliest = start - (offsets === null ? EAST : offsets.start);
  const latest = end - (offsets === null ? WEST : offsets.end);
  return {
    earliest,
    latest,
    offset: offsets === null ? null : offsets.start / 60,
    precision,
    zone: offsets === null ? 'unknown' : zone,
    plausibility: latest < floor ? 'wrong-clock' : 'plausible',
  };
}

/**
 * Last local second, inclusive, of a span that starts at a local second.
 * @param start as if UTC, epoch seconds
 * @param precision second, minute, hour or day; anything else gives start itself
 */
export function spanEnd(start: number, precision: Precision): number {
  const span = SPAN[precision];
  return span === undefined || precision === 'second' ? start : start + span - 1;
}

/** No message in the format of RFC 822 is older than RFC 822 (13 August 1982): its clock was wrong. Epoch seconds UTC. */
export const MAIL_FLOOR = 398_044_800;

/** Calendars and registers may tell of any year. */
export const NO_FLOOR: number = Number.NEGATIVE_INFINITY;

/**
 * An instant as ISO 8601 with an offset.
 * @param epoch seconds UTC
 * @param offsetMinutes minutes east of UTC to show it at
 * @returns such as 2030-04-03T16:12:05+02:00
 */
export function isoInstant(epoch: number, offsetMinutes: number): string {
  const text = new Date((epoch + offsetMinutes * 60) * 1000).toISOString().slice(0, -5);
  if (offsetMinutes === 0) return `${text}Z`;
  const sign = offsetMinutes < 0 ? '-' : '+';
  const minutes = Math.abs(offsetMinutes);
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${text}${sign}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
