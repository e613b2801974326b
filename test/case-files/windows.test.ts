/** Named periods as days. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadCaseFiles, resolveDay, resolvePeriod, resolveWindow } from '../../src/case/files/index.ts';

const { files, mistakes } = loadCaseFiles(
  (name) =>
    name !== 'case.yaml'
      ? null
      : `
title: x
asOf: 2031-01-01
zone: UTC
events:
  - { id: vote, on: 2030-11-08T23:30-05:00, what: The vote }
  - { id: spring, on: 2030-04, what: Spring }
windows:
  run-up: { from: spring, to: vote }
  may: 2030-05
  after: { from: vote }
  until: { to: 2030 }
`,
  { templates: [] },
);

test('windows end with days, months, years and events', () => {
  assert.deepEqual(mistakes, []);
  assert.deepEqual(resolveWindow(files, 'run-up'), { from: '2030-04-01', to: '2030-11-08' });
  assert.deepEqual(resolveWindow(files, 'may'), { from: '2030-05-01', to: '2030-05-31' });
  assert.deepEqual(resolveWindow(files, 'after'), { from: '2030-11-08', to: null });
  assert.deepEqual(resolveWindow(files, 'until'), { from: null, to: '2030-12-31' });
  assert.deepEqual(resolveWindow(files, 'spring'), { from: '2030-04-01', to: '2030-04-30' });
  assert.deepEqual(resolveWindow(files, '2028-02'), { from: '2028-02-01', to: '2028-02-29' });
  assert.equal(resolveWindow(files, 'no-such'), null);
  assert.equal(resolveWindow(files, 'constructor'), null);
});

test('ends by themselves, and periods', () => {
  assert.deepEqual(resolveDay(files, 'vote'), { first: '2030-11-08', last: '2030-11-08' });
  assert.deepEqual(resolveDay(files, '2030'), { first: '2030-01-01', last: '2030-12-31' });
  assert.equal(resolveDay(files, 'run-up'), null);
  assert.deepEqual(resolvePeriod(files, undefined), { from: null, to: null });
  assert.deepEqual(resolvePeriod(files, { window: 'may' }), { from: '2030-05-01', to: '2030-05-31' });
  assert.deepEqual(resolvePeriod(files, { from: '2030-05', to: 'vote' }), { from: '2030-05-01', to: '2030-11-08' });
});
