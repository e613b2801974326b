/** The fast reader and a thorough parser of another project say the same of made-up messages, whole and spoilt. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { agreement } from './against/agree.ts';
import { samples } from './against/corpus.ts';
import { fast } from './against/fast.ts';
import { MUTATION_NAMES } from './against/mutate.ts';
import { CARRIERS } from './against/parts.ts';

function named(count: number, label: string): [string, Buffer][] {
  return [...samples(count, label)].map(({ done, bytes }, i) => [`${i}: ${done.join(', ')}`, bytes]);
}

test('whole messages: no difference but names in bytes of no named charset', async () => {
  const whole = named(900, 'whole').filter(([name]) => name.endsWith(': '));
  assert.ok(whole.length >= 250, `${whole.length} whole`);
  const { counts, refused } = await agreement(whole);
  assert.deepEqual(
    [...counts.keys()].filter((key) => key !== 'names charset'),
    [],
  );
  assert.equal(refused, 0);
  let attachments = 0;
  for (const [, bytes] of whole) attachments += (await fast(bytes)).contents.length;
  assert.ok(attachments >= 10, `${attachments} attachments`);
});

test('contents of attachments: as the standards have them, and as the other parser has them', async () => {
  for (const { name, message, content } of CARRIERS) {
    const { contents } = await fast(message);
    assert.deepEqual(
      contents.map(({ bytes }) => bytes.toString('latin1')),
      [content],
      name,
    );
  }
  const { counts, refused } = await agreement(CARRIERS.map(({ name, message }) => [name, message] as const));
  assert.deepEqual([...counts], []);
  assert.equal(refused, 0);
});

test('spoilt messages: every difference follows from a decision', async () => {
  const spoilt = named(1500, 'spoilt');
  for (const name of MUTATION_NAMES)
    assert.ok(
      spoilt.some(([done]) => done.includes(name)),
      name,
    );
  const { counts, unexplained } = await agreement(spoilt);
  assert.deepEqual(unexplained, []);
  // Damage is seen: a comparison that sees none compares nothing.
  assert.ok(counts.size >= 8, [...counts.keys()].join('; '));
});
