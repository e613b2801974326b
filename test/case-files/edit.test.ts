/** Adding a source to case.yaml leaves everything else as it was. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parse } from 'yaml';
import { addSource, blankFiles, loadCaseFiles, type NewSource } from '../../src/case/files/index.ts';

const entry: NewSource = {
  path: 'sources/b.csv',
  template: 'calls/generic',
  region: 'NO',
  scope: { from: '2030-01-01', complete: true },
};
const LINES = [
  '  - path: sources/b.csv',
  '    template: calls/generic',
  '    region: NO',
  '    scope: { from: 2030-01-01, complete: true }',
];
const added = (indent: string): string => LINES.map((line) => `${line.replace(/^ {2}/, indent)}\n`).join('');

test('a source goes behind the last one, in its place', () => {
  const cases: [before: string, after: string][] = [
    ['title: x', `title: x\nsources:\n${added('  ')}`],
    ['', `sources:\n${added('  ')}`],
    ['# only\n', `# only\nsources:\n${added('  ')}`],
    ['sources:\n- path: a\n\n# groups\ngroups: {}\n', `sources:\n- path: a\n${added('')}\n# groups\ngroups: {}\n`],
    [
      'sources:\n  - path: a   # one\n  # two\nzone: UTC',
      `sources:\n  - path: a   # one\n${added('  ')}  # two\nzone: UTC`,
    ],
    ['sources: # here\n  # and here\ntitle: x', `sources: # here\n${added('  ')}  # and here\ntitle: x`],
    ['sources: []\ntitle: x\n', `sources:\n${added('  ')}title: x\n`],
    ['sources: ~\n', `sources:\n${added('  ')}`],
    [
      'sources:\n    - path: a\n      note: |\n        two\n        lines\n',
      `sources:\n    - path: a\n      note: |\n        two\n        lines\n${added('    ')}`,
    ],
    ['title: x\n...\n', `title: x\nsources:\n${added('  ')}...\n`],
  ];
  for (const [before, after] of cases) assert.equal(addSource(before, entry), after);
});

test('line ends stay what they are', () => {
  assert.equal(
    addSource('sources:\r\n  - path: a\r\n', entry),
    `sources:\r\n  - path: a\r\n${added('  ').replaceAll('\n', '\r\n')}`,
  );
});

test('a list in brackets is written anew, with its comments', () => {
  const after = addSource('# top\nsources: [ { path: a } ] # z\ntitle: x # y\n', entry);
  assert.deepEqual(parse(after), { sources: [{ path: 'a' }, entry], title: 'x' });
  for (const comment of ['# top', '# z', '# y']) assert.ok(after.includes(comment), comment);
});

test('text that is no YAML is refused', () => {
  assert.throws(() => addSource('a: b: c\n', entry), /cannot be read/);
  assert.throws(() => addSource('- a\n', entry));
});

test('the file of a new case takes one source after another', () => {
  let text = blankFiles({ title: 'A case', asOf: '2030-01-01', zone: 'UTC' })['case.yaml']!;
  const lines = text.split('\n');
  for (const path of ['a.mbox', 'b: c #.csv', 'true', '0701', "it's", '@x', 'å\u00a0b'])
    text = addSource(text, { path, custodian: path });
  const { files, mistakes } = loadCaseFiles((name) => (name === 'case.yaml' ? text : null), { templates: [] });
  assert.deepEqual(mistakes, []);
  assert.deepEqual(
    files.case.sources.map(({ path }) => path),
    ['a.mbox', 'b: c #.csv', 'true', '0701', "it's", '@x', 'å\u00a0b'],
  );
  const kept = text.split('\n');
  for (const line of lines) assert.ok(kept.includes(line), line);
});

test('whatever stands there, the new text holds it and the source', () => {
  const line = fc.constantFrom(
    'title: x',
    'zone: UTC   # z',
    '# a comment',
    '',
    'groups:\n  a: [b]\n  # c',
    'question: |\n  two\n\n  lines',
    'events: [ { id: a } ]',
  );
  const sources = fc.constantFrom(
    '',
    'sources:',
    'sources: []',
    'sources:\n  - path: a',
    'sources:\n- path: a # b\n  note: c',
    'sources: [{ path: a }]',
  );
  const text = fc.string({ unit: 'grapheme', minLength: 1 });
  fc.assert(
    fc.property(fc.uniqueArray(line), sources, fc.uniqueArray(line), text, (above, middle, below, note) => {
      const keys = new Set<string>();
      const whole = [...above, middle, ...below].filter((part) => {
        const key = /^\w+/.exec(part)?.[0];
        return key === undefined || (!keys.has(key) && keys.add(key));
      });
      const before = `${whole.join('\n')}\n`;
      const old = (parse(before) ?? {}) as { sources?: unknown[] | null };
      const more = { path: 'b', note };
      const now = parse(addSource(before, more)) as unknown;
      assert.deepEqual(now, { ...old, sources: [...(old.sources ?? []), more] });
    }),
    { numRuns: 200 },
  );
});
