/** Dispersion, shifts, corrections and change points, each against values worked out another way. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { equalRatesInBlocks, isBursty } from '../../../src/detectors/rates/bursts.ts';
import { changePoints } from '../../../src/detectors/rates/changes.ts';
import { signedRoot } from '../../../src/detectors/rates/conditional.ts';
import { dispersion, dispersionIndex, studentTwoSided, weekly } from '../../../src/detectors/rates/dispersion.ts';
import { benjaminiHochberg, holm } from '../../../src/detectors/rates/families.ts';
import { circularShifts } from '../../../src/detectors/rates/shifts.ts';

const repeat = (week: readonly number[], times: number): number[] => Array.from({ length: times }, () => week).flat();

test('weeks are whole weeks of covered days', () => {
  assert.deepEqual(weekly([...repeat([1, 0, 0, 2, 0, 0, 0], 2), 5]), [3, 3]);
});

test('dispersion is Pearson: weeks of 2, 4 and 6 have χ² 2 on 2 degrees of freedom', () => {
  const days = [2, 4, 6].flatMap((count) => [count, 0, 0, 0, 0, 0, 0]);
  assert.deepEqual(dispersion(days), { chiSquare: 2, df: 2 });
  assert.equal(dispersionIndex(dispersion(days), dispersion(days)), 1);
  assert.equal(dispersionIndex(dispersion([1, 2])), null);
});

test("Student's t at its published quantiles", () => {
  for (const [df, t, p] of [
    [1, 12.7062, 0.05],
    [2, 4.302653, 0.05],
    [3, 3.182446, 0.05],
    [5, 4.032143, 0.01],
    [10, 2.228139, 0.05],
    [30, 2.75, 0.01],
    [14, 4.140454, 0.001],
  ] as const)
    assert.ok(Math.abs(studentTwoSided(t, df) / p - 1) < 1e-4, `t = ${t} on ${df}: ${studentTwoSided(t, df)}`);
});

test('a rhythm of the week is no burst; threads are', () => {
  const week = repeat([2, 2, 2, 2, 2, 0, 0], 10);
  assert.equal(isBursty(week, week), false);
  const threads = Array.from({ length: 70 }, (_, day) => (day % 10 === 0 ? 10 : 0));
  assert.equal(isBursty(threads, threads), true);
  assert.ok(
    equalRatesInBlocks(
      threads,
      threads.map((count) => count * 2),
      true,
    ) > 0,
  );
});

test('shifts count the days around which as much changes, by trying each', () => {
  const days = fc.array(fc.nat(4), { minLength: 20, maxLength: 60 });
  fc.assert(
    fc.property(
      days,
      fc.nat(1000),
      fc.integer({ min: 1, max: 10 }),
      fc.integer({ min: 1, max: 10 }),
      (daily, at, b, a) => {
        const n = daily.length;
        const sum = (from: number, length: number): number =>
          Array.from({ length }, (_, i) => daily[(((from + i) % n) + n) % n]!).reduce((x, y) => x + y, 0);
        const change = (day: number): number =>
          signedRoot({ count: sum(day - b, b), days: b }, { count: sum(day, a), days: a });
        const seen = change(at % n);
        const as = Array.from({ length: n }, (_, day) => change(day));
        const large = as.filter((other) => (seen >= 0 ? other >= seen - 1e-9 : other <= seen + 1e-9)).length;
        const shifts = circularShifts(daily, at % n, b, a);
        assert.deepEqual([shifts.tried, shifts.asLarge], [n, large]);
        assert.ok(Math.abs(shifts.p - Math.min(1, (2 * large) / n)) < 1e-8);
      },
    ),
    { numRuns: 100 },
  );
});

test('Holm and Benjamini–Hochberg as their papers have them', () => {
  // The fifteen values of Benjamini and Hochberg (1995), section 3.2: four are rejected at 0.05, three by Holm's first steps.
  const published = [
    0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1,
  ];
  assert.equal(benjaminiHochberg(published).filter((p) => p <= 0.05).length, 4);
  assert.equal(holm(published).filter((p) => p <= 0.05).length, 3);
  assert.deepEqual(holm([0.01, 0.04, 0.03]), [0.03, 0.06, 0.06]);
  assert.deepEqual(holm([]), []);
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true })), (values) => {
      const [strict, loose] = [holm(values), benjaminiHochberg(values)];
      values.forEach((p, i) => {
        assert.ok(strict[i]! >= loose[i]! - 1e-12 && loose[i]! >= Math.min(1, p) - 1e-12 && strict[i]! <= 1);
      });
    }),
    { numRuns: 100 },
  );
});

/** The best partition by trying every one that ends in each day, without pruning. */
function everyPartition(daily: readonly number[], shortest: number, spread: number): number {
  const n = daily.length;
  const sum = (from: number, to: number): number => daily.slice(from, to).reduce((x, y) => x + y, 0);
  const best: number[] = [-3 * Math.log(n)];
  for (let to = 1; to <= n; to++) {
    best[to] = Number.POSITIVE_INFINITY;
    for (let from = 0; from <= to - shortest; from++) best[to] = Math.min(best[to]!, best[from]! + segment(from, to));
  }
  return best[n]!;

  function segment(from: number, to: number): number {
    const count = sum(from, to);
    const cost = count === 0 ? 0 : (-2 * count * Math.log(count / (to - from))) / spread;
    return cost + Math.log(to - from) + 3 * Math.log(n);
  }
}

function costOf(daily: readonly number[], points: readonly number[], spread: number): number {
  const n = daily.length;
  const ends = [0, ...points, n];
  return ends.slice(1).reduce((total, to, i) => {
    const from = ends[i]!;
    const count = daily.slice(from, to).reduce((x, y) => x + y, 0);
    const cost = count === 0 ? 0 : (-2 * count * Math.log(count / (to - from))) / spread;
    return total + cost + Math.log(to - from) + 3 * Math.log(n);
  }, -3 * Math.log(n));
}

test('pruning loses no better partition', () => {
  const stretch = fc.tuple(fc.integer({ min: 1, max: 25 }), fc.nat(6));
  fc.assert(
    fc.property(
      fc.array(stretch, { minLength: 1, maxLength: 5 }),
      fc.integer({ min: 1, max: 6 }),
      (stretches, shortest) => {
        const daily = stretches.flatMap(([length, rate]) =>
          Array.from({ length }, (_, i) => ((i * 7 + rate) % (rate + 1)) + (i % 3 === 0 ? rate : 0)),
        );
        if (daily.length < 2 * shortest) return;
        const found = changePoints(daily, shortest, 1);
        assert.ok(Math.abs(costOf(daily, found, 1) - everyPartition(daily, shortest, 1)) < 1e-6, JSON.stringify(daily));
      },
    ),
    { numRuns: 150 },
  );
});

test('a rate that triples on a day is found there, and an even one has no change point', () => {
  const even = repeat([1, 0, 1, 1, 0, 1, 1], 20);
  assert.deepEqual(changePoints(even, 14), []);
  assert.deepEqual(changePoints([...even, ...even.map((count) => 3 * count)], 14), [140]);
});
