/** A folder is a test: a table, maybe options.json, and in expected.txt the records, problems and skips that come of it. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { headOf, memoryInput } from '../../src/bytes/input.ts';
import { csv } from '../../src/formats/csv.ts';
import { isChosen, planTable } from '../../src/formats/table/table-plan.ts';
import type { ReadOptions } from '../../src/model/source.ts';
import { OPTIONS, read, toldText, unaccounted } from './told.ts';

const HERE = import.meta.dirname;

function optionsOf(folder: string): Partial<ReadOptions> {
  const path = join(HERE, folder, 'options.json');
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Partial<ReadOptions>) : {};
}

const folders = readdirSync(HERE, { withFileTypes: true }).filter((entry) => entry.isDirectory());

for (const { name } of folders) {
  test(`golden: ${name}`, async () => {
    const file = readdirSync(join(HERE, name)).find((entry) => !['expected.txt', 'options.json'].includes(entry))!;
    const bytes = readFileSync(join(HERE, name, file));
    const input = memoryInput(file, bytes);
    const options = optionsOf(name);
    const told = await read(csv, input, options);
    assert.equal(unaccounted(told, bytes.length), 0);
    const { dialect, choice } = planTable(input, { ...OPTIONS, ...options });
    const template = isChosen(choice) ? choice.template.name : 'none';
    const sure = csv.recognize(headOf(input)).toFixed(2);
    const text = `${template}, ${dialect.encoding} ${JSON.stringify(dialect.delimiter)}, recognized ${sure}\n${toldText(told)}`;
    const path = join(HERE, name, 'expected.txt');
    // UPDATE=1 writes what is found; it is then read by a person before it is committed.
    if (process.env.UPDATE === '1') writeFileSync(path, text);
    assert.equal(text, readFileSync(path, 'utf8'));
  });
}
