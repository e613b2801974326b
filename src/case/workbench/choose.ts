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

function stateBits(states: Filters['states']): number {
  if (states === null) return -1;
  return states.reduce((bits, state) => bits | (1 << (state === 'none' ? 31 : CONTACT_STATES.indexOf(state))), 0);
}

/**
 * Whether the contact of a place passes the filters.
 * @returns by place: OUTSIDE, MAY_COUNT, or CERTAIN where all of its time and its way are inside
 */
export function sieve(roll: Roll, frame: Frame, filters: Filters): (place: number) => 0 | 1 | 2 {
  const { earliest, latest, channel, state } = roll;
  const from = filters.from ?? Number.NEGATIVE_INFINITY;
  const to = filters.to ?? Number.POSITIVE_INFINITY;
  const [channels, states] = [channelBits(filters.channels), stateBits(filters.states)];
  const isReportSure = filters.channels === null || filters.channels.includes('report');
  return (place) => {
    const value = frame[place]!;
    if (value === OUTSIDE) return OUTSIDE;
    // An unknown time is NaN, and no comparison leaves it out.
    if (latest[place]! < from || earliest[place]! > to) return OUTSIDE;
    if (((channels >>> channel[place]!) & 1) === 0) return OUTSIDE;
    if (states !== -1 && ((states >>> (state[place] === NO_STATE ? 31 : state[place]!)) & 1) === 0) return OUTSIDE;
    if (value !== CERTAIN || !(earliest[place]! >= from && latest[place]! <= to)) return MAY_COUNT;
    return channel[place] === REPORT && !isReportSure ? MAY_COUNT : CERTAIN;
  };
}

/** The contacts that pass. One pass over the roll. */
export function choose(roll: Roll, frame: Frame, filters: Filters): Chosen {
  const passes = sieve(roll, frame, filters);
  const places = new Int32Array(roll.contacts);
  const certain = new Uint8Array(roll.contacts);
  let found = 0;
  for (let place = 0; place < roll.contacts; place++) {
    const value = passes(place);
    if (value === OUTSIDE) continue;
    places[found] = place;
    certain[found] = value === CERTAIN ? 1 : 0;
    found++;
  }
  const chosen = { places: places.slice(0, found), certain: certain.slice(0, found) };
  return { ...chosen, bounds: { min: fewest(roll, chosen), max: found } };
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
