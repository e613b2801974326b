/** The tables of the example against what was planted in them. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import { headOf, type Input, memoryInput } from '../../src/bytes/input.ts';
import { csv } from '../../src/formats/csv.ts';
import { isChosen, planTable } from '../../src/formats/table/table-plan.ts';
import { OPTIONS, read, type Told, unaccounted } from './told.ts';

const FOLDER = join(import.meta.dirname, '../../examples/harbour-board');
const TRUTH = parse(readFileSync(join(FOLDER, 'truth.yaml'), 'utf8')) as {
  records: { [path: string]: number };
  planted: {
    repeated: { rows: number[] };
    late: { row: number; entry: string };
    unrecorded: { row: number; entry: string };
  };
};

const inputOf = (path: string): Input => memoryInput(path, readFileSync(join(FOLDER, path)));
const told = async (path: string): Promise<Told> => read(csv, inputOf(path), { zone: 'Europe/Stockholm' });

const TABLES: readonly (readonly [path: string, template: string, kinds: { [kind: string]: number }])[] = [
  ['sources/carrier-a.csv', 'calls/generic', { call: 612 }],
  ['sources/carrier-b.csv', 'calls/generic', { call: 509 }],
  ['sources/visitor-log.csv', 'visits/generic', { visit: 204 }],
  ['sources/lobby-register.csv', 'registers/meetings', { meeting: 37, call: 8, message: 5 }],
];

for (const [path, template, kinds] of TABLES) {
  test(`every row of ${path} is a record with a time and both sides`, async () => {
    const { choice } = planTable(inputOf(path), OPTIONS);
    assert.equal(isChosen(choice) ? choice.template.name : choice.message, template);
    assert.ok(csv.recognize(headOf(inputOf(path))) > 0.7);
    const found = await told(path);
    assert.equal(found.rows.length, TRUTH.records[path]);
    const counted = Object.groupBy(found.rows, ({ kind }) => kind);
    assert.deepEqual(Object.fromEntries(Object.entries(counted).map(([kind, rows]) => [kind, rows!.length])), kinds);
    assert.ok(found.rows.every(({ earliest, people }) => earliest !== null && people.length >= 2));
    assert.equal(unaccounted(found, inputOf(path).size), 0);
    assert.deepEqual(
      found.problems.filter(({ severity }) => severity !== 'note'),
      [],
    );
  });
}

test('the repeated row of carrier A', async () => {
  const { rows, problems } = await told('sources/carrier-a.csv');
  const [, second] = TRUTH.planted.repeated.rows;
  assert.deepEqual(
    rows.filter(({ flags }) => flags.includes('repeated')).map(({ row }) => row),
    [second],
  );
  assert.deepEqual(
    problems.map(({ code, row }) => [code, row]),
    [['row-repeated', second]],
  );
});

test('answered and unanswered calls and text messages', async () => {
  const flagged = async (path: string, flag: string): Promise<number> =>
    (await told(path)).rows.filter(({ flags }) => flags.includes(flag)).length;
  assert.deepEqual(
    [await flagged('sources/carrier-a.csv', 'unanswered'), await flagged('sources/carrier-a.csv', 'text')],
    [56, 8],
  );
  assert.deepEqual(
    [await flagged('sources/carrier-b.csv', 'unanswered'), await flagged('sources/carrier-b.csv', 'text')],
    [27, 12],
  );
});

test('the days of the register', async () => {
  const { rows } = await told('sources/lobby-register.csv');
  for (const { row, entry } of [TRUTH.planted.late, TRUTH.planted.unrecorded]) {
    const found = rows.find((r) => r.row === row)!;
    assert.equal(found.extras.entry, entry);
    assert.match(found.extras.given!, /^2030-\d\d-\d\d$/);
    assert.ok(found.people.some((person) => person.startsWith('discloser name:')));
  }
});

test('withheld visitors are each somebody of their own', async () => {
  const { rows } = await told('sources/visitor-log.csv');
  const withheld = rows.flatMap(({ people }) => people.filter((person) => person.startsWith('visitor redacted:')));
  assert.ok(withheld.length > 5);
  assert.equal(new Set(withheld.map((person) => person.split(' of ')[0])).size, withheld.length);
});
