/** Times of day as tables write them. */
import { zoneNamed } from '../../mail/zone-names.ts';

/** A time of day; second null where only the minute is given. */
export interface Clock {
  readonly hour: number;
  readonly minute: number;
  readonly second: number | null;
  /** Offset that is written beside it, seconds east of UTC; null for none. */
  readonly offset: number | null;
}

/** A clock time found in a text, and the text without it. */
export interface FoundClock {
  readonly clock: Clock;
  readonly rest: string;
}

const ZONE = /\s*(z|[+-]\d{2}:?\d{2}|(?:utc|gmt)(?:[+-]\d{1,2}(?::?\d{2})?)?|[a-z]{3,5})?$/;
const HALF = String.raw`(?:\s*([ap])\.?m\b\.?)`;
/** 16:12, 16:12:05.5, 16h12, 4.12 pm, 4 pm; a point without am or pm separates the parts of a date. */
const TIMES: readonly RegExp[] = [
  new RegExp(String.raw`(?:^|[\st,])(\d{1,2})[:h](\d{2})(?::(\d{2})(?:[.,]\d+)?)?${HALF}?`),
  new RegExp(String.raw`(?:^|[\s,])(\d{1,2})\.(\d{2})()${HALF}`),
  new RegExp(String.raw`(?:^|[\s,])(\d{1,2})()()${HALF}`),
];

/**
 * Finds a time of day in a text: alone, behind a date or before it.
 * @param text lower case, accents gone
 * @returns null where there is none, or one that does not exist
 */
export function findClock(text: string): FoundClock | null {
  for (const pattern of TIMES) {
    const match = pattern.exec(text);
    if (match === null) continue;
    const behind = text.slice(match.index + match[0].length);
    const zone = zoneBehind(behind);
    if (zone === null) continue;
    const clock = clockOf(match[1]!, match[2]!, match[3], match[4], zone.offset);
    if (clock === null) return null;
    return { clock, rest: `${text.slice(0, match.index)} ${zone.rest}`.trim() };
  }
  return null;
}

/**
 * A time of day of four or six digits: 1612, 161205. Only for cells that hold nothing but times.
 * @returns null for anything else
 */
export function compactClock(text: string): Clock | null {
  const match = /^(\d{2})(\d{2})(\d{2})?$/.exec(text);
  return match === null ? null : clockOf(match[1]!, match[2]!, match[3], undefined, null);
}

function clockOf(
  hour: string,
  minute: string,
  second: string | undefined,
  half: string | undefined,
  offset: number | null,
): Clock | null {
  let h = Number(hour);
  const m = Number(minute === '' ? 0 : minute);
  const s = second === undefined || second === '' ? null : Number(second);
  if (half !== undefined) {
    if (h > 12 || h === 0) return null;
    h = (h % 12) + (half === 'p' ? 12 : 0);
  }
  if (h > 24 || m > 59 || (s ?? 0) > 60 || (h === 24 && (m > 0 || (s ?? 0) > 0))) return null;
  return { hour: h, minute: m, second: s, offset };
}

/** What follows a time: nothing, a zone, or the rest of a date. @returns null where it is none of these */
function zoneBehind(behind: string): { offset: number | null; rest: string } | null {
  const match = ZONE.exec(behind)!;
  const rest = behind.slice(0, match.index);
  if (match[1] === undefined || rest.trim() !== '')
    return /^[\s,)]|^$/.test(behind) ? { offset: null, rest: behind } : null;
  const offset = offsetOf(match[1]);
  return offset === undefined ? { offset: null, rest: behind } : { offset, rest };
}

/** @returns seconds east of UTC; undefined for what is no zone */
function offsetOf(zone: string): number | undefined {
  const written = /^(?:utc|gmt)?([+-])(\d{1,2}):?(\d{2})?$/.exec(zone);
  if (written === null) return zoneNamed(zone);
  const seconds = Number(written[2]) * 3600 + Number(written[3] ?? 0) * 60;
  return written[1] === '-' ? -seconds : seconds;
}
