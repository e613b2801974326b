import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { assign, FORBIDDEN } from '../../src/contacts/assignment.ts';
import { type CallWitness, groupCalls } from '../../src/contacts/calls.ts';
import { distinct, mayBeSame } from '../../src/contacts/distinct.ts';
import { Grouping } from '../../src/contacts/grouping.ts';
import { DEFAULT_LIMITS } from '../../src/contacts/limits.ts';
import { changesOf } from '../../src/contacts/moves.ts';
import { openText, ruleText } from '../../src/contacts/rules.ts';
import { sameText, wordsOf } from '../../src/contacts/shingles.ts';
import { DEFAULT_DEFINITION } from '../../src/model/definition.ts';

/** Best assignment by trying all: most pairs, then least cost. */
function best(cost: readonly (readonly number[])[], row = 0, taken: ReadonlySet<number> = new Set()): [number, number] {
  if (row === cost.length) return [0, 0];
  let found = best(cost, row + 1, taken);
  for (const [c, value] of cost[row]!.entries()) {
    if (taken.has(c) || value >= FORBIDDEN) continue;
    const [pairs, sum] = best(cost, row + 1, new Set([...taken, c]));
    if (pairs + 1 > found[0] || (pairs + 1 === found[0] && sum + value < found[1])) found = [pairs + 1, sum + value];
  }
  return found;
}

const matrix = fc
  .record({ rows: fc.integer({ min: 1, max: 5 }), columns: fc.integer({ min: 1, max: 5 }) })
  .chain(({ rows, columns }) =>
    fc.array(
      fc.array(fc.oneof(fc.nat({ max: 20 }), fc.constant(FORBIDDEN)), { minLength: columns, maxLength: columns }),
      { minLength: rows, maxLength: rows },
    ),
  );

test('an assignment has the most pairs and the least cost', () => {
  void fc.assert(
    fc.property(matrix, (cost) => {
      const chosen = assign(cost);
      const pairs = [...chosen.entries()].filter(([, c]) => c !== -1);
      assert.equal(new Set(pairs.map(([, c]) => c)).size, pairs.length);
      const sum = pairs.reduce((total, [r, c]) => total + cost[r]![c]!, 0);
      assert.deepEqual([pairs.length, sum], best(cost));
    }),
    { numRuns: 500 },
  );
});

const calls = (source: number): fc.Arbitrary<CallWitness[]> =>
  fc
    .array(fc.nat({ max: 900 }), { maxLength: 7 })
    .map((starts) =>
      starts.map((at, i) => ({ record: source * 100 + i, source, earliest: at, latest: at, duration: 5 })),
    );

test('crowds paired in the order of their starts have as many pairs as by least cost', () => {
  void fc.assert(
    fc.property(calls(0), calls(1), (one, two) => {
      const pairs = (largestAssignment: number): number => {
        const grouping = new Grouping();
        groupCalls([...one, ...two], { ...DEFAULT_LIMITS, largestAssignment }, grouping);
        return grouping.classes().size;
      };
      assert.equal(pairs(0), pairs(256));
    }),
    { numRuns: 500 },
  );
});

test('the order of calls changes nothing, and no contact holds two records of one source', () => {
  void fc.assert(
    fc.property(calls(0), calls(1), calls(2), fc.infiniteStream(fc.nat()), (one, two, three, keys) => {
      const all = [...one, ...two, ...three];
      const classes = (order: readonly CallWitness[]): unknown => {
        const grouping = new Grouping();
        groupCalls(order, DEFAULT_LIMITS, grouping);
        return [...grouping.classes().values()].map((c) => c.records);
      };
      const shuffled = all
        .map((c) => ({ c, key: keys.next().value as number }))
        .sort((a, b) => a.key - b.key)
        .map(({ c }) => c);
      assert.deepEqual(classes(shuffled), classes(all));
      for (const records of classes(all) as number[][]) {
        const sources = records.map((r) => Math.floor(r / 100));
        assert.equal(new Set(sources).size, sources.length);
      }
    }),
    { numRuns: 300 },
  );
});

/** Size of a largest independent set, by trying all. */
function largest(n: number, edges: readonly (readonly [number, number])[]): number {
  let most = 0;
  for (let set = 0; set < 1 << n; set++) {
    const held = (i: number): boolean => ((set >> i) & 1) === 1;
    if (edges.some(([a, b]) => held(a) && held(b))) continue;
    most = Math.max(most, [...Array(n).keys()].filter(held).length);
  }
  return most;
}

const graph = fc.integer({ min: 1, max: 9 }).chain((n) =>
  fc.record({
    n: fc.constant(n),
    latest: fc.array(fc.nat({ max: 5 }), { minLength: n, maxLength: n }),
    edges: fc.array(fc.tuple(fc.nat({ max: n - 1 }), fc.nat({ max: n - 1 })), { maxLength: 14 }),
  }),
);

