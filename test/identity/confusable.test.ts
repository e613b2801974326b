/** Names and addresses that are written to be taken for others. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mixesScripts, skeletonOf } from '../../src/identity/names/confusable.ts';

test('texts that look alike have one skeleton', () => {
  for (const [a, b] of [
    ['vagbrytaren.example', 'vаgbrytаren.example'], // Cyrillic а
    ['modern-quay.example', 'rnodern-quay.example'],
    ['harbour1.example', 'harbourl.example'],
    ['bolverk@x.example', 'bo1verk@x.example'],
  ] as const)
    assert.equal(skeletonOf(a), skeletonOf(b), `${a} ${b}`);
  assert.notEqual(skeletonOf('harbour.example'), skeletonOf('harbor.example'));
});

test('a word of two scripts is told', () => {
  assert.ok(mixesScripts('vаgbrytaren'));
  assert.ok(!mixesScripts('Сергей Lindh'), 'two words may be of two scripts');
});
