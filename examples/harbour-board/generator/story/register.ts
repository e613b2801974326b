/** Planted rows of the lobby register. */

import type { Entry, Meeting, Planted } from '../cast/events.ts';
import { organisation } from '../cast/organisations.ts';
import { who } from '../cast/people.ts';
import { day } from '../form/clock.ts';

const CHIEF = 'harbour-chief-of-staff';
const HEAD = 'harbour-procurement-head';
const DIRECTOR = 'harbour-director';

type Short = readonly [
  id: string,
  on: string,
  registered: string,
  kind: Entry['kind'],
  officials: readonly string[],
  people: readonly string[],
  subject: string,
];

const CONTACTS: readonly Short[] = [
  ['b02', '2030-02-05', '2030-02-11', 'call', [HEAD], ['contractor-bid-manager'], 'Timetable of the Quay 7 tender'],
  ['c', '2030-03-14', '2030-03-20', 'call', [CHIEF], ['contractor-deputy'], 'Quay 7, drawings'],
  ['d01', '2030-04-11', '2030-04-17', 'call', [HEAD], ['contractor-bid-manager'], 'Access to the tender portal'],
  ['d02', '2030-05-03', '2030-05-08', 'mail', [CHIEF], ['contractor-director'], 'Invitation to the information day'],
  ['d03', '2030-06-04', '2030-08-20', 'call', [CHIEF], ['contractor-bid-manager'], 'Length of the tender period'],
  ['d04', '2030-06-18', '2030-06-24', 'mail', [CHIEF], ['contractor-deputy'], 'Minutes of the information day'],
  ['d05', '2030-08-08', '2030-08-15', 'call', [DIRECTOR], ['contractor-director'], 'Insurance during the works'],
  ['d06', '2030-09-12', '2030-09-16', 'mail', [CHIEF], ['contractor-bid-manager'], 'Receipt for the tender'],
  [
    'd07',
    '2030-10-08',
    '2030-10-16',
    'call',
    [CHIEF],
    ['contractor-lobbyist'],
    'Timetable of the board; for Vågbrytaren Marine AB',
  ],
  ['d08', '2030-10-29', '2030-11-04', 'mail', [CHIEF], ['contractor-director'], 'Public part of the board meeting'],
  ['e01', '2030-11-14', '2030-11-20', 'call', [HEAD], ['contractor-deputy'], 'Contract after the vote'],
  ['e02', '2030-12-06', '2030-12-11', 'mail', [CHIEF], ['contractor-director'], 'Date of signature'],
  [
    'x01',
    '2030-08-22',
    '2030-08-30',
    'meeting',
    [CHIEF],
    ['contractor-lobbyist'],
    'Lunch at Fyrhuset; for Vågbrytaren Marine AB',
  ],
];

function entryOf([id, on, registered, kind, officials, people, subject]: Short): Entry {
  const persons = people.map(who);
  return {
    id,
    on,
    registered,
    kind,
    officials,
    organisation: organisation(persons[0]!.organisation).name,
    representatives: persons.map((p) => p.name),
    subject,
  };
}

/** Days between a meeting and its entry. */
const DELAY = 6;

function addDays(on: string, days: number): string {
  return new Date(Date.parse(`${on}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** The entry of a meeting that was disclosed in time. */
export function entryOfMeeting(
  id: string,
  meeting: Meeting,
  guests: readonly string[] = meeting.guests.map((g) => g.id),
): Entry {
  const on = day(meeting.start);
  const persons = guests.map(who);
  return {
    id,
    on,
    registered: addDays(on, DELAY),
    kind: 'meeting',
    officials: meeting.hosts,
    organisation: organisation(persons[0]!.organisation).name,
    representatives: persons.map((p) => p.name),
    subject: meeting.title,
  };
}

/** What the office registered about its contacts with the two bidders and the namesake. */
export function entries(meetings: readonly Planted<Meeting>[]): Entry[] {
  const switchboard: Entry = {
    id: 'b03',
    on: '2030-02-20',
    registered: '2030-02-26',
    kind: 'call',
    officials: [CHIEF],
    organisation: organisation('contractor').name,
    representatives: [],
    subject: 'Address for invoices',
  };
  const held = meetings
    .filter((m) => m.truth.by === m.id)
    .map((m) => entryOfMeeting(m.id, m.event, m.truth.disclosed === 'partial' ? [m.event.guests[0]!.id] : undefined));
  return [...CONTACTS.map(entryOf), switchboard, ...held];
}

/** The number that the register gives an entry: by the day of registration, then by id. */
export function numbered(all: readonly Entry[]): ReadonlyMap<string, string> {
  const order = [...all].sort((a, b) => (a.registered + a.id < b.registered + b.id ? -1 : 1));
  return new Map(order.map((e, i) => [e.id, `LR-2030-${String(i + 1).padStart(3, '0')}`]));
}
