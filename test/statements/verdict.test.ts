/** The table of verdicts, case by case and for every combination of small numbers. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import type { Bounds } from '../../src/model/bounds.ts';
import type { Hedge, Quantity } from '../../src/statements/claim.ts';
import { breaks, holds, judge, type Reached, type Share, type Weighed } from '../../src/statements/verdict.ts';

const share = (covered: number, declared: number, channel: Share['channel'] = null): Share => ({
  channel,
  covered,
  declared,
  accounts: { covered: 1, known: 2 },
});
const reached = (covered: number, declared = covered, rest: Partial<Reached> = {}): Reached => ({
  empty: [],
  bars: [],
  whole: share(covered, declared),
  channels: [share(covered, declared, 'call')],
  unheld: [],
  ...rest,
});
const weighed = (own: Bounds, rest: Partial<Weighed> = {}): Weighed => ({
  own,
  favourable: own,
  unfavourable: own,
  speakerIsParty: false,
  reached: reached(1000),
  ...rest,
});
const NONE: Quantity = { kind: 'none' };
const verdict = (quantity: Quantity, w: Weighed, hedge: Hedge = null): string => {
  const { verdict: word, every, ifComplete, missing } = judge({ quantity, hedge }, w, 900);
  return [word, every ? 'every' : '', ifComplete ? 'if complete' : '', ...missing.map(({ kind }) => kind)]
    .filter((text) => text !== '')
    .join(' ');
};

test('no contact: contradicted by one that is certain, consistent where none may be and the scope is covered', () => {
  assert.equal(verdict(NONE, weighed({ min: 1, max: 1 })), 'contradicted every');
  assert.equal(verdict(NONE, weighed({ min: 0, max: 0 })), 'consistent every');
  assert.equal(verdict(NONE, weighed({ min: 0, max: 2 })), 'untested possible');
  assert.equal(verdict(NONE, weighed({ min: 0, max: 0 }, { reached: reached(899) })), 'untested coverage');
  assert.equal(verdict(NONE, weighed({ min: 3, max: 4 }, { reached: reached(0) })), 'contradicted every');
});

test('a contradiction that does not hold in the narrowest reading, and a consistency not in the widest, are told so', () => {
  assert.equal(verdict(NONE, weighed({ min: 2, max: 2 }, { favourable: { min: 0, max: 1 } })), 'contradicted');
  assert.equal(verdict(NONE, weighed({ min: 0, max: 0 }, { unfavourable: { min: 0, max: 1 } })), 'consistent');
});

test('what is only active supports consistent if the export is complete', () => {
  assert.equal(
    verdict(NONE, weighed({ min: 0, max: 0 }, { reached: reached(950, 100) })),
    'consistent every if complete',
  );
});

test('a hedged claim is at odds, but for a speaker who took part', () => {
  const found = { min: 1, max: 2 };
  assert.equal(verdict(NONE, weighed(found), 'knowledge'), 'at-odds every');
  assert.equal(verdict(NONE, weighed(found), 'memory'), 'at-odds every');
  assert.equal(verdict(NONE, weighed(found, { speakerIsParty: true }), 'knowledge'), 'contradicted every');
  assert.equal(verdict(NONE, weighed({ min: 0, max: 0 }), 'knowledge'), 'consistent every');
});

test('at most n', () => {
  const most: Quantity = { kind: 'at-most', count: 4 };
  assert.equal(verdict(most, weighed({ min: 5, max: 6 })), 'contradicted every');
  assert.equal(verdict(most, weighed({ min: 4, max: 4 })), 'consistent every');
  assert.equal(verdict(most, weighed({ min: 4, max: 5 })), 'untested possible');
});

test('at least n: shown by that many, contradicted only where the records are said to be whole', () => {
  const least: Quantity = { kind: 'at-least', count: 3 };
  assert.equal(verdict(least, weighed({ min: 3, max: 9 }, { reached: reached(0) })), 'consistent every');
  assert.equal(verdict(least, weighed({ min: 1, max: 2 })), 'contradicted every');
  assert.equal(verdict(least, weighed({ min: 1, max: 2 }, { reached: reached(1000, 899) })), 'untested fewer declared');
  assert.equal(verdict(least, weighed({ min: 1, max: 3 })), 'untested fewer');
});

test('one channel that nobody covers is not made up for by the others', () => {
  const both = { channels: [share(1000, 1000, 'call'), share(10, 0, 'mail')] };
  assert.equal(verdict(NONE, weighed({ min: 0, max: 0 }, { reached: reached(990, 990, both) })), 'untested coverage');
});

test('what keeps a scope from being covered keeps the claim from being consistent', () => {
  const none = weighed({ min: 0, max: 0 });
  const but = (rest: Partial<Reached>): Weighed => ({ ...none, reached: reached(1000, 1000, rest) });
  assert.equal(verdict(NONE, but({ empty: ['@nobody'] })), 'untested empty');
  assert.equal(verdict(NONE, but({ bars: ['no-beginning'] })), 'untested no-beginning');
  assert.equal(verdict(NONE, but({ bars: ['not-over'] })), 'untested not-over');
  assert.equal(verdict(NONE, but({ unheld: ['text'] })), 'untested unheld');
  assert.equal(verdict(NONE, but({ bars: ['no-account'], whole: null, channels: [] })), 'untested no-account');
  assert.equal(verdict({ kind: 'at-least', count: 1 }, but({ empty: ['@nobody'] })), 'untested fewer empty');
});

test('whatever the truth between the bounds, no verdict is against it', () => {
  const bounds = fc.tuple(fc.nat(4), fc.nat(4)).map(([min, more]) => ({ min, max: min + more }));
  const quantity: fc.Arbitrary<Quantity> = fc.oneof(
    fc.constant<Quantity>({ kind: 'none' }),
    fc.constant<Quantity>({ kind: 'not-before', day: '2030-01-01' }),
    fc.nat(5).map((count): Quantity => ({ kind: 'at-most', count })),
    fc.integer({ min: 1, max: 5 }).map((count): Quantity => ({ kind: 'at-least', count })),
  );
  void fc.assert(
    fc.property(quantity, bounds, fc.nat(1000), fc.nat(1000), (q, own, covered, declared) => {
      const w = weighed(own, { reached: reached(Math.max(covered, declared), declared) });
      const { verdict: word, missing } = judge({ quantity: q, hedge: null }, w, 900);
      for (let truth = own.min; truth <= own.max; truth++) {
        const is = { min: truth, max: truth };
        if (word === 'contradicted') assert.ok(breaks(q, is) && !holds(q, is));
        if (word === 'consistent') assert.ok(holds(q, is) && !breaks(q, is));
      }
      if (word === 'consistent' && q.kind !== 'at-least') assert.ok(Math.max(covered, declared) >= 900);
      assert.equal(word === 'untested', missing.length > 0);
    }),
  );
});
