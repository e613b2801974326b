import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { assign } from '../../src/reconcile/assign.ts';
import { coverConvexParts } from '../../src/reconcile/convex.ts';
import { coverGraph, UNBOUNDED } from '../../src/reconcile/graph.ts';
import { augment, emptyMatching } from '../../src/reconcile/matching.ts';
import { built, count, coverable, optimal, size, smallGraph } from './brute.ts';

const biggest = (sets: Set<number>): number => Math.max(...[...sets].map(count));

test('a matching is as large as the largest found by trying everything', () => {
  void fc.assert(
    fc.property(smallGraph, (g) => {
      const graph = built(g);
      const matching = emptyMatching(graph);
      augment(graph, matching, [...Array(g.contacts).keys()], 2);
      assert.equal(size(matching), biggest(coverable(g)));
    }),
    { numRuns: 1000 },
  );
});

test('an assignment keeps within capacities, uses only edges that exist, and its size does not depend on preferences', () => {
  void fc.assert(
    fc.property(smallGraph, (g) => {
      const graph = built(g);
      const { disclosureOf, rankOf } = assign(graph, Uint8Array.from(g.classes));
      const used = g.capacity.map(() => 0);
      for (const [c, d] of disclosureOf.entries()) {
        if (d === -1) continue;
        used[d]!++;
        const ranks = g.edges.filter((e) => e.contact === c && e.disclosure === d).map((e) => e.rank);
        assert.equal(rankOf[c], Math.min(...ranks));
      }
      for (const [d, n] of used.entries()) assert.ok(g.capacity[d] === UNBOUNDED || n <= g.capacity[d]!);
      assert.equal(disclosureOf.filter((d) => d !== -1).length, biggest(coverable(g)));
    }),
    { numRuns: 1000 },
  );
});

test('contested are exactly those that some best assignment covers and some does not, or that none covers though one fits', () => {
  void fc.assert(
    fc.property(smallGraph, (g) => {
      const graph = built(g);
      const { partOf, disclosureOf } = assign(graph, Uint8Array.from(g.classes));
      const best = optimal(g, coverable(g));
      for (let c = 0; c < g.contacts; c++) {
        const fits = g.edges.some((e) => e.contact === c);
        const uncovered = best.some((mask) => (mask & (1 << c)) === 0);
        assert.equal(partOf[c] !== -1, fits && uncovered, `contact ${c}`);
        if (!fits) assert.equal(disclosureOf[c], -1);
      }
    }),
    { numRuns: 1000 },
  );
});

test('of the contacts of a contested part, all but those covered are uncovered in every best assignment', () => {
  void fc.assert(
    fc.property(smallGraph, (g) => {
      const { partOf, disclosureOf } = assign(built(g), Uint8Array.from(g.classes));
      const best = optimal(g, coverable(g));
      for (const part of new Set(partOf.filter((p) => p !== -1))) {
        const members = [...partOf.keys()].filter((c) => partOf[c] === part);
        const mask = members.reduce((m, c) => m | (1 << c), 0);
        const covered = members.filter((c) => disclosureOf[c] !== -1).length;
        for (const set of best) assert.equal(count(set & mask), covered);
        assert.equal(Math.min(...members), part);
      }
    }),
    { numRuns: 1000 },
  );
});

/** Contacts at points, disclosures as intervals. */
const intervals = fc.record({
  points: fc.array(fc.nat(12), { minLength: 1, maxLength: 7 }),
  spans: fc.array(fc.record({ from: fc.nat(12), length: fc.nat(6), capacity: fc.constantFrom(1, 1, 2, UNBOUNDED) }), {
    minLength: 1,
    maxLength: 5,
  }),
});

test('where only time decides, covering in turn by the disclosure that ends first is maximum', () => {
  void fc.assert(
    fc.property(intervals, ({ points, spans }) => {
      const sorted = points.toSorted((a, b) => a - b);
      const edges = sorted.flatMap((p, contact) =>
        spans.flatMap((s, disclosure) =>
          p >= s.from && p <= s.from + s.length ? [{ contact, disclosure, rank: 0 }] : [],
        ),
      );
      const g = {
        contacts: points.length,
        capacity: spans.map((s) => s.capacity),
        edges,
        classes: points.map(() => 0),
      };
      const graph = built(g);
      const matching = emptyMatching(graph);
      coverConvexParts(graph, matching, [...sorted.keys()], 0);
      assert.equal(size(matching), biggest(coverable(g)));
    }),
    { numRuns: 1000 },
  );
});

