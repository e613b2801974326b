/** Contacts no two of which can be one event. */

/**
 * An independent set in the may-be-same graph, greedy in the given order: any such set is a sound lower bound of the
 * number of events.
 * @param order contacts, those first that are to be kept rather than others
 * @param same pairs that may be one event
 */
export function independent(order: readonly number[], same: readonly (readonly [number, number])[]): number[] {
  const neighbours = new Map<number, number[]>();
  const add = (a: number, b: number): void => {
    const known = neighbours.get(a);
    if (known === undefined) neighbours.set(a, [b]);
    else known.push(b);
  };
  for (const [a, b] of same) {
    add(a, b);
    add(b, a);
  }
  const kept = new Set<number>();
  for (const c of order) if (!neighbours.get(c)?.some((other) => kept.has(other))) kept.add(c);
  return [...kept];
}
