/** Folders as attackers and accidents leave them: links, pipes, names that no terminal should see. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { openCase } from '../../src/case/open.ts';
import { run } from '../cli/run.ts';
import { caseOf } from './case-of.ts';
import { box, mail } from './texts.ts';

/** What would move the cursor, change colours or direction. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
const HARMFUL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;
const NAMES = ['two\nlines.eml', 'red\u001b[31m.eml', 'right\u202elme.eml', '..\\..\\up.eml', ' .eml', '-rf.eml'];

const made = caseOf([{ path: 'letters', bytes: null }]);
after(made.remove);
const at = (name: string | Buffer): Buffer => Buffer.concat([Buffer.from(`${made.at('letters')}/`), Buffer.from(name)]);
mkdirSync(made.at('letters/empty/within'), { recursive: true });
for (const [i, name] of NAMES.entries()) writeFileSync(at(name), mail(`letter ${i}`));
writeFileSync(at(Buffer.from('caf\xe9.eml', 'latin1')), mail('of a name that is no UTF-8'));
writeFileSync(at('nothing.eml'), '');
symlinkSync('/etc/passwd', made.at('letters/passwd.eml'));
symlinkSync('..', made.at('letters/round'));
const pipe = spawnSync('mkfifo', [made.at('letters/pipe.eml')]).status === 0;

test('what is a file is read; links, pipes and names that cannot be opened are told', async () => {
  const built = run(made.folder, ['build', '--format', 'json']);
  assert.equal(built.status, 0, built.stderr);
  const opened = await openCase(made.folder);
  try {
    assert.equal(opened.build.sources[0]!.read, NAMES.length);
    const sql = `select p.code, count(*) as n from problem p where p.code like 'file-%' group by 1 order by 1`;
    const wanted = [
      { code: 'file-empty', n: 1 },
      { code: 'file-link', n: 2 },
      { code: 'file-name', n: 1 },
      ...(pipe ? [{ code: 'file-special', n: 1 }] : []),
    ];
    assert.deepEqual(await opened.ledger.rows({ name: 'files', sql }), wanted);
  } finally {
    await opened.close();
  }
});

test('their names change nothing on a terminal, whatever the command', async () => {
  const opened = await openCase(made.folder);
  const rows = await opened.ledger.rows<{ id: bigint }>({ name: 'ids', sql: 'select id from source order by id' });
  await opened.close();
  const cites = rows.slice(0, 2).map(({ id }) => ['cite', `s:${id.toString(16).padStart(16, '0')}`]);
  const shown = [['build'], ['status', '--problems'], ['contacts']];
  const commands = [
    ...cites,
    ...shown.map((args) => [...args, '--format', 'table']),
    ['build', '--format', 'json'],
    ['status', '--problems', '--format', 'jsonl'],
  ];
  for (const args of commands) {
    const { status, stdout, stderr } = run(made.folder, args);
    assert.equal(status, 0, stderr);
    // What is cited goes into a pipe as it is; the words about it do not.
    assert.doesNotMatch(args[0] === 'cite' ? stderr : stdout + stderr, HARMFUL, args.join(' '));
  }
});

test('an empty folder and an empty mailbox make an empty ledger', () => {
  const none = caseOf([
    { path: 'empty', bytes: null },
    { path: 'empty.mbox', bytes: '' },
  ]);
  mkdirSync(none.at('empty'), { recursive: true });
  const built = run(none.folder, ['build', '--format', 'table']);
  assert.deepEqual([built.status, built.stderr], [0, '']);
  assert.match(built.stdout, /0 records, 0 contacts/);
  none.remove();
});

test('a path out of the case folder is read where the user says so, a source may be named by a link', () => {
  const other = caseOf([{ path: 'box.mbox', bytes: box(mail('one')) }]);
  const linked = caseOf([{ path: 'link.mbox', bytes: null }]);
  mkdirSync(join(linked.folder, 'sources'));
  symlinkSync(other.at('box.mbox'), linked.at('link.mbox'));
  const built = run(linked.folder, ['build']);
  assert.equal((JSON.parse(built.stdout) as { read: number }).read, 1);
  linked.remove();
  other.remove();
});