test('parts in which more than time decides are left to the other method', () => {
  void fc.assert(
    fc.property(smallGraph, (g) => {
      const exact = { ...g, edges: g.edges.map((e) => ({ ...e, rank: 0 })) };
      const graph = built(exact);
      const matching = emptyMatching(graph);
      const all = [...Array(g.contacts).keys()];
      coverConvexParts(graph, matching, all, 0);
      for (const [c, d] of matching.disclosureOf.entries())
        assert.ok(d === -1 || g.edges.some((e) => e.contact === c && e.disclosure === d), `${c} by ${d}`);
      augment(graph, matching, all, 0);
      assert.equal(size(matching), biggest(coverable(exact)));
    }),
    { numRuns: 1000 },
  );
});

test('no contact is left with a worse disclosure while a better one has room', () => {
  void fc.assert(
    fc.property(smallGraph, (g) => {
      const { disclosureOf, rankOf } = assign(built(g), Uint8Array.from(g.classes));
      const used = g.capacity.map((_, d) => disclosureOf.filter((held) => held === d).length);
      for (const e of g.edges) {
        const free = g.capacity[e.disclosure] === UNBOUNDED || used[e.disclosure]! < g.capacity[e.disclosure]!;
        if (free && disclosureOf[e.contact] !== -1) assert.ok(rankOf[e.contact]! <= e.rank);
      }
    }),
    { numRuns: 1000 },
  );
});

test('the order of the edges changes nothing', () => {
  void fc.assert(
    fc.property(
      smallGraph.chain((g) =>
        fc.tuple(fc.constant(g), fc.shuffledSubarray([...g.edges], { minLength: g.edges.length })),
      ),
      ([g, edges]) => {
        const classes = Uint8Array.from(g.classes);
        assert.deepEqual(assign(built({ ...g, edges }), classes), assign(built(g), classes));
      },
    ),
    { numRuns: 200 },
  );
});

test('exact is preferred to coarse, coarse to late, and the earlier to the later', () => {
  const graph = coverGraph(2, Int32Array.from([1, UNBOUNDED, 1]), {
    contact: [0, 0, 0, 1, 1],
    disclosure: [2, 1, 0, 2, 1],
    rank: [2, 1, 0, 2, 1],
  });
  const { disclosureOf, partOf } = assign(graph, new Uint8Array(2));
  assert.deepEqual([...disclosureOf], [0, 1]);
  assert.deepEqual([...partOf], [-1, -1]);
});

test('two calls and one entry that fits both: one is not covered, which is not determined', () => {
  const graph = coverGraph(3, Int32Array.from([1]), { contact: [0, 1], disclosure: [0, 0], rank: [0, 0] });
  const { disclosureOf, partOf } = assign(graph, new Uint8Array(3));
  assert.deepEqual([...disclosureOf], [0, -1, -1]);
  assert.deepEqual([...partOf], [0, 0, -1]);
});

test('a meeting that took place is covered before one that was only planned', () => {
  const graph = coverGraph(2, Int32Array.from([1]), { contact: [0, 1], disclosure: [0, 0], rank: [0, 0] });
  const { disclosureOf, partOf } = assign(graph, Uint8Array.from([2, 0]));
  assert.deepEqual([...disclosureOf], [-1, 0]);
  assert.deepEqual([...partOf], [0, -1]);
});

test('a long chain of exchanges needs no deep stack', () => {
  const n = 50_000;
  const contact: number[] = [];
  const disclosure: number[] = [];
  for (let c = 0; c < n; c++) {
    contact.push(c, c);
    disclosure.push(c, c + 1);
  }
  // The last contact fits the first disclosure only: covering it moves all others along.
  contact.push(n);
  disclosure.push(0);
  const graph = coverGraph(n + 1, new Int32Array(n + 1).fill(1), { contact, disclosure, rank: contact.map(() => 0) });
  const matching = emptyMatching(graph);
  augment(graph, matching, [...Array(n + 1).keys()], 0);
  assert.equal(size(matching), n + 1);
});
