/** Who is one person: the estimate, the clusters, and both together on made-up people. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import fc from 'fast-check';
import { type Linked, linkPeople } from '../../src/case/identity/link.ts';
import { clustersOf, NOTHING_SETTLED, type Settled } from '../../src/identity/linkage/clusters.ts';
import { estimate } from '../../src/identity/linkage/estimate.ts';
import { type Field, MISSING } from '../../src/identity/linkage/fields.ts';
import { weightsOf } from '../../src/identity/linkage/weights.ts';
import { createLedger } from '../../src/ledger/duckdb.ts';

const LIMITS = { join: 10, balance: 5, weakest: 0 };

type Pair = readonly [a: number, b: number, weight: number];

function columns(pairs: readonly Pair[]) {
  const of = (i: 0 | 1 | 2): Int32Array => Int32Array.from(pairs, (pair) => pair[i]);
  return { a: of(0), b: of(1), weight: of(2) };
}

const members = (pairs: readonly Pair[], settled: Settled = NOTHING_SETTLED): number[][] =>
  clustersOf(columns(pairs), settled, LIMITS).map((cluster) => [...cluster.members]);

test('a chain of weak links makes no strong one', () => {
  assert.deepEqual(
    members([
      [0, 1, 20],
      [1, 2, 15],
      [0, 2, -5],
    ]),
    [[0, 1]],
  );
  assert.deepEqual(
    members([
      [0, 1, 20],
      [1, 2, 15],
      [0, 2, 1],
    ]),
    [[0, 1, 2]],
  );
  assert.deepEqual(
    members([
      [0, 1, 20],
      [1, 2, 15],
    ]),
    [[0, 1]],
    'a pair that nothing was compared of is against it',
  );
});

test('what is settled wins over what is likely', () => {
  const apart: Settled = { same: [], apart: (a, b) => a + b === 1 };
  assert.deepEqual(members([[0, 1, 99]], apart), []);
  const same: Settled = { same: [[0, 1]], apart: () => false };
  assert.deepEqual(members([[0, 1, -99]], same), [[0, 1]]);
});

test('what is settled to be one agrees as its best spelling does', () => {
  const same: Settled = { same: [[0, 1]], apart: () => false };
  assert.deepEqual(members([[1, 2, 20]], same), [[0, 1, 2]], 'the other spelling was not even compared');
  const many: Settled = {
    same: [
      [4, 2],
      [2, 0],
      [3, 4],
    ],
    apart: () => false,
  };
  assert.deepEqual(members([[0, 3, -99]], many), [[0, 2, 3, 4]]);
  const apart: Settled = { same: [[0, 1]], apart: (a, b) => a + b === 2 };
  assert.deepEqual(members([[1, 2, 20]], apart), [[0, 1]], 'what one spelling is not, no other is');
});

test('somebody of whom little is known does not join two people', () => {
  // 1 is a bare name; 0 and 2 are two people who have it.
  const pairs: Pair[] = [
    [0, 1, 12],
    [1, 2, 11],
    [0, 2, 0],
  ];
  const found = (balance: number): number[][] =>
    clustersOf(columns(pairs), NOTHING_SETTLED, { ...LIMITS, weakest: -50, balance }).map((c) => [...c.members]);
  assert.deepEqual(found(16), [[0, 1, 2]], '11 and the mean of 11 and 0');
  assert.deepEqual(found(17), [[0, 1]]);
});

test('the weakest pair of a cluster is told', () => {
  const [cluster] = clustersOf(
    columns([
      [0, 1, 20],
      [1, 2, 15],
      [0, 2, 3],
    ]),
    NOTHING_SETTLED,
    LIMITS,
  );
  assert.deepEqual(cluster!.weakest, { a: 0, b: 2, weight: 3 });
});

test('clusters keep to their limits, whatever the order of the pairs', () => {
  const pairs = fc.uniqueArray(fc.tuple(fc.nat(7), fc.nat(7), fc.integer({ min: -20, max: 40 })), {
    selector: ([a, b]) => `${Math.min(a, b)} ${Math.max(a, b)}`,
    maxLength: 28,
  });
  fc.assert(
    fc.property(pairs, fc.infiniteStream(fc.double({ noNaN: true })), (drawn, order) => {
      const ordered = drawn.filter(([a, b]) => a !== b).map(([a, b, w]): Pair => [Math.min(a, b), Math.max(a, b), w]);
      const shuffled = ordered.map((pair) => ({ pair, key: order.next().value! })).sort((x, y) => x.key - y.key);
      const found = members(ordered);
      assert.deepEqual(members(shuffled.map(({ pair }) => pair)), found);
      const weight = new Map(ordered.map(([a, b, w]) => [`${a} ${b}`, w]));
      for (const cluster of found)
        for (const [i, a] of cluster.entries())
          for (const b of cluster.slice(i + 1)) assert.ok((weight.get(`${a} ${b}`) ?? -1) >= 0, `${a} ${b}`);
    }),
  );
});

test('the estimate finds how often one person agrees', () => {
  const fields: Field[] = [
    { name: 'code', kind: 'phone' },
    { name: 'born', kind: 'phone' },
    { name: 'town', kind: 'phone' },
  ];
  // A hundred pairs of one person that agree in nine of ten, ten thousand of two people that agree in one of a hundred.
  const random = [0, 1].flatMap((a) =>
    [0, 1].flatMap((b) =>
      [0, 1].map((c) => ({
        levels: [a, b, c],
        pairs: Math.round(1e6 * [a, b, c].reduce((p, l) => p * (l === 0 ? 0.01 : 0.99), 1)),
      })),
    ),
  );
  const mixed = random.map(({ levels, pairs }) => ({
    levels,
    pairs: pairs / 100 + 100 * levels.reduce((p, l) => p * (l === 0 ? 0.9 : 0.1), 1),
  }));
  const picked = fields.map((_, field) => ({ field, patterns: mixed.filter(({ levels }) => levels[field] === 0) }));
  const found = estimate(fields, mixed, picked, random, 10_100);
  for (const row of found.m) assert.ok(Math.abs(row[0]! - 0.9) < 0.03, `m ${row[0]}`);
  for (const row of found.u) assert.ok(Math.abs(row[0]! - 0.01) < 0.001, `u ${row[0]}`);
  assert.ok(Math.abs(found.matches - 100) < 10, `${found.matches} matches`);
});

test('what cannot be compared says nothing', () => {
  const fields: Field[] = [
    { name: 'a', kind: 'phone' },
    { name: 'b', kind: 'phone' },
  ];
  const random = [
    { levels: [1, 1], pairs: 99 },
    { levels: [0, 0], pairs: 1 },
  ];
  const silent = [{ levels: [MISSING, MISSING], pairs: 1000 }];
  assert.deepEqual(estimate(fields, silent, [], random, 1e4).m, estimate(fields, [], [], random, 1e4).m);
});

/** Made-up people: each with a few spellings, which slips and short names vary. */
const PEOPLE = [
  ['lovisa', 'talman', '19640302', 'skarvik'],
  ['dirk', 'bolverk', '19580117', 'harstad'],
  ['william', 'kalkholm', '19710930', 'skarvik'],
  ['johan', 'strandell', '19690512', 'bergby'],
  ['johan', 'strandell', '19870401', 'harstad'],
  ['anna', 'lindh', '19800808', 'bergby'],
] as const;
const VARIANTS: readonly ((p: readonly string[]) => (string | null)[])[] = [
  ([g, f, d, t]) => [g!, f!, d!, t!],
  ([g, f, d, t]) => [g!.slice(0, 1), f!, d!, t!],
  ([g, f, d, t]) => [g!, `${f!.slice(0, -1)}x`, d!, t!],
  ([g, f, d]) => [f!, g!, d!, null],
];
const FIELDS: Field[] = [
  { name: 'given', kind: 'given' },
  { name: 'family', kind: 'family' },
  { name: 'born', kind: 'date' },
  { name: 'town', kind: 'place' },
];

