/** Words that several parts of a briefing use. */
import { type Bounds, boundsText } from '../model/bounds.ts';
import type { Channel } from '../model/definition.ts';

const PLURALS: Readonly<{ [channel in Channel]: string }> = {
  mail: 'mails',
  call: 'calls',
  text: 'texts',
  meeting: 'meetings',
  visit: 'visits',
  report: 'reported contacts',
};

const MONTHS = [
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

/** A list in words: a, b and c. */
function enumerated(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

/** Ways of contact in the plural; null: contacts by any way. */
export function channelsText(channels: readonly Channel[] | null): string {
  return channels === null ? 'contacts' : enumerated(channels.map((channel) => PLURALS[channel]));
}

/** A day in words, such as 8 November 2030. @param day YYYY-MM-DD */
export function dayText(day: string): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  return `${date} ${MONTHS[month - 1]} ${year}`;
}

/** Two days in words, without saying twice what they share. */
export function spanText(first: string, last: string): string {
  if (first === last) return dayText(first);
  const [from, to] = [dayText(first), dayText(last)];
  const [, month] = from.split(' ');
  if (first.slice(0, 7) === last.slice(0, 7)) return `${from.split(' ')[0]}–${to}`;
  return first.slice(0, 4) === last.slice(0, 4) ? `${from.split(' ')[0]} ${month} to ${to}` : `${from} to ${to}`;
}

/** A whole number with commas between its thousands. */
export function numberText(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** A number with the noun that fits it. */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${numberText(count)} ${count === 1 ? noun : plural}`;
}

/** Bounds with a noun: 18–21 contacts, 1 contact. */
export function boundsOf(bounds: Bounds, noun: string, plural = `${noun}s`): string {
  return `${boundsText(bounds)} ${bounds.max === 1 ? noun : plural}`;
}
