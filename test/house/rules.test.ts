/** The rules of the house, over every file of the project; each rule is also tried on a tiny project that breaks it. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { BORDERS } from './rules/borders.ts';
import { LISTS } from './rules/lists.ts';
import { REACH } from './rules/reach.ts';
import type { Rule } from './rules/rule.ts';
import { SAMENESS } from './rules/sameness.ts';
import { SHAPE } from './rules/shape.ts';
import { WORDS } from './rules/words.ts';
import { projectFiles, type SourceFile, sourceFile } from './source-file.ts';

const RULES: readonly Rule[] = [...BORDERS, ...REACH, ...SAMENESS, ...SHAPE, ...LISTS, ...WORDS];
const FILES: readonly SourceFile[] = projectFiles();

function project(files: Readonly<Record<string, string>>): SourceFile[] {
  return Object.entries(files).map(([path, text]) => sourceFile(path, text));
}

describe('in this project,', () => {
  for (const rule of RULES) {
    test(rule.name, () => {
      const faults = rule.faults(FILES);
      assert.equal(faults.length, 0, `${rule.why}\n  ${faults.join('\n  ')}\n`);
    });
  }
});

describe('a project that breaks the rule is found out:', () => {
  for (const rule of RULES) {
    test(rule.name, () => {
      assert.notDeepEqual(rule.faults(project(rule.broken)), []);
      assert.deepEqual(rule.faults(project(rule.sound ?? {})), []);
    });
  }
});

test('the project was read at all', () => {
  assert.ok(FILES.length > 50);
  assert.ok(FILES.some(({ path }) => path === 'src/bytes/disk.ts'));
});
