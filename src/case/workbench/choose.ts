/** Which contacts of a roll a question with filters is about, and how many: the bounds are those of countContacts. Pure. */
import type { Bounds } from '../../model/bounds.ts';
import { CHANNELS, type Channel } from '../../model/definition.ts';
import { CONTACT_STATES, type ContactState } from '../../model/state.ts';
import { NO_STATE, type Roll } from './roll.ts';

/** What a question between two sides makes of each contact of a roll, by its place. */
export type Frame = Uint8Array;
/** Values of a frame: not in it, may count, counts for certain where its time and way do. */
export const OUTSIDE = 0;
export const MAY_COUNT = 1;
export const CERTAIN = 2;

/** Filters on top of a frame. */
export interface Filters {
  /** Epoch seconds UTC, both inclusive; null: open. */
  readonly from: number | null;
  readonly to: number | null;
  readonly channels: readonly Channel[] | null;
  readonly states: readonly (ContactState | 'none')[] | null;
}

/** Contacts that were chosen, in the order of the roll. */
export interface Chosen {
  /** Places in the roll. */
  readonly places: Int32Array;
  /** 1 where the contact certainly counts; as long as `places`. */
  readonly certain: Uint8Array;
  readonly bounds: Bounds;
}

const REPORT = CHANNELS.indexOf('report');

/** Bits of the channels that pass; prose may leave the way open, so that it may be any. */
function channelBits(channels: readonly Channel[] | null): number {
  if (channels === null) return -1;
  return channels.reduce(
    (bits, channel) => bits | (1 << CHANNELS.indexOf(channel)),
    channels.length === 0 ? 0 : 1 << REPORT,
  );
}

/** By place in CONTACT_STATES, or NO_STATE: whether it passes. */
function stateTable(states: Filters['states']): Uint8Array {
  const passes = new Uint8Array(256).fill(states === null ? 1 : 0);
  for (const state of states ?? []) passes[state === 'none' ? NO_STATE : CONTACT_STATES.indexOf(state)] = 1;
  return passes;
}

/**
 * Which contacts pass the filters. One pass over the roll, in one plain loop: millions of contacts are filtered while
 * somebody waits for the next keystroke to be answered.
 * @returns by place: OUTSIDE, MAY_COUNT, or CERTAIN where all of its time and its way are inside
 */
export function sieved(roll: Roll, frame: Frame, filters: Filters): Uint8Array {
  const { contacts, earliest, latest, channel, state } = roll;
  const from = filters.from ?? Number.NEGATIVE_INFINITY;
  const to = filters.to ?? Number.POSITIVE_INFINITY;
  const [channels, states] = [channelBits(filters.channels), stateTable(filters.states)];
  const isReportSure = filters.channels === null || filters.channels.includes('report');
  const passes = new Uint8Array(contacts);
  for (let place = 0; place < contacts; place++) {
    const value = frame[place]!;
    if (value === OUTSIDE || ((channels >>> channel[place]!) & 1) === 0 || states[state[place]!] === 0) continue;
    const first = earliest[place]!;
    const last = latest[place]!;
    // An unknown time is NaN: no comparison leaves it out, and none lets it in for certain.
    if (last < from || first > to) continue;
    const isSure = value === CERTAIN && first >= from && last <= to && (isReportSure || channel[place] !== REPORT);
    passes[place] = isSure ? CERTAIN : MAY_COUNT;
  }
  return passes;
}

/** The contacts that pass. */
export function choose(roll: Roll, frame: Frame, filters: Filters): Chosen {
  const passes = sieved(roll, frame, filters);
  let [found, sure] = [0, 0];
  for (let place = 0; place < passes.length; place++) {
    const value = passes[place]!;
    if (value === OUTSIDE) continue;
    found++;
    if (value === CERTAIN) sure++;
  }
  const [places, certain] = [new Int32Array(found), new Uint8Array(found)];
  for (let place = 0, at = 0; at < found; place++) {
    const value = passes[place]!;
    if (value === OUTSIDE) continue;
    places[at] = place;
    certain[at++] = value === CERTAIN ? 1 : 0;
  }
  const min = roll.same.size === 0 ? sure : fewest(roll, { places, certain });
  return { places, certain, bounds: { min, max: found } };
}

/**
 * Fewest distinct events among those that certainly count: of contacts that may be one event, an independent set, greedy
 * by latest instant (src/contacts/distinct.ts, whose order is the roll's).
 */
function fewest({ same, edged }: Roll, { places, certain }: Pick<Chosen, 'places' | 'certain'>): number {
  const kept = new Set<number>();
  let least = 0;
  for (let i = 0; i < places.length; i++) {
    if (certain[i] === 0) continue;
    const place = places[i]!;
    if (edged[place] === 1) {
      if (same.get(place)!.some((other) => kept.has(other))) continue;
      kept.add(place);
    }
    least++;
  }
  return least;
}
