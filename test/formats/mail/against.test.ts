/** The fast reader and a thorough parser of another project say the same of made-up messages, whole and spoilt. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { agreement } from './against/agree.ts';
import { samples } from './against/corpus.ts';
import { MUTATION_NAMES } from './against/mutate.ts';

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
