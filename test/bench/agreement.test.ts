/** Clusters against what is true. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { agreement } from '../../bench/score/agreement.ts';

test('pairs and B-cubed', () => {
  // a a a | b b | c, found as {a a} {a b} {b} {c}.
  const found = agreement([{ members: [0, 1] }, { members: [2, 3] }], ['a', 'a', 'a', 'b', 'b', 'c']);
  assert.equal(found.precision, 1 / 2);
  assert.equal(found.recall, 1 / 4);
  assert.equal(found.bPrecision, (1 + 1 + 1 / 2 + 1 / 2 + 1 + 1) / 6);
  assert.equal(found.bRecall, (2 / 3 + 2 / 3 + 1 / 3 + 1 / 2 + 1 / 2 + 1) / 6);
  const perfect = agreement([{ members: [0, 1] }], ['a', 'a', 'b']);
  assert.deepEqual([perfect.f1, perfect.bF1], [1, 1]);
});
