/** The published JSON Schemas agree with the program. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import * as z from 'zod';
import { blankFiles, loadCaseFiles } from '../../src/case/files/index.ts';
import { jsonSchemas } from '../../src/case/schemas.ts';

const EXAMPLE = join(import.meta.dirname, 'example/input');

function follows(name: string, text: string): boolean {
  const schema = jsonSchemas()[name.replace('.yaml', '.schema.json')];
  return z.fromJSONSchema(schema as Parameters<typeof z.fromJSONSchema>[0]).safeParse(parse(text)).success;
}

test('the example and the files of a new case follow the published schemas', () => {
  for (const name of readdirSync(EXAMPLE)) assert.ok(follows(name, readFileSync(join(EXAMPLE, name), 'utf8')), name);
  const blank = blankFiles({ title: 'A case', asOf: '2030-01-01', zone: 'UTC' });
  for (const [name, text] of Object.entries(blank)) assert.ok(follows(name, text), name);
});

test('the published schemas mark what the program marks', () => {
  const head = 'title: x\nasOf: 2030-01-01\nzone: UTC\n';
  for (const wrong of ['titel: x\n', 'sources: [{ path: a, side: both }]\n', 'events: { id: a }\n']) {
    assert.ok(!follows('case.yaml', head + wrong), wrong);
    const { mistakes } = loadCaseFiles((name) => (name === 'case.yaml' ? head + wrong : null), { templates: [] });
    assert.notEqual(mistakes.length, 0, wrong);
  }
  assert.ok(!follows('reports.yaml', 'informants: [{ id: a, kind: anonymous, name: A Name }]\n'));
});

test('the files of a new case load without mistakes, whatever the title', () => {
  for (const title of [
    'A case',
    'Who: told? # what',
    '"quoted"',
    "it's",
    '- x',
    'no',
    'true',
    '2030',
    'Ärende 5 – hamnen',
    'a\tb\\',
    '@x',
  ]) {
    const blank = blankFiles({ title, asOf: '2030-01-01T10:00:00+01:00', zone: 'Europe/Stockholm' });
    const { files, mistakes } = loadCaseFiles((name) => blank[name] ?? null, { templates: [] });
    assert.deepEqual(mistakes, [], title);
    assert.equal(files.case.title, title);
  }
});
