import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { memberInput } from '../../src/bytes/archive.ts';
import { archiveKind, unreadArchive } from '../../src/bytes/archive-kind.ts';
import { ARCHIVE_LIMITS } from '../../src/bytes/archive-limits.ts';
import { sha256 } from '../../src/bytes/hash.ts';
import { memoryInput } from '../../src/bytes/input.ts';
import { tar, tarEntry, told, zip } from './making.ts';

const content = fc.uint8Array({ maxLength: 2000 }).map((bytes) => Buffer.from(bytes));
const files = fc.array(fc.record({ name: fc.stringMatching(/^[a-z]{1,8}(\/[a-zä]{1,8})?$/), data: content }), {
  minLength: 1,
  maxLength: 8,
});

test('what is packed comes out again, in order, with hashes, and is found again by its steps', async () => {
  const packers = [tar, zip, (list: Parameters<typeof tar>[0]) => gzipSync(tar(list))];
  await fc.assert(
    fc.asyncProperty(files, fc.constantFrom(...packers), async (list, pack) => {
      const bytes = pack(list);
      const { all } = await told(bytes);
      const members = all.flatMap((item) => ('input' in item ? [item] : []));
      const sound = list.filter(({ data }) => archiveKind(memoryInput('', data)) === null);
      assert.deepEqual(
        members.map((member) => member.sha256),
        sound.map(({ data }) => sha256(data)),
      );
      for (const member of members) {
        const again = await memberInput(memoryInput('other name', bytes), member.steps, ARCHIVE_LIMITS, null);
        assert.equal(sha256(again?.read(0, again.size) ?? Buffer.alloc(0)), member.sha256);
      }
    }),
    { numRuns: 60 },
  );
});

test('the same archive cut anywhere gives a part of its members, a problem, and never throws', async () => {
  const list = Array.from({ length: 5 }, (_, i) => ({ name: `f${i}`, data: `content ${i} `.repeat(60) }));
  const whole = [tar(list), zip(list), gzipSync(tar(list)), gzipSync(list[0]!.data)];
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...whole),
      fc.double({ min: 0.02, max: 0.98, noNaN: true }),
      async (bytes, share) => {
        const { members, problems } = await told(bytes.subarray(0, Math.floor(bytes.length * share)));
        const atBlock = problems.length === 0; // a tar file that is cut between two members or in its last zeros
        assert.ok(
          !atBlock || archiveKind(memoryInput('', bytes)) === 'tar' || members.length === 5 || members.length === 0,
        );
        for (const member of members) assert.match(member, /^(f\d)?: (content \d )*/);
      },
    ),
    { numRuns: 150 },
  );
});

test('any byte of an archive may be wrong', async () => {
  const list = [
    { name: 'a', data: 'x'.repeat(700) },
    { name: 'b', data: 'y'.repeat(10) },
  ];
  const whole = [tar(list), zip(list), gzipSync(tar(list))];
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...whole), fc.nat(), fc.integer({ min: 0, max: 255 }), async (bytes, at, byte) => {
      const damaged = Buffer.from(bytes);
      damaged[at % damaged.length] = byte;
      await told(damaged, { totalBytes: 1e7 });
    }),
    { numRuns: 400 },
  );
});

test('archives in archives are opened, tar inside gzip without a level of its own', async () => {
  const inner = zip([{ name: 'deep.txt', data: 'deep' }]);
  const bytes = gzipSync(
    tar([
      { name: 'a/inner.zip', data: inner },
      { name: 'b.gz', data: gzipSync('unpacked') },
    ]),
  );
  const { members, problems, all } = await told(bytes);
  assert.deepEqual(members, ['a/inner.zip/deep.txt: deep', 'b.gz: unpacked']);
  assert.deepEqual(problems, []);
  const [first] = all;
  assert.ok(first !== undefined && 'input' in first);
  assert.deepEqual(first.steps, [
    { member: '', method: 'gzip' },
    { member: 'a/inner.zip', method: 'tar' },
    { member: 'deep.txt', method: 'zip' },
  ]);
});

test('archives nested deeper than the limit are handed over unopened', async () => {
  let bytes = zip([{ name: 'core', data: 'core' }]);
  for (let i = 0; i < 5; i++) bytes = zip([{ name: `level${i}.zip`, data: bytes }]);
  const { members, problems } = await told(bytes, { depth: 3 });
  assert.equal(members.length, 1);
  assert.match(members[0]!, /^level4.zip\/level3.zip\/level2.zip: PK/);
  assert.deepEqual(problems, ['archive-depth level4.zip/level3.zip/level2.zip']);
  assert.deepEqual((await told(bytes, { depth: 6 })).problems, []);
});

