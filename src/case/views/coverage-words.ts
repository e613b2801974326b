/** Coverage in words. Days are shown as YYYY-MM-DD; shares in whole per cent, rounded down. */
import { type DayRange, dayText } from '../../coverage/day-ranges.ts';
import type { CoverageShare } from '../../coverage/share.ts';
import type { Channel } from '../../model/definition.ts';
import type { AudienceCoverage, ChannelCoverage, RecordShares } from '../coverage/shapes.ts';
import type { QuestionCoverage } from '../coverage.ts';

/** Channels as what is shared out: "calls 100 %". */
const WORDS: Readonly<{ [channel in Channel]: string }> = {
  mail: 'mail',
  call: 'calls',
  text: 'texts',
  meeting: 'meetings',
  visit: 'visits',
  report: 'reports',
};

/** Gaps that are named; the others are counted. */
const GAPS = 3;

/** A share for people: `61 %`; `under 1 %` for what is not nothing. @param perMille rounded down @param isSome whether it is more than nothing; by itself when it is known */
export function percentText(perMille: number, isSome?: boolean): string {
  const percent = Math.floor(perMille / 10);
  return percent === 0 && (isSome ?? perMille > 0) ? 'under 1 %' : `${percent} %`;
}

/** Days as one text: `2030-04-01`, or `2030-04-01 to 2030-04-30`. */
export function daysText({ from, to }: DayRange): string {
  return from === to ? dayText(from) : `${dayText(from)} to ${dayText(to)}`;
}

/** Several ranges, the first few named. */
function rangesText(ranges: readonly DayRange[], most: number = GAPS): string {
  const more = ranges.length - most;
  const shown = ranges.slice(0, most).map(daysText).join(', ');
  return more > 0 ? `${shown} and ${more} more times` : shown;
}

function shareText({ share, accounts }: ChannelCoverage): string {
  return percentText(share.covered, accounts.covered > 0);
}

/** In how much covered time, by channel: `mail 61 %, calls 100 %`; `no known account` where there is no scope. */
export function channelsText({ channels }: Pick<RecordShares, 'channels'>): string {
  if (channels.length === 0) return 'no known account';
  return channels.map((channel) => `${WORDS[channel.channel]} ${shareText(channel)}`).join(', ');
}

/** What a share rests on: a declaration, or an export that may not be complete. */
function levelText({ covered, declared }: CoverageShare): string {
  if (covered === 0) return '';
  if (declared === covered) return 'declared complete';
  return declared === 0
    ? 'if the export is complete'
    : `${percentText(declared)} declared complete, the rest if the exports are complete`;
}

function channelText(coverage: ChannelCoverage): string {
  const level = levelText(coverage.share);
  return `${WORDS[coverage.channel]} ${shareText(coverage)}${level === '' ? '' : ` (${level})`}`;
}

function gapsSentence({ channels, gaps }: QuestionCoverage): string[] {
  if (gaps.length > 0) return [`Nothing is covered on ${rangesText(gaps)}.`];
  const some = channels.filter((channel) => channel.share.covered > 0 && channel.gaps.length > 0);
  if (some.length === 0) return [];
  return [`Not covered: ${some.map(({ channel, gaps: of }) => `${WORDS[channel]} on ${rangesText(of)}`).join('; ')}.`];
}

function audienceText({ audience, disclosers, share, gaps }: AudienceCoverage): string {
  const whom = audience === 'public' ? 'the public' : audience;
  const reached = `to ${whom} those of ${disclosers.covered} of ${disclosers.known} parties, ${percentText(share, disclosers.covered > 0)} of their days`;
  return gaps.length === 0 || disclosers.covered === 0 ? reached : `${reached} (not on ${rangesText(gaps)})`;
}

/** What disclosures reach, in one sentence; none where none is declared to reach anybody. */
export function disclosureSentences({ disclosures }: QuestionCoverage): string[] {
  return disclosures.length === 0 ? [] : [`Loaded disclosures reach ${disclosures.map(audienceText).join('; ')}.`];
}

/** How far records reach into the scope of a question, in sentences: the shares first, then what is not covered and why. */
export function coverageSentences(coverage: QuestionCoverage): string[] {
  const { window, share, accounts, channels, unheld, limits, declaredBy } = coverage;
  if (window === null) return ['Covered: nothing, as no records are loaded for this time.'];
  const silent =
    unheld.length === 0 ? [] : [`No records of ${unheld.map((channel) => WORDS[channel]).join(', ')} are loaded.`];
  const known = `${accounts.covered} of the ${accounts.known} accounts known to this case, ${daysText(window)}`;
  if (share === null)
    return [`Covered: nothing, as no account of these parties is known, ${daysText(window)}.`, ...silent];
  if (share.covered === 0 && accounts.covered === 0)
    return [`Covered: nothing, ${known}. What is not found may have been.`, ...silent];
  return [
    `Covered: ${channels.map(channelText).join(', ')}; ${known}.`,
    ...(declaredBy.length === 0 ? [] : [`Declared in case.yaml by ${declaredBy.join('; ')}.`]),
    ...gapsSentence(coverage),
    ...silent,
    ...(limits.length === 0 ? [] : [`Not all of its scope: ${limits.join('; ')}.`]),
  ];
}
