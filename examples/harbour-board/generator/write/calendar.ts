/** The calendar of the harbour office (RFC 5545), with the name of the time zone that Windows programs write. */

import type { Meeting } from '../cast/events.ts';
import { who } from '../cast/people.ts';
import { at, icsLocal, icsUtc } from '../form/clock.ts';
import { hash32 } from '../form/random.ts';

export const CALENDAR = 'sources/office-calendar.ics';
const ZONE = 'W. Europe Standard Time';

/** RFC 5545, 3.1: lines of at most 75 octets, cut between characters. */
function folded(line: string): string {
  const size = (text: string): number => Buffer.byteLength(text, 'utf8');
  const parts: string[] = [];
  let part = '';
  for (const char of line) {
    if (size(part + char) > (parts.length === 0 ? 75 : 74)) {
      parts.push(part);
      part = '';
    }
    part += char;
  }
  return [...parts, part].join('\r\n ');
}

const escaped = (text: string): string => text.replace(/[\\;,]/g, '\\$&');
const local = (epoch: number): string => `;TZID=${ZONE}:${icsLocal(epoch)}`;
const named = (id: string): string => `CN="${who(id).name}"`;
const organizer = (id: string): string => `ORGANIZER;${named(id)}:mailto:${who(id).mail}`;
const attendee = (id: string, status: string, role = 'REQ-PARTICIPANT'): string =>
  `ATTENDEE;${named(id)};ROLE=${role};PARTSTAT=${status}:mailto:${who(id).mail}`;

/** UID of a meeting's entry. */
export function uidOf(m: Meeting): string {
  return `${hash32(`${m.start}/${m.title}/${m.hosts.join()}`).toString(16).padStart(8, '0')}-${m.start}@skarvik-harbour.example`;
}

function event(lines: readonly string[]): string[] {
  return ['BEGIN:VEVENT', ...lines, 'END:VEVENT'];
}

function single(m: Meeting): string[] {
  const time = (epoch: number): string => (m.utc === true ? `:${icsUtc(epoch)}` : local(epoch));
  const [host, ...others] = m.hosts;
  return event([
    `UID:${uidOf(m)}`,
    `DTSTAMP:${icsUtc(m.start - 9 * 86400)}`,
    `DTSTART${time(m.start)}`,
    `DTEND${time(m.end)}`,
    `SUMMARY:${escaped(m.title)}`,
    `LOCATION:${escaped(m.place)}`,
    organizer(host!),
    ...others.map((id) => attendee(id, 'ACCEPTED')),
    ...m.guests.map((g) => attendee(g.id, g.status ?? 'NEEDS-ACTION')),
    ...(m.cancelled === true ? ['STATUS:CANCELLED', 'SEQUENCE:1'] : ['STATUS:CONFIRMED', 'SEQUENCE:0']),
  ]);
}

interface Series {
  readonly uid: string;
  readonly first: string;
  readonly minutes: number;
  readonly rule: string;
  readonly without: readonly string[];
  readonly title: string;
  readonly place: string;
  readonly host: string;
  readonly guests: readonly string[];
}

const SERIES: readonly Series[] = [
  {
    uid: 'staff-meeting-2030@skarvik-harbour.example',
    first: '2030-01-07 09:00',
    minutes: 45,
    rule: 'FREQ=WEEKLY;BYDAY=MO;UNTIL=20301216T080000Z',
    without: ['2030-04-22', '2030-07-15', '2030-07-22', '2030-07-29', '2030-08-05'],
    title: 'Staff meeting',
    place: 'Harbour office, blue room',
    host: 'harbour-chief-of-staff',
    guests: [
      'harbour-director',
      'harbour-procurement-head',
      'harbour-master',
      'harbour-finance-head',
      'harbour-press-officer',
    ],
  },
  {
    uid: 'board-2030@skarvik-harbour.example',
    first: '2030-01-11 13:00',
    minutes: 180,
    rule: 'FREQ=MONTHLY;BYDAY=2FR;COUNT=12',
    without: ['2030-07-12'],
    title: 'Meeting of the board',
    place: 'Town hall',
    host: 'harbour-director',
    guests: ['harbour-chief-of-staff', 'council-chair'],
  },
  {
    uid: 'port-safety-2030@skarvik-harbour.example',
    first: '2030-01-10 10:00',
    minutes: 50,
    rule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TH;COUNT=25',
    without: [],
    title: 'Port safety',
    place: 'Pilot house',
    host: 'harbour-master',
    guests: ['pilot-master', 'towage-manager'],
  },
];

