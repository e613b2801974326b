/** Small bipartite graphs and all their matchings, by trying everything. */
import * as fc from 'fast-check';
import { type CoverGraph, coverGraph, UNBOUNDED } from '../../src/reconcile/graph.ts';
import type { Matching } from '../../src/reconcile/matching.ts';

export interface Edge {
  readonly contact: number;
  readonly disclosure: number;
  readonly rank: number;
}

export interface SmallGraph {
  readonly contacts: number;
  readonly capacity: readonly number[];
  readonly edges: readonly Edge[];
  readonly classes: readonly number[];
}

/** Up to 7 contacts and 5 disclosures. */
export const smallGraph: fc.Arbitrary<SmallGraph> = fc
  .record({ contacts: fc.integer({ min: 1, max: 7 }), disclosures: fc.integer({ min: 1, max: 5 }) })
  .chain(({ contacts, disclosures }) =>
    fc.record({
      contacts: fc.constant(contacts),
      capacity: fc.array(fc.constantFrom(1, 1, 1, 2, 3, UNBOUNDED), { minLength: disclosures, maxLength: disclosures }),
      edges: fc.array(
        fc.record({
          contact: fc.nat(contacts - 1),
          disclosure: fc.nat(disclosures - 1),
          rank: fc.nat(2),
        }),
        { maxLength: 14 },
      ),
      classes: fc.array(fc.constantFrom(0, 0, 1), { minLength: contacts, maxLength: contacts }),
    }),
  );

/** The graph of columns that the program works on. */
export function built(g: SmallGraph): CoverGraph {
  return coverGraph(g.contacts, Int32Array.from(g.capacity), {
    contact: g.edges.map((e) => e.contact),
    disclosure: g.edges.map((e) => e.disclosure),
    rank: g.edges.map((e) => e.rank),
  });
}

/** Every set of contacts that some assignment within the capacities covers, as bit masks. */
export function coverable(g: SmallGraph): Set<number> {
  const fits = Array.from({ length: g.contacts }, (_, c) => [
    ...new Set(g.edges.filter((e) => e.contact === c).map((e) => e.disclosure)),
  ]);
  const found = new Set<number>();
  const room = g.capacity.map((k) => (k === UNBOUNDED ? g.contacts : k));
  const visit = (c: number, mask: number): void => {
    if (c === g.contacts) {
      found.add(mask);
      return;
    }
    visit(c + 1, mask);
    for (const d of fits[c]!) {
      if (room[d]! === 0) continue;
      room[d]!--;
      visit(c + 1, mask | (1 << c));
      room[d]!++;
    }
  };
  visit(0, 0);
  return found;
}

/** Number of members of a mask. */
export function count(mask: number): number {
  return mask === 0 ? 0 : (mask & 1) + count(mask >>> 1);
}

/** The best of these sets: most contacts of class 0, then most of class 1, and so on. */
export function optimal(g: SmallGraph, sets: Set<number>): number[] {
  const of = (mask: number, k: number): number =>
    count(mask & g.classes.reduce((m, c, i) => (c === k ? m | (1 << i) : m), 0));
  const better = (a: number, b: number): number => of(b, 0) - of(a, 0) || of(b, 1) - of(a, 1);
  const sorted = [...sets].sort(better);
  return sorted.filter((mask) => better(mask, sorted[0]!) === 0);
}

/** Number of contacts that a matching covers. */
export function size(matching: Matching): number {
  return matching.disclosureOf.filter((d) => d !== -1).length;
}
