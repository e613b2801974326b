/** A log without hosts and a register read as a record, in a case without people.yaml. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const COMMAND = join(fileURLToPath(new URL('../../', import.meta.url)), 'bin/backchannel.js');
const FILES = {
  'case.yaml': `title: made
asOf: 2031-03-01
zone: Europe/London
sources:
  - { path: sources/log.csv, template: calendars/us-agencies }
  - { path: sources/register.csv, template: registers/uk-ministers }
`,
  'sources/log.csv':
    'Logfile,Harbour Board,4/2/30,,Xenia Ypsilon,,,,,,,\nLogfile,Harbour Board,4/3/30,,Zeno Alpha,,,,,,,\n',
  'sources/register.csv':
    'Minister,Date,Name of Organisation,Purpose of meeting\n"Minister of Coasts, The Rt Hon Ada Strand MP",May 2030,Quay Builders,General discussion\n',
};

let folder = '';
const run = (...args: string[]): string => {
  const done = spawnSync(process.execPath, [COMMAND, ...args, '--case', folder], { encoding: 'utf8' });
  assert.equal(done.status, 0, done.stderr);
  return done.stdout;
};
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'backchannel-one-ended-'));
  mkdirSync(join(folder, 'sources'));
  for (const [name, content] of Object.entries(FILES)) writeFileSync(join(folder, name), content);
  run('build');
});
after(() => rmSync(folder, { recursive: true, force: true }));

test('visits of which the host is not known are named beside a count, which cannot have them', () => {
  const text = run('contacts', '--channel', 'visit', '--format', 'table');
  assert.match(text, /None of which both ends are known/);
  assert.match(text, /Besides: 2 contacts/);
  assert.doesNotMatch(run('contacts', '--channel', 'meeting', '--format', 'table'), /Besides/);
});

test('whoever tells of a meeting in a register was at it', () => {
  const [row] = run('export', 'jsonl', '--channel', 'meeting')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  assert.deepEqual(
    [row.from, row.to].map((ends) => ends.map((end: { name: string }) => end.name)),
    [['Ada Strand'], ['Quay Builders']],
  );
  const [contact] = JSON.parse(run('contacts', '--channel', 'meeting', '--format', 'json'));
  // Whoever the two names are, they met.
  assert.equal(contact.counts, 'certainly');
});
