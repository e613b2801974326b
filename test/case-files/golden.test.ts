/** A folder is a test: the case files in input/, and the mistakes that are reported about them in expected.txt. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { formatMistake, loadCaseFiles } from '../../src/case/files/index.ts';

const HERE = import.meta.dirname;
const CONTEXT = {
  templates: ['calls/generic', 'registers/meetings', 'logs/visitors'],
  formats: ['mbox', 'eml', 'ics'],
};

function mistakesIn(folder: string): string {
  const read = (name: string): string | null => {
    const path = join(folder, 'input', name);
    return existsSync(path) ? readFileSync(path, 'utf8') : null;
  };
  return loadCaseFiles(read, CONTEXT)
    .mistakes.map((mistake) => `${formatMistake(mistake)}\n`)
    .join('');
}

const folders = readdirSync(HERE, { withFileTypes: true }).filter((entry) => entry.isDirectory());

for (const { name } of folders) {
  test(`mistakes of ${name}`, () => {
    const path = join(HERE, name, 'expected.txt');
    const mistakes = mistakesIn(join(HERE, name));
    // UPDATE=1 writes what is found; it is then read by a person before it is committed.
    if (process.env.UPDATE === '1') writeFileSync(path, mistakes);
    assert.equal(mistakes, readFileSync(path, 'utf8'));
  });
}

test('the example of a case has no mistakes', () => {
  assert.equal(mistakesIn(join(HERE, 'example')), '');
});

test('nothing that is protected is repeated', () => {
  assert.doesNotMatch(mistakesIn(join(HERE, 'protected')), /marker(?!-person)/i);
});
