/** Which contacts of people in office went past what is official there? */
import type { Finding } from '../model/finding.ts';
import { idText } from '../model/ids.ts';
import { dayOf } from '../reconcile/days.ts';
import type { AsOf, Detector, DetectorRow } from './detector.ts';
import { andText, byChannelText, countText, namesText, plainName } from './wording.ts';

type Kind = 'address' | 'number' | 'blind' | 'calendar';

const text = (row: DetectorRow, column: string): string => String(row[column] ?? '');

/** Contacts of a row, the certain ones first, each with its channel. */
function idsIn(row: DetectorRow): (readonly [id: string, channel: number])[] {
  const listed = JSON.parse(text(row, 'ids') || '[]') as readonly (readonly [string, string])[];
  return listed.map(([id, channel]) => [id, Number(channel)] as const);
}

/** Each distinct text of a column in the order of the rows, the first few. */
function distinct(rows: readonly DetectorRow[], column: string): string {
  const all = [...new Set(rows.map((row) => text(row, column)).filter((one) => one !== ''))].map(plainName);
  return all.length > 3 ? andText([...all.slice(0, 2), `${all.length - 2} more`]) : andText(all);
}

function what(kind: Kind, rows: readonly DetectorRow[]): string {
  const { least, most } = rows[0]!;
  const bounds = { min: Number(least), max: Number(most) };
  const others = namesText(rows.flatMap((row) => Array<string>(Number(row.contacts)).fill(text(row, 'other_name'))));
  const where = distinct(rows, 'organisation');
  switch (kind) {
    case 'address':
      return `${countText(bounds, 'contact')} with ${others} by ${distinct(rows, 'address')}, outside of the official domains of ${where} at that time`;
    case 'number':
      return `${countText(bounds, 'contact')} with ${others} by ${distinct(rows, 'address')}, not among the official numbers of ${where} at that time`;
    case 'blind':
      return `${countText(bounds, 'mail')} with a blind copy to ${distinct(rows, 'address')}, an own address outside of the official domains of ${where}`;
    case 'calendar':
      return `${countText(bounds, 'contact')} with ${others} held according to other records and not in the official calendar, which is declared to reach that time`;
  }
}

function findingOf(kind: Kind, rows: readonly DetectorRow[], asOf: AsOf): Finding {
  const first = rows[0]!;
  const contacts = new Map(rows.flatMap(idsIn));
  const ways = byChannelText([...contacts.values()]);
  const [min, max] = [Number(first.least), Number(first.most)];
  return {
    detector: 'off-channel',
    text: `${plainName(text(first, 'holder_name'))}, while in office: ${what(kind, rows)}, as of ${dayOf(asOf.zone, asOf.instant)}${kind === 'blind' ? '' : ` (${ways})`}`,
    bounds: { min, max },
    grade: min > 0 ? 'certain' : 'possible',
    subject: [kind, first.holder_key].join(' | '),
    contacts: [...contacts.keys()].map((id) => idText('contact', BigInt(id))),
    records: [],
    disclosures: [],
    statements: [],
    weight: Math.min(min * 500 + max, 2 ** 31 - 1),
  };
}

const LACKS = {
  domains: 'lists no official domains of it: private mail addresses cannot be told from official ones',
  numbers:
    'lists no official numbers of it with which its people’s own lines stand: private lines cannot be told from official ones',
} as const;

function untestedText(row: DetectorRow): string {
  const name = plainName(text(row, 'organisation'));
  return row.kind === 'calendar'
    ? `${name}: no calendar of anybody in office there is declared complete: whether a contact is absent from it is not asked`
    : `${name}: people.yaml ${LACKS[row.kind as keyof typeof LACKS]}`;
}

export const offChannel: Detector = {
  name: 'off-channel',
  question: 'Which contacts of people in office went past what is official there?',
  doc: [
    'One finding for each person and kind, of contacts while in office with the other side of their duties (where the case has',
    'no duties: with members of groups to which they do not belong; where it has none: with anybody who holds no post at the',
    'same place). By an address or number of theirs that is on no dated official list of that organisation or what it is',
    'part of; a list of numbers is compared with only where it holds lines of persons, not a switchboard alone. Blind copies',
    'of their own mail to an own address outside of these lists. Meetings and visits held according to other records that',
    'stand in no official calendar of theirs, inside the time for which it is declared complete; calls only where a published',
    'calendar is declared to hold calls. Without lists or calendars that is not testable, and said. It cannot see addresses',
    'that nobody knows to be theirs, nor why an official way was not used.',
  ].join(' '),
  parameters: { mostListed: 1000 },
  findings: (rows: readonly DetectorRow[], _parameters, asOf: AsOf): Finding[] => {
    const found = rows.filter((row) => row.standing === 'found');
    const groups = Map.groupBy(found, (row) => [row.kind, row.holder_key].join('\n'));
    return [...groups.values()].map((own) => findingOf(own[0]!.kind as Kind, own, asOf));
  },
  untested: (rows: readonly DetectorRow[]): string[] =>
    rows.filter((row) => row.standing === 'untested').map(untestedText),
};
