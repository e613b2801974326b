/** Claims and verdicts in words: numbers first, exact, calm. */
import { boundsText } from '../model/bounds.ts';
import { CHANNELS, type Channel, type Definition } from '../model/definition.ts';
import { dayOf } from '../reconcile/days.ts';
import type { Claim } from './claim.ts';
import type { Bar, Judgement, Missing, Reached, Share, Verdict, Weighed } from './verdict.ts';
import { LEADING, TAIL_WORDS } from './written/names.ts';
import { isAll } from './written/tails.ts';

const NOUNS: Readonly<{ [channel in Channel]: readonly [one: string, many: string] }> = {
  mail: ['mail', 'mails'],
  call: ['call', 'calls'],
  text: ['text', 'texts'],
  meeting: ['meeting', 'meetings'],
  visit: ['visit', 'visits'],
  report: ['told contact', 'told contacts'],
};

/** Ways of contact as a noun: contacts, calls or mails. @param count decides between one and many */
function waysText(channels: readonly Channel[] | null, count: number): string {
  const place = count === 1 ? 0 : 1;
  if (channels === null) return place === 0 ? 'contact' : 'contacts';
  return CHANNELS.filter((channel) => channels.includes(channel))
    .map((channel) => NOUNS[channel][place])
    .join(' or ');
}

function amountText({ quantity, channels }: Claim): string {
  switch (quantity.kind) {
    case 'none':
      return channels === null ? 'no contact' : `no ${waysText(channels, 2)}`;
    case 'not-before':
      return `first ${waysText(channels, 1)}`;
    default:
      return `${quantity.kind.replace('-', ' ')} ${quantity.count} ${waysText(channels, quantity.count)}`;
  }
}

const HEDGES: Readonly<{ [hedge in NonNullable<Claim['hedge']>]: string }> = {
  knowledge: 'to my knowledge',
  memory: 'as far as I recall',
};

/** The period as it was said, in the words of the short written form. */
function periodText({ days: { from, to }, quantity }: Claim): string {
  const before = quantity.kind === 'not-before' ? ` not before ${quantity.day}` : '';
  if (from !== null && from === to) return ` on ${from}${before}`;
  return `${from === null ? '' : ` from ${from}`}${to === null ? '' : ` to ${to}`}${before}`;
}

