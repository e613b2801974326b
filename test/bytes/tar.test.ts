import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { pax, tar, tarEntry, told } from './making.ts';

test('long names: GNU and pax; pax also for lengths', async () => {
  const long = `${'folder/'.repeat(30)}ä.txt`;
  const gnu = [
    { name: '././@LongLink', type: 'L', data: `${long}\0` },
    { name: 'short', data: 'gnu' },
  ];
  const posix = [pax('path', long), { name: 'short', data: 'posix' }];
  const sized = [pax('size', '5'), { name: 'sized', data: 'large', size: 0 }];
  const { members, problems } = await told(tar([...gnu, ...posix, ...sized, { name: 'after', data: 'x' }]));
  assert.deepEqual(members, [`${long}: gnu`, `${long}#2: posix`, 'sized: large', 'after: x']);
  assert.deepEqual(problems, []);
});

test('the ustar prefix belongs to the name, in POSIX archives only', async () => {
  const entry = tarEntry({ name: 'name', data: 'x' });
  entry.write('prefix', 345);
  entry.write(' '.repeat(8), 148);
  const sum = entry.subarray(0, 512).reduce((a, b) => a + b, 0);
  entry.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  assert.deepEqual((await told(entry)).members, ['prefix/name: x']);
});

test('links, devices and sparse files are told and skipped; folders are passed over', async () => {
  const { members, problems, all } = await told(
    tar([
      { name: 'folder/', type: '5' },
      { name: 'sym', type: '2', link: '/etc/passwd' },
      { name: 'hard', type: '1', link: 'folder/a' },
      { name: 'fifo', type: '6' },
      { name: 'device', type: '3' },
      { name: 'sparse', type: 'S', data: 'part' },
      { name: 'odd', type: 'Q', data: 'odd' },
      { name: 'contiguous', type: '7', data: 'c' },
      { name: 'old', type: '\0', data: 'o' },
    ]),
  );
  assert.deepEqual(members, ['contiguous: c', 'old: o']);
  assert.deepEqual(problems, [
    'archive-link sym',
    'archive-link hard',
    'archive-special fifo',
    'archive-special device',
    'archive-special sparse',
    'archive-special odd',
  ]);
  assert.ok('problem' in all[0]! && all[0].problem.message.includes('"/etc/passwd"') && all[0].problem.offset === 512);
});

test('after damage the rest is one problem with its place; before it everything stands', async () => {
  const first = tarEntry({ name: 'a', data: 'x'.repeat(600) });
  const broken = tarEntry({ name: 'b', data: 'y' });
  broken[0]! ^= 1;
  const bytes = Buffer.concat([first, broken, tarEntry({ name: 'c', data: 'z' }), Buffer.alloc(1024)]);
  for (const packed of [bytes, gzipSync(bytes)]) {
    const { members, all } = await told(packed);
    assert.equal(members.length, 1);
    const last = all.at(-1)!;
    assert.ok('problem' in last);
    assert.deepEqual([last.problem.offset, last.problem.length], [first.length, bytes.length - first.length]);
  }
});

test('a member cut short is handed over as far as it goes', async () => {
  const bytes = tarEntry({ name: 'a', data: 'x'.repeat(600) }).subarray(0, 512 + 300);
  const { all, problems } = await told(bytes);
  assert.deepEqual(problems, ['archive-damaged a']);
  assert.ok(all.some((item) => 'input' in item && item.input.size === 300));
});

test('archives that were joined are read to the end', async () => {
  const joined = Buffer.concat([tar([{ name: 'a', data: '1' }]), Buffer.alloc(8192), tar([{ name: 'b', data: '2' }])]);
  assert.deepEqual((await told(joined)).members, ['a: 1', 'b: 2']);
  const { members, problems } = await told(Buffer.concat([tar([{ name: 'a', data: '1' }]), Buffer.alloc(512, 'q')]));
  assert.deepEqual(members, ['a: 1']);
  assert.deepEqual(problems, ['archive-damaged']);
});

test('lengths in base 256, and lengths that are none', async () => {
  const entry = tarEntry({ name: 'big', data: 'abc' });
  const sum = (): void => {
    entry.write(' '.repeat(8), 148);
    const total = entry.subarray(0, 512).reduce((a, b) => a + b, 0);
    entry.write(`${total.toString(8).padStart(6, '0')}\0 `, 148);
  };
  entry.fill(0, 124, 136);
  entry[124] = 0x80;
  entry[135] = 3;
  sum();
  assert.deepEqual((await told(entry)).members, ['big: abc']);
  entry.fill(0xff, 124, 136);
  sum();
  assert.deepEqual((await told(entry)).problems, ['archive-damaged']);
});

test('an extended header of any length does not take memory', async () => {
  const bytes = tar([
    { name: 'x', type: 'x', data: 'q', size: 8 ** 11 - 1 },
    { name: 'a', data: 'x' },
  ]);
  assert.deepEqual((await told(bytes)).problems, ['archive-damaged']);
});

test('names in Latin-1 stay different names', async () => {
  const { members } = await told(tar([0xe9, 0xe8].map((byte) => ({ name: Buffer.from([0x61, byte]), data: 'x' }))));
  assert.deepEqual(members, ['aé: x', 'aè: x']);
});
