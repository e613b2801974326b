/** A disk that is full, a case that may not be written, sources that go or change: a clear word, and the last ledger. */
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { appendFileSync, chmodSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { openCase } from '../../src/case/open.ts';
import { cleanEnvironment, PROGRAM, run } from '../cli/run.ts';
import { type CaseOf, caseOf } from './case-of.ts';
import { box, mail } from './texts.ts';

const root = process.getuid?.() === 0;

async function recordsOf(folder: string): Promise<number> {
  const opened = await openCase(folder);
  await opened.close();
  return opened.build.records;
}

function mailbox(bytes: number): string {
  const one = box(mail('one', 'Word '.repeat(2000)));
  return one.repeat(Math.ceil(bytes / one.length));
}

/** Ten messages in a case that was built once. */
function builtCase(): CaseOf {
  const made = caseOf([{ path: 'box.mbox', bytes: box(...Array.from({ length: 10 }, (_, i) => mail(`letter ${i}`))) }]);
  assert.equal(run(made.folder, ['build']).status, 0);
  return made;
}

test('a source that is missing at the next build', async () => {
  const made = builtCase();
  rmSync(made.at('box.mbox'));
  const { status, stderr, stdout } = run(made.folder, ['build']);
  assert.deepEqual([status, stdout], [1, '']);
  assert.match(stderr, /^backchannel: sources\/box\.mbox is not there \(case\.yaml, sources\); put it back/);
  assert.equal(await recordsOf(made.folder), 10);
  made.remove();
});

test('a source that another program appends to meanwhile', async () => {
  const made = caseOf([{ path: 'box.mbox', bytes: mailbox(12 * 1024 * 1024) }]);
  const building = spawn(process.execPath, [PROGRAM, 'build'], { cwd: made.folder, env: cleanEnvironment() });
  let stderr = '';
  building.stderr.on('data', (text) => (stderr += String(text)));
  const ended = new Promise<number | null>((resolve) => building.on('close', resolve));
  let running = true;
  void ended.then(() => (running = false));
  while (running) {
    appendFileSync(made.at('box.mbox'), box(mail('late')));
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  assert.equal(await ended, 1);
  assert.match(
    stderr,
    /^backchannel: (sources\/)?box\.mbox changed while it was read; build again when nothing writes to it/,
  );
  assert.equal(existsSync(join(made.folder, '.ledger/current')), false);
  assert.equal(run(made.folder, ['build']).status, 0, 'when it is quiet it can be built');
  made.remove();
});

test('decisions whose last line is torn: the others hold, the line is told', () => {
  const made = builtCase();
  made.write('decisions.jsonl', '{"id":"d1","time":"2031-0');
  const { status, stdout, stderr } = run(made.folder, ['build', '--format', 'table']);
  assert.equal(status, 0, stderr);
  assert.match(stdout, /decisions\.jsonl:1/);
  made.remove();
});

test('a case that may not be written to', {
  skip: root && spawnSync('setpriv', ['--version']).error !== undefined ? 'root may write anywhere' : false,
}, async () => {
  const made = builtCase();
  made.write('sources/box.mbox', box(mail('other')));
  const folders = ['', '.ledger', '.ledger/builds', '.ledger/segments', '.ledger/spool'].map((name) =>
    join(made.folder, name),
  );
  for (const folder of folders) chmodSync(folder, 0o555);
  const command = [process.execPath, PROGRAM, 'build'];
  const [first, ...rest] = root ? ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups', ...command] : command;
  const { status, stderr } = spawnSync(first!, rest, { cwd: made.folder, env: cleanEnvironment(), encoding: 'utf8' });
  assert.equal(status, 1, stderr);
  assert.match(stderr, /^backchannel: .*\.ledger cannot be written to \(EACCES\); build in a copy/);
  assert.equal(await recordsOf(made.folder), 10);
  for (const folder of folders) chmodSync(folder, 0o755);
  made.remove();
});
