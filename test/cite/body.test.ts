/** Bodies read again by citation: from files, zip and tar files, in order and out of it. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { sha256 } from '../../src/bytes/hash.ts';
import { type Input, memoryInput } from '../../src/bytes/input.ts';
import { ArchiveShelf } from '../../src/case/citations/archive-shelf.ts';
import { bodyReader } from '../../src/case/citations/body.ts';
import { Packs } from '../../src/case/citations/packs.ts';
import { SourceFiles } from '../../src/case/citations/source-files.ts';
import { createLedger } from '../../src/ledger/duckdb.ts';
import type { Ledger } from '../../src/ledger/ledger.ts';
import { pathText, type Step } from '../../src/model/citation.ts';
import { tar, zip } from '../bytes/making.ts';

const folder = mkdtempSync(join(tmpdir(), 'backchannel-cite-'));
const spool = join(folder, 'spool');
mkdirSync(spool);
after(() => rmSync(folder, { recursive: true }));

const message = (i: number): string => `From: a@example.org\nSubject: ${i}\n\nThe tender, part ${i}.\n`;
const FILES = Array.from({ length: 60 }, (_, i) => ({ name: `box/${i}.`, data: message(i) }));

interface MadeSource {
  readonly path: string;
  readonly steps: readonly Step[];
  readonly data: string;
}

async function ledgerOf(sources: readonly MadeSource[]): Promise<Ledger> {
  const ledger = await createLedger(':memory:', { threads: 1 });
  await ledger.append('source', sources.length, {
    source_no: sources.map((_, i) => i),
    path: sources.map((s) => s.path),
    member: sources.map((s) => pathText(s.steps)),
    sha256: sources.map((s) => sha256(Buffer.from(s.data))),
    size: sources.map((s) => s.data.length),
  });
  await ledger.append('record', sources.length, {
    record_no: sources.map((_, i) => i),
    source_no: sources.map((_, i) => i),
    byte_offset: sources.map(() => 0),
    byte_length: sources.map((s) => s.data.length),
    part: sources.map(() => 0),
  });
  return ledger;
}

function world(): readonly MadeSource[] {
  writeFileSync(join(folder, 'one.eml'), message(1000));
  writeFileSync(join(folder, 'a.zip'), zip(FILES));
  writeFileSync(join(folder, 'b.tgz'), gzipSync(tar(FILES)));
  const inside = (path: string, around: readonly Step[], method: 'zip' | 'tar'): MadeSource[] =>
    FILES.map(({ name, data }) => ({ path, steps: [...around, { member: name, method }], data }));
  return [
    { path: join(folder, 'one.eml'), steps: [], data: message(1000) },
    ...inside('a.zip', [], 'zip'),
    ...inside('b.tgz', [{ member: '', method: 'gzip' }], 'tar'),
  ];
}

test('bodies come in any order, with and without a spool folder, and leave nothing behind', async () => {
  const sources = world();
  const ledger = await ledgerOf(sources);
  for (const dir of [spool, null]) {
    const reader = bodyReader(ledger, folder, dir);
    const numbers = [...sources.keys()];
    for (const record of [...numbers, ...numbers.toReversed(), ...numbers.map((n) => (n * 37) % numbers.length)]) {
      const part = /part (\d+)/.exec(sources[record]!.data)![1];
      assert.equal(await reader.body(record), `The tender, part ${part}.`);
    }
    assert.equal(await reader.body(sources.length), null);
    await reader.close();
  }
  assert.deepEqual(readdirSync(spool), []);
  await ledger.close();
});

test('a source that is gone or was changed gives no body', async () => {
  const made = [...world(), { path: 'missing.eml', steps: [], data: 'x' }];
  const ledger = await ledgerOf(made);
  writeFileSync(join(folder, 'one.eml'), `${message(1000)}more`);
  writeFileSync(join(folder, 'a.zip'), zip(FILES.map((f, i) => (i === 3 ? { ...f, data: message(99) } : f))));
  rmSync(join(folder, 'b.tgz'));
  const reader = bodyReader(ledger, folder, spool);
  assert.equal(await reader.body(0), null);
  assert.equal(await reader.body(3), 'The tender, part 2.');
  assert.equal(await reader.body(4), null);
  assert.equal(await reader.body(70), null);
  assert.equal(await reader.body(made.length - 1), null);
  await reader.close();
  await ledger.close();
});

test('an archive is unpacked once however often its members are asked for', async () => {
  let opened = 0;
  const bytes = gzipSync(tar(FILES));
  const open = (): Input => {
    opened++;
    return memoryInput('', bytes);
  };
  const shelf = new ArchiveShelf(open, new Packs(null), null);
  const path = (i: number): string => `member("",gzip)/member("box/${i}.",tar)`;
  for (const i of [30, 2, 59, 30, 0]) {
    const { slice } = (await shelf.find(path(i)))!;
    assert.equal(slice.pack.input!.read(slice.offset, slice.size).toString(), message(i));
  }
  assert.equal(await shelf.find('member("other",tar)'), null);
  assert.equal(await shelf.find('member("other",tar)'), null);
  assert.equal(opened, 1);
});

test('members that had to make room are unpacked again', async () => {
  const large = Array.from({ length: 6 }, (_, i) => ({ name: `${i}`, data: `${i}`.repeat(3 * 1024 * 1024) }));
  writeFileSync(join(folder, 'large.zip'), zip(large));
  for (const dir of [spool, null]) {
    const files = new SourceFiles(folder, dir, 7 * 1024 * 1024);
    for (const i of [0, 5, 1, 1, 4, 0]) {
      const { data } = large[i]!;
      const place = { path: 'large.zip', member: `member("${i}",zip)`, sha256: sha256(Buffer.from(data)), size: 0 };
      assert.equal((await files.read(place, 10, 5))?.toString(), `${i}`.repeat(5));
      assert.equal((await files.read(place, data.length - 2, 50))?.length, 2);
      assert.equal((await files.read(place, data.length + 2, 50))?.length, 0);
    }
    await files.close();
  }
});
