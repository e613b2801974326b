/** A case of mails and calendar entries with signatures and of calls: whose account and whose line it is, by whose signature. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { buildCase } from '../../../src/case/build.ts';
import { type OpenCase, openCase } from '../../../src/case/open.ts';
import { addressEvidence } from '../../../src/case/views/people-evidence.ts';

const PEOPLE = ['Alma Kajsund', 'Birk Hamnskog', 'Cilla Fyrhus', 'Dag Strandlund', 'Embla Klippare', 'Folke Brygga'];
const addressOf = (name: string): string => `${name.toLowerCase().replace(' ', '.')}@harbour.example`;

let n = 0;
function mail(from: string, to: string, body: readonly string[]): string {
  n++;
  const day = String(1 + (n % 28)).padStart(2, '0');
  return [
    'From x Fri Mar 1 10:00:00 2030',
    `From: ${from}`,
    `To: ${to}`,
    `Subject: Quay ${n}`,
    `Date: ${day} Mar 2030 10:${String(n % 60).padStart(2, '0')}:00 +0100`,
    `Message-ID: <${n}@harbour.example>`,
    '',
    `About ${n}.`,
    ...body,
    '',
    '',
  ].join('\n');
}

/** Everybody writes from the office; Alma also from an account that nothing but her signature names. */
function mailbox(): string {
  const office = PEOPLE.flatMap((name, i) =>
    [0, 1, 2].map((k) =>
      mail(`"${name}" <${addressOf(name)}>`, addressOf(PEOPLE[(i + k + 1) % PEOPLE.length]!), [
        'Regards,',
        name,
        'Harbour Board Ltd.',
        'Tel 08-123 45 00',
        'Fax 08-123 45 99',
        ...(i === 1 ? ['Direct: +46 8 123 45 02'] : []),
        ...(i < 2 ? ['Mobile: 08-123 45 77'] : []),
      ]),
    ),
  );
  const boat = [0, 1].map(() =>
    mail('seagull7@boats.example', addressOf(PEOPLE[2]!), [
      'Regards,',
      'Alma Kajsund',
      addressOf(PEOPLE[0]!),
      'Mobile +46 70 174 06 05',
    ]),
  );
  const quoted = mail(`"${PEOPLE[5]}" <${addressOf(PEOPLE[5]!)}>`, addressOf(PEOPLE[3]!), [
    'Folke Brygga',
    '> Mobile +46 70 174 06 06',
  ]);
  return [...office, ...boat, quoted].join('');
}

const row = (id: number, from: string, to: string): string =>
  `${id};2030-03-10;11:0${id}:00;${from};${to};61;answered\n`;
const CALLS = [
  'Call id;Date;Start time;Calling number;Called number;Seconds;Outcome\n',
  row(1, '070-174 06 05', '08-123 45 02'),
  row(2, '08-123 45 00', '070-174 06 06'),
  row(3, '08-123 45 99', '08-123 45 77'),
  row(4, '08-123 45 99', '070-174 06 07'),
].join('');

/** Gun, of whom there is no mail, signs an entry that comes back each week; whoever is asked along signs nothing. */
const GUN = 'Gun Lotsdal';
const CALENDAR = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  'PRODID:-//made up//EN',
  'BEGIN:VEVENT',
  'UID:1@harbour.example',
  'DTSTAMP:20300301T080000Z',
  'DTSTART:20300304T090000Z',
  'DTEND:20300304T093000Z',
  'RRULE:FREQ=WEEKLY;COUNT=3',
  'SUMMARY:Pilots',
  `ORGANIZER;CN=${GUN}:mailto:${addressOf(GUN)}`,
  `ATTENDEE;CN=${PEOPLE[4]}:mailto:${addressOf(PEOPLE[4]!)}`,
  `DESCRIPTION:The list of pilots.\\n\\nRegards\\,\\n${GUN}\\nHarbour Board Ltd.\\nMobile +46 70 174 06 07`,
  'END:VEVENT',
  'END:VCALENDAR',
  '',
].join('\r\n');

const CASE = `title: Made up
asOf: 2031-01-01
zone: Europe/Stockholm
sources:
  - { path: sources/box.mbox, region: SE }
  - { path: sources/office.ics, region: SE }
  - { path: sources/calls.csv, template: calls/generic, region: SE, zone: Europe/Stockholm }
`;

const folder = mkdtempSync(join(tmpdir(), 'backchannel-signed-'));
let opened: OpenCase;
before(async () => {
  mkdirSync(join(folder, 'sources'));
  writeFileSync(join(folder, 'case.yaml'), CASE);
  writeFileSync(join(folder, 'people.yaml'), 'parties: []\n');
  writeFileSync(join(folder, 'sources/box.mbox'), mailbox());
  writeFileSync(join(folder, 'sources/office.ics'), CALENDAR);
  writeFileSync(join(folder, 'sources/calls.csv'), CALLS);
  await buildCase(folder, { threads: 2 });
  opened = await openCase(folder);
});
after(async () => {
  await opened.close();
  rmSync(folder, { recursive: true, force: true });
});

