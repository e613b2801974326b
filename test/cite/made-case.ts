/** A small case with every kind of source that is cited in its own way, to be built once for a test file. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import writeXlsxFile from 'write-excel-file/node';
import { buildCase } from '../../src/case/build.ts';
import { zip } from '../bytes/making.ts';

/** Stands in every field of a protected source. */
export const MARKER = 'zweckmarker';

export const LETTER: string = [
  'From: =?utf-8?q?=C3=85sa?= <asa@harbour.example>',
  'To: bo@builder.example',
  'Date: Mon, 4 Mar 2030 10:00:00 +0100',
  'Subject: =?utf-8?q?Kaj_=C3=A5tta?=',
  'Message-ID: <one@harbour.example>',
  'Content-Type: text/plain; charset=iso-8859-1',
  '',
  'Caf\u00e9\u001b[2J.\u202e',
  '',
].join('\r\n');

export const LOG: string = [
  'Date;Arrived;Left;Visitor;Host;Purpose;Bates',
  '2030-03-05;09:00;10:00;Bo Builder;\u00c5sa Kaj;"Two',
  'lines";HB-0007',
  '2030-03-06;09:00;10:00;Cy Crane;\u00c5sa Kaj;Keys;HB-0008',
  '',
].join('\r\n');

const CALENDAR = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  'BEGIN:VEVENT',
  'UID:a1@harbour.example',
  'DTSTART:20300307T090000Z',
  'DTEND:20300307T100000Z',
  'SUMMARY:A very long',
  '  title',
  'ORGANIZER:mailto:asa@harbour.example',
  'ATTENDEE;PARTSTAT=ACCEPTED:mailto:bo@builder.example',
  'END:VEVENT',
  'END:VCALENDAR',
  '',
].join('\r\n');

const CASE = `title: T
asOf: 2030-06-01
zone: Europe/Stockholm
sources:
  - { path: sources/mail.zip, custodian: asa }
  - { path: sources/log.csv, template: visits/generic }
  - { path: sources/calendar.ics }
  - { path: sources/book.xlsx, template: calls/generic, region: SE }
  - { path: sources/${MARKER}, custodian: ${MARKER}, protected: true }
`;

const DISCLOSURES = `# by hand
- by: asa
  given: 2030-04-01
  audience: public
  with: bo
  on: 2030-03-07
  channel: meeting
  note: "på rådhuset"

# the end
- { by: asa, given: 2030-05-01, audience: public, with: bo, on: 2030-03-05, channel: visit }
`;

const PEOPLE = `parties:
  - { id: asa, name: Åsa Kaj, aliases: [asa@harbour.example, "+46 70 174 06 05"] }
  - { id: bo, name: Bo Builder, aliases: [bo@builder.example, "+46 70 174 06 06"] }
organisations: []
`;

async function workbook(): Promise<Buffer> {
  const row = (...cells: string[]): { value: string }[] => cells.map((value) => ({ value }));
  const calls = [
    row('Start time', 'Caller', 'Callee', 'Duration (s)'),
    row('2030-03-08 09:00:00', '+46701740605', '+46701740606', '65'),
  ];
  return writeXlsxFile([
    { sheet: 'Empty', data: [row('')] },
    { sheet: 'Calls', data: calls },
  ] as Parameters<typeof writeXlsxFile>[0]).toBuffer();
}

/** Makes the case in a folder and builds it. */
export async function makeCase(folder: string): Promise<void> {
  mkdirSync(join(folder, 'sources', MARKER), { recursive: true });
  const source = (name: string, bytes: string | Buffer): void => writeFileSync(join(folder, 'sources', name), bytes);
  source('mail.zip', zip([{ name: 'box/1.eml', data: Buffer.from(LETTER, 'latin1') }]));
  source('log.csv', Buffer.from(LOG, 'latin1'));
  source('calendar.ics', CALENDAR);
  source('book.xlsx', await workbook());
  source(
    `${MARKER}/${MARKER}.zip`,
    zip([{ name: `${MARKER}.eml`, data: LETTER.replaceAll('one@', 'two@').replace('10:', '11:') }]),
  );
  writeFileSync(join(folder, 'case.yaml'), CASE);
  writeFileSync(join(folder, 'people.yaml'), PEOPLE);
  writeFileSync(join(folder, 'disclosures.yaml'), DISCLOSURES);
  await buildCase(folder);
}
