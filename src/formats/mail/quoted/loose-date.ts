/** Dates as people's mail programs write them into a text: in words of several languages, with or without a zone. */
import { epochDays, monthLength } from '../date.ts';
import { zoneNamed } from '../zone-names.ts';

/** A date that was read. Times are local, as if UTC, epoch seconds. */
export interface LooseDate {
  readonly local: number;
  /** The other reading of a date in numbers whose day and month can be exchanged; equals `local` otherwise. */
  readonly other: number;
  /** The clock time is written. */
  readonly timed: boolean;
  /** Its seconds are written too. */
  readonly seconds: boolean;
  /** Seconds east of UTC when a zone is written, else null. */
  readonly offset: number | null;
  /** Place in the text after what was read. */
  readonly end: number;
}

const MONTHS: readonly string[] = [
  'january jan januar jänner jän janv janvier enero ene januari janeiro gennaio gen stycznia sty января янв tammikuuta',
  'february feb februar févr février febrero februari fevereiro fev febbraio lutego lut февраля фев helmikuuta',
  'march mar märz mrz mär mars marzo março mrt maart marca марта мар maaliskuuta',
  'april apr avril avr abril abr aprile kwietnia kwi апреля апр huhtikuuta',
  'may mai mayo maj maio maggio mag mei maja мая май toukokuuta',
  'june jun juni juin junio junho giugno giu czerwca cze июня июн kesäkuuta',
  'july jul juli juillet juil julio julho luglio lug lipca lip июля июл heinäkuuta',
  'august aug août agosto ago augusti sierpnia sie августа авг elokuuta',
  'september sep sept septembre septiembre setembro set settembre września wrz сентября сен syyskuuta',
  'october oct oktober okt octobre octubre outubro out ottobre ott października paź октября окт lokakuuta',
  'november nov novembre noviembre novembro listopada lis ноября ноя marraskuuta',
  'december dec dezember dez décembre déc diciembre dic dezembro dicembre grudnia gru декабря дек joulukuuta',
];

const monthOf = new Map(MONTHS.flatMap((names, index) => names.split(' ').map((name) => [name, index + 1])));

/** Weekdays by their first letters, and words that stand between the parts of a date. */
const WEEKDAY =
  /^(?:mon|tue|wed|thu|fri|sat|sun|mo|di|mi|do|fr|sa|so|die|mit|don|sam|son|lun|mar|mer|jeu|ven|dim|mié|mie|jue|vie|sáb|sab|dom|seg|ter|qua|qui|sex|gio|mån|tis|ons|tor|lör|sön|man|tir|lør|søn|ma|wo|vr|za|zo|maa|din|woe|vrij|zat|zon|pon|wto|śro|czw|pią|sob|nie|пн|вт|ср|чт|пт|сб|вс|пон|вто|сре|чет|пят|суб|вос)/;
const FILLER =
  /^(?:at|on|um|uhr|de|del|den|le|la|el|à|a|às|as|las|alle|ore|il|giorno|kl|klo|klockan|om|o|of|the|i|в|г|года|dnia|em|op|год|ha)$/;
const TOKEN =
  /(\d{1,4})[/.-](\d{1,2})[/.-](\d{2,4})|(\d{4})年(\d{1,2})月(\d{1,2})日|(\d{1,2})(?:[:h]|\.(?=\d\d(?!\d|\.)))(\d{2})(?:[:.](\d{2}))?|([+-]\d{2}):?(\d{2})(?!\d)|(\d{1,4})(?:st|nd|rd|th|er|º|ª)?(?![\d\p{L}])|(\p{L}+)|([\s,.()]+)/uy;

/** What was gathered so far. */
class Parts {
  year = -1;
  month = 0;
  day = -1;
  /** The date in numbers can be read the other way round. */
  swappable = false;
  hour = -1;
  minute = 0;
  second = -1;
  offset: number | null = null;
}

/**
 * Reads a date from the start of a text and stops where it ends.
 * @param text decoded; leading white space is allowed
 * @param from place to begin at
 * @returns null when no date stands there
 */
export function readLooseDate(text: string, from = 0): LooseDate | null {
  const parts = new Parts();
  let end = from;
  TOKEN.lastIndex = from;
  for (let tokens = 0; tokens < 40; tokens++) {
    const at = TOKEN.lastIndex;
    const token = TOKEN.exec(text);
    if (token === null) break;
    const meaning = take(parts, token);
    if (meaning === 'no') break;
    if (meaning === 'date') end = TOKEN.lastIndex;
    if (TOKEN.lastIndex === at) break;
  }
  return finish(parts, end);
}