/** "party grade basis" of an address, the surest first. */
async function aliasesOf(norm: string): Promise<string[]> {
  const rows = await opened.ledger.rows<{ key: string; grade: number; basis: string }>({
    name: 'aliases',
    sql: `select p.key, x.grade, x.basis from alias x join address a using (address_no) join party p using (party_no)
      where a.norm = '${norm}' order by x.grade, p.key`,
  });
  return rows.map(({ key, grade, basis }) => `${key} ${grade} ${basis}`);
}
const numberOf = async (norm: string): Promise<number> =>
  (
    await opened.ledger.rows<{ no: number }>({
      name: 'no',
      sql: `select address_no as no from address where norm = '${norm}'`,
    })
  )[0]!.no;

test('an account that nothing names is whose name and address stand in its signatures', async () => {
  assert.deepEqual(await aliasesOf('seagull7@boats.example'), [`mail ${addressOf(PEOPLE[0]!)} 1 likeness`]);
  const rows = await opened.ledger.rows<{ levels: string }>({
    name: 'levels',
    sql: `select levels from likeness where a_no = ${await numberOf('seagull7@boats.example')} or b_no = ${await numberOf('seagull7@boats.example')}`,
  });
  // The eighth field: mail addresses that each calls his own.
  assert.ok(rows.some(({ levels }) => levels.split(',')[7] === '0'));
});

test('a line is probably of who gives it as a mobile, possibly as any; of nobody where several give it, or as a fax', async () => {
  const alma = `mail ${addressOf(PEOPLE[0]!)}`;
  assert.deepEqual(await aliasesOf('+46701740605'), [`${alma} 1 signature`]);
  assert.deepEqual(await aliasesOf('+4681234502'), [`mail ${addressOf(PEOPLE[1]!)} 1 signature`]);
  assert.deepEqual(await aliasesOf('+4681234500'), ['phone +4681234500 0 itself']);
  assert.deepEqual(await aliasesOf('+4681234577'), ['phone +4681234577 0 itself']);
  assert.deepEqual(await aliasesOf('+4681234599'), ['phone +4681234599 0 itself']);
  // Quoted: another's words.
  assert.deepEqual(await aliasesOf('+46701740606'), ['phone +46701740606 0 itself']);
});

test('who organises an entry signs it, once however often it comes back', async () => {
  assert.deepEqual(await aliasesOf('+46701740607'), [`mail ${addressOf(GUN)} 1 signature`]);
  const { signed } = await addressEvidence(opened, await numberOf(addressOf(GUN)));
  assert.deepEqual(
    signed.map(({ what, text, author, times, citation }) => [what, text, author, times, citation?.source]),
    [
      ['name', GUN, null, 1, 'sources/office.ics'],
      ['organisation', 'Harbour Board Ltd.', null, 1, 'sources/office.ics'],
      ['mobile', '+46 70 174 06 07', null, 1, 'sources/office.ics'],
    ],
  );
});

test('each piece of evidence is cited', async () => {
  const own = await addressEvidence(opened, await numberOf('seagull7@boats.example'));
  assert.deepEqual(
    own.signed.map(({ what, text, author, times }) => [what, text, author, times]),
    [
      ['mail', addressOf(PEOPLE[0]!), null, 2],
      ['name', 'Alma Kajsund', null, 2],
      ['mobile', '+46 70 174 06 05', null, 2],
    ],
  );
  assert.ok(own.signed.every(({ citation }) => citation?.text.startsWith('sources/box.mbox, bytes ')));
  const line = await addressEvidence(opened, await numberOf('+46701740605'));
  assert.deepEqual(
    line.signed.map(({ what, author }) => [what, author]),
    [['mobile', 'seagull7@boats.example']],
  );
});

test('a number without its country is the line that alone ends so', async () => {
  const { SIGNED_FACTS, SIGNED_LINES, FORGET_SIGNED } = await import(
    '../../../src/ledger/queries/identity/signatures.ts'
  );
  const { createLedger } = await import('../../../src/ledger/duckdb.ts');
  const ledger = await createLedger(':memory:');
  const norms = ['a@b.example', 'c@d.example', '+12125550101', '+442125550102', '+12125550102', '+12125550103'];
  await ledger.append('address', norms.length, {
    address_no: norms.map((_, i) => i),
    kind: norms.map((norm) => (norm.startsWith('+') ? 1 : 0)),
    norm: norms,
    raw: norms,
  });
  const digits = ['2125550101', '2125550102', '5550103'];
  await ledger.append('signature', digits.length, {
    record_no: digits.map((_, i) => i),
    address_no: digits.map(() => 0),
    kind: digits.map(() => 'phone'),
    label: digits.map(() => 'mobile'),
    raw: digits,
    norm: digits.map((text) => `local::${text}`),
  });
  await ledger.run({ name: 'one', sql: 'update signature set record_no = 0' });
  await ledger.run(SIGNED_FACTS);
  const rows = await ledger.rows<{ line: string }>(SIGNED_LINES);
  await ledger.run(FORGET_SIGNED);
  assert.deepEqual(
    rows.map(({ line }) => line),
    ['+12125550101'],
  );
  await ledger.close();
});
