/** The sixth law: killed at any moment, a case is as it was before or after a step, and the next build makes it good. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { appendFileSync, cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { buildCase } from '../../src/case/build.ts';
import { openCase } from '../../src/case/open.ts';
import { cleanEnvironment, PROGRAM } from '../cli/run.ts';
import { demoCopy, hashesOf } from './hashes.ts';

const KILLS = 36;

/** Builds in a process of its own. @param after milliseconds to its end; null lets it end. @returns whether it was killed */
async function built(folder: string, after: number | null): Promise<boolean> {
  const child = spawn(process.execPath, [PROGRAM, 'build'], { cwd: folder, env: cleanEnvironment(), stdio: 'ignore' });
  const timer = after === null ? undefined : setTimeout(() => child.kill('SIGKILL'), after);
  const signal = await new Promise<string | null>((resolve) => child.on('close', (_, by) => resolve(by)));
  clearTimeout(timer);
  return signal === 'SIGKILL';
}

test('kill -9 over the whole length of a build', async () => {
  const demo = demoCopy();
  await built(demo.folder, null);
  const before = (await openedBuild(demo.folder)).id;
  // What the next builds have to do: two sources and the case file have changed.
  const changed = mkdtempSync(join(tmpdir(), 'backchannel-kill-'));
  cpSync(demo.folder, changed, { recursive: true });
  appendFileSync(join(changed, 'sources/carrier-a.csv'), '\n');
  appendFileSync(join(changed, 'sources/chief-of-staff.mbox'), '\n');
  const whole = mkdtempSync(join(tmpdir(), 'backchannel-kill-'));
  cpSync(changed, whole, { recursive: true });
  const from = performance.now();
  await built(whole, null);
  const length = performance.now() - from;
  const wanted = await hashesOf(whole);
  const next = (await openedBuild(whole)).id;

  let kills = 0;
  for (let i = 0; i < KILLS; i++) {
    const folder = mkdtempSync(join(tmpdir(), 'backchannel-kill-'));
    cpSync(changed, folder, { recursive: true });
    // Spread over the whole length, and twice into one build: what a killed one leaves is what the next begins with.
    for (const share of [(i + 0.5) / KILLS, ((i * 7) % KILLS) / KILLS]) {
      if (await built(folder, share * length)) kills++;
      const { id } = await openedBuild(folder);
      assert.ok(id === before || id === next, 'the ledger is that of a finished build');
    }
    const report = await buildCase(folder);
    assert.equal(report.id, next);
    assert.deepEqual(await hashesOf(folder), wanted);
    assert.deepEqual(
      readdirSync(join(folder, '.ledger')).filter((name) => /lock|\.new$/.test(name)),
      [],
    );
    assert.equal(readdirSync(join(folder, '.ledger/builds')).length, 1);
    assert.deepEqual(
      readdirSync(join(folder, '.ledger/segments')).filter((name) => name.startsWith('new-')),
      [],
    );
    rmSync(folder, { recursive: true, force: true });
  }
  assert.ok(kills >= 30, `${kills} builds were killed`);
  for (const folder of [changed, whole]) rmSync(folder, { recursive: true, force: true });
  demo.remove();
});

async function openedBuild(folder: string): Promise<{ readonly id: string }> {
  const opened = await openCase(folder);
  const [row] = await opened.ledger.rows<{ n: number }>({ name: 'n', sql: 'select count(*) as n from contact' });
  assert.equal(row!.n, opened.build.contacts);
  await opened.close();
  return opened.build;
}
