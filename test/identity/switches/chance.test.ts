/** Which likenesses chance does not explain. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { mutualBest, type Scored } from '../../../src/identity/switches/best.ts';
import { beyondChance, type Life, type Opportunities, opportunities } from '../../../src/identity/switches/chance.ts';
import { SWITCH_LIMITS } from '../../../src/identity/switches/limits.ts';

const DAY = 86_400;
const pair = (old: number, next: number, score: number): Scored => ({ pair: old * 100 + next, old, new: next, score });
const life = (first: number, last: number, part: Partial<Life> = {}): Life => ({
  kind: 1,
  first: first * DAY,
  last: last * DAY,
  ended: false,
  begun: false,
  ...part,
});

describe('pairs that can be compared', () => {
  test('are those of one kind of which the second begins after the first falls silent, and soon', () => {
    const silent = life(0, 100, { ended: true });
    const begun = (day: number, kind = 1): Life => life(day, 300, { begun: true, kind });
    const lives = [silent, begun(101), begun(130), begun(131), begun(99), begun(110, 0), life(0, 300)];
    const none = { ...SWITCH_LIMITS, leastOtherwise: 0 };
    assert.deepEqual(opportunities(lives, none), {
      silent: 1,
      begun: 5,
      compared: 2,
      otherwise: 1, // day 131; day 99 is near and does not fit
      everybody: false,
    });
    // Itself does not count; whoever is there all the time does.
    assert.deepEqual(opportunities(lives, SWITCH_LIMITS), {
      silent: 1,
      begun: 5,
      compared: 2,
      otherwise: 2,
      everybody: true,
    });
  });

  test('are counted as one by one', () => {
    const any = fc
      .tuple(fc.nat(300), fc.nat(200), fc.boolean(), fc.boolean(), fc.nat(1))
      .map(([first, days, ended, begun, kind]) => life(first, first + days, { ended, begun, kind }));
    fc.assert(
      fc.property(fc.array(any, { maxLength: 20 }), (lives) => {
        const gap = SWITCH_LIMITS.mostGapDays * DAY;
        const all = lives.flatMap((x) =>
          lives.filter((y) => x !== y && x.kind === y.kind && x.ended).map((y) => [x, y] as const),
        );
        const fits = all.filter(([x, y]) => y.begun && y.first > x.last && y.first - x.last <= gap);
        const otherwise = all.filter(([x, y]) => Math.abs(y.first - x.last) > gap);
        const made = opportunities(lives, SWITCH_LIMITS);
        assert.equal(made.compared, fits.length);
        assert.equal(made.otherwise, otherwise.length);
      }),
    );
  });
});

describe('proposals', () => {
  const made: Opportunities = { silent: 10, begun: 10, compared: 100, otherwise: 10_000, everybody: false };

  test('are the best of both; between equals nothing is chosen', () => {
    const best = mutualBest([
      pair(1, 2, 50),
      pair(1, 3, 40),
      pair(4, 3, 30),
      pair(5, 6, 20),
      pair(5, 7, 20),
      pair(8, 7, 10),
    ]);
    assert.deepEqual(
      best.map(({ old, new: next }) => [old, next]),
      [[1, 2]],
    );
  });

  test('end where chance would explain too many of them', () => {
    const scores = [90, 80, 70, 60];
    const pairs = scores.map((score, i) => pair(i, 10 + i, score));
    // Of 10,000 pairs at other times one reaches 75, and twenty-seven 65: 27 in 10,000 of 100 pairs, of four proposed.
    const otherwise = [75, ...new Array<number>(26).fill(65)];
    const limits = { ...SWITCH_LIMITS, levelPerMille: 70 };
    const found = beyondChance(pairs, otherwise, made, limits);
    assert.deepEqual(
      found.map(({ score, byChance, falseShare }) => [score, byChance, falseShare]),
      [
        [90, 10, 5],
        [80, 10, 5],
        [70, 20, 7],
        [60, 280, 70],
      ],
    );
    assert.equal(beyondChance(pairs, [...otherwise, ...new Array<number>(9).fill(61)], made, limits).length, 3);
  });

  test('are none where there is too little to compare with', () => {
    assert.deepEqual(beyondChance([pair(1, 2, 90_000)], [], { ...made, compared: 1, otherwise: 5 }, SWITCH_LIMITS), []);
  });

  test('do not hang on the order of the pairs', () => {
    const any = fc.array(fc.tuple(fc.nat(5), fc.nat(5), fc.nat(9)).map(([a, b, score]) => pair(a, 10 + b, score)));
    fc.assert(
      fc.property(any, fc.array(fc.nat(9)), (pairs, otherwise) => {
        const distinct = [...new Map(pairs.map((one) => [one.pair, one])).values()];
        assert.deepEqual(
          beyondChance(distinct.toReversed(), otherwise.toReversed(), made, SWITCH_LIMITS),
          beyondChance(distinct, otherwise, made, SWITCH_LIMITS),
        );
      }),
    );
  });
});
