import assert from 'node:assert/strict';
import { test } from 'node:test';
import { disclosuresStage } from '../../src/case/stages/disclosures.ts';
import { createLedger } from '../../src/ledger/duckdb.ts';
import type { Ledger, Value } from '../../src/ledger/ledger.ts';
import { CHANNELS } from '../../src/model/definition.ts';
import { GRADES } from '../../src/model/finding.ts';
import { ADDRESS_KINDS, FLAG, RECORD_KINDS, ROLES } from '../../src/model/record.ts';
import { PRECISIONS } from '../../src/model/time.ts';
import { at, madeFiles, put } from './made.ts';

const CASE = `title: Made up
asOf: 2031-03-01
zone: Europe/Stockholm
sources:
  - path: register.csv
    side: disclosed
    audience: public
    covers: { disclosers: "@office", from: 2030-01-01, to: 2030-12-31 }
groups: { office: [ada], firm: { organisation: firm } }
windows: { spring: { from: 2030-03-01, to: 2030-05-31 } }
`;
const PEOPLE = `parties:
  - { id: ada, name: Ada }
  - { id: xi, name: Xi, tenures: [ { organisation: firm, from: 2030-01-01, to: 2030-06-30 } ] }
organisations:
  - { id: firm, name: The Firm AB, names: [Firm], domains: [firm.example] }
`;

const [ADA, XI, FIRM, JO, OUT] = [0, 1, 2, 3, 4];
const ROW = {
  source_no: 0,
  byte_length: 10,
  part: 0,
  precision: PRECISIONS.indexOf('day'),
  flags: 0,
  kind: RECORD_KINDS.indexOf('call'),
};

/** Parties Ada, Xi, the firm; somebody unlisted who writes from its domain, and somebody else; each with one address. */
async function ledgerWith(rows: readonly { readonly [column: string]: Value }[]): Promise<Ledger> {
  const ledger = await createLedger(':memory:');
  await put(ledger, 'source', [
    {
      source_no: 0,
      id: 1n,
      side: 1,
      file_sha256: 'aa',
      member: '',
      format: 'table',
      entry: 'register.csv',
      audience: 'public',
      published: at('2031-01-15'),
    },
  ]);
  const parties = [
    ['ada', 'person', true, 'ada'],
    ['xi', 'person', true, 'xi'],
    ['firm', 'organisation', true, 'the firm ab'],
    ['mail jo@firm.example', 'unknown', false, 'jo@firm.example'],
    ['mail out@else.example', 'unknown', false, 'out@else.example'],
  ] as const;
  await put(
    ledger,
    'party',
    parties.map(([key, kind, named], party_no) => ({ party_no, key, name: key, kind, named })),
  );
  await put(
    ledger,
    'address',
    parties.map(([, , , norm], address_no) => ({
      address_no,
      norm,
      raw: norm,
      kind: ADDRESS_KINDS.indexOf(norm.includes('@') ? 'mail' : 'name'),
    })),
  );
  await put(
    ledger,
    'alias',
    parties.map((_, n) => ({ address_no: n, party_no: n, grade: GRADES.indexOf(n < 2 ? 'probable' : 'certain') })),
  );
  await put(ledger, 'tenure', [
    { party_no: XI, organisation_no: FIRM, from_time: at('2030-01-01'), to_time: at('2030-07-01') },
  ]);
  await put(ledger, 'membership', [
    { name: '@office', party_no: ADA },
    { name: '@firm', party_no: FIRM },
  ]);
  await put(ledger, 'text', [{ text_no: 0, text: 'FIRM' }]);
  await put(ledger, 'link', [
    { contact_no: 0, from_party: JO, to_party: ADA },
    { contact_no: 1, from_party: OUT, to_party: ADA },
  ]);
  await put(
    ledger,
    'record',
    rows.map((row, i) => ({
      ...ROW,
      record_no: i,
      byte_offset: 100 * i,
      row_no: i + 2,
      subject: null,
      extras: null,
      ...row,
    })),
  );
  return ledger;
}

const took = (
  record_no: number,
  role: (typeof ROLES)[number],
  address_no: number,
  organisation_no: number | null = null,
) => ({
  record_no,
  role: ROLES.indexOf(role),
  address_no,
  organisation_no,
  attendance: 0,
});

async function read(ledger: Ledger): Promise<{ rows: { [column: string]: Value }[]; parties: string[] }> {
  const rows = await ledger.rows<{ [column: string]: Value }>({
    name: 'test',
    sql: 'select * from disclosure order by disclosure_no',
  });
  const parties = await ledger.rows<{ text: string }>({
    name: 'test',
    sql: `select disclosure_no || ' ' || key || case when discloser then '!' else '' end
        || case when via_organisation then '~' else '' end || ' ' || grade as text
      from disclosure_party join party using (party_no) order by disclosure_no, party_no, discloser`,
  });
  return { rows, parties: parties.map((p) => p.text) };
}

const day = { earliest: at('2030-05-01'), latest: at('2030-05-02') - 1 };

