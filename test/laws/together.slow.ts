/** The sixth law, where several processes meet: one builds, the others are refused or read. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { appendFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { openCase } from '../../src/case/open.ts';
import { cleanEnvironment, PROGRAM, run } from '../cli/run.ts';
import { demoCopy } from './hashes.ts';

interface Ended {
  readonly status: number | null;
  readonly stderr: string;
}

function building(folder: string): { readonly ended: Promise<Ended>; readonly stop: (signal: NodeJS.Signals) => void } {
  const child = spawn(process.execPath, [PROGRAM, 'build'], { cwd: folder, env: cleanEnvironment() });
  let stderr = '';
  child.stdout.resume();
  child.stderr.on('data', (text) => (stderr += String(text)));
  const ended = new Promise<Ended>((resolve) => child.on('close', (status) => resolve({ status, stderr })));
  return { ended, stop: (signal) => void child.kill(signal) };
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 2));
}

test('two builds at once: the second is refused clearly, the first goes on', async () => {
  const demo = demoCopy();
  const first = building(demo.folder);
  await until(() => existsSync(join(demo.folder, '.ledger/lock')));
  const second = run(demo.folder, ['build']);
  assert.equal(second.status, 1);
  assert.match(
    second.stderr,
    /^backchannel: another build of this case is running \(process \d+\); wait for it, or end it\n$/,
  );
  assert.equal((await first.ended).status, 0);
  demo.remove();
});

test('who reads during a build has the build before it whole, and the next one afterwards', async () => {
  const demo = demoCopy();
  assert.equal(run(demo.folder, ['build']).status, 0);
  const opened = await openCase(demo.folder);
  const count = async (): Promise<number> => {
    const [row] = await opened.ledger.rows<{ n: number }>({ name: 'n', sql: 'select count(*) as n from record' });
    return row!.n;
  };
  const records = await count();
  appendFileSync(join(demo.folder, 'case.yaml'), '\n# a word\n');
  appendFileSync(join(demo.folder, 'sources/carrier-a.csv'), '\n');
  const next = building(demo.folder);
  let done = false;
  void next.ended.then(() => (done = true));
  let reads = 0;
  while (!done) {
    assert.equal(await count(), records);
    const fresh = await openCase(demo.folder);
    assert.ok(fresh.build.records >= records);
    await fresh.close();
    reads++;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  assert.equal((await next.ended).status, 0);
  assert.ok(reads > 3);
  const after = await openCase(demo.folder);
  assert.notEqual(after.build.id, opened.build.id);
  await after.close();
  await opened.close();
  demo.remove();
});

test('a build that is asked to stop says so and leaves nothing behind', async () => {
  const demo = demoCopy();
  const first = building(demo.folder);
  await until(() => existsSync(join(demo.folder, '.ledger/lock')));
  first.stop('SIGINT');
  const { status, stderr } = await first.ended;
  assert.deepEqual([status, stderr], [130, 'backchannel: stopped; the last finished build is as it was\n']);
  assert.equal(existsSync(join(demo.folder, '.ledger/lock')), false);
  assert.equal(run(demo.folder, ['build']).status, 0);
  demo.remove();
});
