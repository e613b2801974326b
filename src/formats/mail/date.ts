/** Dates of mail headers: RFC 5322, 3.3 and 4.3, the style of ctime(3), ISO 8601, and their usual misspellings. */
import { longZone, zoneNamed } from './zone-names.ts';

const COMMENTED_ZONE = /^\(\s*([A-Z]{2,5})\s*\)/;

const MONTHS = 'janfebmaraprmayjunjulaugsepoctnovdec';
const DAYS = 'sunmontuewedthufrisat';

/** What a date says about its zone. */
export const ZONE = { none: 0, known: 1, unreadable: 2, utcOnly: 3 } as const;

/** One date, reused from message to message. */
export class MailDate {
  /** The local time as if it were UTC, epoch seconds. */
  local = 0;
  /** Seconds east of UTC; 0 unless the zone is known. */
  offset = 0;
  /** A value of ZONE; utcOnly is "-0000": the instant is known, the sender's own zone is not (RFC 5322, 3.3). */
  zone: number = ZONE.none;
  /** Whether seconds are written. */
  seconds = false;
  #text = '';
  #at = 0;
  #end = 0;
  #year = -1;
  #month = 0;
  #day = -1;
  #hour = -1;
  #minute = 0;
  #second = 0;
  #afternoon = 0;

