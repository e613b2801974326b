import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { undisclosed } from '../../src/reconcile/undisclosed.ts';
import { truthOf, type World, world } from './world.ts';

const answer = (w: World): ReturnType<typeof undisclosed> => undisclosed(w.counted, w.owed, w.given, w.fits);

test('the lower bound never exceeds and the upper bound never undercuts what is true', () => {
  void fc.assert(
    fc.property(world, (w) => {
      const { bounds } = answer(w);
      const truth = truthOf(w);
      assert.ok(bounds.min <= truth, `at least ${bounds.min}, but true are ${truth}`);
      assert.ok(truth <= bounds.max, `at most ${bounds.max}, but true are ${truth}`);
    }),
    { numRuns: 3000 },
  );
});

test('the lower bound is the size of what is listed, and no two of those can be one event', () => {
  void fc.assert(
    fc.property(world, (w) => {
      const { bounds, undisclosed, contests } = answer(w);
      assert.equal(bounds.min, undisclosed.length + contests.reduce((sum, c) => sum + c.uncovered, 0));
      const listed = new Set([...undisclosed, ...contests.flatMap((c) => c.contacts)]);
      assert.equal(listed.size, undisclosed.length + contests.flatMap((c) => c.contacts).length);
      for (const [a, b] of w.counted.same) assert.ok(!(listed.has(a) && listed.has(b)), `${a} and ${b}`);
      for (const c of contests) assert.ok(c.uncovered >= 1 && c.uncovered <= c.contacts.length);
    }),
    { numRuns: 1000 },
  );
});

test('the bounds are often the truth itself', () => {
  // Bounds that are merely sound could be 0 and everything; these worlds are small and mostly certain.
  let [exactLeast, exactMost, all] = [0, 0, 0];
  for (const w of fc.sample(world, { numRuns: 500, seed: 7 })) {
    const { bounds } = answer(w);
    const truth = truthOf(w);
    all++;
    if (bounds.min === truth) exactLeast++;
    if (bounds.max === truth) exactMost++;
  }
  assert.ok(exactLeast > all / 3, `${exactLeast} of ${all}`);
  assert.ok(exactMost > all / 4, `${exactMost} of ${all}`);
});

/** A case by hand: rows are [contact, sure], edges [row, disclosure, firm]. */
function asked(
  certain: readonly number[],
  rows: readonly (readonly [number, number])[],
  capacity: readonly number[],
  edges: readonly (readonly [number, number, number])[],
  more: { readonly same?: [number, number][]; readonly register?: number[]; readonly nearness?: number[] } = {},
): ReturnType<typeof undisclosed> {
  return undisclosed(
    { certain, same: more.same ?? [] },
    {
      contact: rows.map(([contact]) => contact),
      sure: rows.map(([, sure]) => sure),
    },
    { capacity: Int32Array.from(capacity), register: more.register ?? capacity.map(() => 0) },
    {
      contact: edges.map(([row]) => row),
      disclosure: edges.map(([, d]) => d),
      rank: edges.map(() => 0),
      firm: edges.map(([, , firm]) => firm),
      own: edges.map(() => 1),
      nearness: edges.map(([row]) => more.nearness?.[row] ?? 0),
    },
  );
}

const three = [
  [0, 1],
  [1, 1],
  [2, 1],
] as const;

test('two calls with one entry of that day, and one that nothing fits: two, and it is said which', () => {
  const found = asked(
    [1, 1, 1],
    three,
    [1],
    [
      [0, 0, 1],
      [1, 0, 1],
    ],
  );
  assert.deepEqual(found.bounds, { min: 2, max: 2 });
  assert.deepEqual(found.undisclosed, [2]);
  assert.deepEqual(found.contests, [{ contacts: [0, 1], uncovered: 1 }]);
});

test('an entry that does not agree for certain can have been about something else', () => {
  const found = asked(
    [1, 1, 1],
    three,
    [1],
    [
      [0, 0, 0],
      [1, 0, 0],
    ],
  );
  assert.deepEqual(found.bounds, { min: 2, max: 3 });
});

test('"several times" may cover all in its period, and covers none for certain', () => {
  const found = asked(
    [1, 1, 1],
    three,
    [-1],
    [
      [0, 0, 0],
      [1, 0, 0],
      [2, 0, 0],
    ],
  );
  assert.deepEqual(found.bounds, { min: 0, max: 3 });
});

test('what hangs on an identity is in the upper bound alone', () => {
  assert.deepEqual(
    asked(
      [1, 0],
      [
        [0, 1],
        [1, 1],
      ],
      [],
      [],
    ).bounds,
    { min: 1, max: 2 },
  );
});

test('outside of the reach of the loaded disclosures nothing is undisclosed for certain', () => {
  assert.deepEqual(
    asked(
      [1, 1],
      [
        [0, 0],
        [1, 1],
      ],
      [],
      [],
    ).bounds,
    { min: 1, max: 2 },
  );
});

test('two attendees owe two accounts', () => {
  const both = [
    [0, 1],
    [0, 1],
  ] as const;
  assert.deepEqual(
    asked(
      [1],
      both,
      [1, 1],
      [
        [0, 0, 1],
        [1, 1, 1],
      ],
    ).bounds,
    { min: 0, max: 0 },
  );
  assert.deepEqual(asked([1], both, [1], [[0, 0, 1]]).bounds, { min: 1, max: 1 });
});

test('two entries of one register tell of two calls, two registers may tell of one', () => {
  const [c, edges] = [
    [1, 1],
    [
      [0, 0, 1],
      [1, 0, 1],
      [0, 1, 1],
      [1, 1, 1],
    ] as const,
  ];
  const rows = [
    [0, 1],
    [1, 1],
  ] as const;
  assert.deepEqual(asked(c, rows, [1, 1], edges).bounds, { min: 0, max: 0 });
  assert.deepEqual(asked(c, rows, [1, 1], edges, { register: [0, 1] }).bounds, { min: 0, max: 1 });
  assert.deepEqual(asked(c, rows, [1, 1], edges, { register: [-1, -1] }).bounds, { min: 0, max: 2 });
});

test('an entry that may be about a contact outside of the count covers none of it for certain', () => {
  const rows = [
    [0, 1],
    [-1, 0],
  ] as const;
  const edges = [
    [0, 0, 1],
    [1, 0, 1],
  ] as const;
  assert.deepEqual(asked([1], rows, [1], edges).bounds, { min: 0, max: 1 });
  // An unanswered call is none that anybody tells of.
  assert.deepEqual(asked([1], rows, [1], edges, { nearness: [0, 2] }).bounds, { min: 0, max: 0 });
});

test('contacts that may be one event count once in the least and twice in the most', () => {
  assert.deepEqual(
    asked(
      [1, 1],
      [
        [0, 1],
        [1, 1],
      ],
      [],
      [],
      { same: [[0, 1]] },
    ).bounds,
    { min: 1, max: 2 },
  );
});

test('contacts of which nobody owes an account are not counted', () => {
  assert.deepEqual(asked([1, 1], [[0, 1]], [], []).bounds, { min: 1, max: 1 });
});
