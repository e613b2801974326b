/** A folder is a test: a calendar, and in expected.txt what comes of it. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { read } from './told.ts';

const HERE = import.meta.dirname;

for (const { name } of readdirSync(HERE, { withFileTypes: true }).filter((entry) => entry.isDirectory())) {
  test(`golden: ${name}`, async () => {
    const told = await read(readFileSync(join(HERE, name, 'input.ics')));
    assert.equal(told.unaccounted, 0);
    const text = `${[...told.records, ...told.problems, ...told.skips].join('\n')}\n`;
    const path = join(HERE, name, 'expected.txt');
    // UPDATE=1 writes what is found; it is then read by a person before it is kept.
    if (process.env.UPDATE === '1') writeFileSync(path, text);
    assert.equal(text, readFileSync(path, 'utf8'));
  });
}
