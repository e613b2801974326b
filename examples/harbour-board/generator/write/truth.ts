/** truth.yaml: what is true in the case, for tests. One event a line, in a form of YAML that is also easy to read. */
import type { Call, Holder, Mail, Meeting, Planted } from '../cast/events.ts';
import { iso } from '../form/clock.ts';
import type { World } from '../world.ts';
import { CALENDAR, uidOf } from './calendar.ts';
import { CARRIER_A, CARRIER_B, type CallFile } from './carriers.ts';
import { detectorTruth, meetings, storyTruth } from './detectors.ts';
import { type Headline, headline } from './headline.ts';
import type { Line } from './line.ts';
import { REGISTER, type RegisterFile } from './lobby.ts';
import { type Kept, MAILBOX } from './mailboxes.ts';
import { VISITORS, type VisitorFile } from './visitors.ts';

/** What the writers of the sources know about where things stand. */
export interface Places {
  readonly boxes: Readonly<{ [holder in Holder]: readonly Kept[] }>;
  readonly a: CallFile;
  readonly b: CallFile;
  readonly log: VisitorFile;
  readonly register: RegisterFile;
}

const HOLDERS: readonly Holder[] = ['chief', 'adviser'];

function mailLine({ id, event, truth }: Planted<Mail>, places: Places, all: readonly Planted<Mail>[]): Line {
  const copies = HOLDERS.flatMap((h) =>
    places.boxes[h]
      .filter((k) => k.mail === event)
      .map((k) => ({ source: MAILBOX[h], 'message-id': k.id, bytes: [k.offset, k.length] })),
  );
  const quoting = copies.length > 0 ? [] : all.filter((m) => m.event.answers === event && m.event.quotes === true);
  const quoted = quoting.flatMap((q) =>
    HOLDERS.flatMap((h) =>
      places.boxes[h].filter((k) => k.mail === q.event).map((k) => ({ source: MAILBOX[h], 'quoted-in': k.id })),
    ),
  );
  return { id, channel: 'mail', at: iso(event.at), truth, witnesses: [...copies, ...quoted] };
}

function callLine({ id, event, truth }: Planted<Call>, places: Places): Line {
  const rows = (source: string, file: CallFile): Line['witnesses'] =>
    file.rows.filter((r) => r.call === event).map((r) => ({ source, row: r.row }));
  return {
    id,
    channel: event.kind === 'text' ? 'text' : 'call',
    at: iso(event.at),
    truth,
    witnesses: [...rows(CARRIER_A, places.a), ...rows(CARRIER_B, places.b)],
  };
}

function meetingLine({ id, event, truth }: Planted<Meeting>, places: Places): Line {
  const entry = event.inCalendar ? [{ source: CALENDAR, uid: uidOf(event) }] : [];
  const rows = (places.log.rows.get(event) ?? []).map((row) => ({ source: VISITORS, row }));
  return { id, channel: 'meeting', at: iso(event.start), truth, witnesses: [...entry, ...rows] };
}

/** Words that YAML 1.1 takes for truth values are quoted, for readers that still do. */
const BARE = /^(?!(?:yes|no|on|off|true|false|null)$)[A-Za-z/][\w@.+:/-]*$/;

const plain = (text: string): string => (BARE.test(text) ? text : JSON.stringify(text));

function flow(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flow).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    return `{ ${Object.entries(value)
      .map(([k, v]) => `${k}: ${flow(v)}`)
      .join(', ')} }`;
  }
  return typeof value === 'string' ? plain(value) : String(value);
}

function lineText(line: Line, places: Places): string {
  const { parties, disclosed, by, counts, why, identity, note } = line.truth;
  const entry = by === undefined ? undefined : (places.register.numbers.get(by) ?? by);
  const fields: [string, unknown][] = [
    ['id', line.id],
    ['channel', line.channel],
    ['at', line.at],
    ['parties', parties],
    ['disclosed', disclosed],
    ['by', entry],
    ['counts', counts],
    ['why', why],
    ['identity', identity],
    ['note', note],
  ];
  const head = fields
    .filter(([, v]) => v !== undefined)
    .map(([k, v], i) => `${i === 0 ? '-' : ' '} ${k}: ${k === 'at' ? v : flow(v)}`);
  return [...head, '  witnesses:', ...line.witnesses.map((w) => `    - ${flow(w)}`)].join('\n');
}

function block(name: string, value: object): string {
  return `${name}:\n${Object.entries(value)
    .map(([k, v]) => `  ${k}: ${flow(v)}`)
    .join('\n')}`;
}

/** The events of the truth in the order of time. */
export function truthLines(world: World, places: Places): Line[] {
  const { mails, calls, meetings } = world.planted;
  const lines = [
    ...mails.map((m) => mailLine(m, places, mails)),
    ...calls.map((c) => callLine(c, places)),
    ...meetings.map((m) => meetingLine(m, places)),
  ];
  const instant = (l: Line): number => Date.parse(l.at);
  return lines.sort((a, b) => instant(a) - instant(b) || (a.id < b.id ? -1 : 1));
}

/** The file. */
export function truthFile(world: World, places: Places, counts: { readonly [source: string]: number }): string {
  const lines = truthLines(world, places);
  const damaged = places.boxes.chief.find((k) => k.mail === world.damaged)!;
  const twice = places.a.rows.filter((r) => r.call.repeated === true).map((r) => r.row);
  const wrong = world.planted.mails.find((m) => m.event.wrongDate !== undefined)!;
  const numbers: Headline = headline(lines);
  return `# What is true in this case. Written by generate.ts; tests compare the built case with it.
# disclosed: no, yes, late, partial, coarse, contested, not-covered (no loaded disclosures reach it)
# counts: under the default definition, for contacts between @harbour-office and @contractor
${block('records', counts)}
${block('headline', numbers)}
planted:
  damaged: ${flow({ source: MAILBOX.chief, bytes: [damaged.offset, damaged.length] })}
  repeated: ${flow({ source: CARRIER_A, rows: twice })}
  wrong-clock: ${flow({ source: MAILBOX.chief, 'message-id': wrong.event.id, written: wrong.event.wrongDate, really: iso(wrong.event.at) })}
  unrecorded: ${flow({ source: REGISTER, row: places.register.rows.get('x01')!, entry: places.register.numbers.get('x01')! })}
  late: ${flow({ source: REGISTER, row: places.register.rows.get('d03')!, entry: places.register.numbers.get('d03')! })}
  contested: ${flow({ source: REGISTER, row: places.register.rows.get('c')!, entry: places.register.numbers.get('c')!, events: ['c01', 'c02'] })}
  one-number-two-people:
    - ${flow({ number: '+46701740630', first: 'contractor-lobbyist', until: '2030-06-30', second: 'sailing-club-secretary', from: '2030-08-01' })}
    - ${flow({ number: '+46701740608', first: 'harbour-engineer', until: '2030-08-31', second: 'harbour-engineer-successor', from: '2030-09-16' })}
  one-name-two-people: ${flow({ name: 'Johan Strandell', people: ['contractor-deputy', 'ferry-operations'] })}
${block('detectors', detectorTruth(world, lines, numbers))}
story:
${storyTruth(numbers, meetings(world, numbers))
  .map((sentence) => `  - ${flow(sentence)}`)
  .join('\n')}
events:
${lines.map((l) => lineText(l, places)).join('\n')}
`;
}
