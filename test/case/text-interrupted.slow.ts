/** kill -9, and a full disk, while words are indexed: the case is as before, and the next build completes. */
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { buildCase } from '../../src/case/build.ts';
import type { BuildProgress } from '../../src/case/build-report.ts';
import { openCase } from '../../src/case/open.ts';
import { isRefused } from '../../src/case/search/refused.ts';
import { openSearch } from '../../src/case/search.ts';
import { cleanEnvironment, PROGRAM, run } from '../cli/run.ts';
import { mail, mbox } from './text-case.ts';

const MESSAGES = 8000;

/** Messages of which each has a word of its own and one that all have. @param first number of the first one */
function letters(first: number, count: number): string {
  const one = (i: number): string => {
    const day = `Mon, 4 Mar 2030 ${String(10 + (i % 10)).padStart(2, '0')}:00:00 +0100`;
    const body = `common own${i} ${Array.from({ length: 200 }, (_, k) => `word${(i * 31 + k * 7) % 5000}`).join(' ')}`;
    return mail(
      'ada@harbour.example',
      'bo@builder.example',
      day,
      `letter ${i}`,
      body,
      [],
      [`Message-ID: <${i}@x.example>`],
    );
  };
  return mbox(...Array.from({ length: count }, (_, i) => one(first + i)));
}

function written(folder: string): void {
  mkdirSync(join(folder, 'sources'), { recursive: true });
  writeFileSync(join(folder, 'sources/box.mbox'), letters(0, MESSAGES));
  writeFileSync(
    join(folder, 'case.yaml'),
    'title: T\nasOf: 2031-01-01\nzone: UTC\nsources:\n  - { path: sources/box.mbox }\n',
  );
}

async function total(folder: string, text: string): Promise<number> {
  const open = await openCase(folder);
  const search = await openSearch(open, { threads: 0, spoolDir: null });
  try {
    const answer = await search.search(text, { limit: 1, countUpTo: 1_000_000 });
    assert.ok(!isRefused(answer));
    return answer.total;
  } finally {
    await search.close();
    await open.close();
  }
}

const beginnings = (folder: string): string[] => {
  const text = join(folder, '.ledger/text');
  return existsSync(text) ? readdirSync(text).filter((name) => name.startsWith('new-')) : [];
};

/** Builds in a process of its own and kills it so long after the index was begun. @returns whether it was killed there */
async function killedAt(folder: string, after: number): Promise<boolean> {
  const child = spawn(process.execPath, [PROGRAM, 'build'], { cwd: folder, env: cleanEnvironment(), stdio: 'ignore' });
  const before = new Set(beginnings(folder));
  const watch = setInterval(() => {
    if (beginnings(folder).every((name) => before.has(name))) return;
    clearInterval(watch);
    setTimeout(() => child.kill('SIGKILL'), after);
  }, 5);
  const signal = await new Promise<string | null>((resolve) => child.on('close', (_, by) => resolve(by)));
  clearInterval(watch);
  return signal === 'SIGKILL';
}

test('kill -9 while words are indexed', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'backchannel-text-'));
  try {
    written(folder);
    await buildCase(folder);
    let kills = 0;
    for (const [i, after] of [0, 50, 150, 300, 600].entries()) {
      appendFileSync(join(folder, 'sources/box.mbox'), letters(MESSAGES + i, 1));
      if (await killedAt(folder, after)) kills++;
      assert.ok((await total(folder, 'common')) >= MESSAGES, 'the last build can still be searched');
    }
    assert.ok(kills >= 2, `${kills} builds were killed`);
    await buildCase(folder);
    assert.equal(await total(folder, 'common'), MESSAGES + 5);
    assert.equal(await total(folder, `own${MESSAGES + 4}`), 1);
    assert.deepEqual(beginnings(folder), []);
    assert.equal(readdirSync(join(folder, '.ledger/text')).length, 1);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('a build that is stopped while words are indexed leaves no thread and no beginning behind', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'backchannel-text-'));
  try {
    written(folder);
    for (const stopAt of [1, 2, 3]) {
      const stop = new AbortController();
      let told = 0;
      const onProgress = ({ stage }: BuildProgress): void => {
        if (stage === 'text' && ++told === stopAt) stop.abort(new Error('stopped here'));
      };
      await assert.rejects(buildCase(folder, { signal: stop.signal, threads: 2, onProgress }), /stopped here/);
      assert.deepEqual(beginnings(folder), []);
    }
    await buildCase(folder, { threads: 2 });
    assert.equal(await total(folder, 'common'), MESSAGES);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('the index can be left out, and comes with the next build', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'backchannel-text-'));
  try {
    written(folder);
    await buildCase(folder, { text: false });
    await assert.rejects(total(folder, 'common'), /not indexed yet/);
    await buildCase(folder);
    assert.equal(await total(folder, 'common'), MESSAGES);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

const root = process.getuid?.() === 0;

test('a disk that is full while words are indexed', {
  skip: root ? false : 'only root may mount a small disk',
}, async (t) => {
  const disk = mkdtempSync(join(tmpdir(), 'backchannel-disk-'));
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=128m', 'tmpfs', disk]).status === 0;
  try {
    if (!mounted) return t.skip('a small disk cannot be mounted here');
    written(disk);
    await buildCase(disk);
    let full = 0;
    for (const [i, room] of [3, 6, 9, 12].entries()) {
      appendFileSync(join(disk, 'sources/box.mbox'), letters(MESSAGES + i, 1));
      const filler = join(disk, 'filler');
      const { bavail, bsize } = statfsSync(disk);
      writeFileSync(filler, Buffer.alloc(Math.max(0, bavail * bsize - room * 1024 * 1024)));
      const { status, stderr } = run(disk, ['build']);
      rmSync(filler);
      if (status === 0) continue;
      full++;
      assert.match(stderr, /the disk is full/);
      assert.ok((await total(disk, 'common')) >= MESSAGES, 'the last build can still be searched');
    }
    assert.ok(full >= 2, `it was full ${full} times`);
    await buildCase(disk);
    assert.equal(await total(disk, 'common'), MESSAGES + 4);
    assert.deepEqual(beginnings(disk), []);
  } finally {
    if (mounted) spawnSync('umount', [disk]);
    rmSync(disk, { recursive: true, force: true });
  }
});