/** 'date' when the token belongs to the date, 'between' when it may stand between its parts, 'no' when it ends it. */
function take(parts: Parts, token: RegExpExecArray): 'date' | 'between' | 'no' {
  if (token[1] !== undefined) return numbers(parts, token[1], token[2]!, token[3]!);
  if (token[4] !== undefined) return triple(parts, Number(token[4]), Number(token[5]), Number(token[6]), false);
  if (token[7] !== undefined) {
    if (parts.hour !== -1) return 'no';
    parts.hour = Number(token[7]);
    parts.minute = Number(token[8]);
    parts.second = Number(token[9] ?? -1);
    return 'date';
  }
  if (token[10] !== undefined) {
    if (parts.hour === -1) return 'no';
    const minutes = Math.abs(Number(token[10])) * 60 + Number(token[11]);
    if (minutes > 840 || Number(token[11]) > 59) return 'no';
    parts.offset = (token[10].startsWith('-') ? -60 : 60) * minutes;
    return 'date';
  }
  if (token[12] !== undefined) return number(parts, token[12]);
  return token[13] === undefined ? 'between' : word(parts, token[13].toLowerCase());
}

/** Three numbers: year first is ISO order, with points it is day, month, year, with slashes it may be either. */
function numbers(parts: Parts, a: string, b: string, c: string): 'date' | 'no' {
  if (a.length === 4) return triple(parts, Number(a), Number(b), Number(c), false);
  if (a.length === 3 || c.length === 3) return 'no';
  const year = c.length === 2 ? (Number(c) < 50 ? 2000 : 1900) + Number(c) : Number(c);
  return triple(parts, year, Number(b), Number(a), true);
}

function triple(parts: Parts, year: number, month: number, day: number, either: boolean): 'date' | 'no' {
  if (parts.year !== -1 || parts.month !== 0 || parts.day !== -1) return 'no';
  const monthFirst = either && month > 12;
  parts.year = year;
  parts.month = monthFirst ? day : month;
  parts.day = monthFirst ? month : day;
  parts.swappable = either && month <= 12 && day <= 12 && month !== day;
  return 'date';
}

function number(parts: Parts, digits: string): 'date' | 'no' {
  const value = Number(digits);
  if (digits.length <= 2 && parts.day === -1) parts.day = value;
  else if (digits.length === 4 && parts.year === -1) parts.year = value;
  else if (digits.length === 2 && parts.year === -1 && parts.month !== 0)
    parts.year = (value < 50 ? 2000 : 1900) + value;
  else return 'no';
  return 'date';
}

function word(parts: Parts, text: string): 'date' | 'between' | 'no' {
  const month = monthOf.get(text);
  if (month !== undefined && parts.month === 0) {
    parts.month = month;
    return 'date';
  }
  if (parts.hour !== -1) {
    if (text === 'am' || text === 'pm') {
      if (parts.hour > 12 || parts.hour < 1) return 'no';
      parts.hour = (parts.hour % 12) + (text === 'pm' ? 12 : 0);
      return 'date';
    }
    const zone = zoneNamed(text);
    if (zone !== undefined) {
      parts.offset ??= zone;
      return 'date';
    }
  }
  if (FILLER.test(text)) return 'between';
  return parts.year === -1 && WEEKDAY.test(text) ? 'between' : 'no';
}

function finish(parts: Parts, end: number): LooseDate | null {
  const { year, month, day } = parts;
  if (year < 1 || !isDay(year, month, day) || parts.minute > 59 || parts.second > 59 || parts.hour > 23) return null;
  const timed = parts.hour !== -1;
  const clock = timed ? parts.hour * 3600 + parts.minute * 60 + Math.max(0, parts.second) : 0;
  const local = epochDays(year, month, day) * 86400 + clock;
  const swapped = parts.swappable && isDay(year, day, month);
  const other = swapped ? epochDays(year, day, month) * 86400 + clock : local;
  return { local, other, timed, seconds: timed && parts.second !== -1, offset: timed ? parts.offset : null, end };
}

function isDay(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= monthLength(year, month);
}
