/** Mail that machines and lists send. */

import type { Box, Holder, Mail } from '../cast/events.ts';
import { SHARED, who } from '../cast/people.ts';
import { answer, box, post } from '../cast/post.ts';
import { at, day, fields, LONG_MONTHS, skarvik, two } from '../form/clock.ts';
import { type Random, stream } from '../form/random.ts';
import { workingTime } from './times.ts';

const WEEK = 7 * 86400;

interface List {
  readonly name: string;
  readonly id: string;
  readonly from: Box;
  readonly holders: readonly Holder[];
  readonly first: string;
  readonly every: number;
  readonly issues: number;
  readonly subject: (n: number, when: number) => string;
  readonly body: (n: number, random: Random) => string;
}

const TRADE = [
  'Ship calls rose by {n} per cent in the northern ports.',
  'A new ice class is on its way through the committees.',
  'The pilots’ union and the owners have signed.',
  'Two ports share a survey boat from now on.',
  'Timber went down, pellets went up.',
  'The rail office plans {n} nights without trains.',
  'A ferry with batteries has finished its trials.',
  'The insurers ask for better fenders.',
];
const PRESS = [
  'Skarviksposten: residents want quiet after ten at night.',
  'Skarviksposten: {n} summer jobs in the harbour.',
  'Coast radio: ice service under discussion.',
  'Coast radio: the minister visits a yard.',
  'Skarviksposten: council argues about the cycle path.',
  'The Fairway: who pays for the leading lights?',
];

function items(from: readonly string[], random: Random): string {
  const pool = [...from];
  return [1, 2, 3]
    .map(() => `* ${pool.splice(random.int(0, pool.length - 1), 1)[0]!.replace('{n}', String(random.int(2, 19)))}`)
    .join('\n');
}

const month = (when: number): string => LONG_MONTHS[fields(when, skarvik(when)).month - 1]!;

const LISTS: readonly List[] = [
  {
    name: 'Inner Sea Ports Bulletin',
    id: 'bulletin.innersea-ports.example',
    from: { name: 'Inner Sea Ports', mail: 'bulletin@innersea-ports.example' },
    holders: ['chief', 'adviser'],
    first: '2030-01-04 06:00',
    every: WEEK,
    issues: 52,
    subject: (n) => `[ports] Bulletin ${n}/2030`,
    body: (n, random) =>
      `Inner Sea Ports, bulletin ${n}\n\n${items(TRADE, random)}\n\nYou get this because your port is a member.`,
  },
  {
    name: 'Press review',
    id: 'press.coasts-ministry.example',
    from: { name: 'Press review', mail: 'press-review@coasts-ministry.example' },
    holders: ['adviser'],
    first: '2030-01-07 07:10',
    every: WEEK,
    issues: 51,
    subject: (_, when) => `Press review ${day(when)}`,
    body: (_, random) => `This week about coasts and harbours:\n\n${items(PRESS, random)}`,
  },
  {
    name: 'Staff news',
    id: 'alla.skarvik-harbour.example',
    from: { name: 'Harbour staff news', mail: 'alla@skarvik-harbour.example' },
    holders: ['chief'],
    first: '2030-01-10 09:00',
    every: 2 * WEEK,
    issues: 25,
    subject: (_, when) => `Staff news, ${month(when)}`,
    body: (_, random) =>
      `Dear colleagues,\n\nthe canteen has pea soup on Thursday. The stocktaking takes ${random.int(2, 6)} days.\nPlease wear your helmets, also on the short way to the gate.`,
  },
];

function issuesOf(list: List): Mail[] {
  const random = stream(`lists/${list.id}`);
  return Array.from({ length: list.issues }, (_, i) => {
    const when = at(list.first) + i * list.every;
    return post({
      at: when,
      from: list.from,
      to: [{ name: '', mail: list.from.mail }],
      subject: list.subject(i + 1, when),
      body: list.body(i + 1, random),
      list: { name: list.name, id: list.id },
      holders: list.holders,
    });
  });
}