test('a gzip file stores its name or has none; the name of the copy does not matter', async () => {
  const stored = Buffer.concat([
    Buffer.from([0x1f, 0x8b, 8, 8, 0, 0, 0, 0, 0, 3]),
    Buffer.from('folder/box.mbox\0'),
    gzipSync('mail').subarray(10),
  ]);
  assert.deepEqual((await told(stored)).members, ['box.mbox: mail']);
  assert.deepEqual((await told(gzipSync('mail'))).members, [': mail']);
});

test('what stands before damage in a gzip file is kept', async () => {
  const sound = gzipSync('first part ');
  assert.deepEqual((await told(Buffer.concat([sound, gzipSync('second')]))).members, [': first part second']);
  for (const tail of ['no gzip at all', '\u001f\u008b\u0008']) {
    const { members, problems } = await told(Buffer.concat([sound, Buffer.from(tail, 'latin1')]));
    assert.deepEqual(members, [': first part ']);
    assert.deepEqual(problems, ['archive-damaged']);
  }
  const wrongSum = Buffer.from(sound);
  wrongSum[wrongSum.length - 8]! ^= 1;
  const { members, all } = await told(wrongSum);
  assert.deepEqual(members, [': first part ']);
  assert.ok('problem' in all[1]! && /check sum/.test(all[1].problem.message));
  assert.deepEqual((await told(Buffer.concat([sound, Buffer.alloc(5000)]))).problems, []);
});

test('bombs are stopped by total, by ratio, by number of members, across nesting', async () => {
  const zeros = Buffer.alloc(3_000_000);
  const flat = zip([
    { name: 'a', data: zeros },
    { name: 'b', data: 'small' },
  ]);
  for (const limits of [{ totalBytes: 1_000_000 }, { ratio: 100, ratioFloor: 1000 }]) {
    const { members, problems } = await told(flat, limits);
    assert.deepEqual(members, []);
    assert.deepEqual(problems, ['archive-limit a']);
  }
  const nested = zip(Array.from({ length: 10 }, (_, i) => ({ name: `${i}.zip`, data: flat })));
  assert.deepEqual((await told(nested, { totalBytes: 10_000_000 })).problems, ['archive-limit 3.zip/a']);
  const many = tar(Array.from({ length: 20 }, (_, i) => ({ name: `${i}`, data: 'x' })));
  const stopped = await told(many, { members: 7 });
  assert.equal(stopped.members.length, 7);
  assert.deepEqual(stopped.problems, ['archive-limit 7']);
});

test('a member that states a small length and is large is caught while it unpacks', async () => {
  const bytes = zip([{ name: 'liar', data: Buffer.alloc(2_000_000), size: 10 }]);
  assert.deepEqual((await told(bytes, { totalBytes: 500_000 })).problems, ['archive-limit liar']);
  const { problems, all } = await told(bytes);
  assert.deepEqual(problems, ['archive-damaged liar']);
  assert.ok(all.some((item) => 'input' in item && item.input.size === 2_000_000));
});

test('names that lead elsewhere are told, and the content is read all the same', async () => {
  const names = ['../../etc/passwd', '/etc/passwd', 'C:/windows/x', 'a/../../b', '..'];
  for (const pack of [tar, zip]) {
    const { members, problems } = await told(pack(names.map((name) => ({ name, data: 'content' }))));
    assert.deepEqual(
      members,
      names.map((name) => `${name}: content`),
    );
    assert.deepEqual(
      problems,
      names.map((name) => `archive-name ${name}`),
    );
  }
  const { members, problems } = await told(zip([{ name: 'a\0b\u202egpj.exe', data: 'x' }]));
  assert.deepEqual(members, ['a\ufffdb\ufffdgpj.exe: x']);
  assert.equal(problems.length, 1);
});

