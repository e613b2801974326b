/** Contacts and covered days around an event as one row of daily counts: only days whose coverage is that of the event. */
import type { DayRange } from '../../coverage/day-ranges.ts';
import type { CoverageChange } from '../../coverage/share.ts';
import { WEEK } from './dispersion.ts';

/** Covered days of a question's scope by one channel. */
export interface ExposedChannel {
  /** Place in CHANNELS. */
  readonly channel: number;
  /** Days on which something of the scope is covered, and days on which all of it is. */
  readonly days: readonly DayRange[];
  readonly whole: readonly DayRange[];
  readonly changes: readonly CoverageChange[];
}

/** A distinct contact that certainly counts; days in the case's zone, first and last that it can have been on. */
export interface DatedContact {
  readonly no: number;
  readonly channel: number;
  readonly first: number;
  readonly last: number;
}

/** A channel that is compared. @param share per mille of its scope that is covered, rounded down; null: in part, not said how much */
export interface ComparedChannel {
  readonly channel: number;
  readonly share: number | null;
}

/** Daily counts of the days that can be compared with those next to the event. */
export interface RateSeries {
  readonly channels: readonly ComparedChannel[];
  /** Days since 1970, ascending, the event's left out; and the contacts of each. */
  readonly days: readonly number[];
  readonly daily: readonly number[];
  /** Place of the first day after the event. */
  readonly event: number;
  /** Places of contacts by the place of their day. */
  readonly contacts: readonly (readonly number[])[];
  /** Contacts whose time touches the event. */
  readonly straddling: number;
  /** Contacts on days or by channels that are not compared, or whose time is not known to the week. */
  readonly outside: number;
  /** First days on which coverage is another than the day before, inside the time that is looked at. */
  readonly changed: readonly number[];
  readonly lost: readonly LostDays[];
}

/** Days that are left out for the sake of one channel alone: by all others they could be compared. */
export interface LostDays {
  /** Place in CHANNELS. */
  readonly channel: number;
  /** Days since 1970, ascending. */
  readonly days: readonly number[];
}

const inside = (ranges: readonly DayRange[], day: number): boolean =>
  ranges.some(({ from, to }) => from <= day && day <= to);

/** Pairs of accounts that are covered and known on a day; `known` null where nobody said. */
interface Level {
  readonly covered: number;
  readonly known: number | null;
}

const NONE: Level = { covered: 0, known: null };
const WHOLE: Level = { covered: 1, known: 1 };
const PART: Level = { covered: 1, known: null };

/** Share and number of covered pairs may both differ by this factor before coverage is another one. */
const SLACK = 1.25;

function levelOf(exposed: ExposedChannel, day: number): Level {
  if (!inside(exposed.days, day)) return NONE;
  const { changes } = exposed;
  const next = changes.findIndex((change) => change.day > day);
  const last = changes.at(next === -1 ? -1 : next - 1);
  if (changes.length === 0 || last === undefined) return inside(exposed.whole, day) ? WHOLE : PART;
  const first = next === 0;
  return {
    covered: first ? changes[0]!.before : last.after,
    known: first ? changes[0]!.knownBefore : last.knownAfter,
  };
}

const shareIn = ({ covered, known }: Level): number | null => (known === null ? null : covered / Math.max(1, known));

function far(a: number, b: number): boolean {
  return Math.max(a, b) > SLACK * Math.min(a, b);
}

/**
 * Whether coverage is the same. When somebody whom no record covers joins a side, the share falls and what can be seen stays;
 * when the other side of a covered account grows, the number grows and the share stays: only both together are a change.
 */
function same(a: Level, b: Level): boolean {
  if (a.covered === 0 || b.covered === 0) return a.covered === b.covered;
  const [x, y] = [shareIn(a), shareIn(b)];
  if (x === null || y === null) return x === y;
  return !far(x, y) || !far(a.covered, b.covered);
}

function perMille(level: Level): number | null {
  return level.known === null ? null : Math.floor((1000 * level.covered) / Math.max(1, level.known));
}

/** Levels of a channel day by day from one day to another. */
function levels(exposed: ExposedChannel, from: number, to: number): Level[] {
  return Array.from({ length: to - from + 1 }, (_, i) => levelOf(exposed, from + i));
}

/** Why nothing can be compared. */
export interface NotComparable {
  readonly reason: 'no coverage' | 'coverage changes';
  /** Channels whose coverage it is, as places in CHANNELS. */
  readonly channels: readonly number[];
}

/** Channels whose coverage does not change in the week before and the week after the event, with its level. */
function atEvent(exposed: readonly ExposedChannel[], event: DayRange): Map<ExposedChannel, Level> | NotComparable {
  const steady = new Map<ExposedChannel, Level>();
  const moving: number[] = [];
  for (const channel of exposed) {
    const near = levels(channel, event.from - WEEK, event.to + WEEK);
    const level = near[WEEK]!;
    if (near.some((other) => !same(level, other))) moving.push(channel.channel);
    else if (level.covered > 0) steady.set(channel, level);
  }
  if (moving.length > 0) return { reason: 'coverage changes', channels: moving };
  return steady.size === 0 ? { reason: 'no coverage', channels: [] } : steady;
}

