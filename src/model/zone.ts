/** Offsets of named time zones, from the tz data that the runtime carries (Intl). */

const formats = new Map<string, Intl.DateTimeFormat | null>();
/** Offsets change at most at a quarter of an hour: one entry a zone and quarter. */
const offsets = new Map<string, Map<number, number>>();

function formatOf(zone: string): Intl.DateTimeFormat | null {
  let format = formats.get(zone);
  if (format === undefined) {
    try {
      format = new Intl.DateTimeFormat('en-US', {
        timeZone: zone,
        hourCycle: 'h23',
        year: 'numeric',
        month: 'numeric',
        day: 'numeric',
        hour: 'numeric',
        minute: 'numeric',
        second: 'numeric',
        era: 'short',
      });
    } catch {
      format = null; // RangeError: no such zone
    }
    formats.set(zone, format);
  }
  return format;
}

/** Whether the runtime knows a zone by this IANA name (or an offset such as +02:00). */
export function isZone(zone: string): boolean {
  return formatOf(zone) !== null;
}

/**
 * Offset of a zone at an instant.
 * @param zone IANA name
 * @param epoch seconds UTC
 * @returns seconds east of UTC
 * @throws RangeError when the zone is unknown: ask isZone first
 */
export function offsetAt(zone: string, epoch: number): number {
  if (zone === 'UTC') return 0;
  const format = formatOf(zone);
  if (format === null) throw new RangeError(`no such time zone: ${zone}`);
  const quarter = Math.floor(epoch / 900);
  let known = offsets.get(zone);
  if (known === undefined) {
    known = new Map();
    offsets.set(zone, known);
  }
  const cached = known.get(quarter);
  if (cached !== undefined) return cached;
  const at = quarter * 900;
  const part: { [type: string]: string } = {};
  for (const p of format.formatToParts(new Date(at * 1000))) part[p.type] = p.value;
  const year = part.era === 'BC' ? 1 - Number(part.year) : Number(part.year);
  const date = new Date(0);
  date.setUTCFullYear(year, Number(part.month) - 1, Number(part.day));
  const local = date.getTime() / 1000 + Number(part.hour) * 3600 + Number(part.minute) * 60 + Number(part.second);
  const offset = local - at;
  known.set(quarter, offset);
  return offset;
}

/**
 * The instants that a local time in a zone can mean. In the hour that a clock is set back there are two, in the hour
 * that it is set forward none: then both readings with the offsets on either side are given.
 * @param zone IANA name that isZone accepts
 * @param local the local time as if it were UTC, epoch seconds
 * @returns earliest and latest instant, epoch seconds UTC; equal nearly always
 */
export function instantsOf(zone: string, local: number): { readonly earliest: number; readonly latest: number } {
  const before = local - offsetAt(zone, local - 86400);
  const after = local - offsetAt(zone, local + 86400);
  if (before === after) {
    return { earliest: before, latest: before };
  }
  const fits = [before, after].filter((t) => t + offsetAt(zone, t) === local);
  if (fits.length === 1) return { earliest: fits[0]!, latest: fits[0]! };
  return { earliest: Math.min(before, after), latest: Math.max(before, after) };
}

/**
 * The interval of a local span in a zone, or in no known zone.
 * @param zone IANA name, or null when unknown
 * @param start first local second as if UTC
 * @param end last local second, inclusive, as if UTC
 * @returns offsets for spanWhen: seconds east of UTC that give the earliest start and the latest end; null for no zone
 */
export function zoneOffsets(
  zone: string | null,
  start: number,
  end: number,
): { readonly start: number; readonly end: number } | null {
  if (zone === null) return null;
  return { start: start - instantsOf(zone, start).earliest, end: end - instantsOf(zone, end).latest };
}
