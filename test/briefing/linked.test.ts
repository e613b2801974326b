/** Which number of a sentence leads to its footnote. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countLinked, linked } from '../../src/briefing/gather/linked.ts';

const words = (text: string): string | undefined => {
  const pieces = countLinked(text, 7);
  const link = pieces?.find((piece) => typeof piece !== 'string');
  return link === undefined || typeof link === 'string' ? undefined : link.words;
};

test('the count of a sentence is linked, and no other number of it', () => {
  assert.equal(words('at least 18, at most 22'), '18');
  assert.equal(words('31–35 contacts fall into it, 30–34 in the narrowest reading'), '31–35');
  assert.equal(words('told: 3; recorded: 3, which bears it out'), '3');
  assert.equal(words('told: at most 12; recorded: 26–29, at least 14 more than told'), '26–29');
  assert.equal(words('2 records speak of it'), '2');
  assert.equal(words('no contact falls into it; mail 0 % covered (0 of 18 known accounts)'), 'no contact');
  assert.equal(words('no calls or mails fall into it'), 'no calls or mails');
});

test('a share, a rate or a number of persons is no count', () => {
  assert.equal(words('0.8 a week before, 2.4 after; ratio 2.9 (95 % 1.5–5.5), p = 0.002'), undefined);
  assert.equal(words('one anonymous group of 4; first-paper relies on it'), undefined);
  assert.equal(words('95 % of it'), undefined);
});

test('a count that a sentence does not have stands behind it', () => {
  assert.deepEqual(linked('12 independent origins', { min: 3, max: 4 }, 7), [
    '12 independent origins (in the records: ',
    { words: '3–4', note: 7 },
    ').',
  ]);
  assert.deepEqual(linked('told: 3; recorded: 4, no more', { min: 4, max: 4 }, 1), [
    'told: 3; recorded: ',
    { words: '4', note: 1 },
    ', no more.',
  ]);
});
