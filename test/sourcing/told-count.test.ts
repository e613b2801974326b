/** Told numbers beside recorded ones. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { comparedText, fewestBeyond, toldText, toldVerdict } from '../../src/sourcing/told-count.ts';

const bounds = (min: number, max = min) => ({ min, max });
const told = (min: number, max: number | null = min) => ({ min, max });

test('verdicts', () => {
  assert.equal(toldVerdict(told(18, null), bounds(18, 21), false), 'supported');
  assert.equal(toldVerdict(told(6), bounds(6), false), 'supported');
  assert.equal(toldVerdict(told(18, null), bounds(16, 21), true), 'compatible');
  assert.equal(toldVerdict(told(6), bounds(5, 7), true), 'compatible');
  assert.equal(toldVerdict(told(6), bounds(7, 9), false), 'exceeded');
  assert.equal(toldVerdict(told(6), bounds(2, 4), true), 'short');
  assert.equal(toldVerdict(told(6), bounds(2, 4), false), 'untestable');
});

test('at most so many is borne out by nothing but records that cover everything', () => {
  assert.equal(toldVerdict(told(0, 3), bounds(1, 2), false), 'compatible');
  assert.equal(toldVerdict(told(0, 3), bounds(1, 2), true), 'supported');
  assert.equal(toldVerdict(told(0, 3), bounds(4, 5), false), 'exceeded');
});

test('words', () => {
  assert.deepEqual([told(18, null), told(6), told(0, 3), told(3, 5)].map(toldText), [
    'at least 18',
    '6',
    'at most 3',
    'between 3 and 5',
  ]);
  const compared = { told: told(6), recorded: bounds(2, 4), undisclosed: true, beyond: 2, reach: 'calls 61 %' };
  assert.equal(
    comparedText({ ...compared, verdict: 'untestable' }),
    'told: 6 undisclosed; recorded: 2–4; it needs 2 more, which records that cover calls 61 % need not show',
  );
});

const demands = fc.array(
  fc.record({
    from: fc.integer({ min: 0, max: 5 }),
    length: fc.integer({ min: 0, max: 3 }),
    missing: fc.integer({ min: 0, max: 3 }),
  }),
  { maxLength: 4 },
);

/** Tries every way to place up to so many contacts at each of ten moments. */
function brute(asked: readonly { from: number; to: number; missing: number }[], at = 0, placed: number[] = []): number {
  if (at === 10) {
    const fits = asked.every(
      ({ from, to, missing }) => placed.slice(from, to + 1).reduce((sum, n) => sum + n, 0) >= missing,
    );
    return fits ? placed.reduce((sum, n) => sum + n, 0) : Number.POSITIVE_INFINITY;
  }
  const ends = asked.some(({ to }) => to === at);
  return Math.min(...(ends ? [0, 1, 2, 3] : [0]).map((n) => brute(asked, at + 1, [...placed, n])));
}

test('the fewest contacts that satisfy several told counts', () => {
  fc.assert(
    fc.property(demands, (made) => {
      const asked = made.map(({ from, length, missing }) => ({ from, to: from + length, missing }));
      assert.equal(fewestBeyond(asked), brute(asked));
    }),
    { numRuns: 60 },
  );
  assert.equal(
    fewestBeyond([
      { from: null, to: null, missing: 4 },
      { from: 1, to: 2, missing: 3 },
    ]),
    4,
  );
});
