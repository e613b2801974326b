/** A small made-up case with a word of its own in everything that can be searched. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { docx, xlsx } from '../formats/attachments/made-office.ts';
import { lockedPdf, pdf } from '../reports/made-pdf.ts';

/** Stands in every field of a protected source. */
export const MARKER = 'zweckmarker';

interface Part {
  readonly type: string;
  readonly name: string;
  readonly bytes: Buffer;
}

/** Base64 in lines of 76 columns. */
const base64 = (bytes: Buffer): string => bytes.toString('base64').replace(/.{76}/g, '$&\r\n');

/** A message. @param fields header fields besides From, To, Date and Subject */
export function mail(
  from: string,
  to: string,
  day: string | null,
  subject: string,
  body: string,
  attached: readonly Part[] = [],
  fields: readonly string[] = [],
): string {
  const head = [
    `From: ${from}`,
    `To: ${to}`,
    ...(day === null ? [] : [`Date: ${day}`]),
    `Subject: ${subject}`,
    ...fields,
  ];
  const text = ['Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: 8bit', '', body];
  if (attached.length === 0)
    return [...head, ...(fields.some((f) => /^Content-Type/i.test(f)) ? ['', body] : text), ''].join('\r\n');
  const parts = attached.map(({ type, name, bytes }) =>
    [
      `Content-Type: ${type}; name="${name}"`,
      `Content-Disposition: attachment; filename="${name}"`,
      'Content-Transfer-Encoding: base64',
      '',
      base64(bytes),
    ].join('\r\n'),
  );
  const whole = [text.join('\r\n'), ...parts].map((part) => `--cut\r\n${part}\r\n`).join('');
  return [...head, 'Content-Type: multipart/mixed; boundary=cut', '', `${whole}--cut--`, ''].join('\r\n');
}

/** Messages as an mbox. */
export const mbox = (...messages: readonly string[]): string =>
  messages.map((message) => `From x Mon Mar  4 10:00:00 2030\n${message.replaceAll('\r\n', '\n')}\n`).join('');

const ADA = 'Ada Kaj <ada@harbour.example>';
const BO = 'bo@builder.example';
const PRIVATE = 'night.owl@mail.example';

async function messages(): Promise<string[]> {
  const octets = 'application/octet-stream';
  return [
    mail(ADA, BO, 'Mon, 4 Mar 2030 10:00:00 +0100', 'Lantern delivery', 'The lantern comes to quay seven.'),
    mail(BO, ADA, 'Tue, 5 Mar 2030 10:00:00 +0100', 'Papers', 'See the papers.', [
      { type: 'application/pdf', name: 'permit.pdf', bytes: pdf('Permission for dredging') },
      { type: octets, name: 'minutes.docx', bytes: docx(['Minutes about the breakwater']) },
      { type: octets, name: 'payments.xlsx', bytes: await xlsx('Payments', [['escrow', '500']]) },
      { type: 'text/plain', name: 'notes.txt', bytes: Buffer.from('a note about buoys') },
      { type: 'image/png', name: 'photo.png', bytes: Buffer.from([137, 80, 78, 71, 0]) },
      { type: 'application/pdf', name: 'locked.pdf', bytes: lockedPdf() },
    ]),
    mail(PRIVATE, BO, 'Wed, 6 Mar 2030 10:00:00 +0100', 'Elsewhere', 'Write to me here about the lantern.'),
    mail(ADA, BO, null, 'No date', 'An undated lantern.'),
    mail(
      ADA,
      BO,
      'Thu, 7 Mar 2030 10:00:00 +0100',
      'Page',
      '<p>The <b>Öresund</b> crossing</p>',
      [],
      ['Content-Type: text/html; charset=utf-8'],
    ),
    mail(
      ADA,
      BO,
      'Fri, 8 Mar 2030 10:00:00 +0100',
      'Code',
      base64(Buffer.from('在港口见面 with cable')),
      [],
      ['Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: base64'],
    ),
    mail(BO, ADA, 'Sat, 9 Mar 2030 10:00:00 +0100', 'Fwd', 'see inside', [
      {
        type: 'message/rfc822',
        name: 'inside.eml',
        bytes: Buffer.from(
          mail('cy@crane.example', BO, 'Fri, 1 Mar 2030 10:00:00 +0100', 'Winch', 'the winch is late'),
        ),
      },
    ]),
  ];
}

const CALENDAR = `BEGIN:VCALENDAR
VERSION:2.0
BEGIN:VEVENT
UID:a1@harbour.example
DTSTART:20300310T090000Z
DTEND:20300310T100000Z
SUMMARY:Regatta lunch
LOCATION:Boathouse
DESCRIPTION:About the pilotage contract\\, as
  agreed
ORGANIZER:mailto:ada@harbour.example
ATTENDEE;PARTSTAT=ACCEPTED:mailto:bo@builder.example
END:VEVENT
END:VCALENDAR
`;

const LOG = `Date;Arrived;Left;Visitor;Host;Purpose
2030-03-11;09:00;10:00;Bo Builder;Ada Kaj;Inspection of cranes
`;

const CALLS = `Start time,Caller,Callee,Duration (s)
2030-03-12 09:00:00,+46701740605,+46701740606,65
`;

const PEOPLE = `parties:
  - { id: ada, name: Ada Kaj, aliases: [ada@harbour.example, ${PRIVATE}, "+46 70 174 06 05"] }
  - { id: bo, name: Bo Builder, aliases: [bo@builder.example, "+46 70 174 06 06"] }
organisations: []
`;

const CASE = `title: T
asOf: 2030-06-01
zone: Europe/Stockholm
sources:
  - { path: sources/box.mbox, custodian: ada }
  - { path: sources/calendar.ics }
  - { path: sources/log.csv, template: visits/generic }
  - { path: sources/calls.csv, template: calls/generic, region: SE, zone: Europe/Stockholm }
  - { path: sources/${MARKER}.mbox, custodian: ${MARKER}, protected: true }
events:
  - { id: vote, on: 2030-03-06, what: The board voted }
groups:
  office: { also: [ada] }
`;

const STORY = 'Officials say that they spoke of the causeway on the phone.\n';

const REPORTS = `informants:
  - { id: officials, kind: anonymous, persons: 2 }
reports:
  - id: causeway
    told-by: officials
    between: [ada, bo]
    on: 2030-03
    channel: call
    topics: [a topic of sluices]
    where: { source: story.md, quote: "they spoke of the causeway" }
`;

/** Writes the case; nothing is built. */
export async function writeTextCase(folder: string): Promise<void> {
  mkdirSync(join(folder, 'sources'), { recursive: true });
  const source = (name: string, text: string): void => writeFileSync(join(folder, 'sources', name), text);
  source('box.mbox', mbox(...(await messages())));
  source('calendar.ics', CALENDAR);
  source('log.csv', LOG);
  source('calls.csv', CALLS);
  source(`${MARKER}.mbox`, mbox(mail(ADA, BO, 'Wed, 13 Mar 2030 10:00:00 +0100', 'Hidden', 'A secret lantern.')));
  writeFileSync(join(folder, 'case.yaml'), CASE);
  writeFileSync(join(folder, 'people.yaml'), PEOPLE);
  writeFileSync(join(folder, 'reports.yaml'), REPORTS);
  writeFileSync(join(folder, 'story.md'), STORY);
}
