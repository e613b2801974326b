/** Comparisons of rates in words: numbers first, with what they rest on. */
import { dayText } from '../../coverage/day-ranges.ts';
import { CHANNELS, type Channel } from '../../model/definition.ts';
import { andText } from '../wording.ts';
import type { Comparison, Untestable } from './compare.ts';
import type { Ratio } from './conditional.ts';
import type { FoundChange } from './found-changes.ts';
import type { ComparedChannel } from './series.ts';

const WORDS: Readonly<{ [channel in Channel]: string }> = {
  mail: 'mail',
  call: 'calls',
  text: 'text messages',
  meeting: 'meetings',
  visit: 'visits',
  report: 'told contacts',
};

/** Channels joined: calls and mail. @param channels places in CHANNELS */
function channelWords(channels: readonly number[]): string {
  return andText([...new Set(channels)].map((channel) => WORDS[CHANNELS[channel]!]).sort());
}

/** p as people read it: < 0.001, 0.012, 0.34. */
export function pText(p: number): string {
  if (p < 0.001) return 'p < 0.001';
  return `p = ${p.toFixed(p < 0.1 ? 3 : 2)}`;
}

/** A rate or ratio with one decimal; small ones with two. */
function plain(value: number): string {
  return value > 0 && value < 0.1 ? value.toFixed(2) : value.toFixed(1);
}

function ratioText({ ratio, low, high }: Ratio): string {
  const interval = high === null ? `at least ${plain(low)}, 95 %` : `95 % ${plain(low)}–${plain(high)}`;
  return ratio === null ? `no ratio (${interval})` : `ratio ${plain(ratio)} (${interval})`;
}

/** How well channels are covered: calls and mail fully covered, visits in part (61 %). */
export function coverageText(channels: readonly ComparedChannel[]): string {
  const whole = channels.filter(({ share }) => share === 1000);
  const partly = channels
    .filter(({ share }) => share !== 1000)
    .map(
      ({ channel, share }) =>
        `${channelWords([channel])} ${share === null ? 'in part' : `in part (${Math.floor(share / 10)} %)`}`,
    );
  const parts = [
    ...(whole.length === 0 ? [] : [`${channelWords(whole.map(({ channel }) => channel))} fully covered`]),
    ...(partly.length === 0 ? [] : [`${andText(partly)}${whole.length === 0 ? ' covered' : ''}`]),
  ];
  return parts.join(', ');
}

/** Days on which coverage changed inside the compared time. */
export function changesText(changed: readonly number[]): string {
  if (changed.length === 0) return '';
  const days = changed.slice(0, 3).map(dayText);
  const more = changed.length - days.length;
  return `coverage changed on ${andText(more > 0 ? [...days, `${more} more days`] : days)}: days with another coverage are left out`;
}

/** Which channels make the compared time short: without visits 23 more days could be compared. */
function limitingText({ limiting }: Comparison): string {
  return limiting
    .map(
      ({ channel, days }) =>
        `without ${channelWords([channel])} ${days} more ${days === 1 ? 'day' : 'days'} could be compared`,
    )
    .join('; ');
}

/** 2.6 a week before, 6.9 after; ratio 2.7 (95 % 1.6–4.5), p < 0.001, calls and mail fully covered. */
export function comparisonText(c: Comparison): string {
  const rates = `${plain(c.before.perWeek)} a week before, ${plain(c.after.perWeek)} after`;
  return `${rates}; ${ratioText(c.ratio)}, ${pText(c.p)}, ${coverageText(c.series.channels)}`;
}

function burstText(c: Comparison): string {
  const { tried, asLarge, p } = c.shifts;
  const shifted = `as large a change around ${asLarge} of ${tried} covered days (${pText(p)})`;
  const index = c.dispersion.both;
  if (index === null || (index < 1.05 && !c.bursty)) return '';
  const varies =
    index >= 1.05 ? `weekly counts vary ${plain(index)} times as much as by chance` : 'contacts come in bursts';
  return `${varies}: ${pText(c.exact)} if each contact came by itself, ${shifted}`;
}

function leftOutText({ series: { straddling, outside } }: Comparison): string {
  const parts = [
    ...(straddling === 0 ? [] : [`${straddling} on the day itself or with a time that touches it`]),
    ...(outside === 0 ? [] : [`${outside} on other days, by other ways, or without a known week`]),
  ];
  return parts.length === 0 ? '' : `left out: ${parts.join('; ')}`;
}

/** What a comparison rests on: counts, days, bursts, what is left out. */
export function restText(c: Comparison): string {
  const side = ({ count, days, from, to }: Comparison['before']): string =>
    `${count} in ${days} covered days, ${dayText(from)} to ${dayText(to)}`;
  return [`${side(c.before)}; ${side(c.after)}`, limitingText(c), changesText(c.changed), burstText(c), leftOutText(c)]
    .filter((text) => text !== '')
    .join('; ');
}

/** Why it cannot be tested. @param leastDays covered days that each side must have */
export function untestableText({ reason, channels }: Untestable, leastDays: number): string {
  const why = {
    'selection unknown': 'selection unknown',
    'no coverage': 'no record covers the days around it',
    'coverage changes': `coverage of ${channelWords(channels)} changes within a week of it`,
    'too few contacts': 'too few contacts to tell, however they fell',
    'too few days': `fewer than ${leastDays} covered days before or after`,
  };
  return `not testable: ${why[reason]}`;
}

/** A change point: on 2030-09-12, from 2.1 a week to 6.0 (ratio …). @param near what happened within a week of it, or '' */
export function changeText({ day, before, after, ratio }: FoundChange, near: string): string {
  const next = near === '' ? '' : `, within a week of: ${near}`;
  return `on ${dayText(day)}, from ${plain(before)} a week to ${plain(after)} (${ratioText(ratio)}${next})`;
}
