/** Days on which a rate changed, without a day that is given: optimal partitioning, pruned. */
import { rounded } from './conditional.ts';
import { weekly } from './dispersion.ts';

/**
 * Spread of weekly counts that no change of rate inflates: from the differences of neighbouring weeks. 1 for chance alone;
 * never less than 1.
 */
function roughness(daily: ArrayLike<number>): number {
  const weeks = weekly(daily);
  let [sum, pairs] = [0, 0];
  for (let i = 1; i < weeks.length; i++) {
    const both = weeks[i]! + weeks[i - 1]!;
    if (both === 0) continue;
    sum += (weeks[i]! - weeks[i - 1]!) ** 2 / both;
    pairs++;
  }
  return pairs === 0 ? 1 : Math.max(1, rounded(sum / pairs));
}

/**
 * Change points of daily counts: the partition of least Poisson cost, where each change costs 3 log n and each segment the
 * logarithm of its length (modified BIC, Zhang and Siegmund 2007), with pruning that keeps it exact (Killick, Fearnhead and
 * Eckley 2012, "PELT"). Costs are divided by the roughness, since bursts are no changes of rate.
 * @param daily contacts on each covered day, in order
 * @param shortest days that a segment has at least
 * @returns places of the first day of each segment but the first
 */
export function changePoints(daily: ArrayLike<number>, shortest: number, spread: number = roughness(daily)): number[] {
  const days = daily.length;
  if (days < 2 * shortest) return [];
  const sums = new Float64Array(days + 1);
  for (let i = 0; i < days; i++) sums[i + 1] = sums[i]! + daily[i]!;
  const cost = (from: number, to: number): number => {
    const count = sums[to]! - sums[from]!;
    return count === 0 ? 0 : (-2 * count * Math.log(count / (to - from))) / spread;
  };
  const penalty = 3 * Math.log(days);
  const best = new Float64Array(days + 1).fill(Number.POSITIVE_INFINITY);
  const last = new Int32Array(days + 1);
  best[0] = -penalty;
  let starts: number[] = [];
  for (let to = shortest; to <= days; to++) {
    const newest = to - shortest;
    if (newest === 0 || newest >= shortest) starts.push(newest);
    for (const from of starts) {
      const value = best[from]! + cost(from, to) + Math.log(to - from) + penalty;
      if (value >= best[to]!) continue;
      best[to] = value;
      last[to] = from;
    }
    // What is worse than ending a segment at `newest` can be the start of none that ends from here on.
    if (newest >= shortest)
      starts = starts.filter((from) => from === newest || best[from]! + cost(from, newest) < best[newest]!);
  }
  const found: number[] = [];
  for (let at = last[days]!; at > 0; at = last[at]!) found.push(at);
  return found.reverse();
}
