/**
 * Binomial probabilities to nearly the last digit, without a table and without a gamma function of real arguments:
 * saddle-point form of one probability (Loader 2000), and tails as sums of positive terms in one fixed order.
 */

/** log n! less Stirling's approximation of it, for whole n. */
function stirlingError(n: number): number {
  if (n <= 15) {
    let factorial = 1;
    for (let i = 2; i <= n; i++) factorial *= i;
    return n === 0 ? 0 : Math.log(factorial) - (0.5 * Math.log(2 * Math.PI * n) + n * Math.log(n) - n);
  }
  const square = n * n;
  return (1 / 12 - (1 / 360 - (1 / 1260 - (1 / 1680 - 1 / 1188 / square) / square) / square) / square) / n;
}

/** x log(x / mean) + mean − x, without cancelling where x is near the mean. */
function deviance(x: number, mean: number): number {
  if (Math.abs(x - mean) >= 0.1 * (x + mean)) return x * Math.log(x / mean) + mean - x;
  const v = (x - mean) / (x + mean);
  let sum = (x - mean) * v;
  let term = 2 * x * v;
  for (let j = 1; ; j++) {
    term *= v * v;
    const next = sum + term / (2 * j + 1);
    if (next === sum) return sum;
    sum = next;
  }
}

/**
 * Probability of exactly k successes in n trials (Loader 2000, "Fast and accurate computation of binomial probabilities").
 * @param k, n whole numbers, 0 ≤ k ≤ n
 * @param p of one success, 0 to 1
 */
function binomialProbability(k: number, n: number, p: number): number {
  if (p <= 0) return k === 0 ? 1 : 0;
  if (p >= 1) return k === n ? 1 : 0;
  if (k === 0) return Math.exp(n * Math.log1p(-p));
  if (k === n) return Math.exp(n * Math.log(p));
  const exponent =
    stirlingError(n) - stirlingError(k) - stirlingError(n - k) - deviance(k, n * p) - deviance(n - k, n * (1 - p));
  return Math.exp(exponent) * Math.sqrt(n / (2 * Math.PI * k * (n - k)));
}

/** Probabilities of k, k + 1, … n, each smaller than the one before it: k lies above the mean. */
function sumUp(k: number, n: number, p: number): number {
  let term = binomialProbability(k, n, p);
  let sum = term;
  for (let i = k; i < n; i++) {
    term *= ((n - i) / (i + 1)) * (p / (1 - p));
    const next = sum + term;
    if (next === sum) break;
    sum = next;
  }
  return sum;
}

/** P(X ≥ k) of a binomial. @param k, n whole numbers; @param p of one success, 0 to 1 */
export function upperTail(k: number, n: number, p: number): number {
  if (k <= 0) return 1;
  if (k > n || p <= 0) return 0;
  if (p >= 1) return 1;
  return k > n * p ? sumUp(k, n, p) : 1 - lowerTail(k - 1, n, p);
}

/** P(X ≤ k) of a binomial. @param k, n whole numbers; @param p of one success, 0 to 1 */
export function lowerTail(k: number, n: number, p: number): number {
  if (k >= n) return 1;
  if (k < 0 || p >= 1) return 0;
  if (p <= 0) return 1;
  return k < n * p ? sumUp(n - k, n, 1 - p) : 1 - upperTail(k + 1, n, p);
}

/** Where a function that falls from at or above 0 at `low` to below 0 at `high` crosses 0. */
function crossing(falls: (p: number) => number): number {
  let [low, high] = [0, 1];
  for (;;) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high || high - low <= 1e-14 * high) return middle;
    if (falls(middle) >= 0) low = middle;
    else high = middle;
  }
}

/**
 * Interval of the probability of one success that holds with at least the confidence (Clopper and Pearson 1934).
 * @param confidence such as 0.95
 */
export function clopperPearson(
  k: number,
  n: number,
  confidence: number,
): { readonly low: number; readonly high: number } {
  const tail = (1 - confidence) / 2;
  return {
    low: k === 0 ? 0 : crossing((p) => tail - upperTail(k, n, p)),
    high: k === n ? 1 : crossing((p) => lowerTail(k, n, p) - tail),
  };
}
