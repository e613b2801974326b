/** Shares of coverage, against counting every pair on every day. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Account } from '../../src/coverage/account.ts';
import type { DayRange } from '../../src/coverage/day-ranges.ts';
import { addSums, type ScopeCoverage, scopeCoverage, shareOf, sideDays } from '../../src/coverage/share.ts';

const ALWAYS = [{ from: -1000, to: 1000 }];
const WINDOW = { from: 0, to: 9 };
const days = (from: number, to: number): DayRange[] => [{ from, to }];

function account(key: string, more: Partial<Account> = {}): Account {
  return { key, held: ALWAYS, declared: [], active: [], ...more };
}

function coverage(mine: readonly Account[], theirs: readonly Account[] | null, window = WINDOW): ScopeCoverage {
  return scopeCoverage(sideDays(mine, window), theirs === null ? null : sideDays(theirs, window), window);
}

test('a pair is covered on a day when either end is', () => {
  const a = account('a', { declared: days(0, 4) });
  const b = account('b', { active: days(3, 6) });
  const found = coverage([a], [b]);
  assert.deepEqual(found.share, { covered: 700, declared: 500, active: 200 });
  assert.deepEqual(found.accounts, { covered: 2, known: 2 });
  assert.deepEqual(found.gaps, days(7, 9));
  assert.deepEqual(found.wholeDays, days(0, 6));
});

test('a side that is fully covered covers everything, whoever the others are', () => {
  const office = [account('a', { declared: days(0, 9) }), account('b', { declared: days(0, 9) })];
  assert.deepEqual(coverage(office, [account('x'), account('y')]).share, { covered: 1000, declared: 1000, active: 0 });
  assert.deepEqual(coverage([office[0]!, account('c')], null).share, { covered: 500, declared: 500, active: 0 });
  assert.deepEqual(coverage([office[0]!, account('c')], [account('x'), account('y')]).share!.covered, 500);
});

test('a side without accounts leaves it to the other; no account at all is no scope', () => {
  const a = account('a', { active: days(0, 4) });
  assert.equal(coverage([a], []).share!.covered, 500);
  assert.equal(coverage([], [a]).share!.covered, 500);
  assert.equal(coverage([], []).share, null);
  assert.equal(coverage([account('a', { held: days(20, 30) })], null).share, null);
});

test('a share is a thousand only where all is covered', () => {
  const almost = account('a', { declared: [{ from: 0, to: 9_998 }] });
  const window = { from: 0, to: 9_999 };
  const held = { held: [{ from: 0, to: 20_000 }] };
  assert.equal(coverage([{ ...almost, ...held }], null, window).share!.covered, 999);
  const hardly = account('a', { declared: [{ from: 0, to: 0 }], ...held });
  const found = coverage([hardly], null, window);
  assert.equal(found.share!.covered, 0);
  assert.equal(found.accounts.covered, 1);
});

test('days on which an account was not held are in no share', () => {
  const a = account('a', { held: days(0, 4), declared: ALWAYS });
  const found = coverage([a], null);
  assert.deepEqual(found.share, { covered: 1000, declared: 1000, active: 0 });
  assert.deepEqual(found.gaps, []);
  assert.deepEqual(found.changes, [{ day: 5, before: 1, after: 0, knownBefore: 1, knownAfter: 0 }]);
});

test('changes say when coverage begins and ends', () => {
  const found = coverage([account('a', { active: days(3, 6) })], null);
  assert.deepEqual(
    found.changes.map(({ day, before, after }) => [day, before, after]),
    [
      [3, 0, 1],
      [7, 1, 0],
    ],
  );
});

test('sums of channels make one share', () => {
  const parts = [coverage([account('a', { declared: days(0, 9) })], null), coverage([account('b')], null)];
  assert.equal(shareOf(addSums(parts.map(({ sums }) => sums)))!.covered, 500);
});

const range = fc
  .tuple(fc.integer({ min: -5, max: 15 }), fc.integer({ min: 0, max: 12 }))
  .map(([from, length]): DayRange => ({ from, to: from + length }));
const some = fc.array(range, { maxLength: 3 });
const accounts = (prefix: string) =>
  fc
    .array(fc.record({ held: some, declared: some, active: some }), { maxLength: 4 })
    .map((of) => of.map((a, i): Account => ({ key: `${prefix}${i}`, ...a })));
const on = (ranges: readonly DayRange[], day: number): boolean => ranges.some((r) => r.from <= day && day <= r.to);

test('shares are those of counting pairs day by day, in any order, and claim no day outside of the window', () => {
  fc.assert(
    fc.property(accounts('a'), accounts('b'), fc.boolean(), (a, b, isAlone) => {
      const isKnown = (of: Account): boolean => [...Array(10).keys()].some((day) => on(of.held, day));
      const nobody: Account = account('nobody');
      const orNobody = (side: readonly Account[]): readonly Account[] => (side.some(isKnown) ? side : [nobody]);
      const [left, right] = [orNobody(a), isAlone ? [nobody] : orNobody(b)];
      let [known, covered, declared] = [0, 0, 0];
      for (let day = WINDOW.from; day <= WINDOW.to; day++)
        for (const x of left.filter((of) => on(of.held, day)))
          for (const y of right.filter((of) => on(of.held, day))) {
            known++;
            if ([x, y].some((of) => on(of.declared, day))) declared++;
            if ([x, y].some((of) => on([...of.declared, ...of.active], day))) covered++;
          }
      const found = coverage(a, isAlone ? null : b);
      const isScope = a.some(isKnown) || (!isAlone && b.some(isKnown));
      assert.deepEqual(
        found.sums,
        isScope
          ? { known: BigInt(known), covered: BigInt(covered), declared: BigInt(declared) }
          : { known: 0n, covered: 0n, declared: 0n },
      );
      const inside = [...found.days, ...found.wholeDays, ...found.gaps];
      assert.ok(inside.every(({ from, to }) => from >= WINDOW.from && to <= WINDOW.to));
      const turned = coverage(a.toReversed(), isAlone ? null : b.toReversed());
      assert.deepEqual(
        [turned.share, turned.days, turned.gaps, turned.changes],
        [found.share, found.days, found.gaps, found.changes],
      );
    }),
  );
});