interface Machine {
  readonly label: string;
  readonly from: Box;
  readonly to: string;
  readonly count: number;
  readonly write: (random: Random, when: number) => { subject: string; body: string };
}

const hour = (random: Random): string => `${two(random.int(0, 23))}:${random.pick(['00', '15', '30', '45'])}`;

const MACHINES: readonly Machine[] = [
  {
    label: 'wind',
    from: { name: 'Wind and water', mail: 'vakt@sea-weather.example' },
    to: 'harbour-chief-of-staff',
    count: 44,
    write: (random) => ({
      subject: `Warning: ${random.pick(['gale', 'low water', 'high water', 'icing'])} at Skarvik`,
      body: `Automatic warning.\n\nWind ${random.pick(['south-west', 'north', 'east'])} ${random.int(14, 24)} m/s from ${hour(random)}.\nWater level ${random.int(-60, 75)} cm against the mean.`,
    }),
  },
  {
    label: 'tickets',
    from: { name: 'Helpdesk', mail: SHARED.helpdesk },
    to: 'harbour-chief-of-staff',
    count: 26,
    write: (random) => ({
      subject: `[Ticket ${random.int(10_000, 19_999)}] ${random.pick(['printer on floor 2', 'new password', 'phone without tone', 'projector in the map room'])}`,
      body: `Your ticket has been ${random.pick(['received', 'solved', 'passed on'])}.\n\nThe helpdesk is open from 08:00 to 16:30.`,
    }),
  },
  {
    label: 'gate',
    from: { name: 'Gate system', mail: 'gate@grindvakt.example' },
    to: 'harbour-chief-of-staff',
    count: 36,
    write: (random, when) => ({
      subject: `Gate report ${day(when)}`,
      body: `Lorries in: ${random.int(20, 160)}\nLorries out: ${random.int(20, 160)}\nVisitors: ${random.int(0, 14)}\nAlarms: ${random.int(0, 2)}`,
    }),
  },
  {
    label: 'diary',
    from: { name: 'Diary', mail: 'diary@coasts-ministry.example' },
    to: 'minister-adviser',
    count: 48,
    write: (random) => ({
      subject: `Reminder: ${random.pick(['morning meeting', 'budget talks', 'question time', 'ports desk', 'travel'])}`,
      body: `Today at ${hour(random)}, room ${random.int(101, 460)}.`,
    }),
  },
];

function messagesOf(m: Machine): Mail[] {
  const random = stream(`machines/${m.label}`);
  return Array.from({ length: m.count }, () => {
    const when = workingTime(random);
    return post({ at: when, from: m.from, to: [box(m.to)], ...m.write(random, when), automatic: 'auto-generated' });
  });
}

const NEVER_AWAY = ['harbour-chief-of-staff', 'minister-adviser'];

/** Automatic replies of people who are away to a few of the given mails. */
function away(threads: readonly Mail[]): Mail[] {
  const random = stream('machines/away');
  const asked = threads.filter((m) => m.answers === undefined && m.from.mail === who('harbour-chief-of-staff').mail);
  return asked
    .filter((m) => !NEVER_AWAY.some((id) => who(id).mail === m.to[0]!.mail) && random.chance(9))
    .map((m) =>
      answer(
        m,
        m.to[0]!,
        m.at + random.int(20, 90),
        `I am away until ${random.pick(['Monday', 'Thursday', 'the end of the week'])}. Your mail is not forwarded.`,
        { subject: `Automatic reply: ${m.subject}`, automatic: 'auto-replied', quotes: false },
      ),
    );
}

/** Lists, machines and automatic replies. */
export function machines(threads: readonly Mail[]): Mail[] {
  return [...LISTS.flatMap(issuesOf), ...MACHINES.flatMap(messagesOf), ...away(threads)];
}
