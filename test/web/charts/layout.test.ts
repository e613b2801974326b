/** Places of the network: the same graph is the same picture. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { layoutOf, placedBeside, type Tie } from '../../../web/charts/network/layout.ts';
import { seedOf, shareOf } from '../../../web/charts/seeded.ts';

const ties = fc
  .array(fc.tuple(fc.nat(40), fc.nat(40), fc.integer({ min: 1, max: 5000 })), { minLength: 1, maxLength: 120 })
  .map((list) => list.map(([a, b, contacts]): Tie => ({ a: `person-${a}`, b: `person-${b}`, contacts })));

function distance(places: ReturnType<typeof layoutOf>, a: string, b: string): number {
  const [one, other] = [places.get(a)!, places.get(b)!];
  return Math.hypot(one.x - other.x, one.y - other.y);
}

describe('a layout', () => {
  test('does not hang on the order of the ties nor on which end is named first', () => {
    fc.assert(
      fc.property(ties, (list) => {
        const turned = list.map(({ a, b, contacts }) => ({ a: b, b: a, contacts })).reverse();
        const key = (places: ReturnType<typeof layoutOf>): unknown => [...places].sort(([a], [b]) => (a < b ? -1 : 1));
        assert.deepEqual(key(layoutOf(turned)), key(layoutOf(list)));
      }),
      { numRuns: 25 },
    );
  });

  test('puts everybody somewhere, and nobody on somebody else', () => {
    fc.assert(
      fc.property(ties, (list) => {
        const places = layoutOf(list);
        const keys = [...places.keys()];
        assert.deepEqual(new Set(keys), new Set(list.flatMap(({ a, b }) => [a, b])));
        for (const [at, key] of keys.entries()) {
          assert.ok(Number.isFinite(places.get(key)!.x) && Number.isFinite(places.get(key)!.y));
          for (const other of keys.slice(at + 1)) assert.ok(distance(places, key, other) > 0.05, `${key} on ${other}`);
        }
      }),
      { numRuns: 25 },
    );
  });

  test('shows two circles of people that one go-between joins as two circles', () => {
    const circle = (name: string): Tie[] =>
      Array.from({ length: 8 }, (_, one) =>
        Array.from({ length: one }, (_, other) => ({ a: `${name}${one}`, b: `${name}${other}`, contacts: 5 })),
      ).flat();
    const places = layoutOf([
      ...circle('a'),
      ...circle('b'),
      { a: 'a0', b: 'between', contacts: 1 },
      { a: 'between', b: 'b0', contacts: 1 },
    ]);
    const inside = distance(places, 'a1', 'a2');
    assert.ok(distance(places, 'a1', 'b1') > 2 * inside);
    assert.ok(distance(places, 'between', 'a0') < distance(places, 'a1', 'b1'));
  });

  test('keeps parts that do not hang together apart', () => {
    const places = layoutOf([
      { a: 'a', b: 'b', contacts: 1 },
      { a: 'c', b: 'd', contacts: 1 },
    ]);
    assert.ok(distance(places, 'a', 'c') > 1 && distance(places, 'b', 'd') > 1);
  });
});

test('seeds are the same everywhere, and spread', () => {
  // Of the published test vectors of FNV-1a, 32 bits.
  assert.equal(seedOf(''), 0x811c9dc5);
  assert.equal(seedOf('a'), 0xe40c292c);
  assert.equal(seedOf('foobar'), 0xbf9cf968);
  const shares = Array.from({ length: 1000 }, (_, place) => shareOf(seedOf('x'), place));
  assert.ok(shares.every((share) => share >= 0 && share < 1));
  assert.ok(Math.abs(shares.reduce((sum, share) => sum + share, 0) / 1000 - 0.5) < 0.05);
});

test('who comes later stands beside whom he knows, and nobody moves for him', () => {
  const layout = layoutOf([
    { a: 'a', b: 'b', contacts: 3 },
    { a: 'b', b: 'c', contacts: 3 },
  ]);
  const ties = [
    { a: 'new', b: 'c', contacts: 1 },
    { a: 'x', b: 'y', contacts: 1 },
  ];
  const places = placedBeside(layout, ties);
  for (const key of ['a', 'b', 'c']) assert.deepEqual(places.get(key), layout.get(key));
  assert.ok(distance(places, 'new', 'c') < 1.5);
  assert.ok(places.has('x') && places.has('y'));
  assert.deepEqual(placedBeside(layout, [...ties].reverse()), places);
});