/** A name as it is written in a claim: in quotes where it is not one word, or a word of the grammar. */
function nameText(name: string): string {
  const word = name.toLowerCase();
  const isWord = TAIL_WORDS.includes(word) || LEADING.has(word) || word === 'by' || isAll(word);
  return isWord || /[\s,;"“”„«»]|[.!]$/.test(name) ? `"${name.replaceAll('"', '')}"` : name;
}

const namesText = (names: readonly string[]): string => names.map(nameText).join(' or ');

/**
 * A claim on one line, in the short written form: what this gives can be checked again.
 * @param zone IANA zone in which the day on which it was said is shown
 */
export function claimText(claim: Claim, zone: string): string {
  const { subject, counterpart, goBetweens, hedge, speaker, said } = claim;
  const others = counterpart.filter((name) => !goBetweens.includes(name));
  const parts = [
    amountText(claim),
    ` between ${namesText(subject)} and ${namesText(others)}`,
    goBetweens.length === 0 ? '' : ` or through ${namesText(goBetweens)}`,
    periodText(claim),
    hedge === null ? '' : `, ${HEDGES[hedge]}`,
    said === null ? '' : `, said ${dayOf(zone, said.from)}`,
    speaker === null ? '' : `${said === null ? ', said' : ''} by ${nameText(speaker)}`,
  ];
  return parts.join('');
}

const WORDS: Readonly<{ [verdict in Verdict]: string }> = {
  contradicted: 'contradicted',
  'at-odds': 'at odds with the records',
  consistent: 'consistent',
  untested: 'untested',
};

/** Channels joined as people write them: mail, calls and texts. */
function channelsText(channels: readonly Channel[]): string {
  const names = channels.map((channel) => CHANNEL_NAMES[channel]);
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

function onlyText(only: readonly Channel[]): string {
  return only.length === 0
    ? ', as far as what is loaded tells: no records are'
    : `, as far as records of ${channelsText(only)} show`;
}

/**
 * A verdict with its reserves.
 * @param only the channels by which a claim of any contact could be tested, where the case holds no records of others
 */
export function verdictText(
  { verdict, every, ifComplete }: Omit<Judgement, 'missing'>,
  only: readonly Channel[] | null = null,
): string {
  if (verdict === 'untested') return WORDS.untested;
  return [
    WORDS[verdict],
    every ? '' : " under the case's definition",
    verdict === 'consistent' && only !== null ? onlyText(only) : '',
    ifComplete ? ', if the export is complete' : '',
  ].join('');
}

/** A share in whole per cent, rounded down; what is not nothing is no 0 %. */
function percentText(perMille: number): string {
  return perMille > 0 && perMille < 10 ? 'under 1 %' : `${Math.floor(perMille / 10)} %`;
}

/** A share that is asked for, as exactly as it was given: 90 %, 92.5 %. @param perMille from 1 to 1000 */
export function thresholdText(perMille: number): string {
  return `${Math.floor(perMille / 10)}${perMille % 10 === 0 ? '' : `.${perMille % 10}`} %`;
}

/** How much of a claim's scope is covered, in one sentence; '' where it cannot be said. */
export function wholeText({ whole, empty }: Reached): string {
  if (empty.length > 0) return `Covered: nothing, as nobody is in ${empty.join(' or in ')} then.`;
  return whole === null ? '' : `${percentText(whole.covered)} of its scope is covered.`;
}

const CHANNEL_NAMES: Readonly<{ [channel in Channel]: string }> = {
  mail: 'mail',
  call: 'calls',
  text: 'texts',
  meeting: 'meetings',
  visit: 'visits',
  report: 'reports',
};

function shareText(share: Share, level: 'covered' | 'declared'): string {
  const of = share.channel === null ? 'all of it' : CHANNEL_NAMES[share.channel];
  const how = level === 'declared' ? 'declared complete' : 'covered';
  return `${of} ${percentText(share[level])} ${how} (${share.accounts.covered} of ${share.accounts.known} known accounts)`;
}

const BARS: Readonly<{ [bar in Bar]: string }> = {
  backwards: 'its period ends before it begins',
  'no-beginning': 'it has no first day, so there is no share of it that is covered',
  'not-over': 'its period goes on after the day of the case',
  'no-account': 'no account of its parties is known',
};

/** What a verdict lacks, as one clause; how much coverage is asked stands beside it once. */
export function missingText(missing: Missing): string {
  switch (missing.kind) {
    case 'coverage':
      return shareText(missing.share, 'covered');
    case 'declared':
      return shareText(missing.share, 'declared');
    case 'unheld':
      return `no records of ${channelsText(missing.channels)} are loaded`;
    case 'possible':
      return `${boundsText(missing.bounds)} may count, which is not settled`;
    case 'fewer':
      return `${missing.bounds.min} certain, fewer than claimed`;
    case 'empty':
      return `nobody is in ${missing.sides.join(' or in ')} then`;
    default:
      return BARS[missing.kind];
  }
}

const PARTS: Readonly<{ [part in keyof Definition]: string }> = {
  floor: 'reports count as evidence',
  largestAudience: 'more than two others may take part',
  minCallSeconds: 'calls of under a minute count',
  reciprocated: 'what nobody answered counts',
  directness: 'copies count',
  lists: 'mailing lists count',
  automatic: 'automatic mail counts',
  declined: 'declined meetings count',
  scheduled: 'planned meetings count',
  unanswered: 'unanswered calls count',
};

function fallInto(weighed: Weighed, claim: Claim): string {
  const { own } = weighed;
  const noun = waysText(claim.channels, own.max);
  if (own.max === 0) return `no ${waysText(claim.channels, 1)} falls into it`;
  const many = own.min === 0 ? `at most ${own.max}` : boundsText(own);
  return `${many} ${noun} ${own.max === 1 ? 'falls' : 'fall'} into it`;
}

function readingText(weighed: Weighed, claim: Claim, hangsOn: readonly (keyof Definition)[]): string {
  const { favourable } = weighed;
  if (favourable === null) return '';
  if (claim.quantity.kind === 'at-least') return `, ${boundsText(favourable)} in the widest reading`;
  const narrow = `, ${boundsText(favourable)} in the narrowest reading`;
  return hangsOn.length === 0 ? narrow : `${narrow}: it hangs on whether ${hangsOn.map((p) => PARTS[p]).join(', ')}`;
}

/**
 * Why a claim has its verdict: one sentence without its full stop.
 * @param missing what the verdict lacks, one clause each
 * @param hangsOn parts of the definition without which a contradiction would not stand
 */
export function whyText(
  claim: Claim,
  weighed: Weighed,
  missing: readonly string[],
  hangsOn: readonly (keyof Definition)[],
): string {
  const { quantity } = claim;
  const claimed =
    quantity.kind === 'at-most' || quantity.kind === 'at-least'
      ? `; ${quantity.kind.replace('-', ' ')} ${quantity.count} ${quantity.count === 1 ? 'was' : 'were'} claimed`
      : '';
  const ends = [readingText(weighed, claim, hangsOn), claimed, ...missing.map((clause) => `; ${clause}`)];
  return `${fallInto(weighed, claim)}${ends.join('')}`;
}
