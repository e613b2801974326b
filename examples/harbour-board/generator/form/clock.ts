/**
 * Times of the case. Epoch seconds UTC inside; Skarvik's clocks show Europe/Stockholm, by the rule of Directive 2000/84/EC
 * (summer time from the last Sunday of March to the last Sunday of October, changing at 01:00 UTC). No machine clock or zone.
 */
const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
export const LONG_DAYS: readonly string[] = [
  'Sunday',
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
];
export const LONG_MONTHS: readonly string[] = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** Fields of a time on the clock of some offset. */
export interface Fields {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  /** 0 is Sunday. */
  readonly weekday: number;
}

export function two(n: number): string {
  return String(n).padStart(2, '0');
}

/** Fields of an instant at an offset in minutes east of UTC. */
export function fields(epoch: number, offset: number): Fields {
  const d = new Date((epoch + offset * 60) * 1000);
  return {
    year: d.getUTCFullYear(),
    month: d.getUTCMonth() + 1,
    day: d.getUTCDate(),
    hour: d.getUTCHours(),
    minute: d.getUTCMinutes(),
    second: d.getUTCSeconds(),
    weekday: d.getUTCDay(),
  };
}

/** Epoch seconds of the last Sunday of a month, 01:00 UTC. */
function change(year: number, month: number): number {
  const last = Date.UTC(year, month, 0) / 1000;
  return last - fields(last, 0).weekday * 86400 + 3600;
}

/** Minutes east of UTC in Skarvik at an instant. */
export function skarvik(epoch: number): number {
  const { year } = fields(epoch, 0);
  return epoch >= change(year, 3) && epoch < change(year, 10) ? 120 : 60;
}

/**
 * Reads a local time of Skarvik.
 * @param text YYYY-MM-DD HH:MM or YYYY-MM-DD HH:MM:SS
 * @returns epoch seconds UTC; in the repeated hour of October the first of the two
 */
export function at(text: string): number {
  const m = /^(\d{4})-(\d\d)-(\d\d) (\d\d):(\d\d)(?::(\d\d))?$/.exec(text);
  if (m === null) throw new RangeError(`not a local time: ${text}`);
  const n = m.slice(1).map((s) => Number(s ?? 0));
  const asUtc = Date.UTC(n[0]!, n[1]! - 1, n[2]!, n[3]!, n[4]!, n[5]!) / 1000;
  const early = asUtc - 7200;
  return skarvik(early) === 120 ? early : asUtc - 3600;
}

/** `2030-04-03` on Skarvik's clock. */
export function day(epoch: number): string {
  const f = fields(epoch, skarvik(epoch));
  return `${f.year}-${two(f.month)}-${two(f.day)}`;
}

/** `16:12:05` on Skarvik's clock. */
export function clock(epoch: number): string {
  const f = fields(epoch, skarvik(epoch));
  return `${two(f.hour)}:${two(f.minute)}:${two(f.second)}`;
}

function offsetText(minutes: number, colon: string): string {
  const m = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(m / 60))}${colon}${two(m % 60)}`;
}

/** RFC 5322 date-time, such as `Wed, 3 Apr 2030 16:12:05 +0200`. */
export function mailDate(epoch: number, offset: number = skarvik(epoch)): string {
  const f = fields(epoch, offset);
  const time = `${two(f.hour)}:${two(f.minute)}:${two(f.second)}`;
  return `${DAYS[f.weekday]}, ${f.day} ${MONTHS[f.month - 1]} ${f.year} ${time} ${offsetText(offset, '')}`;
}

/** The date of an mbox From_ line, asctime in UTC: `Wed Apr  3 14:12:05 2030`. */
export function fromLineDate(epoch: number): string {
  const f = fields(epoch, 0);
  const time = `${two(f.hour)}:${two(f.minute)}:${two(f.second)}`;
  return `${DAYS[f.weekday]} ${MONTHS[f.month - 1]} ${String(f.day).padStart(2)} ${time} ${f.year}`;
}

/** The way mail programs introduce a quotation: `Wed, 3 Apr 2030 at 16:12`. */
export function quoteDate(epoch: number): string {
  const f = fields(epoch, skarvik(epoch));
  return `${DAYS[f.weekday]}, ${f.day} ${MONTHS[f.month - 1]} ${f.year} at ${two(f.hour)}:${two(f.minute)}`;
}

/** `Wednesday 3 April`, as people write it. */
export function spokenDay(epoch: number): string {
  const f = fields(epoch, skarvik(epoch));
  return `${LONG_DAYS[f.weekday]} ${f.day} ${LONG_MONTHS[f.month - 1]}`;
}

/** ISO 8601 with offset: `2030-04-03T16:12:05+02:00`. */
export function iso(epoch: number): string {
  return `${day(epoch)}T${clock(epoch)}${offsetText(skarvik(epoch), ':')}`;
}

/** ISO 8601 in UTC: `2030-04-03T14:12:05Z`. */
export function isoUtc(epoch: number): string {
  return `${new Date(epoch * 1000).toISOString().slice(0, 19)}Z`;
}

/** RFC 5545 local DATE-TIME: `20300403T161205`. */
export function icsLocal(epoch: number): string {
  return `${day(epoch)}T${clock(epoch)}`.replace(/[-:]/g, '');
}

/** RFC 5545 UTC DATE-TIME: `20300403T141205Z`. */
export function icsUtc(epoch: number): string {
  return isoUtc(epoch).replace(/[-:]/g, '');
}
