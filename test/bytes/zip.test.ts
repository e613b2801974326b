import assert from 'node:assert/strict';
import { test } from 'node:test';
import { zstdCompressSync } from 'node:zlib';
import { told, zip } from './making.ts';

test('names without the UTF-8 flag are CP437', async () => {
  const name = Buffer.from([0x52, 0x82, 0x73, 0x75, 0x6d, 0x82]);
  assert.deepEqual((await told(zip([{ name, flags: 0, data: 'x' }]))).members, ['Résumé: x']);
  assert.deepEqual((await told(zip([{ name: 'Résumé', data: 'x' }]))).members, ['Résumé: x']);
});

test('backslashes of Windows programs separate folders', async () => {
  assert.deepEqual((await told(zip([{ name: 'a\\b.eml', data: 'x' }]))).members, ['a/b.eml: x']);
});

test('stored, deflated and Zstandard members; folders are passed over', async () => {
  const packed = zstdCompressSync('zstd');
  const entries = [
    { name: 'folder/', data: '' },
    { name: 's', data: 'stored', method: 0 },
    { name: 'd', data: 'deflated' },
    { name: 'z', data: packed, method: 93, size: 4, sum: 0 },
  ];
  const { members, problems } = await told(zip(entries));
  assert.deepEqual(members, ['s: stored', 'd: deflated', 'z: zstd']);
  assert.deepEqual(problems, ['archive-damaged z']); // its check sum was made up
});

test('encrypted members, links and unknown methods are told and skipped, the others read', async () => {
  const { members, problems } = await told(
    zip([
      { name: 'secret', data: 'x', flags: 0x801 },
      { name: 'link', data: '/etc/passwd', mode: 0o120777 },
      { name: 'lzma', data: 'x', method: 14 },
      { name: 'odd', data: 'x', method: 77 },
      { name: 'plain', data: 'x' },
    ]),
  );
  assert.deepEqual(members, ['plain: x']);
  assert.deepEqual(problems, [
    'archive-encrypted secret',
    'archive-link link',
    'archive-method lzma',
    'archive-method odd',
  ]);
});

test('a damaged member gives what it can, a wrong check sum is told', async () => {
  const data = Buffer.from(Array.from({ length: 200_000 }, (_, i) => (i * 7919) % 251));
  const bytes = zip([
    { name: 'a', data },
    { name: 'b', data: 'b' },
  ]);
  const stored = zip([{ name: 'a', data: 'text', method: 0, sum: 1 }]);
  bytes.fill(0xff, 500, 520);
  const { members, problems } = await told(bytes);
  assert.deepEqual(
    members.map((member) => member[0]),
    ['a', 'b'],
  );
  assert.deepEqual(problems, ['archive-damaged a']);
  assert.deepEqual((await told(stored)).members, ['a: text']);
  assert.deepEqual((await told(stored)).problems, ['archive-damaged a']);
});

test('a damaged directory is one problem', async () => {
  const bytes = zip([
    { name: 'a', data: 'a' },
    { name: 'b', data: 'b' },
  ]);
  const second = bytes.lastIndexOf('PK\u0001\u0002');
  bytes[second] = 0;
  const { members, problems } = await told(bytes);
  assert.deepEqual(members, ['a: a']);
  assert.deepEqual(problems, ['archive-damaged']);
});
