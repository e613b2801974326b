/** Days on a line. */

/** Days since 1 January 1970 of a written day. @param day YYYY-MM-DD */
export function dayNumber(day: string): number {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const at = new Date(0);
  at.setUTCFullYear(year, month - 1, date);
  return Math.round(at.getTime() / 86_400_000);
}

/** A day of the year in text, from its number. */
function dayOfNumber(number: number): string {
  return new Date(number * 86_400_000).toISOString().slice(0, 10);
}

/** A line of days from one place to another, in the units of the picture. */
export interface DayScale {
  readonly first: number;
  readonly last: number;
  /** Place of the middle of a day. */
  at(day: string): number;
  /** Place at which a day begins. */
  start(day: string): number;
  end(day: string): number;
}

/** @param left place at which the first day begins @param right place at which the last day ends */
export function dayScale(from: string, to: string, left: number, right: number): DayScale {
  const [first, last] = [dayNumber(from), dayNumber(to)];
  const wide = (right - left) / (last - first + 1);
  const place = (number: number): number => left + (Math.min(Math.max(number, first), last + 1) - first) * wide;
  return {
    first,
    last,
    at: (day) => place(dayNumber(day)) + wide / 2,
    start: (day) => place(dayNumber(day)),
    end: (day) => place(dayNumber(day) + 1),
  };
}

/** Where a month or year begins, and what stands there. */
export interface Tick {
  readonly day: string;
  readonly words: string;
  /** Under the first tick and each January. */
  readonly year: string | null;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Beginnings of months, quarters or years, so many that their words have room. @param most how many fit */
export function ticksOf({ first, last }: DayScale, most: number): Tick[] {
  const start = dayOfNumber(first);
  const months = (last - first) / 30.4;
  const step = [1, 2, 3, 6, 12, 24, 60, 120, 240].find((size) => months / size <= most) ?? 600;
  const [year, month] = start.split('-').map(Number) as [number, number];
  const ticks: Tick[] = [];
  for (let at = Math.ceil((year * 12 + month - 1) / step) * step; ; at += step) {
    const [y, m] = [Math.floor(at / 12), at % 12];
    const day = `${String(y).padStart(4, '0')}-${String(m + 1).padStart(2, '0')}-01`;
    if (dayNumber(day) > last) break;
    if (dayNumber(day) < first) continue;
    const withYear = m === 0 || ticks.length === 0;
    ticks.push({ day, words: step >= 12 ? String(y) : MONTHS[m]!, year: step < 12 && withYear ? String(y) : null });
  }
  return ticks;
}

/** Weeks of a span, each with what falls into it. @param days numbers of days */
export function weekOf({ first }: DayScale, day: string): number {
  return Math.floor((dayNumber(day) - first) / 7);
}

/** A place, to a tenth of a unit: files stay small, and the same on every machine. */
export function unit(place: number): number {
  return Math.round(place * 10) / 10;
}
