/** Posts that contradict each other are mistakes with their place, whatever else the file has. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadCaseFiles, type Mistake } from '../../src/case/files/index.ts';

function mistakesOf(tenures: string): readonly Mistake[] {
  const texts: { readonly [name: string]: string } = {
    'case.yaml': 'title: Made up\nasOf: 2031-01-01\nzone: UTC\nsources: []\n',
    'people.yaml': `parties:\n  - id: chief\n    name: Ann\n    tenures: [${tenures}]\norganisations:\n  - { id: o, name: O }\n`,
  };
  return loadCaseFiles((name) => texts[name] ?? null, { templates: [] }).mistakes;
}

test('a post that ends before it begins', () => {
  const [mistake, ...more] = mistakesOf('{ organisation: o, from: 2030-06-01, to: 2030-01-01 }');
  assert.match(mistake?.message ?? '', /after to/);
  assert.deepEqual(more, []);
});

test('one post held twice at the same time', () => {
  const twice =
    '{ organisation: o, role: c, from: 2030-01-01, to: 2030-12-01 }, { organisation: o, role: c, from: 2030-03-01 }';
  assert.match(mistakesOf(twice)[0]?.message ?? '', /the two overlap/);
});

test('two posts, or one after the other, are none', () => {
  const apart = '{ organisation: o, role: c, to: 2030-03-01 }, { organisation: o, role: c, from: 2030-03-02 }';
  assert.deepEqual(mistakesOf(apart), []);
  assert.deepEqual(mistakesOf('{ organisation: o, role: c }, { organisation: o, role: d }'), []);
});
