/** The scanner behind the rules: what it blanks, what it keeps, and that lines stay where they are. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { projectFiles, sourceFile } from './source-file.ts';
import { codeOf } from './source-text.ts';

/** Spaces squeezed, to compare by eye. */
function seen(text: string, strings: 'keep' | 'blank' = 'blank'): string {
  return codeOf(text, strings).replace(/ +/g, ' ').trim();
}

test('comments go, code stays', () => {
  assert.equal(seen('a(); // b()\n/* c()\n */ d();'), 'a(); \n \n d();');
});

test('strings go only when asked, and slashes inside of them are no comments', () => {
  assert.equal(seen("a('http://x', \"it's\");"), 'a(\' \', " ");');
  assert.equal(seen("a('http://x');", 'keep'), "a('http://x');");
});

test('code inside of templates is code', () => {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the text under test holds a template
  assert.equal(seen('a(`x${ b({ c: `y${d}z` }) }w`) // e'), 'a(` ${ b({ c: ` ${d} ` }) } `)');
});

test('regular expressions are told from divisions', () => {
  assert.equal(
    seen(String.raw`const r = /['"\/[/]]/.test(x); y = a / b / c; z('');`),
    "const r = / /.test(x); y = a / b / c; z('');",
  );
});

test('lengths and lines of every file of the project are kept', () => {
  for (const { path, text, code } of projectFiles()) {
    assert.equal(code.length, text.length, path);
    assert.deepEqual(
      [...code.matchAll(/\n/g)].map((m) => m.index),
      [...text.matchAll(/\n/g)].map((m) => m.index),
      path,
    );
  }
});

test('imports are found in all their forms', () => {
  const text = [
    "import a, { b as c, type D } from './a.ts';",
    "import type { E } from '../e.ts';",
    "import {\n  type F,\n} from './f.ts';",
    "import * as g from 'node:g';",
    "import './h.ts';",
    "export { i } from './i.ts';",
    "const j = await import('./j.ts');",
    "type K = typeof import('./k.ts');",
    "new Worker(new URL('./l.ts', import.meta.url));",
    "// import { m } from './m.ts';",
    'const n = "import { n } from \'./n.ts\'";',
  ].join('\n');
  assert.deepEqual(
    sourceFile('src/x/y.ts', text).imports.map(({ specifier, path, kind, names }) => [
      kind,
      path ?? specifier,
      ...names,
    ]),
    [
      ['static', 'src/x/a.ts', 'default', 'b'],
      ['type', 'src/e.ts', 'E'],
      ['type', 'src/x/f.ts'],
      ['static', 'node:g', '*'],
      ['static', 'src/x/i.ts', 'i'],
      ['static', 'src/x/h.ts'],
      ['type', 'src/x/k.ts'],
      ['dynamic', 'src/x/j.ts'],
      ['worker', 'src/x/l.ts'],
    ],
  );
});