  /**
   * Reads a date.
   * @param text holds it between two places, folded as it may be
   * @returns whether there is a real date and time; the fields say which
   */
  read(text: string, from: number, to: number): boolean {
    this.#text = text;
    this.#at = from;
    this.#end = to;
    this.#year = this.#day = this.#hour = -1;
    this.#month = this.#minute = this.#second = this.#afternoon = 0;
    this.zone = ZONE.none;
    this.offset = 0;
    this.seconds = false;
    while (this.#at < this.#end) {
      const code = text.charCodeAt(this.#at);
      if (code >= 48 && code <= 57) {
        if (!this.#number()) return false;
      } else if ((code | 32) >= 97 && (code | 32) <= 122) {
        if (!this.#word()) return false;
      } else if ((code === 43 || code === 45) && this.#hour !== -1) this.#written(code === 45 ? -1 : 1);
      else if (code === 40) this.#comment();
      else this.#at++;
    }
    return this.#finish();
  }

  #digits(): number {
    let value = 0;
    while (this.#at < this.#end) {
      const digit = this.#text.charCodeAt(this.#at) - 48;
      if (!(digit >= 0 && digit <= 9)) break;
      value = value * 10 + digit;
      this.#at++;
    }
    return value;
  }

  #number(): boolean {
    const start = this.#at;
    const value = this.#digits();
    const length = this.#at - start;
    const next = this.#at < this.#end ? this.#text.charCodeAt(this.#at) : 0;
    if (next === 58 && this.#hour === -1) return this.#time(value);
    if ((next === 45 || next === 47) && length === 4 && this.#year === -1 && this.#month === 0) {
      return this.#yearFirst(value, next);
    }
    if (this.#day === -1 && length <= 2) this.#day = value;
    else if (this.#year === -1 && length <= 4) this.#year = fullYear(value, length);
    else if (this.#hour !== -1 && this.zone === ZONE.none) this.zone = ZONE.unreadable;
    else if (this.#hour === -1) return false;
    return true;
  }

  #time(hour: number): boolean {
    this.#hour = hour;
    this.#at++;
    this.#minute = this.#digits();
    if (this.#at < this.#end && this.#text.charCodeAt(this.#at) === 58) {
      this.#at++;
      this.#second = this.#digits();
      this.seconds = true;
      // Fractions of a second: not in RFC 5322, but in the Date of some programs.
      const point = this.#text.charCodeAt(this.#at);
      const digit = this.#text.charCodeAt(this.#at + 1) - 48;
      if ((point === 46 || point === 44) && digit >= 0 && digit <= 9) {
        this.#at++;
        this.#digits();
      }
    }
    return true;
  }

  /** The order of ISO 8601, with hyphens or slashes: no other order begins with the year. */
  #yearFirst(year: number, sign: number): boolean {
    this.#year = year;
    this.#at++;
    this.#month = this.#digits();
    if (this.#at >= this.#end || this.#text.charCodeAt(this.#at) !== sign) return false;
    this.#at++;
    this.#day = this.#digits();
    return this.#month >= 1 && this.#month <= 12;
  }

  #word(): boolean {
    const start = this.#at;
    while (this.#at < this.#end) {
      const letter = this.#text.charCodeAt(this.#at) | 32;
      if (letter < 97 || letter > 122) break;
      this.#at++;
    }
    const length = this.#at - start;
    if (length === 1 && this.#hour === -1 && this.#day !== -1) return true; // the T of ISO 8601
    if (length >= 3) {
      const key = this.#three(start);
      if (this.#month === 0) {
        const month = placeIn(MONTHS, key);
        if (month !== -1) {
          this.#month = month + 1;
          return true;
        }
      }
      if (placeIn(DAYS, key) !== -1) return true;
    }
    const word = this.#text.slice(start, this.#at).toLowerCase();
    // A word before everything else is a weekday in some other language.
    if (this.#hour === -1) return this.#day === -1 && this.#year === -1 && this.#month === 0;
    if (word === 'am' || word === 'pm') {
      this.#afternoon = word === 'am' ? 1 : 2;
      return true;
    }
    if (this.zone !== ZONE.none) return true;
    const known = zoneNamed(word) ?? longZone(this.#text.slice(start, this.#end));
    this.zone = known === undefined ? ZONE.unreadable : ZONE.known;
    this.offset = known ?? 0;
    return true;
  }

  /** Three letters in lower case as one number. */
  #three(start: number): number {
    const text = this.#text;
    return (
      ((text.charCodeAt(start) | 32) << 16) |
      ((text.charCodeAt(start + 1) | 32) << 8) |
      (text.charCodeAt(start + 2) | 32)
    );
  }

  /** An offset in digits, after a sign. */
  #written(sign: number): void {
    this.#at++;
    const start = this.#at;
    let value = this.#digits();
    let length = this.#at - start;
    if (length === 0) {
      // "+-0500": two signs that contradict each other.
      const next = this.#text.charCodeAt(this.#at);
      if (next !== 43 && next !== 45) return;
      this.#at++;
      this.#digits();
      this.zone = ZONE.unreadable;
      return;
    }
    if (length <= 2 && this.#text.charCodeAt(this.#at) === 58 && this.#at + 2 < this.#end) {
      this.#at++;
      value = value * 100 + this.#digits();
      length = 4;
    }
    if (length <= 2) value *= 100;
    const minutes = Math.floor(value / 100) * 60 + (value % 100);
    // Offsets in use reach from −12:00 to +14:00; what lies outside is a broken clock, not a place.
    if (value % 100 > 59 || length > 4 || sign * minutes < -720 || sign * minutes > 840) {
      this.zone = ZONE.unreadable;
      this.offset = 0;
      return;
    }
    this.zone = sign < 0 && minutes === 0 ? ZONE.utcOnly : ZONE.known;
    this.offset = sign * minutes * 60;
  }

  #comment(): void {
    // A zone that stands in a comment alone is still a zone that was written.
    const name =
      this.#hour === -1 || this.zone !== ZONE.none
        ? null
        : COMMENTED_ZONE.exec(this.#text.slice(this.#at, this.#at + 8));
    const commented = name === null ? undefined : zoneNamed(name[1]!.toLowerCase());
    if (commented !== undefined) {
      this.zone = ZONE.known;
      this.offset = commented;
    }
    let depth = 0;
    for (; this.#at < this.#end; this.#at++) {
      const code = this.#text.charCodeAt(this.#at);
      if (code === 92) this.#at++;
      else if (code === 40) depth++;
      else if (code === 41 && --depth === 0) {
        this.#at++;
        return;
      }
    }
  }

  #finish(): boolean {
    if (this.#afternoon !== 0) {
      if (this.#hour < 1 || this.#hour > 12) return false;
      this.#hour = (this.#hour % 12) + (this.#afternoon === 2 ? 12 : 0);
    }
    const { month, day, year } = { month: this.#month, day: this.#day, year: this.#year };
    if (year < 0 || month < 1 || day < 1 || day > monthLength(year, month)) return false;
    if (this.#hour < 0 || this.#hour > 23 || this.#minute > 59 || this.#second > 60) return false;
    this.local = epochDays(year, month, day) * 86400 + this.#hour * 3600 + this.#minute * 60 + this.#second;
    return true;
  }
}

/** RFC 5322, 4.3: two digits below 50 are 20xx, from 50 on 19xx; three count from 1900 (the bug of the year 2000). */
function fullYear(value: number, digits: number): number {
  if (digits === 2) return value < 50 ? 2000 + value : 1900 + value;
  return digits === 3 ? 1900 + value : value;
}

function placeIn(names: string, key: number): number {
  for (let i = 0; i < names.length; i += 3) {
    if (((names.charCodeAt(i) << 16) | (names.charCodeAt(i + 1) << 8) | names.charCodeAt(i + 2)) === key) return i / 3;
  }
  return -1;
}

/** Days of a month of the Gregorian calendar. */
export function monthLength(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month > 12 ? 0 : month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Days from 1 January 1970 to a date of the Gregorian calendar (Hinnant, "chrono-compatible low-level date algorithms"). */
export function epochDays(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const ofEra = y - era * 400;
  const ofYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return era * 146097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - 719468;
}
