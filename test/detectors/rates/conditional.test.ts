/** Exact test and interval against whole-number arithmetic and published values. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { clopperPearson, lowerTail, upperTail } from '../../../src/detectors/rates/binomial.ts';
import { equalRates, leastP, rateRatio, signedRoot } from '../../../src/detectors/rates/conditional.ts';
import { ExactBinomial } from './exact.ts';

function near(actual: number, expected: number, relative: number, what: string): void {
  const off = expected === 0 ? Math.abs(actual) : Math.abs(actual / expected - 1);
  assert.ok(off <= relative, `${what}: ${actual}, not ${expected} (off by ${off})`);
}

test('binomial probabilities and tails agree with whole-number arithmetic', () => {
  for (const [n, a, b] of [
    [1, 1, 2],
    [15, 1, 3],
    [16, 2, 5],
    [100, 1, 2],
    [100, 1, 60],
    [400, 60, 242],
  ] as const) {
    const exact = new ExactBinomial(n, a, b);
    for (let k = 0; k <= n; k += n > 50 ? 7 : 1) {
      near(upperTail(k, n, a / b), exact.upper(k), 1e-11, `P(X ≥ ${k}) of ${n}, ${a}/${b}`);
      near(lowerTail(k, n, a / b), exact.lower(k), 1e-11, `P(X ≤ ${k}) of ${n}, ${a}/${b}`);
    }
  }
});

test('tails of millions of contacts are as smooth as those of few', () => {
  near(upperTail(2_500_001, 5_000_001, 0.5), 0.5, 1e-10, 'half of an odd number');
  near(lowerTail(2_499_999, 5_000_000, 0.5) + upperTail(2_500_000, 5_000_000, 0.5), 1, 1e-12, 'both tails');
});

test('limits of Clopper and Pearson are those that are published', () => {
  // 10 of 100 and 5 of 10 at 95 %: tables of exact binomial limits; 0 of n: 1 − 0.025^(1/n).
  const ten = clopperPearson(10, 100, 0.95);
  near(ten.low, 0.0490047, 1e-6, 'low of 10 in 100');
  near(ten.high, 0.1762226, 1e-6, 'high of 10 in 100');
  const five = clopperPearson(5, 10, 0.95);
  near(five.low, 0.187086, 1e-6, 'low of 5 in 10');
  near(five.high, 0.812914, 1e-6, 'high of 5 in 10');
  const none = clopperPearson(0, 20, 0.95);
  assert.equal(none.low, 0);
  near(none.high, 1 - 0.025 ** (1 / 20), 1e-12, 'high of 0 in 20');
});

test('two rates: ratio and interval of the example of poisson.test in R, 11 in 800 against 21 in 3,011', () => {
  // R 4, help of poisson.test: rate ratio 1.971488, 95 percent confidence interval 0.8584264 4.2772659 (its p is of another
  // kind: it adds what is less likely instead of doubling the tail).
  const [before, after] = [
    { count: 21, days: 3011 },
    { count: 11, days: 800 },
  ];
  const { ratio, low, high } = rateRatio(before, after, 0.95);
  near(ratio!, 1.971488, 1e-6, 'ratio');
  near(low, 0.8584264, 1e-6, 'low');
  near(high!, 4.2772659, 1e-6, 'high');
  near(equalRates(before, after), new ExactBinomial(32, 800, 3811).twoSided(11), 1e-8, 'p');
});

test('p is that of whole-number arithmetic', () => {
  for (const [n1, t1, n2, t2] of [
    [48, 130, 52, 53],
    [0, 60, 6, 60],
    [60, 60, 120, 60],
    [3, 7, 2, 100],
    [7, 7, 7, 7],
  ] as const) {
    const expected = new ExactBinomial(n1 + n2, t2, t1 + t2).twoSided(n2);
    near(equalRates({ count: n1, days: t1 }, { count: n2, days: t2 }), expected, 1e-8, `${n1}/${t1} ${n2}/${t2}`);
  }
});

const counted = fc.record({ count: fc.nat(300), days: fc.integer({ min: 1, max: 400 }) });

test('exchanging the sides keeps p and turns the ratio over', () => {
  fc.assert(
    fc.property(counted, counted, (a, b) => {
      near(equalRates(a, b), equalRates(b, a), 1e-7, 'p');
      near(signedRoot(a, b) + 1, 1 - signedRoot(b, a), 1e-6, 'root');
      const [there, back] = [rateRatio(a, b, 0.95), rateRatio(b, a, 0.95)];
      if (there.high !== null && back.low > 0) near(there.high, 1 / back.low, 1e-6, 'high is the other low');
      if (there.ratio !== null && there.ratio > 0) near(there.ratio, 1 / back.ratio!, 1e-6, 'ratio');
    }),
    { numRuns: 200 },
  );
});

test('exposure in other units changes neither p nor ratio, and the interval holds the ratio', () => {
  fc.assert(
    fc.property(counted, counted, fc.integer({ min: 2, max: 30 }), (a, b, unit) => {
      const scaled = (c: { count: number; days: number }): { count: number; days: number } => ({
        count: c.count,
        days: c.days * unit,
      });
      near(equalRates(scaled(a), scaled(b)), equalRates(a, b), 1e-8, 'p');
      const { ratio, low, high } = rateRatio(a, b, 0.95);
      assert.deepEqual(rateRatio(scaled(a), scaled(b), 0.95).ratio, ratio);
      if (ratio !== null) assert.ok(low <= ratio && (high === null || ratio <= high));
      assert.ok(equalRates(a, b) >= leastP(a, b) * (1 - 1e-7));
    }),
    { numRuns: 200 },
  );
});

test('an interval that leaves out 1 goes with a p below 0.05, and one that holds it does not', () => {
  fc.assert(
    fc.property(counted, counted, (a, b) => {
      const { low, high } = rateRatio(a, b, 0.95);
      const p = equalRates(a, b);
      if (a.count + b.count === 0 || Math.abs(p - 0.05) < 1e-6) return;
      assert.equal(low > 1 || (high !== null && high < 1), p < 0.05);
    }),
    { numRuns: 200 },
  );
});
