/** Paths of citations, written and read back. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parsePath } from '../../src/case/citations/path-steps.ts';
import { pathText, type Step } from '../../src/model/citation.ts';

const name = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.stringMatching(/^["\\/(),a]{0,12}$/));
const count = fc.oneof(fc.nat(), fc.maxSafeNat());
const step: fc.Arbitrary<Step> = fc.oneof(
  fc
    .tuple(name, fc.constantFrom('zip' as const, 'tar' as const, 'gzip' as const))
    .map(([member, method]) => ({ member, method })),
  fc.tuple(count, count).map((range) => ({ range })),
  fc.constantFrom('base64', 'quoted-printable', 'iso-8859-1').map((decode) => ({ decode })),
  fc.tuple(fc.stringMatching(/^[A-Z]{1,3}[1-9][0-9]{0,5}$/), name).map(([cell, sheet]) => ({ cell, sheet })),
  count.map((row) => ({ row })),
  count.map((instance) => ({ instance })),
  count.map((quoted) => ({ quoted })),
);

test('every path is read back as the steps it was made of', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 6 }), (steps) => assert.deepEqual(parsePath(pathText(steps)), steps)),
  );
});

test('what is no path is none, and nothing throws', () => {
  const wrong = [
    'range(1)',
    'range(01,2)',
    'member("a,zip)',
    'member("a",rar)',
    '/',
    'row(1)/',
    'row(1)row(2)',
    'x',
    ' ',
  ];
  for (const text of [...wrong, 'member("\\x",zip)', `row(${'9'.repeat(30)})`])
    assert.equal(parsePath(text), null, text);
  fc.assert(
    fc.property(fc.string(), (text) => {
      const steps = parsePath(text);
      if (steps !== null) assert.equal(pathText(steps), text);
    }),
  );
});
