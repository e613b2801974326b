/** Small made-up worlds: what happened, what records witness it and how well, and so what is true. */
import * as fc from 'fast-check';
import { FLAG } from '../../src/model/record.ts';
import type { Member, Owned } from './counted.ts';
import { call, type Made, mail, type Person } from './fixture.ts';

/** Two people on each side. The second of either side has an address that is only probably his. */
const PEOPLE = ['ann', 'abe', 'bo', 'bea'] as const;
type Who = 0 | 1 | 2 | 3;
const addressOf = (who: Who): string => `${PEOPLE[who]}@work.example`;
const homeOf = (who: Who): string => `${PEOPLE[who]}@home.example`;
const lineOf = (who: Who): string => `+467000000${who}`;
const nameOf = (who: Who): string => `${PEOPLE[who]} Name`;

export const OWNED: readonly Owned[] = ([0, 1, 2, 3] as const).flatMap((who): Owned[] => [
  { address: addressOf(who), party: PEOPLE[who] },
  { address: homeOf(who), party: PEOPLE[who], grade: who % 2 === 0 ? 'certain' : 'probable' },
  { address: lineOf(who), party: PEOPLE[who] },
  // A person decided whose name it is for two of them, so that names can stand in a lower bound.
  { address: nameOf(who), party: PEOPLE[who], basis: who % 2 === 0 ? 'decision' : 'people.yaml' },
]);
export const MEMBERS: readonly Member[] = [
  { group: 'a', party: 'ann' },
  { group: 'a', party: 'abe' },
  { group: 'b', party: 'bo' },
  { group: 'b', party: 'bea' },
];

interface Event {
  readonly channel: 'mail' | 'call' | 'meeting';
  /** When it happened, epoch seconds. */
  readonly at: number;
  /** One of each side at least. */
  readonly people: readonly Who[];
  readonly witnesses: readonly Made[];
}

export interface World {
  readonly made: readonly Made[];
  readonly events: readonly Event[];
  /** Between two events, well away from both. */
  readonly from: number;
  readonly to: number;
}

type Draw = fc.GeneratorValue;
const chance = (g: Draw, percent: number): boolean => g(fc.nat, { max: 99 }) < percent;
const upTo = (g: Draw, max: number): number => g(fc.nat, { max });

const START = 1_900_000_800;
const HOUR = 3600;
const LONG = Array.from({ length: 40 }, (_, i) => `word${i}`).join(' ');

/** Records of a mail: copies in both boxes with or without their id, a footer or a zone, and what an answer quotes. */
function mailWitnesses(g: Draw, e: number, at: number, people: readonly Who[]): Made[] {
  const [from, ...to] = people as [Who, ...Who[]];
  const body = chance(g, 50) ? `${LONG} ${e}` : `note ${e}`;
  const sent = (source: string, rest: Partial<Made>): Made =>
    mail(
      source,
      at,
      addressOf(from),
      to.map((who, i) => (i === 0 && e % 3 === 0 ? homeOf(who) : addressOf(who))),
      { subject: `Subject ${e % 2}`, id: `id${e}`, body, ...rest },
    );
  const copies = [0, 1, 2].flatMap((copy) => {
    if (!chance(g, copy === 0 ? 80 : 40)) return [];
    const kept = upTo(g, 3);
    if (kept === 1) return [sent(`box${copy}`, { id: `id${e}.${copy}` })];
    if (kept === 2) return [{ ...sent(`box${copy}`, { body: `${body} scanned by a gateway` }) }];
    if (kept === 3) {
      const { id, ...lost } = sent(`box${copy}`, { at: at - 9 * HOUR, until: at + 11 * HOUR, precision: 'minute' });
      return [lost];
    }
    return [sent(`box${copy}`, {})];
  });
  if (!chance(g, 25)) return copies;
  const minute = Math.floor(at / 60) * 60;
  const quoted = { flags: FLAG.quoted, part: 1, at: minute - 14 * HOUR, until: minute + 12 * HOUR + 59 };
  const { id, ...rest } = sent('box3', { ...quoted, precision: 'minute' });
  return [...copies, rest];
}

/** Records of a call: of both carriers, whose clocks differ, sometimes with a row for each end, sometimes the day alone. */
function callWitnesses(g: Draw, at: number, people: readonly Who[], crowded: boolean): Made[] {
  const [from, to] = people as [Who, Who];
  const duration = 10 + upTo(g, 200);
  const out: Made[] = [];
  for (const carrier of ['one', 'two', 'three']) {
    if (carrier === 'three' ? !chance(g, 15) : !crowded && !chance(g, 70)) continue;
    const start = at + upTo(g, 118) - 59;
    const row = call(carrier, start, duration + upTo(g, 2), lineOf(from), lineOf(to));
    if (carrier === 'three') {
      const day = Math.floor(at / 86_400) * 86_400;
      out.push({ ...row, at: day, until: day + 86_399, precision: 'day' });
      continue;
    }
    out.push(row);
    if (!crowded && chance(g, 15)) out.push({ ...row, at: start + 1, duration: row.duration! - 1 });
  }
  return out;
}

