/** What the stage makes of small worlds. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { dayNumber, dayText } from '../../src/coverage/day-ranges.ts';
import { FLAG } from '../../src/model/record.ts';
import { coverageText, type MadeRecord, type MadeWorld, madeCoverage } from './made-records.ts';

const PEOPLE = `parties:
  - { id: ann, name: Ann Annsson, aliases: [ann@office.example, ann@home.example, "+46700000001"] }
  - { id: ben, name: Ben Bensson, aliases: [ben@firm.example, "+46700000002", "+46700000009"] }
`;
const HOLDERS = {
  'ann@office.example': 'ann',
  'ann@home.example': 'ann',
  '+46700000001': 'ann',
  'ben@firm.example': 'ben',
  '+46700000002': 'ben',
  '+46700000009': 'ben',
  'ann annsson': 'ann',
};

const mail = (day: string, from: string, to: string, flags = 0): MadeRecord => ({
  source: 0,
  kind: 'message',
  at: `${day}T10:00`,
  who: [from, to],
  flags,
});
const call = (day: string, from: string, to: string): MadeRecord => ({
  source: 0,
  kind: 'call',
  at: `${day}T10:00`,
  who: [from, to],
});

const world = (more: Partial<MadeWorld> & Pick<MadeWorld, 'sources' | 'records'>): MadeWorld => ({
  holders: HOLDERS,
  people: PEOPLE,
  case: `sources: [ { path: a } ]`,
  ...more,
});

async function rowsOf(made: MadeWorld): Promise<string[]> {
  const { ledger } = await madeCoverage(made);
  const rows = await coverageText(ledger);
  await ledger.close();
  return rows;
}

const MAILS = [
  mail('2030-02-01', 'ann@office.example', 'ben@firm.example'),
  mail('2030-02-20', 'ben@firm.example', 'ann@office.example'),
  mail('2030-03-01', 'ann@office.example', 'zoe@else.example'),
];

test('a mailbox covers its owner from the first to the last of what it holds, and nobody who writes to him', async () => {
  const owned = await rowsOf(world({ sources: [{ entry: 'a' }], records: MAILS }));
  assert.deepEqual(owned, ['a ann@office.example mail active 2030-02-01..2030-03-01']);
  const custodian = { entry: 'a', custodian: 'ben' };
  assert.deepEqual(await rowsOf(world({ sources: [custodian], records: MAILS })), [
    'a ben@firm.example mail active 2030-02-01..2030-02-20',
  ]);
});

test('what another message quotes shows nobody active', async () => {
  const quoted = mail('2029-05-01', 'ann@office.example', 'ben@firm.example', FLAG.quoted);
  assert.deepEqual(await rowsOf(world({ sources: [{ entry: 'a' }], records: [...MAILS, quoted] })), [
    'a ann@office.example mail active 2030-02-01..2030-03-01',
  ]);
});

test('a scope bounds what is active, and is covered as a whole where it is declared complete', async () => {
  const scope = { entry: 'a', custodian: 'ann', from: '2030-02-10', to: '2030-06-30' };
  const records = [...MAILS, mail('2030-07-03', 'ann@office.example', 'ben@firm.example')];
  assert.deepEqual(await rowsOf(world({ sources: [scope], records })), [
    'a ann@office.example mail active 2030-02-10..2030-06-30',
  ]);
  assert.deepEqual(await rowsOf(world({ sources: [{ ...scope, complete: true }], records })), [
    'a ann@office.example mail declared 2030-02-10..2030-06-30',
  ]);
  const asOf = { asOf: '2030-05-01' };
  assert.deepEqual(await rowsOf(world({ sources: [{ ...scope, complete: true }], records: MAILS, ...asOf })), [
    'a ann@office.example mail declared 2030-02-10..2030-05-01',
  ]);
});

test('search terms and what was withheld keep a source from being complete', async () => {
  const source = { entry: 'a', custodian: 'ann', from: '2030-01-01', to: '2030-12-31', complete: true };
  for (const limit of ['terms: [quay]', 'withheld: names']) {
    const said = `sources: [ { path: a, scope: { from: 2030-01-01, to: 2030-12-31, complete: true, ${limit} } } ]`;
    assert.deepEqual(await rowsOf(world({ sources: [source], records: MAILS, case: said })), [
      'a ann@office.example mail active 2030-02-01..2030-03-01',
    ]);
  }
});

test('a stray private address is not complete with the mailbox of its owner', async () => {
  const many = Array.from({ length: 30 }, (_, i) =>
    mail(dayText(dayNumber('2030-02-01') + i), 'ann@office.example', 'ben@firm.example'),
  );
  const stray = mail('2030-02-15', 'ann@office.example', 'ann@home.example');
  const source = { entry: 'a', custodian: 'ann', from: '2030-01-01', to: '2030-12-31', complete: true };
  assert.deepEqual(await rowsOf(world({ sources: [source], records: [...many, stray] })), [
    'a ann@home.example mail active 2030-02-15..2030-02-15',
    'a ann@office.example mail declared 2030-01-01..2030-12-31',
  ]);
});

test('lines that a scope names are covered, those that were silent too; others in the file are not', async () => {
  const said =
    'sources: [ { path: a, scope: { from: 2030-01-01, to: 2030-03-31, complete: true, accounts: ["+46700000002", "+46700000009"] } } ]';
  const source = { entry: 'a', from: '2030-01-01', to: '2030-03-31', complete: true };
  const records = [call('2030-02-01', '+46700000001', '+46700000002')];
  assert.deepEqual(await rowsOf(world({ sources: [source], records, case: said })), [
    'a +46700000002 call declared 2030-01-01..2030-03-31',
    'a +46700000009 call declared 2030-01-01..2030-03-31',
  ]);
});

test('a file that names no owner shows everybody who is in it, marked as such', async () => {
  const records = [
    call('2030-02-01', '+46700000001', '+46700000003'),
    call('2030-02-05', '+46700000002', '+46700000003'),
    call('2030-02-09', '+46700000001', '+46700000002'),
  ];
  assert.deepEqual(await rowsOf(world({ sources: [{ entry: 'a' }], records })), [
    'a +46700000001? call active 2030-02-01..2030-02-09',
    'a +46700000002? call active 2030-02-05..2030-02-09',
    'a +46700000003? call active 2030-02-01..2030-02-05',
  ]);
});

test('files of one message each make one holding', async () => {
  const sources = [0, 1, 2].map(() => ({ entry: 'a', format: 'eml' }));
  const records = MAILS.map((record, source) => ({ ...record, source }));
  assert.deepEqual(await rowsOf(world({ sources, records })), [
    'a ann@office.example mail active 2030-02-01..2030-03-01',
  ]);
});

test('days are those of the zone of the case', async () => {
  const records = [
    { ...mail('2030-02-01', 'ann@office.example', 'ben@firm.example'), at: '2030-02-01T23:30' },
    { ...mail('2030-02-20', 'ann@office.example', 'zoe@else.example'), at: '2030-02-20T22:30' },
  ];
  assert.deepEqual(await rowsOf(world({ sources: [{ entry: 'a' }], records, zone: 'Europe/Stockholm' })), [
    'a ann@office.example mail active 2030-02-02..2030-02-20',
  ]);
});

test('whoever met is a party, by whatever name', async () => {
  const met = (day: string, ...who: string[]): MadeRecord => ({ source: 0, kind: 'meeting', at: `${day}T10:00`, who });
  const records = [met('2030-02-01', 'ann annsson', 'zoe zoesson'), met('2030-02-09', 'ann@office.example', 'yan')];
  assert.deepEqual(await rowsOf(world({ sources: [{ entry: 'a', custodian: 'Ann' }], records })), [
    'a ann meeting active 2030-02-01..2030-02-09',
  ]);
});

test('case.yaml declares coverage by itself', async () => {
  const said = `sources: [ { path: a } ]
coverage:
  records:
    - { of: [ann], channels: [call, mail], from: 2030-01-01, to: 2030-06-30, complete: true, by: the office }
    - { accounts: ["+46700000009"], from: 2030-02-01, to: 2030-02-28 }`;
  assert.deepEqual(await rowsOf(world({ sources: [{ entry: 'a' }], records: [], case: said })), [
    'case.yaml +46700000009 call active 2030-02-01..2030-02-28',
    'case.yaml +46700000009 text active 2030-02-01..2030-02-28',
    'case.yaml ann call declared 2030-01-01..2030-06-30',
    'case.yaml ann mail declared 2030-01-01..2030-06-30',
  ]);
});

const OFFICE_DAYS = Array.from({ length: 300 }, (_, i) => dayNumber('2030-01-07') + i).filter(
  (day) => (day + 3) % 7 < 5,
);

test('days that are empty against the rhythm of an account are not covered, and are kept', async () => {
  const [from, to] = [dayNumber('2030-05-06'), dayNumber('2030-05-31')];
  const records = OFFICE_DAYS.filter((day) => day < from || day > to).map((day) =>
    mail(dayText(day), 'ann@office.example', day % 2 === 0 ? 'ben@firm.example' : 'zoe@else.example'),
  );
  const { ledger } = await madeCoverage(world({ sources: [{ entry: 'a' }], records }));
  const last = dayText(OFFICE_DAYS.at(-1)!);
  assert.deepEqual(await coverageText(ledger), [
    'a ann@office.example mail active 2030-01-07..2030-05-03',
    `a ann@office.example mail active 2030-06-03..${last}`,
  ]);
  const silences = await ledger.rows<{ from_day: number; to_day: number; expected: number }>({
    name: 'test',
    sql: 'select from_day, to_day, expected from silence',
  });
  assert.deepEqual(
    silences.map((row) => [dayText(row.from_day), dayText(row.to_day)]),
    [['2030-05-04', '2030-06-02']],
  );
  assert.ok(silences[0]!.expected > 15_000);
  await ledger.close();
});

const DAYS = Array.from({ length: 60 }, (_, i) => dayText(dayNumber('2030-01-01') + i));
const people = ['ann@office.example', 'ben@firm.example', 'ann@home.example', 'zoe@else.example'];
const anyMail = fc
  .record({ day: fc.constantFrom(...DAYS), from: fc.constantFrom(...people), to: fc.constantFrom(...people) })
  .map(({ day, from, to }) => mail(day, from, to));

test('no day outside of a scope is covered, and the order of the records does not matter', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyMail, { minLength: 1, maxLength: 12 }),
      fc.constantFrom(...DAYS),
      fc.constantFrom(...DAYS),
      fc.boolean(),
      async (records, a, b, complete) => {
        const [from, to] = a < b ? [a, b] : [b, a];
        const made = world({ sources: [{ entry: 'a', from, to, complete }], records });
        const rows = await rowsOf(made);
        for (const row of rows) {
          const [first, last] = row.split(' ').at(-1)!.split('..') as [string, string];
          assert.ok(from <= first && first <= last && last <= to, row);
        }
        assert.deepEqual(await rowsOf({ ...made, records: records.toReversed() }), rows);
      },
    ),
    { numRuns: 6 },
  );
});

test('items that say a month or a quarter cover it, those that say less nothing', async () => {
  const until = (from: string, last: string): MadeRecord => ({
    ...mail(from, 'ann@office.example', 'ben@firm.example'),
    until: last,
  });
  const rows = (...records: MadeRecord[]): Promise<string[]> =>
    rowsOf(world({ sources: [{ entry: 'a', custodian: 'ann' }], records }));
  assert.deepEqual(await rows(until('2030-01-01', '2030-01-31'), until('2030-04-01', '2030-06-30')), [
    'a ann@office.example mail active 2030-01-01..2030-06-30',
  ]);
  assert.deepEqual(await rows(until('2030-01-01', '2030-12-31')), []);
});
