/** Offsets of a named time zone, from the data that the browser carries. */
import type { OffsetAt } from './calendar.ts';

/** Offsets change at whole quarters of an hour: one is looked up for each and kept, up to this many. */
const QUARTER = 900;
const KEPT = 20_000;

/**
 * The offsets of a zone.
 * @param zone IANA name; one that the browser does not know is read as UTC, as the server names it beside every time
 */
export function offsetsOf(zone: string): OffsetAt {
  const format = formatOf(zone);
  if (format === null) return () => 0;
  const known = new Map<number, number>();
  return (epoch) => {
    const quarter = Math.floor(epoch / QUARTER);
    let offset = known.get(quarter);
    if (offset === undefined) {
      offset = lookedUp(format, quarter * QUARTER);
      if (known.size >= KEPT) known.clear();
      known.set(quarter, offset);
    }
    return offset;
  };
}

function formatOf(zone: string): Intl.DateTimeFormat | null {
  if (zone === 'UTC') return null;
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      era: 'short',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  } catch {
    return null;
  }
}

function lookedUp(format: Intl.DateTimeFormat, epoch: number): number {
  const part: Record<string, string> = {};
  for (const { type, value } of format.formatToParts(new Date(epoch * 1000))) part[type] = value;
  const year = part.era === 'BC' ? 1 - Number(part.year) : Number(part.year);
  const date = new Date(0);
  date.setUTCFullYear(year, Number(part.month) - 1, Number(part.day));
  const local = date.getTime() / 1000 + Number(part.hour) * 3600 + Number(part.minute) * 60 + Number(part.second);
  return local - epoch;
}
