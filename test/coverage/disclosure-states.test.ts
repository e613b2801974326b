/** Whether disclosed contacts that are in no record could have been. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { coverageStage } from '../../src/case/stages/coverage.ts';
import { reconcileStage } from '../../src/case/stages/reconcile.ts';
import { COVERAGE_LEVELS } from '../../src/coverage/account.ts';
import type { Value } from '../../src/ledger/ledger.ts';
import { CHANNELS, type Channel } from '../../src/model/definition.ts';
import { RECORD_KINDS } from '../../src/model/record.ts';
import { DISCLOSURE_STATES } from '../../src/model/state.ts';
import { isReached } from '../../src/reconcile/told-reach.ts';
import { wayBits } from '../../src/reconcile/ways.ts';
import { at, type Made, madeFiles, madeLedger, partiesOf, people, put } from '../reconcile/made.ts';

const [ADA, XI] = [0, 1];
const place = (channel: Channel): number => CHANNELS.indexOf(channel);

test('a told contact is reached when each way that it can mean is, all through its time', () => {
  const reach = [{ party: ADA, channel: place('visit'), from: 10, to: 90, own: true }];
  const told = (channels: readonly Channel[] | 'any', from: number | null, to: number | null) =>
    isReached(
      {
        channels: wayBits(channels),
        days: from === null || to === null ? null : { from, to },
        parties: new Set([ADA, XI]),
        disclosers: new Set([XI]),
      },
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
        days: { from: 20, to: 30 },
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
  await coverageStage(ledger, files, at('2031-03-01'));
  await reconcileStage(ledger, files, at('2031-03-01'));
  const [row] = await ledger.rows<{ state: number; coverage: number | null }>({
    name: 'test',
    sql: 'select state, coverage from disclosure_state',
  });
  await ledger.close();
  const state = DISCLOSURE_STATES[row!.state]!;
  assert.equal(row!.coverage === null, state !== 'unrecorded');
  return row!.coverage === null ? state : `${state}, ${COVERAGE_LEVELS[row!.coverage]}`;
}

const AROUND = [
  ['2030-03-01T10:00', 'ada', 'zoe'],
  ['2030-07-01T10:00', 'yan', 'ada'],
  ['2030-03-01T11:00', 'bo', 'yan'],
  ['2030-04-01T10:00', 'bo', 'zoe'],
] as const;

test('a disclosed call that is in no record is unrecorded where calls of its discloser go on around it', async () => {
  assert.equal(await stateOf(AROUND), 'unrecorded, active');
  assert.equal(await stateOf(AROUND, { by: 'bo' }), 'untestable');
  assert.equal(await stateOf([]), 'untestable');
});

test('what is declared complete reaches from its first day to its last', async () => {
  const source = { scope_from: at('2030-01-01'), scope_to: at('2030-12-31'), scope_complete: true };
  assert.equal(await stateOf(AROUND, { by: 'bo', source }), 'unrecorded, declared');
  assert.equal(await stateOf(AROUND, { source: { ...source, scope_to: at('2030-04-30') } }), 'untestable');
  const scope = { scope: 'scope: { from: 2030-01-01, to: 2030-12-31, complete: true, terms: [quay] }' };
  assert.equal(await stateOf(AROUND, { source, ...scope }), 'unrecorded, active');
  assert.equal(await stateOf(AROUND, { by: 'bo', source, ...scope }), 'untestable');
});

test('a custodian, or the accounts of a scope, say whose a source is', async () => {
  assert.equal(await stateOf(AROUND, { source: { custodian: 'bo' } }), 'untestable');
  assert.equal(await stateOf(AROUND, { source: { custodian: 'ADA' } }), 'unrecorded, active');
  assert.equal(await stateOf(AROUND, { scope: 'scope: { accounts: ["+46 8 465 00 401"] }' }), 'untestable');
  assert.equal(await stateOf(AROUND, { scope: 'scope: { accounts: ["+46 8 465 00 400"] }' }), 'unrecorded, active');
});

test('coverage of records that case.yaml declares counts too', async () => {
  const coverage = 'records: [ { of: [ada], channels: [call], from: 2030-01-01, to: 2030-12-31 } ], ';
  assert.equal(await stateOf([], { coverage }), 'unrecorded, active');
  assert.equal(
    await stateOf([], { coverage: coverage.replace('to: 2030-12-31', 'to: 2030-12-31, complete: true') }),
    'unrecorded, declared',
  );
  assert.equal(await stateOf([], { coverage: coverage.replace('call', 'mail') }), 'untestable');
});
