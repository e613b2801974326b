/** Made-up worlds as ledgers: what happened, what is recorded of it, what was told of it, and how many were not told. */
import * as fc from 'fast-check';
import type { Channel } from '../../src/model/definition.ts';
import type { Made, MadeContact, MadeDisclosure, MadeLink } from './made.ts';

interface Event {
  readonly channel: Channel;
  readonly day: number;
  readonly hour: number;
  /** Members of the office. */
  readonly holders: readonly string[];
  /** Of the firm, or 'zed' who is of neither. */
  readonly guest: string;
  readonly recorded: boolean;
  /** The guest's name could be somebody else's; the holder's line could be. */
  readonly ambiguous: 'guest' | 'holder' | null;
}

/** Part of a question: contacts before one o'clock, or all. */
export type Part = 'morning' | 'all';

export interface ToldWorld {
  readonly made: Omit<Made, 'groups'>;
  /** Contacts that may count, with whether they do for certain. */
  readonly counted: readonly { readonly contact: number; readonly certain: boolean; readonly morning: boolean }[];
  /** Recorded events between office and firm of which some holder did not tell. */
  readonly untoldBySome: Readonly<{ [part in Part]: number }>;
  /** Those of which nobody told. */
  readonly untoldByAll: Readonly<{ [part in Part]: number }>;
}

/** Whole numbers from 0 up to one, by a generator with a seed (mulberry32): fc.gen gives equal values within one array. */
type Draw = (max: number) => number;
function drawer(seed: number): Draw {
  let state = seed;
  return (max) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % (max + 1);
  };
}
const upTo = (g: Draw, max: number): number => g(max);
function oneOf<T>(g: Draw, values: readonly T[]): T {
  return values[g(values.length - 1)]!;
}
const chance = (g: Draw, percent: number): boolean => upTo(g, 99) < percent;
const two = (n: number): string => String(n).padStart(2, '0');
const dayText = (day: number): string => `2030-05-${two(1 + day)}`;

function drawEvent(g: Draw): Event {
  const channel = oneOf<Channel>(g, ['call', 'call', 'mail', 'meeting']);
  return {
    channel,
    day: upTo(g, 1),
    hour: 10 + upTo(g, 6),
    holders: channel === 'meeting' && chance(g, 50) ? ['ada', 'bo'] : [chance(g, 70) ? 'ada' : 'bo'],
    guest: oneOf(g, ['xi', 'xi', 'yo', 'zed']),
    recorded: chance(g, 80),
    ambiguous: chance(g, 70) ? null : oneOf(g, ['guest', 'holder']),
  };
}

/** An ambiguous guest is possibly xi and possibly zed, an ambiguous line ada's or bo's: one of them is right. */
function linksOf(event: Event): MadeLink[] {
  const guests = event.ambiguous === 'guest' && event.guest !== 'yo' ? ['xi', 'zed'] : [event.guest];
  const holders = event.ambiguous === 'holder' && event.holders.length === 1 ? ['ada', 'bo'] : event.holders;
  const grade = guests.length > 1 || holders !== event.holders ? 'possible' : 'certain';
  return holders.flatMap((from) => guests.map((to) => ({ from, to, grade }) as const));
}

function contactOf(event: Event, minute: number): MadeContact {
  return { channel: event.channel, at: `${dayText(event.day)}T${event.hour}:${two(minute)}`, links: linksOf(event) };
}

/** An entry about an event: exact, coarse, by a name that could be another's, or through the firm. */
function drawEntry(g: Draw, event: Event, by: readonly string[]): MadeDisclosure {
  const coarse = chance(g, 20);
  const through = event.guest !== 'zed' && chance(g, 15);
  const doubtful = !through && event.guest !== 'yo' && chance(g, 15);
  const firm = !coarse && !through && !doubtful;
  return {
    by,
    with: through ? ['xi', 'yo'] : doubtful ? ['xi', 'zed'] : [event.guest],
    // What is taken for granted: an entry that agrees in all with a record is about a recorded contact.
    grade: doubtful ? 'possible' : firm && !event.recorded ? 'probable' : 'certain',
    via: through,
    channels: coarse && chance(g, 50) ? ['call', 'mail', 'meeting', 'visit'] : [event.channel],
    on: coarse ? ['2030-05-01', '2030-05-31'] : dayText(event.day),
    precision: coarse ? 'month' : 'day',
  };
}

interface Telling {
  readonly entry: MadeDisclosure;
  readonly events: readonly number[];
}

/** Entries about an event by some of its holders, in one register or both, and some by its guest. */
function drawTellings(g: Draw, event: Event, e: number): Telling[] {
  const tellers = event.holders.filter(() => chance(g, 50));
  const jointly = tellers.length > 1 && chance(g, 60) ? [tellers] : tellers.map((teller) => [teller]);
  const told = (by: readonly string[], register: number): Telling => ({
    entry: { ...drawEntry(g, event, by), ...(register < 2 ? { register } : {}) },
    events: [e],
  });
  const own = jointly.flatMap((by) => {
    const register = upTo(g, 2);
    return chance(g, 15) ? [told(by, 0), told(by, 1)] : [told(by, register)];
  });
  if (!chance(g, 15)) return own;
  const byGuest = { ...drawEntry(g, event, event.holders), by: [event.guest], with: event.holders, via: false };
  const sure = event.recorded && byGuest.precision === 'day';
  return [...own, { entry: { ...byGuest, grade: sure ? 'certain' : 'probable' }, events: [e] }];
}

