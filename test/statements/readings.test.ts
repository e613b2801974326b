/** The readings of a contact, the order of contacts, and claims and verdicts in words. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DEFAULT_DEFINITION, type Definition } from '../../src/model/definition.ts';
import { sideName, sideReferences } from '../../src/statements/claim.ts';
import { narrowest, readingsOf, steps, widest } from '../../src/statements/definitions.ts';
import { strongestFirst, type Weighty } from '../../src/statements/strength.ts';
import { missingText, thresholdText, verdictText } from '../../src/statements/wording.ts';

test('the narrowest reading is never wider than the definition of the case', () => {
  assert.deepEqual(narrowest(DEFAULT_DEFINITION), {
    ...DEFAULT_DEFINITION,
    minCallSeconds: 60,
    largestAudience: 2,
  } satisfies Definition);
  const own: Definition = {
    ...DEFAULT_DEFINITION,
    directness: ['direct', 'copied'],
    minCallSeconds: 300,
    floor: 'any-report',
  };
  const { directness, minCallSeconds, floor } = narrowest(own);
  assert.deepEqual([directness, minCallSeconds, floor], [['direct'], 300, 'record']);
});

test('the widest takes reports in only where the case does', () => {
  assert.equal(widest(DEFAULT_DEFINITION).floor, 'record');
  assert.equal(widest({ ...DEFAULT_DEFINITION, floor: 'official-report' }).floor, 'any-report');
});

test('who claims many is favoured by the widest reading', () => {
  const least = readingsOf(DEFAULT_DEFINITION, { kind: 'at-least', count: 1 });
  assert.deepEqual([least.favourable, least.unfavourable], [widest(DEFAULT_DEFINITION), narrowest(DEFAULT_DEFINITION)]);
  assert.deepEqual(readingsOf(DEFAULT_DEFINITION, { kind: 'none' }).favourable, narrowest(DEFAULT_DEFINITION));
});

test('one part after another is narrowed to see on which a contradiction hangs', () => {
  const own = DEFAULT_DEFINITION;
  assert.deepEqual(
    steps(own, narrowest(own)).map(({ part }) => part),
    ['largestAudience', 'minCallSeconds'],
  );
});

test('a side of several names is one name, whatever their order', () => {
  assert.equal(sideName(['b', '@a', 'b']), sideName(['@a', 'b']));
  assert.deepEqual(sideReferences(sideName(['b', '@a'])), ['@a', 'b']);
  assert.deepEqual(sideReferences('mail a+b@c.example'), ['mail a+b@c.example']);
});

test('the strongest contact stands first', () => {
  const base: Weighty = {
    contact: 0,
    existed: true,
    narrow: true,
    sources: 1,
    channel: 'call',
    duration: 100,
    earliest: 0,
    id: 1n,
  };
  const order = [
    { ...base, sources: 2, channel: 'mail' as const },
    { ...base, channel: 'meeting' as const },
    { ...base, duration: 200 },
    base,
    { ...base, earliest: 5 },
    { ...base, earliest: 5, id: 2n },
    { ...base, narrow: false, sources: 3 },
    { ...base, existed: false, sources: 9 },
  ].map((contact, i) => ({ ...contact, contact: i }));
  const numbers = (list: readonly Weighty[]): number[] => list.map(({ contact }) => contact);
  assert.deepEqual(numbers(strongestFirst(order.toReversed())), numbers(order));
});

test('verdicts and what they lack, in words', () => {
  assert.equal(verdictText({ verdict: 'contradicted', every: true, ifComplete: false }), 'contradicted');
  assert.equal(
    verdictText({ verdict: 'consistent', every: false, ifComplete: true }),
    "consistent under the case's definition, if the export is complete",
  );
  assert.equal(verdictText({ verdict: 'untested', every: false, ifComplete: false }), 'untested');
  const share = { channel: 'mail', covered: 899, declared: 4, accounts: { covered: 2, known: 14 } } as const;
  assert.equal(missingText({ kind: 'coverage', share }), 'mail 89 % covered (2 of 14 known accounts)');
  assert.match(missingText({ kind: 'declared', share }), /^mail under 1 % declared complete /);
  assert.equal(missingText({ kind: 'empty', sides: ['@x'] }), 'nobody is in @x then');
  assert.equal(thresholdText(925), '92.5 %');
  assert.equal(thresholdText(1000), '100 %');
});
