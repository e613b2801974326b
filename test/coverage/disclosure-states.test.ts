import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reconcileStage } from '../../src/case/stages/reconcile.ts';
import type { Value } from '../../src/ledger/ledger.ts';
import { CHANNELS, type Channel } from '../../src/model/definition.ts';
import { RECORD_KINDS } from '../../src/model/record.ts';
import { DISCLOSURE_STATES } from '../../src/model/state.ts';
import { isReached, type RecordSource, recordReach } from '../../src/reconcile/record-reach.ts';
import { wayBits } from '../../src/reconcile/ways.ts';
import { at, type Made, madeFiles, madeLedger, partiesOf, people, put } from './made.ts';

const [ADA, XI] = [0, 1];
const place = (channel: Channel): number => CHANNELS.indexOf(channel);

const box = (more: Partial<RecordSource> = {}): RecordSource => ({
  source: 0,
  owners: [],
  records: 100,
  busiest: 100,
  busiestParty: ADA,
  scopeFrom: null,
  scopeTo: null,
  complete: false,
  ...more,
});
const seen = (party: number, first: number, last: number) => ({
  party,
  source: 0,
  channel: place('mail'),
  first,
  last,
});

test('a mailbox reaches its owner, from the first to the last of what it holds', () => {
  assert.deepEqual(recordReach([box()], [seen(ADA, 10, 90), seen(XI, 20, 80)]), [
    { party: ADA, channel: place('mail'), from: 10, to: 90, own: true },
  ]);
});

test('a file that nobody owns reaches everybody who is in it; a custodian owns what is his', () => {
  const shared = { busiest: 50 };
  assert.deepEqual(
    recordReach([box(shared)], [seen(ADA, 10, 90), seen(XI, 20, 80)]).map((r) => [r.party, r.own]),
    [
      [ADA, false],
      [XI, false],
    ],
  );
  assert.deepEqual(
    recordReach([box({ ...shared, owners: [XI] })], [seen(ADA, 10, 90), seen(XI, 20, 80)]).map((r) => r.party),
    [XI],
  );
});

test('a scope that is declared complete reaches all of itself, one that is not only what is seen inside of it', () => {
  const scope = { scopeFrom: 0, scopeTo: 50 };
  const spans = (more: Partial<RecordSource>) =>
    recordReach([box(more)], [seen(ADA, 10, 90)]).map((r) => [r.from, r.to]);
  assert.deepEqual(spans({ ...scope, complete: true }), [[0, 50]]);
  assert.deepEqual(spans(scope), [[10, 50]]);
  assert.deepEqual(spans({ scopeFrom: 95, scopeTo: 99 }), []);
});

test('a told contact is reached when each way that it can mean is, all through its time', () => {
  const reach = [{ party: ADA, channel: place('visit'), from: 10, to: 90, own: true }];
  const told = (channels: readonly Channel[] | 'any', earliest: number | null, latest: number | null) =>
    isReached(
      { channels: wayBits(channels), earliest, latest, parties: new Set([ADA, XI]), disclosers: new Set([XI]) },
      reach,
    );
  assert.equal(told(['meeting'], 20, 30), true);
  assert.equal(told(['meeting'], 80, 95), false);
  assert.equal(told(['call'], 20, 30), false);
  assert.equal(told(['meeting', 'call'], 20, 30), false);
  assert.equal(told('any', 20, 30), false);
  assert.equal(told(['meeting'], null, null), false);
});

test('in a file of many people only those who tell are reached', () => {
  const reach = [{ party: XI, channel: place('call'), from: 10, to: 90, own: false }];
  const told = (discloser: number) =>
    isReached(
      {
        channels: wayBits(['call']),
        earliest: 20,
        latest: 30,
        parties: new Set([ADA, XI]),
        disclosers: new Set([discloser]),
      },
      reach,
    );
  assert.equal(told(XI), true);
  assert.equal(told(ADA), false);
});

const CASE = `title: Made up
asOf: 2031-03-01
zone: UTC
sources: [ { path: phone.csv, SCOPE } ]
groups: { office: [ada, bo], firm: [xi] }
coverage: { disclosures: [ { disclosers: "@office", from: 2030-01-01, to: 2030-12-31 } ] }
`;

