/** What the loaded disclosures reach: whose, to which audience, of which channels, on which days. */

/** One declared reach: contacts of these parties in these seconds (inclusive) would be told of. */
export interface Reach {
  readonly party: number;
  /** Number of the audience. */
  readonly audience: number;
  /** Place in CHANNELS. */
  readonly channel: number;
  readonly from: number;
  readonly to: number;
}

/**
 * Joins declarations that touch or overlap, so that each contact lies inside of at most one.
 * @returns disjoint spans in the order of party, audience, channel, time
 */
export function joinReach(declared: readonly Reach[]): Reach[] {
  const order = (a: Reach, b: Reach): number =>
    a.party - b.party || a.audience - b.audience || a.channel - b.channel || a.from - b.from || a.to - b.to;
  const joined: Reach[] = [];
  for (const next of declared.toSorted(order)) {
    const last = joined.at(-1);
    const touches =
      last !== undefined &&
      last.party === next.party &&
      last.audience === next.audience &&
      last.channel === next.channel &&
      next.from <= last.to + 1;
    if (touches) joined[joined.length - 1] = { ...last, to: Math.max(last.to, next.to) };
    else if (next.from <= next.to) joined.push(next);
  }
  return joined;
}
