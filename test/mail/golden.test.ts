/** A folder is a test: a file of mail, and in expected.txt the records, problems and skips that come of it. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { eml } from '../../src/formats/eml.ts';
import { mbox } from '../../src/formats/mbox.ts';
import { read, type Told, type ToldRecord, unaccounted } from './told.ts';

const HERE = import.meta.dirname;

function instant(epoch: number | null): string {
  return epoch === null ? 'unknown' : `${new Date(epoch * 1000).toISOString().slice(0, 19)}Z`;
}

function timeOf(record: ToldRecord): string {
  if (record.earliest === null) return 'unknown';
  const span = record.latest === record.earliest ? '' : ` … ${instant(record.latest)}`;
  const zone = record.zoneOffset === null ? `zone ${record.zone}` : `${record.zoneOffset} min ${record.zone}`;
  return `${instant(record.earliest)}${span}, ${record.precision}, ${zone}, ${record.plausibility}`;
}

function textOf(record: ToldRecord, bytes: Buffer): string[] {
  const first = bytes.toString('utf8', record.offset, record.offset + Math.min(record.length, 60)).split('\n')[0]!;
  return [
    `record at ${record.offset}, ${record.length} bytes${record.part === 0 ? '' : `, part ${record.part}`}: ${first.trimEnd()}`,
    `  when     ${timeOf(record)}`,
    ...(record.subject === null ? [] : [`  subject  ${record.subject}`]),
    ...record.people.map((person) => `  ${person}`),
    ...(record.flags.length === 0 ? [] : [`  flags    ${record.flags.join(', ')}`]),
    ...(record.id === '0:0' ? [] : [`  id       ${record.id}`]),
    ...record.references.map((id) => `  answers  ${id}`),
    ...record.equations.map((equation) => `  same     ${equation}`),
  ];
}

function toldText(told: Told, bytes: Buffer): string {
  return [
    ...told.records.flatMap((record) => textOf(record, bytes)),
    ...told.problems.map(({ code, severity, offset, length, message }) => {
      return `${severity} ${code} at ${offset}, ${length} bytes: ${message}`;
    }),
    ...[...told.skips].map(([rule, { items, bytes: length }]) => `skipped ${rule}: ${items}, ${length} bytes`),
    '',
  ].join('\n');
}

const folders = readdirSync(HERE, { withFileTypes: true }).filter((entry) => entry.isDirectory());

for (const { name } of folders) {
  test(`golden: ${name}`, async () => {
    const file = readdirSync(join(HERE, name)).find((entry) => entry.startsWith('input.'))!;
    const bytes = readFileSync(join(HERE, name, file));
    const told = await read(file.endsWith('.eml') ? eml : mbox, bytes);
    assert.equal(unaccounted(told, bytes.length), 0);
    const path = join(HERE, name, 'expected.txt');
    const text = toldText(told, bytes);
    // UPDATE=1 writes what is found; it is then read by a person before it is committed.
    if (process.env.UPDATE === '1') writeFileSync(path, text);
    assert.equal(text, readFileSync(path, 'utf8'));
  });
}