/** State of a disclosed call with xi on 1 May, of which there is no record, by what the loaded records are. */
async function stateOf(
  calls: readonly (readonly [string, string, string])[],
  more: { scope?: string; source?: { readonly [column: string]: Value }; by?: string; coverage?: string } = {},
): Promise<string> {
  const made: Made = {
    groups: { office: ['ada', 'bo'], firm: ['xi'], other: ['zoe', 'yan'] },
    contacts: [],
    disclosures: [{ by: [more.by ?? 'ada'], with: ['xi'], channels: ['call'], on: '2030-05-01' }],
  };
  const ledger = await madeLedger(made);
  const names = partiesOf(made);
  await put(ledger, 'source', [{ source_no: 0, id: 1n, side: 0, entry: 'phone.csv', ...more.source }]);
  await put(
    ledger,
    'address',
    names.map((name, n) => ({ address_no: n, kind: 1, norm: `+4684650040${n}`, raw: name })),
  );
  await put(
    ledger,
    'alias',
    names.map((_, n) => ({ address_no: n, party_no: n, grade: 0 })),
  );
  await put(
    ledger,
    'record',
    calls.map(([when, a, b], record_no) => ({
      record_no,
      source_no: 0,
      kind: RECORD_KINDS.indexOf('call'),
      earliest: at(when),
      latest: at(when),
      plausibility: 0,
      flags: 0,
      a_no: names.indexOf(a),
      b_no: names.indexOf(b),
    })),
  );
  const text = CASE.replace('SCOPE', more.scope ?? 'custodian: nobody').replace(
    'coverage: {',
    `coverage: { ${more.coverage ?? ''}`,
  );
  const files = madeFiles({ 'case.yaml': text, 'people.yaml': people(['ada', 'bo', 'xi']) });
  await reconcileStage(ledger, files, at('2031-03-01'));
  const rows = await ledger.rows<{ state: number }>({ name: 'test', sql: 'select state from disclosure_state' });
  await ledger.close();
  return DISCLOSURE_STATES[rows[0]!.state]!;
}

const AROUND = [
  ['2030-03-01T10:00', 'ada', 'zoe'],
  ['2030-07-01T10:00', 'yan', 'ada'],
  ['2030-03-01T11:00', 'bo', 'yan'],
  ['2030-04-01T10:00', 'bo', 'zoe'],
] as const;

test('a disclosed call that is in no record is unrecorded where calls of its discloser go on around it', async () => {
  assert.equal(await stateOf(AROUND), 'unrecorded');
  assert.equal(await stateOf(AROUND, { by: 'bo' }), 'untestable');
  assert.equal(await stateOf([]), 'untestable');
});

test('what is declared complete reaches from its first day to its last', async () => {
  const source = { scope_from: at('2030-01-01'), scope_to: at('2030-12-31'), scope_complete: true };
  assert.equal(await stateOf(AROUND, { by: 'bo', source }), 'unrecorded');
  assert.equal(await stateOf(AROUND, { source: { ...source, scope_to: at('2030-04-30') } }), 'untestable');
});

test('a custodian, or the accounts of a scope, say whose a source is', async () => {
  assert.equal(await stateOf(AROUND, { source: { custodian: 'bo' } }), 'untestable');
  assert.equal(await stateOf(AROUND, { source: { custodian: 'ADA' } }), 'unrecorded');
  assert.equal(await stateOf(AROUND, { scope: 'scope: { accounts: ["+46 8 465 00 401"] }' }), 'untestable');
  assert.equal(await stateOf(AROUND, { scope: 'scope: { accounts: ["+46 8 465 00 400"] }' }), 'unrecorded');
});

test('coverage of records that case.yaml declares counts too', async () => {
  const coverage = 'records: [ { of: [ada], channels: [call], from: 2030-01-01, to: 2030-12-31 } ], ';
  assert.equal(await stateOf([], { coverage }), 'unrecorded');
  assert.equal(await stateOf([], { coverage: coverage.replace('call', 'mail') }), 'untestable');
});
