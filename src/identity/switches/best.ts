/** Pairs of which each is the other's best. */

/** A pair whose dates fit. */
export interface Scored {
  readonly pair: number;
  readonly old: number;
  readonly new: number;
  readonly score: number;
}

/** Highest score first, then by their numbers. */
function ordered(pairs: readonly Scored[]): Scored[] {
  return [...pairs].sort((a, b) => b.score - a.score || a.old - b.old || a.new - b.new);
}

/** The pairs that alone have the highest score of those with one end in common. @param pairs in order */
function alone(pairs: readonly Scored[], end: 'old' | 'new'): Set<Scored> {
  const groups = Map.groupBy(pairs, (pair) => pair[end]);
  return new Set([...groups.values()].flatMap(([first, second]) => (second?.score === first!.score ? [] : [first!])));
}

/** Pairs of which each is the other's best, highest score first; between equals nothing is chosen. */
export function mutualBest(pairs: readonly Scored[]): Scored[] {
  const order = ordered(pairs);
  const [ofOld, ofNew] = [alone(order, 'old'), alone(order, 'new')];
  return order.filter((pair) => ofOld.has(pair) && ofNew.has(pair));
}