test('a row of a register: who, when, given, by which way, how many', async () => {
  const ledger = await ledgerWith([
    { ...day, subject: 'Quay', extras: '{"given":"2030-05-20"}' },
    { ...day, kind: RECORD_KINDS.indexOf('meeting'), flags: FLAG.several },
    { ...day, flags: FLAG.nil },
    { ...day, flags: FLAG.cancelled },
  ]);
  await put(ledger, 'participant', [
    took(0, 'discloser', ADA),
    took(0, 'attendee', XI, 0),
    took(1, 'discloser', ADA),
    took(1, 'attendee', FIRM),
  ]);
  const summary = await disclosuresStage(
    ledger,
    madeFiles({ 'case.yaml': CASE, 'people.yaml': PEOPLE }),
    at('2031-03-01'),
  );
  const { rows, parties } = await read(ledger);
  assert.deepEqual(summary, { disclosures: 3, notYetGiven: 0, repeated: 0 });
  assert.deepEqual(
    rows.map((r) => [r.record_no, r.channels, r.given, r.capacity, r.nil, r.text, r.audience]),
    [
      // 20 May began at 22:00 UTC in Stockholm.
      [0, 1 << CHANNELS.indexOf('call'), at('2030-05-19T22:00'), 1, false, 'Quay', 'public'],
      [
        1,
        (1 << CHANNELS.indexOf('meeting')) | (1 << CHANNELS.indexOf('visit')),
        at('2031-01-15'),
        null,
        false,
        null,
        'public',
      ],
      [2, 1 << CHANNELS.indexOf('call'), at('2031-01-15'), 1, true, null, 'public'],
    ],
  );
  assert.deepEqual(parties, [
    '0 ada! 0',
    '0 xi 0',
    '0 firm~ 2',
    '1 ada! 0',
    '1 xi~ 0',
    '1 firm 0',
    // Somebody who writes from the firm's domain and had to do with Ada, where the row does not say who was meant.
    '1 mail jo@firm.example~ 2',
    '2 ada!~ 2',
  ]);
  await ledger.close();
});

test('after the post has ended a row that names the organisation does not mean its former holder', async () => {
  const ledger = await ledgerWith([{ earliest: at('2030-09-01'), latest: at('2030-09-02') - 1 }]);
  await put(ledger, 'participant', [took(0, 'discloser', ADA), took(0, 'attendee', FIRM)]);
  await disclosuresStage(ledger, madeFiles({ 'case.yaml': CASE, 'people.yaml': PEOPLE }), at('2031-03-01'));
  const { parties } = await read(ledger);
  assert.deepEqual(parties, ['0 ada! 0', '0 firm 0', '0 mail jo@firm.example~ 2']);
  await ledger.close();
});

test('calls of a register stand in the two ends of the record', async () => {
  const ledger = await ledgerWith([{ ...day, a_no: ADA, b_no: XI }]);
  await disclosuresStage(ledger, madeFiles({ 'case.yaml': CASE, 'people.yaml': PEOPLE }), at('2031-03-01'));
  const { parties } = await read(ledger);
  assert.deepEqual(parties, ['0 ada! 0', '0 xi 1']);
  await ledger.close();
});

const ENTRIES = `- { id: may, by: ada, given: 2030-06-02, audience: public, with: "@firm", during: spring, channel: meeting, count: several }
- { by: ada, given: 2031-04, audience: committee, with: xi, on: 2030-05-01, channels: [call, mail], count: 2, topics: [quay, tax] }
- { by: ada, given: 2030-06-02T10:00+02:00, audience: public, with: firm, on: 2030-05 }
- { by: ada, given: 2030-06-02T10:00+02:00, audience: public, with: firm, on: 2030-05 }
`;

test('entries of disclosures.yaml, in whichever order they stand', async () => {
  const results = [];
  for (const text of [ENTRIES, ENTRIES.trimEnd().split('\n').reverse().join('\n')]) {
    const ledger = await ledgerWith([]);
    const files = madeFiles({ 'case.yaml': CASE, 'people.yaml': PEOPLE, 'disclosures.yaml': text });
    const summary = await disclosuresStage(ledger, files, at('2031-03-01'));
    assert.deepEqual(summary, { disclosures: 4, notYetGiven: 1, repeated: 0 });
    results.push(await read(ledger));
    await ledger.close();
  }
  assert.deepEqual(results[1], results[0]);
  const byEntry = results[0]!.rows.toSorted(
    (a, b) => Number(a.given) - Number(b.given) || Number(a.precision) - Number(b.precision),
  );
  assert.deepEqual(
    byEntry.map((r) => [r.entry, PRECISIONS[Number(r.precision)], r.given, r.audience, r.capacity, r.text]),
    [
      ['may', 'range', at('2030-06-01T22:00'), 'public', null, null],
      [null, 'month', at('2030-06-02T08:00'), 'public', 1, null],
      [null, 'month', at('2030-06-02T08:00'), 'public', 1, null],
      [null, 'day', at('2031-03-31T22:00'), 'committee', 2, 'quay; tax'],
    ],
  );
  assert.equal(new Set(byEntry.map((r) => r.id)).size, 4);
  assert.equal(byEntry[3]!.earliest, at('2030-04-30T22:00'));
  assert.equal(byEntry[3]!.latest, at('2030-05-01T22:00') - 1);
});

test('the same file loaded twice tells of nothing twice', async () => {
  const ledger = await ledgerWith([day]);
  await put(ledger, 'source', [
    { source_no: 1, id: 2n, side: 1, file_sha256: 'aa', member: '', format: 'table', entry: 'copy.csv' },
  ]);
  await put(ledger, 'record', [{ ...ROW, ...day, record_no: 1, source_no: 1, byte_offset: 0, row_no: 2 }]);
  const summary = await disclosuresStage(
    ledger,
    madeFiles({ 'case.yaml': CASE, 'people.yaml': PEOPLE }),
    at('2031-03-01'),
  );
  assert.deepEqual(summary, { disclosures: 1, notYetGiven: 0, repeated: 1 });
  await ledger.close();
});
