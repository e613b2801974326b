/** Words and names as findings print them: one line, exact, calm. */
import { type Bounds, boundsText } from '../model/bounds.ts';
import { CHANNELS, type Channel } from '../model/definition.ts';

/** Longest name that is printed whole, characters. */
const LONGEST = 80;

/** A name from a source on one line: no controls, no marks that turn the direction of writing round, not endless. */
export function plainName(name: string): string {
  const line = name
    .replace(/[\p{C}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const characters = [...line];
  return characters.length <= LONGEST ? line : `${characters.slice(0, LONGEST - 1).join('')}…`;
}

const WORDS: Readonly<{ [channel in Channel]: readonly [one: string, many: string] }> = {
  mail: ['mail', 'mails'],
  call: ['call', 'calls'],
  text: ['text message', 'text messages'],
  meeting: ['meeting', 'meetings'],
  visit: ['visit', 'visits'],
  report: ['told contact', 'told contacts'],
};

/** A number of contacts by one channel: 3 calls. @param channel place in CHANNELS */
function channelCount(channel: number, count: number): string {
  const [one, many] = WORDS[CHANNELS[channel]!];
  return `${count} ${count === 1 ? one : many}`;
}

/** The ways that a disclosure can mean, joined: meeting or visit. @param bits 1 << place in CHANNELS */
export function waysText(bits: number): string {
  const known = CHANNELS.filter((channel, place) => channel !== 'report' && (bits >> place) & 1);
  if (known.length === 2 && known.includes('meeting') && known.includes('visit')) return WORDS.meeting[0];
  return known.length > 2 ? 'contact' : known.map((channel) => WORDS[channel][0]).join(' or ');
}

/** Names joined as people write them: A, B and C. */
export function andText(names: readonly string[]): string {
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

/** Contacts by their ways: 5 calls, 3 mails. @param channels place in CHANNELS of each contact */
export function byChannelText(channels: readonly number[]): string {
  return [...CHANNELS.keys()]
    .map((channel) => ({ channel, count: channels.filter((c) => c === channel).length }))
    .filter(({ count }) => count > 0)
    .map(({ channel, count }) => channelCount(channel, count))
    .join(', ');
}

/** A number of things with its bounds: at most 3 contacts, 2–3 contacts, 1 contact. */
export function countText(bounds: Bounds, one: string): string {
  const many = bounds.max === 1 ? one : `${one}s`;
  return bounds.min === 0 ? `at most ${bounds.max} ${many}` : `${boundsText(bounds)} ${many}`;
}

/** Names that a line names one by one. */
const NAMED = 3;

/** Each name once, the first few, those that come most often first: A, B and 2 more. */
export function namesText(names: readonly string[]): string {
  const times = new Map<string, number>();
  for (const name of names) times.set(name, (times.get(name) ?? 0) + 1);
  const order = [...times].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([name]) => plainName(name));
  const more = order.length - NAMED;
  return more > 0 ? andText([...order.slice(0, NAMED), `${more} more`]) : andText(order);
}
