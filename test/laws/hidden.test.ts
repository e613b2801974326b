/** The tenth law: what is marked as protected is in nothing that the program says. */
import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { after, test } from 'node:test';
import { run } from '../cli/run.ts';
import { assertHidden, has, protectedCase } from './protected-case.ts';

const made = protectedCase();
after(made.remove);

test('a case in which every source is protected', () => {
  const commands = [
    ['build', '--format', 'table'],
    ['build', '--format', 'json'],
    ['status', '--format', 'table'],
    ['status', '--problems', '--format', 'json'],
    ['contacts', '--format', 'json'],
    ['disclosures', '--format', 'json'],
    ['findings', '--format', 'json'],
    ['export', 'csv'],
  ];
  for (const args of commands.filter(([name]) => has(name!))) {
    const { status, stdout, stderr } = run(made.folder, args);
    assert.equal(status, 0, stderr);
    assertHidden(args.join(' '), stdout + stderr);
  }
});

test('one that is gone', () => {
  rmSync(made.at('zaunkoenig.csv'));
  const { status, stdout, stderr } = run(made.folder, ['build']);
  assert.equal(status, 1);
  assert.match(stderr, /a protected source is not there/);
  assertHidden('build', stdout + stderr);
});