test('equal names are told apart, also from names that look like the second of them', async () => {
  const list = ['a', 'a#2', 'a', 'a'].map((name, i) => ({ name, data: `${i}` }));
  for (const pack of [tar, zip]) {
    const bytes = pack(list);
    const { members, all } = await told(bytes);
    assert.deepEqual(members, ['a: 0', 'a#2: 1', 'a#3: 2', 'a#4: 3']);
    for (const item of all) {
      assert.ok('input' in item);
      const again = await memberInput(memoryInput('', bytes), item.steps, ARCHIVE_LIMITS, null);
      assert.equal(again?.read(0, 1).toString(), item.path === 'a' ? '0' : String(Number(item.path.slice(2)) - 1));
    }
  }
});

test('a name that is too long is cut and told', async () => {
  const { members, problems } = await told(zip([{ name: 'ä'.repeat(100), data: 'x' }]), { nameLength: 21 });
  assert.deepEqual(members, [`${'ä'.repeat(10)}: x`]);
  assert.equal(problems.length, 1);
});

test('large members go to the spool folder and leave nothing there', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'spool-'));
  try {
    const data = Buffer.alloc(300_000, 'abc');
    for (const bytes of [
      zip([
        { name: 'large', data },
        { name: 's', data: 's' },
      ]),
      gzipSync(tar([{ name: 'large', data }])),
    ]) {
      const { all } = await told(bytes, { memoryBytes: 1000 }, folder);
      const [large] = all;
      assert.ok(large !== undefined && 'input' in large);
      assert.equal(large.sha256, sha256(data));
      const again = await memberInput(
        memoryInput('', bytes),
        large.steps,
        { ...ARCHIVE_LIMITS, memoryBytes: 1000 },
        folder,
      );
      assert.equal(sha256(again!.read(0, again!.size)), sha256(data));
      assert.deepEqual(again!.read(299_998, 10), data.subarray(299_998));
      assert.deepEqual(readdirSync(folder), []);
      again!.close();
      again!.close();
    }
    const none = await told(
      zip([
        { name: 'large', data },
        { name: 's', data: 's' },
      ]),
      { memoryBytes: 1000 },
      null,
    );
    assert.deepEqual(none.members, ['s: s']);
    assert.deepEqual(none.problems, ['archive-large large']);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('a spool folder that cannot be written to is an error, not a problem of the content', async () => {
  const bytes = zip([{ name: 'large', data: Buffer.alloc(5000) }]);
  await assert.rejects(told(bytes, { memoryBytes: 10 }, join(tmpdir(), 'no', 'such', 'folder')), { code: 'ENOENT' });
});

test('office documents are files, not archives', async () => {
  const parts = [
    { name: '_rels/.rels', data: '<x/>' },
    { name: '[Content_Types].xml', data: '<x/>' },
  ];
  const document = zip(parts);
  const reversed = zip([...parts].reverse());
  const open = zip([{ name: 'mimetype', data: 'application/vnd.oasis.opendocument.text', method: 0 }]);
  for (const bytes of [document, reversed, open]) assert.equal(archiveKind(memoryInput('', bytes)), null);
  const { members } = await told(zip([{ name: 'a.docx', data: document, method: 0 }]));
  assert.equal(members.length, 1);
  assert.match(members[0]!, /^a.docx: PK/);
});

test('kinds are told by bytes', () => {
  const kind = (bytes: Buffer): string | null => archiveKind(memoryInput('x.zip', bytes));
  assert.equal(kind(tar([{ name: 'a' }])), 'tar');
  assert.equal(kind(gzipSync('a')), 'gzip');
  assert.equal(kind(zip([])), 'zip');
  assert.equal(kind(Buffer.alloc(1024)), null);
  assert.equal(kind(Buffer.alloc(0)), null);
  assert.equal(kind(Buffer.from('From a@b.example Thu Jan  1 00:00:00 1970\n')), null);
  assert.equal(unreadArchive(Buffer.from('Rar!\u001a\u0007\u0000', 'latin1')), 'RAR');
  assert.equal(unreadArchive(Buffer.from('Dear all')), null);
});

test('a missing member is null', async () => {
  const bytes = tar([{ name: 'a', data: 'x' }]);
  const steps = [{ member: 'b', method: 'tar' as const }];
  assert.equal(await memberInput(memoryInput('', bytes), steps, ARCHIVE_LIMITS, null), null);
  const wrong = [{ member: 'a', method: 'zip' as const }];
  assert.equal(await memberInput(memoryInput('', bytes), wrong, ARCHIVE_LIMITS, null), null);
  assert.equal(
    await memberInput(memoryInput('', tarEntry({ name: 'a' })), [...steps, ...steps], ARCHIVE_LIMITS, null),
    null,
  );
});
