/** `--floor`: the least evidence that counts, in place of the case's own. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { buildCase } from '../../src/case/build.ts';
import { command as contacts } from '../../src/cli/contacts.ts';
import { command as status } from '../../src/cli/status.ts';
import { commandRun } from './in-process.ts';

const FILES = {
  'case.yaml': `title: told alone
asOf: 2031-03-01
zone: UTC
groups: { office: [ann], firm: [ben] }
coverage:
  records:
    - { of: [ann], channels: [call], from: 2030-01-01, to: 2030-12-31, complete: true, by: the clerk of the office }
    - { of: [ben], channels: [mail], from: 2029-01-01, to: 2029-12-31, complete: true, by: somebody else }
`,
  'people.yaml': `parties:
  - { id: ann, name: Ann Annsson, aliases: ["+46 8 465 004 01"] }
  - { id: ben, name: Ben Bensson, aliases: ["+46 8 465 004 02"] }
`,
  'reports.yaml': `informants:
  - { id: auditor, kind: official }
  - { id: paper, kind: outlet }
reports:
  - { told-by: auditor, between: [ann, ben], on: 2030-05-03, channel: call, begun-by: ann }
  - { told-by: paper, between: [ann, ben], on: 2030-06-03, channel: call, begun-by: ann }
counts:
  - { told-by: paper, between: [ann, ben], on: 2030, at-least: 18 }
`,
  'statements.yaml': `- id: never
  speaker: ann
  said: 2030-11-01
  claim: { none: true, between: [ann, ben], from: 2030-01-01, to: 2030-10-31 }
`,
};

const folder = mkdtempSync(join(tmpdir(), 'backchannel-floor-'));
before(async () => {
  for (const [name, text] of Object.entries(FILES)) writeFileSync(join(folder, name), text);
  await buildCase(folder);
});
after(() => rmSync(folder, { recursive: true, force: true }));

const asked = async (...args: string[]): Promise<string> => {
  const { out, err } = await commandRun(contacts, folder, ['--between', '@office', ...args]);
  return `${out} ${err}`.replace(/\s+/g, ' ');
};

test('it moves the count, and the count says what it was', async () => {
  for (const [floor, count, words] of [
    ['record', '0 contacts', 'records alone'],
    ['official-report', '1 contact', 'records and official reports'],
    ['any-report', '2 contacts', 'records and any report'],
  ] as const) {
    const out = await asked('--and', '@firm', '--floor', floor);
    assert.match(out, new RegExp(` ${count}, between @office`));
    assert.match(out, new RegExp(`Counted: [^.]*; ${words}\\.`));
  }
  assert.match(await asked('--and', '@firm'), /records alone/);
});

test('what is no floor, and two floors at once, are refused', async () => {
  const wrong = await commandRun(contacts, folder, ['--floor', 'rumour']);
  assert.equal(wrong.code, 2);
  assert.match(wrong.err, /--floor cannot be "rumour"/);
  assert.match(await asked('--floor', 'record', '--definition', 'floor=any report'), /leave one of them out/);
});

test('who declared records complete stands beside the coverage that rests on it', async () => {
  assert.match(
    await asked('--and', '@firm', '--from', '2030-01-01', '--to', '2030-12-31'),
    /Declared in case\.yaml by the clerk of the office\./,
  );
  assert.doesNotMatch(
    await asked('--and', '@firm', '--from', '2028-01-01', '--to', '2028-12-31'),
    /Declared in case\.yaml/,
  );
  const { out } = await commandRun(status, folder, []);
  assert.match(out.replace(/\s+/g, ' '), /by the clerk of the office; somebody else/);
});

test('status sums up what was said and told', async () => {
  const { out } = await commandRun(status, folder, []);
  assert.match(out, /Statements \(backchannel check\):\n {4}never, ann: \w+/);
  assert.match(out, /2 reports, 1 told count: 1 \w+\./);
});