/** "Several times in May, by phone": all calls of one holder and guest. */
function severalTimes(g: Draw, events: readonly Event[]): Telling[] {
  if (!chance(g, 25)) return [];
  const told = (event: Event): boolean =>
    event.channel === 'call' && event.guest === 'xi' && event.holders.includes('ada');
  const all = [...events.keys()].filter((e) => told(events[e]!));
  const on = ['2030-05-01', '2030-05-31'] as const;
  const entry = {
    by: ['ada'],
    with: ['xi'],
    channels: ['call'] as const,
    on,
    precision: 'month' as const,
    capacity: null,
  };
  return all.length === 0 ? [] : [{ entry, events: all }];
}

/** Contacts of the events that are recorded, some twice, and which pairs may be one event. */
function drawContacts(
  g: Draw,
  events: readonly Event[],
): { contacts: MadeContact[]; eventOf: number[]; same: [number, number][] } {
  const contacts: MadeContact[] = [];
  const eventOf: number[] = [];
  for (const [e, event] of events.entries()) {
    if (!event.recorded) continue;
    contacts.push(contactOf(event, 0));
    eventOf.push(e);
    if (!chance(g, 12)) continue;
    // A second record of it, sometimes with a clock that is a day off.
    contacts.push(contactOf(chance(g, 30) ? { ...event, day: event.day + 1 } : event, 30));
    eventOf.push(e);
  }
  const same = contacts.flatMap((_, a) =>
    contacts.flatMap((_, b): [number, number][] =>
      a < b && (eventOf[a] === eventOf[b] || chance(g, 3)) ? [[a, b]] : [],
    ),
  );
  return { contacts, eventOf, same };
}

function drawToldWorld(g: Draw): ToldWorld {
  const events = Array.from({ length: 1 + upTo(g, 6) }, () => drawEvent(g));
  const { contacts, eventOf, same } = drawContacts(g, events);
  const tellings = [...events.flatMap((event, e) => drawTellings(g, event, e)), ...severalTimes(g, events)];
  const tellersOf = (e: number): Set<string> =>
    new Set(tellings.filter((t) => t.events.includes(e)).flatMap((t) => t.entry.by));
  const ours = [...events.keys()].filter((e) => events[e]!.recorded && events[e]!.guest !== 'zed');
  const parts = (untold: (e: number) => boolean): { [part in Part]: number } => ({
    all: ours.filter(untold).length,
    morning: ours.filter((e) => untold(e) && events[e]!.hour < 13).length,
  });
  return {
    made: { contacts, disclosures: tellings.map((t) => t.entry), same },
    counted: contacts.flatMap((c, contact) => {
      if (!c.links.some((l) => l.to !== 'zed')) return [];
      const certain = c.links.every((l) => l.to !== 'zed');
      return [{ contact, certain, morning: events[eventOf[contact]!]!.hour < 13 }];
    }),
    untoldBySome: parts((e) => events[e]!.holders.some((h) => !tellersOf(e).has(h))),
    untoldByAll: parts((e) => tellersOf(e).size === 0),
  };
}

export const toldWorld: fc.Arbitrary<ToldWorld> = fc.noShrink(fc.integer()).map((seed) => drawToldWorld(drawer(seed)));

const PEOPLE = ['ada', 'bo', 'xi', 'yo', 'zed'] as const;

/** Many worlds in one ledger, each with its own people: ada becomes ada-7 in the seventh. */
export function together(worlds: readonly ToldWorld[]): Made {
  const named = (party: string, w: number): string => `${party}-${w}`;
  const offset: number[] = [];
  let contacts = 0;
  for (const w of worlds) {
    offset.push(contacts);
    contacts += w.made.contacts.length;
  }
  return {
    groups: {
      office: worlds.flatMap((_, w) => [named('ada', w), named('bo', w)]),
      firm: worlds.flatMap((_, w) => [named('xi', w), named('yo', w)]),
      other: worlds.map((_, w) => named(PEOPLE[4], w)),
    },
    contacts: worlds.flatMap((world, w) =>
      world.made.contacts.map((c) => ({
        ...c,
        links: c.links.map((l) => ({ ...l, from: named(l.from, w), to: named(l.to, w) })),
      })),
    ),
    disclosures: worlds.flatMap((world, w) =>
      world.made.disclosures.map((d) => ({
        ...d,
        by: d.by.map((p) => named(p, w)),
        with: d.with.map((p) => named(p, w)),
      })),
    ),
    same: worlds.flatMap((world, w) =>
      world.made.same!.map(([a, b]): [number, number] => [a + offset[w]!, b + offset[w]!]),
    ),
  };
}