/** Records of a meeting: calendars of either side, a visitor log, a list that gives only the month. */
function meetingWitnesses(g: Draw, e: number, at: number, people: readonly Who[]): Made[] {
  const host = people.find((who) => who < 2)!;
  const guests = people.filter((who) => who !== host);
  // Every record shows somebody of the other side, else it would witness no contact between the two.
  const one = guests.find((who) => who >= 2)!;
  const seen = (): Who[] => [one, ...guests.filter((who) => who !== one && chance(g, 80))];
  const entry = (source: string, rest: Partial<Made>): Made => ({
    source,
    kind: 'meeting',
    at,
    duration: HOUR,
    flags: FLAG.scheduled,
    people: [
      { role: 'organizer', address: chance(g, 50) ? addressOf(host) : homeOf(host), name: nameOf(host) },
      ...seen().map((who): Person => ({ role: 'attendee', address: addressOf(who), name: nameOf(who) })),
    ],
    ...rest,
  });
  const out: Made[] = [];
  if (chance(g, 60)) out.push(entry('host.ics', { id: `uid${e}` }));
  if (chance(g, 40)) out.push(entry('guest.ics', { id: chance(g, 50) ? `uid${e}` : `other${e}` }));
  if (chance(g, 60)) {
    const arrival = at + 60 * (upTo(g, 20) - 15);
    const slot = { source: 'log.csv', kind: 'visit', row: 2, flags: FLAG.attended } as const;
    for (const who of seen()) {
      const people: Person[] = [
        { role: 'host', address: nameOf(host) },
        { role: 'visitor', address: nameOf(who) },
      ];
      out.push({ ...slot, at: arrival, precision: 'minute', people });
    }
  }
  if (chance(g, 20)) out.push(entry('list.csv', { at: at - 200 * HOUR, until: at + 200 * HOUR, precision: 'month' }));
  return out;
}

function drawPeople(g: Draw, channel: Event['channel']): Who[] {
  const [a, b] = [upTo(g, 1) as Who, (2 + upTo(g, 1)) as Who];
  const first = chance(g, 50) ? [a, b] : [b, a];
  const others = ([0, 1, 2, 3] as const).filter((who) => who !== a && who !== b && chance(g, 30));
  return channel === 'call' ? first : [...first, ...others];
}

/**
 * Events hours apart, but for calls that follow each other within minutes: those both carriers have, since of two calls
 * that near of which each carrier lost another nobody could tell.
 */
function drawEvents(g: Draw): Event[] {
  let at = START;
  const out: Event[] = [];
  const count = 1 + upTo(g, 6);
  for (let e = 0; e < count; e++) {
    const channel = (['mail', 'call', 'meeting'] as const)[upTo(g, 2)]!;
    const people = drawPeople(g, channel);
    const crowded = channel === 'call' && chance(g, 40);
    for (let again = crowded ? 1 + upTo(g, 2) : 1; again > 0; again--) {
      const witnesses =
        channel === 'mail'
          ? mailWitnesses(g, e, at, people)
          : channel === 'call'
            ? callWitnesses(g, at, people, crowded)
            : meetingWitnesses(g, e, at, people);
      out.push({ channel, at, people, witnesses });
      at += 240 + upTo(g, 60);
    }
    at += (4 + upTo(g, 40)) * HOUR;
  }
  return out;
}

function drawWorld(g: Draw): World {
  const events = drawEvents(g);
  const gaps = [START - 2 * HOUR, ...events.map((event) => event.at + 2 * HOUR)];
  const [i, j] = [upTo(g, gaps.length - 1), upTo(g, gaps.length - 1)].sort((a, b) => a - b) as [number, number];
  const made = events.flatMap((event) => event.witnesses);
  return { events, made, from: gaps[i]!, to: chance(g, 30) ? gaps.at(-1)! : gaps[j]! };
}

export const world: fc.Arbitrary<World> = fc.gen().map(drawWorld);

/** Events inside the window of which some record shows somebody of either side. */
export function truthOf(w: World, channel?: Event['channel']): number {
  return w.events.filter(
    (event) =>
      event.at >= w.from &&
      event.at <= w.to &&
      event.witnesses.length > 0 &&
      (channel === undefined || event.channel === channel),
  ).length;
}