/** Longest time, in days, that a contact may have been in and still be put on its first day. */
const LOOSEST = WEEK;

/** The hull of the days on which anything is covered. */
function span(exposed: readonly ExposedChannel[]): DayRange {
  const ranges = exposed.flatMap(({ days }) => days);
  return {
    from: ranges.reduce((least, { from }) => Math.min(least, from), Number.POSITIVE_INFINITY),
    to: ranges.reduce((most, { to }) => Math.max(most, to), Number.NEGATIVE_INFINITY),
  };
}

/** The days that can be compared around an event, without contacts: the same for all whose coverage is the same. */
export interface RateFrame {
  readonly event: DayRange;
  readonly channels: readonly ComparedChannel[];
  readonly days: readonly number[];
  readonly placeOf: ReadonlyMap<number, number>;
  readonly changed: readonly number[];
  readonly lost: readonly LostDays[];
}

/**
 * The days that can be compared around an event. Where coverage is another than next to the event, days are left out: a rate
 * on other accounts is another rate.
 * @param event first and last day, both left out
 */
export function frameOf(exposed: readonly ExposedChannel[], event: DayRange): RateFrame | NotComparable {
  const steady = atEvent(exposed, event);
  return 'reason' in steady ? steady : framed(steady, event);
}

/** The level of a channel that lasts on most days, where it is covered at all; of equal ones the first. */
function mostUsual(exposed: ExposedChannel, { from, to }: DayRange): Level {
  const counts = new Map<string, { level: Level; days: number }>();
  for (const level of levels(exposed, from, to)) {
    if (level.covered === 0) continue;
    const key = `${level.covered} ${level.known}`;
    counts.set(key, { level, days: (counts.get(key)?.days ?? 0) + 1 });
  }
  return [...counts.values()].reduce((most, one) => (one.days > most.days ? one : most), { level: NONE, days: 0 })
    .level;
}

/** Days on which the coverage of every channel is its most usual one, without an event; null where nothing is covered. */
export function frameOfMost(exposed: readonly ExposedChannel[]): RateFrame | null {
  const hull = span(exposed);
  if (hull.from > hull.to) return null;
  const usual = new Map<ExposedChannel, Level>();
  for (const channel of exposed) {
    const level = mostUsual(channel, hull);
    if (level.covered > 0) usual.set(channel, level);
  }
  return usual.size === 0 ? null : framed(usual, { from: 1, to: 0 });
}

function framed(steady: ReadonlyMap<ExposedChannel, Level>, event: DayRange): RateFrame {
  const { from, to } = span([...steady.keys()]);
  const days: number[] = [];
  const changed = new Set<number>();
  const wanted = [...steady].map(([exposed, level]) => ({
    channel: exposed.channel,
    levels: levels(exposed, from, to),
    level,
    lost: [] as number[],
  }));
  for (let day = from; day <= to; day++) {
    const at = day - from;
    if (at > 0 && wanted.some((w) => !same(w.levels[at]!, w.levels[at - 1]!))) changed.add(day);
    if (day >= event.from && day <= event.to) continue;
    const others = wanted.filter((w) => !same(w.levels[at]!, w.level));
    if (others.length === 0) days.push(day);
    else if (others.length === 1 && wanted.length > 1) others[0]!.lost.push(day);
  }
  return {
    event,
    channels: [...steady].map(([channel, level]) => ({ channel: channel.channel, share: perMille(level) })),
    days,
    placeOf: new Map(days.map((day, place) => [day, place])),
    changed: [...changed],
    lost: wanted.flatMap(({ channel, lost }) => (lost.length === 0 ? [] : [{ channel, days: lost }])),
  };
}

/** A frame with contacts on its days; those on other days or by other channels are left out and counted. */
export function seriesOf(frame: RateFrame, contacts: readonly DatedContact[]): RateSeries {
  const { event, days } = frame;
  const placed: number[][] = days.map(() => []);
  const channels = new Set(frame.channels.map(({ channel }) => channel));
  let [straddling, outside] = [0, 0];
  contacts.forEach((contact, i) => {
    const place = frame.placeOf.get(contact.first);
    if (event.from <= event.to && contact.first <= event.to && contact.last >= event.from) straddling++;
    else if (place === undefined || !channels.has(contact.channel) || contact.last - contact.first > LOOSEST) outside++;
    else placed[place]!.push(i);
  });
  return {
    channels: frame.channels,
    days,
    daily: placed.map((list) => list.length),
    event: days.filter((day) => day < event.from).length,
    contacts: placed,
    straddling,
    outside,
    changed: frame.changed,
    lost: frame.lost,
  };
}
