/** The same probabilities in whole numbers: slow, and right to the last digit. */

function choose(n: number, k: number): bigint {
  let [above, below] = [1n, 1n];
  for (let i = 1; i <= k; i++) {
    above *= BigInt(n - k + i);
    below *= BigInt(i);
  }
  return above / below;
}

/** A fraction as a number, to 17 digits. */
function asNumber(above: bigint, below: bigint): number {
  if (above === 0n) return 0;
  let exponent = 0;
  let scaled = above;
  while (scaled < below * 10n ** 18n) {
    scaled *= 10n;
    exponent++;
  }
  return Number(`${scaled / below}e-${exponent}`);
}

/** Binomial of n trials with success at a / b. */
export class ExactBinomial {
  readonly #terms: bigint[];
  readonly #all: bigint;

  constructor(n: number, a: number, b: number) {
    this.#terms = Array.from(
      { length: n + 1 },
      (_, k) => choose(n, k) * BigInt(a) ** BigInt(k) * BigInt(b - a) ** BigInt(n - k),
    );
    this.#all = BigInt(b) ** BigInt(n);
  }

  #sum(from: number, to: number): bigint {
    return this.#terms.slice(from, to).reduce((sum, term) => sum + term, 0n);
  }

  upper(k: number): number {
    return asNumber(this.#sum(k, this.#terms.length), this.#all);
  }

  lower(k: number): number {
    return asNumber(this.#sum(0, k + 1), this.#all);
  }

  /** Twice the smaller tail, at most 1. */
  twoSided(k: number): number {
    return Math.min(1, 2 * Math.min(this.upper(k), this.lower(k)));
  }
}
