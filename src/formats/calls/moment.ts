/** Dates and times of day in the forms that machines write, read where they stand. */
import type { DateRules } from '../table/time/date.ts';
import { readDates } from '../table/time/dates.ts';
import { daysOf } from '../table/time/when.ts';
import { CellTable, textOf } from './cell-table.ts';

const ZERO = 48;
const NINE = 57;
const COLON = 58;
const PLUS = 43;
const COMMA = 44;
const MINUS = 45;
const POINT = 46;
const SLASH = 47;
const SPACE = 32;
/** Longest date of numbers: two digits, two digits, four digits and two separators. */
const LONGEST_DATE = 10;

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= ZERO && byte <= NINE;
}

/** Two digits as a number; −1 where they are none. */
function two(bytes: Uint8Array, at: number, to: number): number {
  if (at + 2 > to) return -1;
  const [a, b] = [bytes[at]!, bytes[at + 1]!];
  return isDigit(a) && isDigit(b) ? (a - ZERO) * 10 + b - ZERO : -1;
}

/**
 * The moments of one column. What `readDates` makes of a date is asked of it once for each date; a time of day with a
 * colon behind it, or alone, means to it what it means here.
 */
export class Moments {
  readonly #rules: DateRules;
  readonly #epochs: boolean;
  readonly #dates = new CellTable();
  /** First second of each date, as if UTC; NaN for what is no one day. */
  readonly #days: number[] = [];
  /** First second of the day, as if UTC; NaN where there is no date. */
  day: number = Number.NaN;
  /** Second of the day; −1 where there is no time of day. */
  clock = -1;
  /** Whether the second is written; else the time is a minute. */
  exact = true;
  /** Offset that is written, seconds east of UTC; NaN for none. */
  offset: number = Number.NaN;
  /** Epoch seconds, for a number of seconds since 1970; NaN for all else. */
  instant: number = Number.NaN;

  /** @param rules by which dates of the column are read */
  constructor(rules: DateRules) {
    this.#rules = rules;
    this.#epochs =
      rules.forms.includes('epoch') && !rules.forms.some((form) => form === 'epoch-ms' || form === 'excel');
  }

  /** Says that there is no cell. */
  none(): void {
    this.day = Number.NaN;
    this.clock = -1;
    this.offset = Number.NaN;
    this.instant = Number.NaN;
  }

  /**
   * Reads a cell that is not blank.
   * @returns false where it is in none of the forms known here
   */
  read(bytes: Uint8Array, from: number, to: number): boolean {
    this.none();
    let at = from;
    let marks = 0;
    for (; at < to; at++) {
      const byte = bytes[at]!;
      if (byte === MINUS || byte === SLASH || byte === POINT) marks++;
      else if (!isDigit(byte)) break;
    }
    if (marks === 0) return at === to ? this.#number(bytes, from, to) : this.#timeOfDay(bytes, from, to);
    if (marks !== 2 || at - from > LONGEST_DATE || !isDigit(bytes[from]) || !isDigit(bytes[at - 1])) return false;
    this.day = this.#dayOf(bytes, from, at);
    if (Number.isNaN(this.day)) return false;
    if (at === to) return true;
    const between = bytes[at]!;
    return (between === SPACE || between === 0x54 || between === 0x74) && this.#timeOfDay(bytes, at + 1, to);
  }

  #dayOf(bytes: Uint8Array, from: number, to: number): number {
    const number = this.#dates.number(bytes, from, to);
    if (number === this.#days.length) {
      const readings = readDates(textOf(bytes, from, to), this.#rules);
      const [reading] = readings;
      const isDay = readings.length === 1 && reading!.form === 'day' && !reading!.list && reading!.from.year !== null;
      this.#days.push(
        isDay && reading!.instant === null && reading!.clock === null ? daysOf(reading!).start : Number.NaN,
      );
    }
    return this.#days[number]!;
  }

  /** Seconds since 1970, of nine digits or ten: shorter numbers may be times of day or dates. */
  #number(bytes: Uint8Array, from: number, to: number): boolean {
    if (!this.#epochs || to - from < 9 || to - from > 10) return false;
    let value = 0;
    for (let i = from; i < to; i++) value = value * 10 + bytes[i]! - ZERO;
    this.instant = value;
    return true;
  }

  /** 16:12, 16:12:05, 16:12:05.250, with nothing behind it or Z or +01:00. */
  #timeOfDay(bytes: Uint8Array, from: number, to: number): boolean {
    let at = bytes[from + 1] === COLON ? from + 1 : from + 2;
    const hour = at === from + 2 ? two(bytes, from, to) : isDigit(bytes[from]) ? bytes[from]! - ZERO : -1;
    const minute = bytes[at] === COLON ? two(bytes, at + 1, to) : -1;
    if (hour < 0 || hour > 23 || minute < 0 || minute > 59) return false;
    at += 3;
    let second = 0;
    this.exact = at < to && bytes[at] === COLON;
    if (this.exact) {
      second = two(bytes, at + 1, to);
      if (second < 0 || second > 59) return false;
      at += 3;
      if ((bytes[at] === POINT || bytes[at] === COMMA) && at + 1 < to && isDigit(bytes[at + 1])) {
        at++;
        while (at < to && isDigit(bytes[at])) at++;
      }
    }
    this.clock = hour * 3600 + minute * 60 + second;
    return at === to || this.#zone(bytes, at, to);
  }

  #zone(bytes: Uint8Array, at: number, to: number): boolean {
    const sign = bytes[at]!;
    if (at + 1 === to) {
      this.offset = 0;
      return sign === 0x5a || sign === 0x7a;
    }
    if (sign !== PLUS && sign !== MINUS) return false;
    const colon = bytes[at + 3] === COLON ? 1 : 0;
    const hours = two(bytes, at + 1, to);
    const minutes = two(bytes, at + 3 + colon, to);
    if (hours < 0 || minutes < 0 || at + 5 + colon !== to) return false;
    this.offset = (hours * 3600 + minutes * 60) * (sign === MINUS ? -1 : 1);
    return true;
  }
}
