/** The words of a finding are the speaker's; what they were coded as is said apart. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contradictedStatement } from '../../src/detectors/contradicted-statement.ts';
import type { AsOf } from '../../src/detectors/detector.ts';

const ROW = {
  statement: 's',
  quantity: 'none',
  text: 'no contact between @a and @b, said 2030-05-01 by ann',
  verdict: 0,
  every: true,
  verdict_text: 'contradicted',
  why: '2 contacts fall into it',
  reach: '',
  min: 2,
  max: 2,
  said_from: null,
  before: null,
  same_day: null,
  after: null,
  speaker: 'Ann Annsson',
  contacts: '[]',
};
const textOf = (quote: string | null): string =>
  contradictedStatement.findings([{ ...ROW, quote }], {}, { zone: 'UTC' } as AsOf)[0]!.text;

test('a quotation is the words as they were given, on one line', () => {
  assert.equal(
    textOf('We never\n met.\u202e'),
    'Ann Annsson said: “We never met.” Coded as: no contact between @a and @b. That is contradicted: 2 contacts fall into it',
  );
});

test('without words nothing is put into the mouth of the speaker', () => {
  const text = textOf(null);
  assert.ok(text.startsWith('Ann Annsson said (the words are not given). Coded as: no contact between'));
  assert.ok(!text.includes('“'));
});

test('long words are cut and say so', () => {
  const text = textOf('never '.repeat(200));
  assert.ok(text.includes('…” Coded as:'));
  assert.ok(text.length < 500);
});