function body(s: Series, start: number): string[] {
  return [
    `DTEND${local(start + s.minutes * 60)}`,
    `SUMMARY:${s.title}`,
    `LOCATION:${escaped(s.place)}`,
    organizer(s.host),
    ...s.guests.map((id) => attendee(id, 'ACCEPTED')),
  ];
}

function series(s: Series): string[] {
  const start = at(s.first);
  const stamp = `DTSTAMP:${icsUtc(start - 20 * 86400)}`;
  const except = s.without.map((on) => `EXDATE${local(at(`${on} ${s.first.slice(11)}`))}`);
  return event([`UID:${s.uid}`, stamp, `DTSTART${local(start)}`, `RRULE:${s.rule}`, ...except, ...body(s, start)]);
}

/** The staff meeting of 20 May was on the Tuesday. */
function moved(): string[] {
  const s = SERIES[0]!;
  const start = at('2030-05-21 09:00');
  return event([
    `UID:${s.uid}`,
    `DTSTAMP:${icsUtc(start - 6 * 86400)}`,
    `RECURRENCE-ID${local(at('2030-05-20 09:00'))}`,
    `DTSTART${local(start)}`,
    ...body(s, start),
  ]);
}

const CLOSED = event([
  'UID:closed-2030@skarvik-harbour.example',
  'DTSTAMP:20300102T080000Z',
  'DTSTART;VALUE=DATE:20300607',
  'DTEND;VALUE=DATE:20300608',
  'SUMMARY:Office closed',
  'TRANSP:TRANSPARENT',
]);
const DRILL = event([
  'UID:drill-2030@skarvik-harbour.example',
  'DTSTAMP:20300902T080000Z',
  'DTSTART;TZID=W. Europe Standard Time:20300919T140000',
  'DURATION:PT45M',
  'SUMMARY:Fire drill',
  organizer('harbour-master'),
]);

const rule = (kind: string, start: string, from: string, to: string, month: number): string[] => [
  `BEGIN:${kind}`,
  `DTSTART:${start}`,
  `TZOFFSETFROM:${from}`,
  `TZOFFSETTO:${to}`,
  `RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=${month}`,
  `END:${kind}`,
];
const TIMEZONE = [
  'BEGIN:VTIMEZONE',
  `TZID:${ZONE}`,
  ...rule('STANDARD', '16011028T030000', '+0200', '+0100', 10),
  ...rule('DAYLIGHT', '16010325T020000', '+0100', '+0200', 3),
  'END:VTIMEZONE',
];

/** The calendar as bytes; single entries in the order in which they begin. */
export function calendar(meetings: readonly Meeting[]): Uint8Array {
  const singles = meetings
    .filter((m) => m.inCalendar)
    .sort((a, b) => a.start - b.start || (uidOf(a) < uidOf(b) ? -1 : 1));
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Skarvik Harbour Authority//Kontorskalender 4//EN',
    'METHOD:PUBLISH',
    ...TIMEZONE,
    ...SERIES.flatMap(series),
    ...moved(),
    ...CLOSED,
    ...DRILL,
    ...singles.flatMap(single),
    'END:VCALENDAR',
  ];
  return new TextEncoder().encode(`${lines.map(folded).join('\r\n')}\r\n`);
}
