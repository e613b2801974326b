/** What speaks for one identifier continuing as another. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { type Circles, evidenceOf, type Shared, type Side, type Use } from '../../../src/identity/switches/evidence.ts';
import { habitOf } from '../../../src/identity/switches/habit.ts';
import { likeRhythm } from '../../../src/identity/switches/rhythm.ts';

const side = (part: Partial<Side> = {}): Side => ({
  many: 5,
  contacts: 60,
  begun: 0,
  days: 90,
  rhythm: [9, 1, 3],
  ...part,
});
/** Met so often, and called by its own choice so often. */
const met = (contacts: number, begun = 0): Use => ({ contacts, begun });
const shared = (...others: number[]): Shared[] =>
  others.map((other) => ({ other, worth: 10_000, late: met(6), early: met(6) }));
const circles = (part: Partial<Circles>): Circles => ({
  shared: shared(1, 2, 3),
  acquainted: [],
  late: side(),
  early: side(),
  ...part,
});

describe('the evidence of a pair', () => {
  const score = (part: Partial<Circles>): number => evidenceOf(circles(part)).score;

  test('adds the rarity of counterparts who do not know each other, less what each frequent counterpart costs', () => {
    assert.deepEqual(evidenceOf(circles({})), { score: 30_000 - 5000, circles: 3, rhythm: 1000 });
  });

  test('takes an office for one counterpart, and little more', () => {
    const office = {
      shared: shared(1, 2, 3, 4),
      acquainted: [
        [1, 2],
        [2, 3],
        [3, 4],
      ] as const,
    };
    assert.deepEqual(evidenceOf(circles(office)), { score: 13_000 - 5000, circles: 1, rhythm: 1000 });
    assert.ok(score({ shared: shared(1, 2) }) > score(office));
  });

  test('falls with hours unlike, use unlike, and friends of the one who are hardly met by the other', () => {
    const alike = score({});
    assert.ok(score({ early: side({ rhythm: [1, 9, 3] }) }) < alike);
    assert.equal(score({ early: side({ contacts: 60, days: 185 }) }), alike - 2000);
    assert.ok(score({ shared: [...shared(1, 2), { other: 3, worth: 10_000, late: met(20), early: met(1) }] }) < alike);
    assert.ok(score({ late: side({ many: 30 }) }) < alike);
  });

  test('rises with the same preferences among those who are called, and falls with others', () => {
    const called = (...early: number[]): Shared[] =>
      [12, 3, 1].map((n, i) => ({ other: i, worth: 10_000, late: met(20, n), early: met(20, early[i]!) }));
    const sides = { late: side({ begun: 40 }), early: side({ begun: 40 }) };
    const [same, turned] = [
      score({ ...sides, shared: called(12, 3, 1) }),
      score({ ...sides, shared: called(1, 3, 12) }),
    ];
    assert.ok(same > score({ shared: shared(1, 2, 3) }));
    assert.ok(turned < score({ ...sides, shared: called(0, 0, 0) }));
  });

  test('habit is in bits: ten calls that fall where the old ones did, none where it called nobody', () => {
    // (1+5)…(10+5) over (2+5)…(11+5) against 10! over 11!: 11 · 6 / 16.
    assert.ok(Math.abs(habitOf([5, 0], [10, 0]) - Math.log2((11 * 6) / 16)) < 1e-9);
    assert.equal(habitOf([0, 0], [7, 2]), 0);
    assert.equal(habitOf([7, 2], [0, 0]), 0);
    assert.ok(habitOf([9, 0], [0, 9]) < -5);
  });

  test('says nothing of hours that nobody knows', () => {
    assert.equal(likeRhythm([], [1, 2]), 1);
    assert.equal(likeRhythm([0, 0], [1, 2]), 1);
    assert.equal(likeRhythm([1, 0], [0, 1]), 0);
  });

  test('does not hang on the order in which anything stands', () => {
    const other = fc.integer({ min: 1, max: 8 });
    const use = fc.record({ contacts: fc.integer({ min: 1, max: 50 }), begun: fc.nat({ max: 50 }) });
    const one = fc.record({
      other,
      worth: fc.integer({ min: 1, max: 17_000 }),
      late: use,
      early: use,
    });
    const made = fc
      .tuple(fc.uniqueArray(one, { minLength: 1, selector: (s) => s.other }), fc.array(fc.tuple(other, other)))
      .map(([list, pairs]) => {
        const known = new Set(list.map((s) => s.other));
        return circles({ shared: list, acquainted: pairs.filter(([a, b]) => known.has(a) && known.has(b)) });
      });
    fc.assert(
      fc.property(made, (found) => {
        const turned = { ...found, shared: found.shared.toReversed(), acquainted: found.acquainted.toReversed() };
        assert.deepEqual(evidenceOf(turned), evidenceOf(found));
      }),
    );
  });
});