type Rows = readonly (readonly (string | null)[])[];

async function model(rows: Rows, threads = 1): Promise<Linked> {
  const ledger = await createLedger(':memory:', { threads });
  after(() => ledger.close());
  const text = (value: string | null): string => (value === null ? 'null' : `'${value}'`);
  const values = rows.map((row, i) => `(${i}, ${row.map(text).join(', ')})`).join(', ');
  await ledger.run({
    name: 'made-up',
    sql: `create temp table described as select * from (values ${values}) t(person_no, given, family, born, town)`,
  });
  return linkPeople(ledger, 'described', FIELDS);
}

async function linked(rows: Rows): Promise<number[][]> {
  return (await model(rows)).clusters.map((cluster) => [...cluster.members]);
}

/** Many strangers, so that rarity and chance can be told. */
const STRANGERS = Array.from({ length: 120 }, (_, i) => [
  `name${String.fromCharCode(97 + (i % 26))}${i % 7}`,
  `${'bcdfghklmn'[i % 10]}${'aeiou'[i % 5]}${'rstvz'[(i * 7) % 5]}${'aeiou'[(i * 3) % 5]}${'lmnrst'[(i * 11) % 6]}sson${i}`,
  String(19400101 + i * 5077),
  ['skarvik', 'bergby', 'harstad', 'lund'][i % 4]!,
]);

test('spellings of one person join, two people of one name stay two', async () => {
  const rows = [...PEOPLE.flatMap((person) => VARIANTS.map((variant) => variant(person))), ...STRANGERS];
  const found = await linked(rows);
  const expected = PEOPLE.map((_, p) => VARIANTS.map((_, v) => p * VARIANTS.length + v));
  assert.deepEqual(found, expected);
});

test('one thread or two, the model is the same to the last bit', async () => {
  const rows = [...PEOPLE.flatMap((person) => VARIANTS.map((variant) => variant(person))), ...STRANGERS];
  const [one, two] = [await model(rows, 1), await model(rows, 2)];
  assert.deepEqual(two, one);
});

test('a rough level stands between the levels beside it', () => {
  const fields: Field[] = [{ name: 'town', kind: 'place' }];
  const weights = weightsOf(
    fields,
    { m: [[0.8, 0.1, 0.05, 0.05]], u: [[0.01, 0.0001, 0.02, 0.9699]], pairs: [[100, 1, 50, 100]], matches: 100 },
    1e6,
  );
  const [same, nearly, alike, differs] = weights.levels[0]!;
  assert.equal(nearly, same, 'seen once by chance: it weighs no more than what is stronger');
  assert.ok(same! > alike! && alike! > differs!);
});

test('the order of the descriptions does not matter', async () => {
  const rows = [...PEOPLE.flatMap((person) => VARIANTS.map((variant) => variant(person))), ...STRANGERS];
  const order = rows.map((_, i) => (i * 77) % rows.length);
  const turned = await linked(order.map((i) => rows[i]!));
  const named = turned
    .map((cluster) => cluster.map((i) => order[i]!).sort((a, b) => a - b))
    .sort((x, y) => x[0]! - y[0]!);
  assert.deepEqual(named, await linked(rows));
});
