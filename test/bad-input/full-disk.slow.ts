/** A disk that is full at other steps of a build each time: a clear word, and the last ledger. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { openCase } from '../../src/case/open.ts';
import { run } from '../cli/run.ts';
import { caseOf } from './case-of.ts';
import { box, mail } from './texts.ts';

const root = process.getuid?.() === 0;

async function recordsOf(folder: string): Promise<number> {
  const opened = await openCase(folder);
  await opened.close();
  return opened.build.records;
}

test('a full disk', { skip: root ? false : 'only root may mount a small disk' }, async (t) => {
  const disk = mkdtempSync(join(tmpdir(), 'backchannel-disk-'));
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=48m', 'tmpfs', disk]).status === 0;
  try {
    if (!mounted) return t.skip('a small disk cannot be mounted here');
    const made = caseOf([
      { path: 'box.mbox', bytes: box(...Array.from({ length: 10 }, (_, i) => mail(`letter ${i}`))) },
    ]);
    spawnSync('cp', ['-r', `${made.folder}/.`, disk]);
    made.remove();
    assert.equal(run(disk, ['build']).status, 0);
    const filler = join(disk, 'filler');
    let full = 0;
    // From no room at all to plenty: the build meets the end of the disk at other steps each time.
    for (const room of [0, 100_000, 300_000, 800_000, 1_500_000, 2_500_000, 4_000_000, 6_000_000]) {
      appendFileSync(join(disk, 'sources/box.mbox'), box(mail(`more ${room}`)));
      const { bavail, bsize } = statfsSync(disk);
      writeFileSync(filler, Buffer.alloc(Math.max(0, bavail * bsize - room)));
      const { status, stderr } = run(disk, ['build']);
      rmSync(filler);
      assert.ok((await recordsOf(disk)) >= 10, 'the last ledger stays');
      if (status === 0) continue;
      full++;
      assert.match(stderr, /^backchannel: (the disk is full|.*ENOSPC.*the disk is full)/, stderr);
    }
    assert.ok(full >= 2, `it was full ${full} times`);
    assert.equal(run(disk, ['build']).status, 0, 'with room again it can be built');
    assert.equal(await recordsOf(disk), 18);
    const left = readdirSync(join(disk, '.ledger/segments')).filter((name) => name.startsWith('new-'));
    assert.deepEqual(left, []);
  } finally {
    if (mounted) spawnSync('umount', [disk]);
    rmSync(disk, { recursive: true, force: true });
  }
});
