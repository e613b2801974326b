/** `verify` looks up what case files quote by hand. */
import assert from 'node:assert/strict';
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { readCase } from '../../src/case/read-case.ts';
import { codedFaults } from '../../src/case/story/coded-faults.ts';

const folder = mkdtempSync(join(tmpdir(), 'backchannel-quoted-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const FILES = {
  'case.yaml': 'title: T\nasOf: 2031-01-01\nzone: UTC\n',
  'people.yaml': `parties:
  - { id: ann, name: Ann Annsson }
  - { id: ben, name: Ben Bensson }
`,
  'press.txt': 'We never met. At most three calls, says a paper.\n',
  'story.md': 'They met twice. Nobody knew.\n',
  'reports.yaml': `informants: [ { id: paper, kind: outlet } ]
counts:
  - { told-by: paper, between: [ann, ben], on: 2030, at-most: 3, where: { source: press.txt, quote: At most three calls } }
`,
  'statements.yaml': `- id: never
  speaker: ann
  said: 2030-11-01
  where: { source: press.txt, quote-at: [0, 13], quote: We never met. }
  claim: { none: true, between: [ann, ben] }
`,
  'story.yaml': `story: story.md
sentences:
  - { quote: They met twice., not-for-records: made }
  - { quote: Nobody knew., not-for-records: made }
`,
};
const write = (files: { readonly [name: string]: string }): void => {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
};
const faults = (): Promise<string[]> => codedFaults({ folder, files: readCase(folder).files });

test('words that stand where they are quoted from are no fault', async () => {
  write(FILES);
  assert.deepEqual(await faults(), []);
});

test('words of a told count, a statement and a story that stand there no more are named', async () => {
  write({ 'press.txt': 'We met. At least three calls, says a paper.\n', 'story.md': 'They met once. Nobody knew.\n' });
  const found = await faults();
  assert.equal(found.length, 3, found.join('\n'));
  assert.match(found[0]!, /^reports\.yaml, count 1: press\.txt.* does not hold the words that are quoted from it$/);
  assert.match(found[1]!, /^statements\.yaml, never: press\.txt.* does not hold the words that are quoted from it$/);
  assert.match(found[2]!, /^story\.yaml:3:\d+ .*does not stand in story\.md/);
});

test('a file that is not the one that was coded is named', async () => {
  write(FILES);
  const other = `${'0'.repeat(64)}`;
  appendFileSync(join(folder, 'story.yaml'), `sha256: '${other}'\n`);
  assert.match((await faults()).join('\n'), /sha256 is not that of story\.md as it is now/);
  write({
    'statements.yaml': readFileSync(join(folder, 'statements.yaml'), 'utf8').replace(
      'press.txt,',
      `press.txt, sha256: '${other}',`,
    ),
  });
  assert.match((await faults()).join('\n'), /press\.txt.* is not as it was when it was read/);
});

test('nobody can say what stands in a file that the case does not hold', async () => {
  write(FILES);
  rmSync(join(folder, 'press.txt'));
  assert.deepEqual(await faults(), []);
});