function chosen(n: number, latest: readonly number[], edges: readonly (readonly [number, number])[]): number[] {
  const certain = {
    contact: [...Array(n).keys()],
    latest,
    id: [...Array(n).keys()].map((i) => BigInt(i * 7919) % 11n),
  };
  return distinct(
    certain,
    mayBeSame(
      edges.map(([a]) => a),
      edges.map(([, b]) => b),
    ),
  );
}

test('what is listed is independent and maximal, and never larger than a largest independent set', () => {
  void fc.assert(
    fc.property(graph, ({ n, latest, edges }) => {
      const between = edges.filter(([a, b]) => a !== b);
      const listed = new Set(chosen(n, latest, between));
      for (const [a, b] of between) assert.ok(!(listed.has(a) && listed.has(b)));
      for (let i = 0; i < n; i++) {
        const barred = between.some(([a, b]) => (a === i && listed.has(b)) || (b === i && listed.has(a)));
        assert.ok(listed.has(i) || barred);
      }
      assert.ok(listed.size <= largest(n, between));
    }),
    { numRuns: 300 },
  );
});

test('where only time decides, what is listed is as large as can be', () => {
  const spans = fc.array(fc.tuple(fc.nat({ max: 30 }), fc.nat({ max: 8 })), { minLength: 1, maxLength: 9 });
  void fc.assert(
    fc.property(spans, (all) => {
      const edges = all.flatMap(([s, w], i) =>
        all.flatMap(([t, v], j): [number, number][] => (i < j && s <= t + v && t <= s + w ? [[i, j]] : [])),
      );
      const latest = all.map(([s, w]) => s + w);
      assert.equal(chosen(all.length, latest, edges).length, largest(all.length, edges));
    }),
    { numRuns: 300 },
  );
});

test('containment is over word shingles; short texts must be equal', () => {
  const text = wordsOf(Array.from({ length: 30 }, (_, i) => `w${i}`).join('  \n'));
  assert.equal(text.length, 30);
  assert.ok(sameText(text, [...text, 'and', 'a', 'footer'], 0.9, 20));
  assert.ok(!sameText(text, [...text.slice(0, 15), 'x', ...text.slice(16)], 0.9, 20));
  // Of 26 shingles one changed word spoils five.
  assert.ok(sameText(text, [...text.slice(0, 29), 'x'], 0.9, 20));
  assert.ok(!sameText(text, [...text.slice(0, 15), 'x', ...text.slice(16)], 0.81, 20));
  assert.ok(sameText(text, [...text.slice(0, 15), 'x', ...text.slice(16)], 0.8, 20));
  assert.ok(!sameText(['yes'], ['yes', 'no'], 0.9, 20));
  assert.ok(sameText([], [], 0.9, 20));
});

test('classes and pairs are the same whatever the order of joining', () => {
  const pair = fc.tuple(fc.nat({ max: 9 }), fc.nat({ max: 9 }));
  void fc.assert(
    fc.property(fc.array(pair, { maxLength: 12 }), fc.array(pair, { maxLength: 6 }), (joins, opens) => {
      const of = (order: readonly [number, number][]): unknown => {
        const grouping = new Grouping();
        for (const [a, b] of order) if (a !== b) grouping.join(a, b, (a + b) % 2 === 0 ? 'slot' : 'uid');
        for (const [a, b] of opens) grouping.leaveOpen(a, b, 'quoted');
        return [[...grouping.classes()], grouping.pairs()];
      };
      assert.deepEqual(of(joins), of(joins.toReversed()));
    }),
  );
});

test('every change of the definition changes one part, and none repeats', () => {
  for (const definition of [
    DEFAULT_DEFINITION,
    { ...DEFAULT_DEFINITION, minCallSeconds: 60, floor: 'any-report' as const },
  ]) {
    const changes = changesOf(definition);
    assert.equal(new Set(changes.map((c) => JSON.stringify(c.definition))).size, changes.length);
    for (const change of changes) {
      const parts = Object.keys(definition).filter(
        (key) =>
          JSON.stringify(change.definition[key as keyof typeof definition]) !==
          JSON.stringify(definition[key as keyof typeof definition]),
      );
      assert.deepEqual(parts, [change.part]);
    }
  }
});

test('rules are told in words with the limits that were used', () => {
  const limits = { ...DEFAULT_LIMITS, callStartSeconds: 77, bodyContainment: 0.5 };
  const [copies, carriers, unknown] = ruleText('message-id+carriers+made-up', limits);
  assert.match(copies!, /50 %/);
  assert.match(carriers!, /within 77 s/);
  assert.equal(unknown, 'made-up');
  assert.match(openText('near-time', limits), /within 120 s/);
});
