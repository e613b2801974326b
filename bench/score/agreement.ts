/** How well clusters fit what is known to be true. */

export interface Agreement {
  /** Of the pairs that clusters imply, those that are true; 1 where there is none. */
  readonly precision: number;
  /** Of the true pairs, those that clusters imply. */
  readonly recall: number;
  readonly f1: number;
  /** B-cubed (Bagga and Baldwin 1998): the same for each description by itself, then the mean. */
  readonly bPrecision: number;
  readonly bRecall: number;
  readonly bF1: number;
}

const harmonic = (p: number, r: number): number => (p + r === 0 ? 0 : (2 * p * r) / (p + r));
const pairs = (n: number): number => (n * (n - 1)) / 2;

/**
 * @param clusters of places in `truth`; whoever is in none is alone
 * @param truth who each description is of
 */
export function agreement(
  clusters: readonly { readonly members: readonly number[] }[],
  truth: readonly string[],
): Agreement {
  const size = new Map<string, number>();
  for (const person of truth) size.set(person, (size.get(person) ?? 0) + 1);
  let [implied, right, bPrecision, bRecall] = [0, 0, 0, 0];
  const alone = new Set(truth.keys());
  for (const { members } of clusters) {
    implied += pairs(members.length);
    for (const [person, own] of Map.groupBy(members, (member) => truth[member]!)) {
      right += pairs(own.length);
      bPrecision += own.length ** 2 / members.length;
      bRecall += own.length ** 2 / size.get(person)!;
    }
    for (const member of members) alone.delete(member);
  }
  bPrecision += alone.size;
  for (const member of alone) bRecall += 1 / size.get(truth[member]!)!;
  const all = [...size.values()].reduce((sum, n) => sum + pairs(n), 0);
  const precision = implied === 0 ? 1 : right / implied;
  const recall = all === 0 ? 1 : right / all;
  const [bp, br] = [bPrecision / truth.length, bRecall / truth.length];
  return { precision, recall, f1: harmonic(precision, recall), bPrecision: bp, bRecall: br, bF1: harmonic(bp, br) };
}
