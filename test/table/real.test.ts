/** Registers, calendars and call records as they are published, where the data is present. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { memoryInput } from '../../src/bytes/input.ts';
import { csv } from '../../src/formats/csv.ts';
import { isChosen, planTable } from '../../src/formats/table/table-plan.ts';
import { OPTIONS, read, type Told, unaccounted } from './told.ts';

const DATA = process.env.BACKCHANNEL_DATA ?? join(import.meta.dirname, '../../../shared/data');
const absent = (folder: string): string | false =>
  existsSync(join(DATA, folder)) ? false : 'the data is not on this computer';

/** A file, with the template that is found for it. */
async function tableAt(folder: string, file: string): Promise<Told & { template: string; encoding: string }> {
  const input = memoryInput(file, readFileSync(join(DATA, folder, file)));
  const { choice, dialect } = planTable(input, OPTIONS);
  const told = await read(csv, input);
  assert.equal(unaccounted(told, input.size), 0, file);
  return { ...told, template: isChosen(choice) ? choice.template.name : 'none', encoding: dialect.encoding };
}

function countOf(told: Told, code: string): number {
  return told.problems.filter((problem) => problem.code === code).length;
}

const UK = 'uk-ministers-2010-12';

test('lists of ministers: every row with a meeting is one, nothing is lost, most have a month', {
  skip: absent(UK),
}, async () => {
  const files = readdirSync(join(DATA, UK)).filter((file) => file.endsWith('.csv'));
  const tables = await Promise.all(files.map(async (file) => ({ file, told: await tableAt(UK, file) })));
  const meetings = tables.filter(({ file }) => /meet|media/i.test(file)).map(({ told }) => told);
  assert.equal(meetings.length, 42);
  assert.ok(
    meetings.every(
      ({ template, encoding }) => template === 'registers/uk-ministers' && /^(utf-8|windows-1252)$/.test(encoding),
    ),
  );
  assert.ok(meetings.every(({ problems }) => problems.every(({ severity }) => severity !== 'failed')));
  const rows = meetings.flatMap((told) => told.rows);
  assert.equal(rows.length, 1713);
  assert.ok(rows.every(({ people }) => people.some((person) => person.startsWith('discloser name:'))));
  // Two lists give months without a year, which nothing else gives either.
  const yearless = tables.filter(({ told }) => countOf(told, 'year-unknown') > 0);
  assert.deepEqual(
    yearless.map(({ file, told }) => [file, countOf(told, 'year-unknown')]),
    [
      ['comeetingsjulysep.csv', 71],
      ['pmmeetingsjanmar.csv', 35],
    ],
  );
  const hospitality = tables.filter(({ file }) => /hosp/i.test(file)).map(({ told }) => told);
  assert.equal(hospitality.flatMap((told) => told.rows).length, 433);
  // Gifts and travel tell of no contact.
  const others = tables.filter(({ file }) => /gift|travel|overseas/i.test(file)).map(({ told }) => told);
  assert.ok(others.every(({ template, problems }) => template === 'none' && problems[0]?.code === 'template-unknown'));
});

const AGENCIES = 'trump-agency-calendars-2017';

test('calendars and visitor logs of agencies', { skip: absent(AGENCIES) }, async () => {
  const told = await tableAt(AGENCIES, 'logs-other-agencies.csv');
  assert.equal(told.template, 'calendars/us-agencies');
  const counted = Object.groupBy(told.rows, ({ kind, extras }) => `${extras.department} ${kind}`);
  assert.deepEqual(Object.fromEntries(Object.entries(counted).map(([key, rows]) => [key, rows!.length])), {
    'Council on Environmental Quality meeting': 244,
    'Office of Management and Budget meeting': 940,
    'Office of National Drug Control Policy meeting': 521,
    'Office of National Drug Control Policy visit': 313,
    'Office of Science and Technology Policy visit': 111,
  });
});

const MEPS = 'eu-mep-meetings';

test('meetings of members of a parliament', { skip: absent(MEPS) }, async () => {
  const told = await tableAt(MEPS, 'mepmeetings-to-2021.csv');
  assert.equal(told.template, 'registers/eu-meps');
  const years = Object.groupBy(told.rows, ({ earliest }) => new Date((earliest! + 20 * 3600) * 1000).getUTCFullYear());
  assert.deepEqual(
    Object.entries(years).map(([year, rows]) => [year, rows!.length]),
    [
      ['2019', 5194],
      ['2020', 8370],
      ['2021', 8832],
    ],
  );
});

const CALLS = 'callmine-cdr';

test('a call graph with a planted ring', { skip: absent(CALLS) }, async () => {
  const told = await tableAt(CALLS, 'sample_raw_data.csv');
  assert.equal(told.template, 'calls/measured');
  assert.equal(told.rows.length, 11_000);
  const ring = told.rows.filter(({ people }) => {
    const [from, to] = people.map((person) => Number(person.split(':')[1]));
    return from! >= 250 && from! <= 259 && to! >= 258 && to! <= 267;
  });
  assert.ok(ring.length >= 1000);
  assert.ok(ring.filter(({ duration }) => duration! >= 20 && duration! <= 40).length >= 1000);
});

const FARA = 'fara-registrations';

test('registrations of foreign agents', { skip: absent(FARA) }, async () => {
  const registrants = await tableAt(FARA, 'FARA_All_Registrants.csv');
  assert.deepEqual([registrants.template, registrants.rows.length], ['registers/fara-registrants', 6929]);
  const principals = await tableAt(FARA, 'FARA_All_ForeignPrincipals.csv');
  assert.deepEqual([principals.template, principals.rows.length], ['registers/fara-principals', 17_358]);
  assert.equal(countOf(principals, 'period-reversed'), 623);
});
