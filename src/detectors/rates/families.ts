/** Corrections for asking many questions at once. */

/** Places of values from the smallest to the largest; equal ones as they come. */
function ascending(values: readonly number[]): number[] {
  return values.map((_, i) => i).sort((a, b) => values[a]! - values[b]! || a - b);
}

/**
 * Adjusted p-values that hold the chance of even one false alarm among all tests (Holm 1979): for questions named beforehand.
 * @returns in the order given; a finding at level a is an adjusted value of at most a
 */
export function holm(values: readonly number[]): number[] {
  const adjusted = new Array<number>(values.length).fill(1);
  let most = 0;
  ascending(values).forEach((place, rank) => {
    most = Math.max(most, Math.min(1, (values.length - rank) * values[place]!));
    adjusted[place] = most;
  });
  return adjusted;
}

/**
 * Adjusted p-values that hold the expected share of false alarms among all alarms (Benjamini and Hochberg 1995): for a scan.
 * @returns in the order given
 */
export function benjaminiHochberg(values: readonly number[]): number[] {
  const adjusted = new Array<number>(values.length).fill(1);
  let least = 1;
  ascending(values)
    .map((place, rank) => ({ place, rank }))
    .reverse()
    .forEach(({ place, rank }) => {
      least = Math.min(least, (values.length / (rank + 1)) * values[place]!);
      adjusted[place] = least;
    });
  return adjusted;
}
