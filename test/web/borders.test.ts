/** What web/ may import and write: types alone from the program, one place for each package, no way to put markup into a page. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { ROOT } from '../house/source-file.ts';
import { codeOf } from '../house/source-text.ts';

interface WebFile {
  readonly path: string;
  readonly code: string;
}

const FILES: readonly WebFile[] = readdirSync(join(ROOT, 'web'), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && entry.name !== 'vite.config.ts')
  .map((entry) => join(entry.parentPath, entry.name))
  .map((path) => ({ path: path.slice(ROOT.length + 1), code: codeOf(readFileSync(path, 'utf8'), 'keep') }));

/** Packages that run in the page, and where each is imported: everywhere, or in one file. */
const EVERYWHERE = /^preact(\/hooks)?$/;

interface Import {
  readonly path: string;
  readonly isType: boolean;
  readonly from: string;
}

const IMPORTS: readonly Import[] = FILES.flatMap(({ path, code }) => [
  ...[...code.matchAll(/^import\s+(type\s)?[^'"]*?from\s+['"](.+?)['"]/gm)].map(([, type, from]) => ({
    path,
    isType: type !== undefined,
    from: from!,
  })),
  ...[...code.matchAll(/\bimport\(\s*['"](.+?)['"]/g)].map(([, from]) => ({ path, isType: false, from: from! })),
]);

test('the files were read at all', () => {
  assert.ok(FILES.length > 40);
  assert.ok(IMPORTS.length > 100);
});

test('from src/ come types alone, and only of the model, of verdicts and of the server’s shapes', () => {
  const foreign = IMPORTS.filter(({ from }) => from.includes('/src/'));
  assert.ok(foreign.length > 10);
  for (const { path, isType, from } of foreign) {
    assert.ok(isType, `${path}: ${from} is imported as a value`);
    assert.match(from, /\/src\/(model|statements|server\/shapes)\//, path);
  }
});

test('a package besides preact is imported in one file', () => {
  const users = new Map<string, Set<string>>();
  for (const { path, from, isType } of IMPORTS)
    if (!isType && !from.startsWith('.') && !EVERYWHERE.test(from))
      users.set(from, (users.get(from) ?? new Set()).add(path));
  for (const [name, paths] of users) assert.equal(paths.size, 1, `${name}: ${[...paths].join(', ')}`);
});

test('nothing puts markup, code or a foreign address into a page', () => {
  // Text from records is hostile: it must have no way to become anything but text.
  const ways =
    /dangerouslySetInnerHTML|\.(inner|outer)HTML\b|insertAdjacentHTML|document\.write|\beval\(|new Function\(|srcdoc|javascript:|localStorage|sessionStorage/i;
  for (const { path, code } of FILES) assert.doesNotMatch(code, ways, path);
});

test('no request goes to another host', () => {
  for (const { path, code } of FILES) {
    const foreign = [...code.matchAll(/['"`](https?:)?\/\/[^'"`\s]*/g)].map(([text]) => text);
    assert.deepEqual(
      foreign.filter((text) => !text.includes('www.w3.org/')),
      [],
      path,
    );
  }
});

test('every page is one line in the list', () => {
  const list = readFileSync(join(ROOT, 'web/pages/list.ts'), 'utf8');
  const pages = FILES.filter(({ code }) => /^export function \w+Page\(/m.test(code)).map(({ path }) =>
    path.slice('web/pages/'.length),
  );
  assert.ok(pages.length > 8);
  for (const path of pages) assert.ok(list.includes(`./${path}`), `${path} is not in pages/list.ts`);
});
