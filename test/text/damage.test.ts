/** Whatever happens to the files of a segment, a search says so or is right. */
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { isDamage } from '../../src/text/damage.ts';
import { checkSegment, finishSegment, verifySegment } from '../../src/text/manifest.ts';
import { openText } from '../../src/text/search/open.ts';
import { openShardWriter } from '../../src/text/writer.ts';
import { type Draft, inFolder, query, segmentOf } from './corpus.ts';

const DRAFTS: readonly Draft[] = Array.from({ length: 2000 }, (_, i) => ({
  time: i,
  subject: `number ${i}`,
  body: [`the word${i % 97} and the word${i % 89} \u5317\u4eac`],
  names: [],
}));

/** What a damaged segment says, when it is opened or when it is asked; null when it answers. */
async function complaint(folder: string): Promise<string | null> {
  const index = await openText([folder], { threads: 0 });
  if (isDamage(index)) return index.message;
  try {
    for (const written of ['the', 'word5', '\u5317', 'word1*', 'NOT the'])
      for (const rank of [false, true]) {
        const page = await index.search({ query: query(written), conditions: [], limit: 5, countUpTo: 9999, rank });
        if (isDamage(page)) return page.message;
      }
    return null;
  } finally {
    await index.close();
  }
}

async function damaged(harm: (folder: string) => void): Promise<readonly [string | null, string | null, boolean]> {
  return inFolder(async (parent) => {
    const folder = segmentOf(parent, 'a', DRAFTS, 1000);
    harm(folder);
    const check = checkSegment(folder);
    return [await complaint(folder), check === null ? null : check.message, verifySegment(folder) === null];
  });
}

function overwrite(file: string, at: number, length: number): void {
  const bytes = readFileSync(file);
  for (let i = at; i < Math.min(at + length, bytes.length); i++) bytes[i]! ^= 0xff;
  writeFileSync(file, bytes);
}

test('a whole segment answers, and files that are not ours are left alone', async () => {
  const told = await damaged((folder) => writeFileSync(join(folder, 'told.json'), '{}'));
  assert.deepEqual(told, [null, null, true]);
});

test('a missing or shortened file is seen before anything is asked', async () => {
  for (const [harm, message] of [
    [(folder: string) => rmSync(join(folder, 'shard-1.sqlite')), /missing/],
    [(folder: string) => truncateSync(join(folder, 'shard-0.sqlite'), 8192), /torn: 8192 bytes of \d+/],
    [(folder: string) => writeFileSync(join(folder, 'shard-0.sqlite'), ''), /torn: 0 bytes/],
    [(folder: string) => rmSync(join(folder, 'manifest.json')), /missing/],
    [(folder: string) => truncateSync(join(folder, 'manifest.json'), 40), /torn/],
    [(folder: string) => writeFileSync(join(folder, 'manifest.json'), '{"layout":1,"shards":[]}'), /torn/],
    [(folder: string) => writeFileSync(join(folder, 'manifest.json'), '{"layout":"0","shards":[]}'), /another version/],
    [(folder: string) => writeFileSync(join(folder, 'manifest.json'), 'null'), /torn/],
  ] as const) {
    const [complained, checked, verified] = await damaged(harm);
    assert.match(complained ?? '', message);
    assert.match(checked ?? '', message);
    assert.equal(verified, false);
  }
});

test('a file that lost its head or all of its pages says so when it is asked', async () => {
  for (const [at, length] of [
    [0, 100],
    [4096, 1_000_000],
  ] as const) {
    const [complained, , verified] = await damaged((folder) => overwrite(join(folder, 'shard-0.sqlite'), at, length));
    assert.notEqual(complained, null);
    assert.equal(verified, false);
  }
});

test('bytes that were changed anywhere make no search throw, and are found by reading all', async () => {
  await inFolder(async (parent) => {
    const folder = segmentOf(parent, 'a', DRAFTS.slice(0, 400), 400);
    const file = join(folder, 'shard-0.sqlite');
    const sound = readFileSync(file);
    const harm = fc.array(fc.tuple(fc.nat({ max: sound.length - 1 }), fc.integer({ min: 1, max: 255 })), {
      minLength: 1,
      maxLength: 40,
    });
    const check = fc.asyncProperty(harm, async (changes) => {
      const bytes = Buffer.from(sound);
      for (const [at, by] of changes) bytes[at]! ^= by;
      writeFileSync(file, bytes);
      await complaint(folder);
      assert.equal(verifySegment(folder) === null, bytes.equals(sound));
    });
    await fc.assert(check, { numRuns: 40 });
  });
});

test('any page that was lost is found by reading all', async () => {
  const [, checked, verified] = await damaged((folder) => overwrite(join(folder, 'shard-1.sqlite'), 20_000, 16));
  assert.deepEqual([checked, verified], [null, false]);
});

test('a full disk is told as such, and nothing is left', async () => {
  await inFolder(async (parent) => {
    symlinkSync('/dev/full', join(parent, 'shard-0.sqlite'));
    assert.throws(
      () => openShardWriter(parent, 0, false),
      (error: Error & { code?: string }) => error.name === 'TextWriteFailed' && error.code === 'ENOSPC',
    );
  });
});

test('a shard that is given up leaves no file, and documents out of order are refused', async () => {
  await inFolder(async (parent) => {
    const writer = openShardWriter(parent, 0, false);
    writer.add({ record: 0, time: 5, subject: 'a', body: [], names: [] });
    assert.throws(() => writer.add({ record: 1, time: 4, subject: 'a', body: [], names: [] }), RangeError);
    assert.throws(() => writer.add({ record: 1, time: Number.NaN, subject: 'a', body: [], names: [] }), RangeError);
    writer.abandon();
    assert.equal(existsSync(join(parent, 'shard-0.sqlite')), false);
  });
});

test('the same documents give the same bytes', async () => {
  await inFolder(async (parent) => {
    const [one, other] = ['a', 'b'].map((name) => segmentOf(parent, name, DRAFTS, 1000));
    for (const file of ['manifest.json', 'shard-0.sqlite', 'shard-1.sqlite'])
      assert.deepEqual(readFileSync(join(one!, file)), readFileSync(join(other!, file)), file);
  });
});

test('a segment without documents is whole', async () => {
  await inFolder(async (parent) => {
    const folder = join(parent, 'empty');
    mkdirSync(folder);
    finishSegment(folder, []);
    assert.equal(await complaint(folder), null);
  });
});
