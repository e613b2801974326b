/** Documents that are made from the code are as fresh as the code, and documents name only commands that exist. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { generated } from '../../scripts/generated.ts';
import { COMMANDS } from '../../src/cli/commands.ts';
import { projectFiles, ROOT } from './source-file.ts';

const fresh = await generated();

for (const [path, text] of fresh) {
  test(`${path} is fresh`, () => {
    const file = join(ROOT, path);
    assert.ok(existsSync(file), 'run npm run docs');
    assert.equal(readFileSync(file, 'utf8'), text, 'run npm run docs');
  });
}

test('no schema is left over from an earlier name', () => {
  const known = [...fresh.keys()].filter((path) => path.startsWith('schemas/'));
  assert.deepEqual(
    readdirSync(join(ROOT, 'schemas'))
      .map((name) => `schemas/${name}`)
      .sort(),
    known,
  );
});

test('every command shown in a document exists, and the README shows the first ones', () => {
  const names = new Set(COMMANDS.map(({ name }) => name));
  for (const { path, text } of projectFiles().filter(({ path }) => path.endsWith('.md'))) {
    const shown = [...text.matchAll(/(?:^|[`$] |`|npx )backchannel ([a-z][a-z-]*)/gm)].map(([, name]) => name!);
    for (const name of shown) assert.ok(names.has(name), `${path}: backchannel ${name}`);
    if (path === 'README.md') assert.ok(shown.includes('demo'), 'the README begins with the demo');
  }
});

test('every command says what it does and how it is called', () => {
  for (const { name, summary } of COMMANDS) {
    assert.match(name, /^[a-z]+$/);
    assert.match(summary, /^[^\n]{10,90}[^.\n]$/, `${name}: one line of a few words, without a full stop`);
  }
});
