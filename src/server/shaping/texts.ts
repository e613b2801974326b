/** Texts and times of records, no longer and no more exact than they can be shown. */
import { instantText, whenText } from '../../case/views/time.ts';
import { offsetAt } from '../../model/zone.ts';
import type { CutText, Time } from '../shapes/answer.ts';

/** Characters of a subject in a row, and on its own page. */
export const SHORT = 300;
export const LONG = 4_000;

/** Whether a text would be cut inside of a character that takes two units. */
const splits = (text: string, at: number): boolean => {
  const unit = text.charCodeAt(at - 1);
  return unit >= 0xd800 && unit <= 0xdbff;
};

/**
 * A text of limited length.
 * @param most UTF-16 units
 * @param whole length of the whole, where `text` is a beginning already
 */
export function cutText(text: string, most: number, whole: number = text.length): CutText {
  if (text.length <= most && whole <= text.length) return { text, cutFrom: null };
  const end = Math.min(most, text.length);
  return { text: text.slice(0, splits(text, end) ? end - 1 : end), cutFrom: Math.max(whole, text.length) };
}

/** The same of a text that may not be there. */
export function cutOrNull(text: string | null, most: number, whole: number | null = null): CutText | null {
  return text === null || text === '' ? null : cutText(text, most, whole ?? text.length);
}

const two = (n: number): string => String(n).padStart(2, '0');

/** An instant as its own record has it. @param minutes east of UTC */
function ownText(epoch: number, minutes: number): string {
  const local = new Date((epoch + minutes * 60) * 1000).toISOString().slice(0, 19);
  const size = Math.abs(minutes);
  return `${local}${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

/**
 * A time in the case's zone, with the record's own beside it where it has another offset.
 * @param offset minutes east of UTC that the record was written with; null: none
 */
export function timeOf(
  { earliest, latest }: Pick<Time, 'earliest' | 'latest'>,
  offset: number | null,
  zone: string,
): Time {
  const isInstant = earliest !== null && latest !== null && latest - earliest < 60;
  const differs = isInstant && offset !== null && Math.round(offsetAt(zone, earliest) / 60) !== offset;
  return {
    text: whenText(earliest, latest, zone),
    own: differs ? ownText(earliest, offset) : null,
    earliest,
    latest,
  };
}

/** A day of an instant in a zone, YYYY-MM-DD; null for none. */
export function dayText(epoch: number | null, zone: string): string | null {
  return epoch === null ? null : instantText(epoch, zone).slice(0, 10);
}
