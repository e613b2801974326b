import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { type CallWitness, groupCalls } from '../../src/contacts/calls.ts';
import { Grouping } from '../../src/contacts/grouping.ts';
import { DEFAULT_LIMITS } from '../../src/contacts/limits.ts';
import { FLAG } from '../../src/model/record.ts';
import { call } from './fixture.ts';
import { grouped, shown } from './stage.ts';

const T = 1_900_000_000;
const A = '+4670000001';
const B = '+4670000002';

test('the records of two carriers of one call are one contact, the time anywhere between both clocks', async () => {
  const outcome = await grouped([
    call('a.csv', T, 61, A, B),
    call('b.csv', T + 90, 63, A, B),
    call('b.csv', T + 5000, 63, A, B),
  ]);
  assert.deepEqual(shown(outcome), ['0+1 carriers', '2']);
  const rows = await outcome.ledger.rows({
    name: 'c',
    sql: 'select earliest, latest, duration, audience from contact order by 1',
  });
  assert.deepEqual(rows[0], { earliest: T, latest: T + 90, duration: 61, audience: 1 });
});

test('start, length, direction and kind each keep two records apart', async () => {
  const outcome = await grouped([
    call('a.csv', T, 60, A, B),
    call('b.csv', T + 121, 60, A, B),
    call('b.csv', T, 70, A, B),
    call('b.csv', T, 60, B, A),
    call('b.csv', T, 60, A, B, { flags: FLAG.text }),
  ]);
  assert.deepEqual(shown(outcome), ['0', '1', '2', '3', '4']);
});

test('of several calls each is assigned once, at least cost over all', async () => {
  const outcome = await grouped([
    call('a.csv', T, 30, A, B),
    call('a.csv', T + 60, 30, A, B),
    call('b.csv', T + 50, 30, A, B),
    call('b.csv', T + 110, 30, A, B),
    call('b.csv', T + 140, 30, A, B),
  ]);
  assert.deepEqual(shown(outcome), ['0+2 carriers', '1+3 carriers', '4']);
});

test('rows of one file that overlap may be both ends of one call', async () => {
  const outcome = await grouped([
    call('a.csv', T, 60, A, B, { row: 2 }),
    call('a.csv', T + 1, 59, A, B, { row: 3 }),
    call('a.csv', T + 61, 10, A, B, { row: 4 }),
  ]);
  assert.deepEqual(shown(outcome), ['0', '1', '2']);
  assert.deepEqual(outcome.open, ['0-1 same-source-overlap']);
});

test('an overlap is seen over calls that lie between', async () => {
  const outcome = await grouped([
    call('a.csv', T, 600, A, B),
    call('a.csv', T + 100, 10, A, B),
    call('a.csv', T + 300, 10, A, B),
  ]);
  assert.deepEqual(outcome.open, ['0-1 same-source-overlap', '0-2 same-source-overlap']);
});

test('a call of which only the day is known may be any of that day from another source', async () => {
  const day = Math.floor(T / 86400) * 86400;
  const outcome = await grouped([
    call('a.csv', day, 60, A, B, { until: day + 86399, precision: 'day' }),
    call('b.csv', day + 4000, 61, A, B),
    call('b.csv', day + 9000, 600, A, B),
    call('b.csv', day + 99000, 61, A, B),
    call('c.csv', day + 4000, 61, A, B),
  ]);
  assert.deepEqual(shown(outcome), ['0', '1+4 carriers', '2', '3']);
  assert.deepEqual(outcome.open, ['0-1 coarse-time']);
});

test('three carriers: what the second and third say of one call is one contact with the first', async () => {
  const outcome = await grouped([
    call('a.csv', T, 60, A, B),
    call('b.csv', T + 100, 60, A, B),
    call('c.csv', T + 50, 60, A, B),
  ]);
  assert.deepEqual(shown(outcome), ['0+1+2 carriers']);
});

test('a file that was added twice, and text messages of one second', async () => {
  const text = { flags: FLAG.text };
  const outcome = await grouped([
    call('a.csv', T, 0, A, B, { flags: FLAG.unanswered }),
    call('a.csv', T + 40, 0, A, B, { flags: FLAG.unanswered }),
    call('a.csv', T + 900, 0, A, B, text),
    call('a.csv', T + 900, 0, A, B, text),
    call('b.csv', T, 0, A, B, { flags: FLAG.unanswered }),
    call('b.csv', T + 40, 0, A, B, { flags: FLAG.unanswered }),
  ]);
  assert.deepEqual(shown(outcome), ['0+4 carriers', '1+5 carriers', '2', '3']);
  assert.deepEqual(outcome.open, ['2-3 same-source-overlap']);
});

test('calls without a known end or time are contacts too', async () => {
  const outcome = await grouped([
    { source: 'a.csv', kind: 'call', at: T, from: A },
    { source: 'a.csv', kind: 'call', from: A, to: B },
  ]);
  assert.deepEqual(shown(outcome), ['0', '1']);
});

test('what the queries pair off by themselves is what the assignment would have given', async () => {
  const carrier = fc.array(fc.tuple(fc.nat({ max: 2000 }), fc.constantFrom(0, 30, 33, 40, 600)), { maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(carrier, carrier, async (one, two) => {
      // Places of sources follow the hashes of their files, here the letters of their names.
      const calls = [...one.map((c) => ['a', ...c] as const), ...two.map((c) => ['b', ...c] as const)];
      const outcome = await grouped(calls.map(([source, at, duration]) => call(source, T + at, duration, A, B)));
      const witnesses = calls.map(([source, at, duration], record): CallWitness => {
        return { record, source: source.charCodeAt(0), earliest: T + at, latest: T + at, duration };
      });
      const grouping = new Grouping();
      groupCalls(witnesses, DEFAULT_LIMITS, grouping);
      const expected = [...grouping.classes().values()].map((c) => c.records);
      assert.deepEqual(
        outcome.contacts.filter((c) => c.witnesses.length > 1).map((c) => c.witnesses),
        expected,
      );
      assert.deepEqual(
        outcome.open,
        grouping
          .pairs()
          .map((p) => `${p.a}-${p.b} ${p.why}`)
          .sort(),
      );
      await outcome.ledger.close();
    }),
    { numRuns: 40 },
  );
});
