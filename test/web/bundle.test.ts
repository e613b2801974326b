/** The bundle as a browser gets it: small, in pieces, and under the server's policy without an exception. */
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { ROOT } from '../house/source-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'backchannel-web-'));
after(() => rmSync(folder, { recursive: true, force: true }));
await build({ configFile: join(ROOT, 'web/vite.config.ts'), build: { outDir: folder }, logLevel: 'silent' });

const document = readFileSync(join(folder, 'index.html'), 'utf8');
const names = readdirSync(join(folder, 'assets'));
const text = (name: string): string => readFileSync(join(folder, 'assets', name), 'utf8');
const isPart = (name: string): boolean => names.includes(name);

/** Names of files that a script loads before it runs. */
function loads(name: string): string[] {
  return [...text(name).matchAll(/(?:from|import)\s*["']\.\/([\w.-]+)["']/g)].map(([, file]) => file!).filter(isPart);
}

/** Everything that is loaded with some files, and with what they load. */
function closure(first: readonly string[]): string[] {
  const found = new Set<string>();
  const visit = (name: string): void => {
    if (found.has(name)) return;
    found.add(name);
    if (name.endsWith('.js')) for (const next of loads(name)) visit(next);
  };
  for (const name of first) visit(name);
  return [...found].sort();
}

/** What the document asks for by itself, and the chunks of the first page. */
function firstRoute(): string[] {
  const asked = [...document.matchAll(/(?:src|href)="\/assets\/([^"]+)"/g)].map(([, name]) => name!);
  const overview = names.filter((name) => text(name).includes('Show me one'));
  assert.equal(overview.length, 1, 'the overview is one chunk');
  const styles = names.filter((name) => name.endsWith('.css') && text(name).includes('.figure-words'));
  return closure([...asked, ...overview, ...styles]);
}

test('the first route is at most 70 KB, compressed', () => {
  const size = firstRoute().reduce((sum, name) => sum + gzipSync(text(name)).length, gzipSync(document).length);
  assert.ok(size > 10_000, `${size} bytes: that is not the program`);
  assert.ok(size <= 70_000, `${size} bytes in ${firstRoute().join(', ')}`);
});

test('the libraries for drawing come only with the pages that draw', () => {
  const first = firstRoute();
  assert.ok(
    names.filter((name) => name.endsWith('.js')).length > first.filter((name) => name.endsWith('.js')).length + 5,
  );
  for (const name of first) assert.doesNotMatch(text(name), /WebGL/, name);
});

test('the document holds no script, no style and nothing from elsewhere', () => {
  assert.doesNotMatch(document, /<script(?![^>]*\bsrc="\/assets\/)[^>]*>/);
  assert.doesNotMatch(document, /<style|\sstyle=|\son\w+=|https?:|data:/);
});

test('no style sheet asks for anything', () => {
  for (const name of names.filter((name) => name.endsWith('.css')))
    assert.doesNotMatch(text(name), /url\(|@import/, name);
});

test('no source map and no source is in it', () => {
  assert.deepEqual(
    names.filter((name) => !/\.(js|css|svg)$/.test(name)),
    [],
  );
  for (const name of names) assert.doesNotMatch(text(name), /sourceMappingURL/, name);
});

test('the licences of what is bundled go with it, and all of them allow it', () => {
  const licences = readFileSync(join(folder, 'licenses.md'), 'utf8');
  const heads = [...licences.matchAll(/^## (\S+) - \S+ \((.+)\)$/gm)].map(([, name, licence]) => ({ name, licence }));
  assert.ok(heads.some(({ name }) => name === 'preact'));
  for (const { name, licence } of heads) assert.match(licence!, /^(MIT|ISC|Apache-2\.0|BSD-[23]-Clause|0BSD)$/, name);
});
