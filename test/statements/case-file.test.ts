/** What statements.yaml says of go-betweens, and how claims about nobody are answered there. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { resolveClaim } from '../../src/case/claims/resolve.ts';
import { type CaseFiles, formatMistake, loadCaseFiles } from '../../src/case/files/index.ts';
import { endOfDay, startOfDay } from '../../src/reconcile/days.ts';

const CASE = `title: t
asOf: 2031-03-01
zone: Europe/Stockholm
groups:
  office: { parties: [ann] }
  firm: { parties: [ben] }
  firm-go-betweens: { parties: [liv] }
windows:
  year: { from: 2030-01-01, to: 2030-12-31 }
`;
const PEOPLE = 'parties:\n  - { id: ann, name: Ann }\n  - { id: ben, name: Ben }\n  - { id: liv, name: Liv }\n';

function load(claim: string, said = '2030-06-15'): { files: CaseFiles; mistakes: string[] } {
  const texts: { readonly [name: string]: string } = {
    'case.yaml': CASE,
    'people.yaml': PEOPLE,
    'statements.yaml': `- { id: s, speaker: ann, said: ${said}, claim: ${claim} }\n`,
  };
  const { files, mistakes } = loadCaseFiles((name) => texts[name] ?? null, { templates: [] });
  return { files, mistakes: mistakes.map(formatMistake) };
}

const goBetweens = (claim: string): readonly string[] => {
  const { files, mistakes } = load(claim);
  assert.deepEqual(mistakes, []);
  return files.statements.statements[0]!.claims[0]!.goBetweens;
};

test('go-betweens are named, or those of the group of the counterpart', () => {
  assert.deepEqual(goBetweens('{ none: true, between: ["@office", "@firm"] }'), []);
  assert.deepEqual(goBetweens('{ none: true, between: ["@office", "@firm"], go-betweens: true }'), [
    '@firm-go-betweens',
  ]);
  assert.deepEqual(goBetweens('{ none: true, between: ["@office", "@firm"], go-betweens: [liv, "@firm"] }'), [
    'liv',
    '@firm',
  ]);
});

test('go-betweens that nobody names are a mistake, and so is a person that there is not', () => {
  assert.match(
    load('{ none: true, between: ["@office", ben], go-betweens: true }').mistakes.join('\n'),
    /go-betweens does not say who the go-betweens are[\s\S]*write go-betweens: "@…"/,
  );
  assert.match(
    load('{ none: true, between: ["@office", bne] }').mistakes.join('\n'),
    /is no party: "bne"[\s\S]*ben|bne/,
  );
});

const scopeOf = (claim: string, said?: string): readonly (number | null)[] => {
  const { files, mistakes } = load(claim, said);
  assert.deepEqual(mistakes, []);
  const { id, speaker, said: day, claims } = files.statements.statements[0]!;
  assert.equal(id, 's');
  const { from, to, latest } = resolveClaim(files, { claim: claims[0]!, speaker, said: day }).scope;
  return [from, to, latest];
};
const ZONE = 'Europe/Stockholm';
const first = (day: string): number => startOfDay(ZONE, day);
const last = (day: string): number => endOfDay(ZONE, day);

test('a claim ends when it was said, unless it begins later or its last day is written', () => {
  const sides = 'between: ["@office", "@firm"]';
  const spoken = [first('2030-06-15') - 1, last('2030-06-15')];
  assert.deepEqual(scopeOf(`{ none: true, ${sides} }`), [null, ...spoken]);
  assert.deepEqual(scopeOf(`{ none: true, ${sides}, during: year }`), [first('2030-01-01'), ...spoken]);
  assert.deepEqual(scopeOf(`{ none: true, ${sides}, on: 2030 }`), [first('2030-01-01'), ...spoken]);
  assert.deepEqual(scopeOf(`{ none: true, ${sides}, from: 2030-01-01, to: 2030-06-15 }`), [
    first('2030-01-01'),
    ...spoken,
  ]);
  assert.deepEqual(scopeOf(`{ none: true, ${sides}, from: 2030-01-01, to: 2030-09-30 }`), [
    first('2030-01-01'),
    last('2030-09-30'),
    last('2030-09-30'),
  ]);
  assert.deepEqual(scopeOf(`{ none: true, ${sides}, on: 2030-12 }`), [
    first('2030-12-01'),
    last('2030-12-31'),
    last('2030-12-31'),
  ]);
  assert.deepEqual(scopeOf(`{ none: true, ${sides}, on: 2030-03 }`), [
    first('2030-03-01'),
    last('2030-03-31'),
    last('2030-03-31'),
  ]);
  assert.deepEqual(scopeOf(`{ not-before: 2030-05, ${sides} }`), [
    null,
    first('2030-05-01') - 1,
    first('2030-05-01') - 1,
  ]);
  const noon = first('2030-06-15') + 12 * 3600;
  assert.deepEqual(scopeOf(`{ none: true, ${sides} }`, '2030-06-15T12:00:00+02:00'), [null, noon, noon]);
});
