import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { openFile, sameStamp, stamp, walk } from '../../src/bytes/disk.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'disk-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function put(name: string, text = 'x'): string {
  const path = join(folder, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, text);
  return path;
}

function names(path: string, filter?: Parameters<typeof walk>[1]): string[] {
  return [...walk(path, filter)].map((found) => ('problem' in found ? `${found.problem} ${found.name}` : found.name));
}

test('a file is read at any offset, and only while it is open', () => {
  const input = openFile(put('a', 'abcdef'), 'shown');
  assert.equal(input.name, 'shown');
  assert.equal(input.size, 6);
  assert.equal(input.read(2, 3).toString(), 'cde');
  assert.equal(input.read(4, 100).toString(), 'ef');
  assert.equal(input.read(99, 1).length, 0);
  assert.equal(input.read(-5, 2).toString(), 'ab');
  const target = Buffer.from('......');
  assert.equal(input.readInto(target, 4, 0, 100), 2);
  assert.equal(target.toString(), '....ab');
  input.close();
  input.close();
  assert.throws(() => input.read(0, 1), { code: 'EBADF' });
});

test('what is no regular file is not opened', () => {
  const path = put('a');
  symlinkSync(path, join(folder, 'link'));
  assert.throws(() => openFile(join(folder, 'link'), 'link'), { code: 'ELOOP' });
  assert.throws(() => openFile(folder, 'folder'), { code: 'EINVAL' });
  assert.throws(() => openFile(join(folder, 'none'), 'none'), { code: 'ENOENT' });
});

test('a source that changes while it is read is noticed, and reads stay inside it', () => {
  const path = put('a', 'abcdef');
  const before = stamp(path);
  assert.ok(sameStamp(before, stamp(path)));
  const input = openFile(path, 'a');
  appendFileSync(path, 'more');
  assert.equal(input.read(0, 100).toString(), 'abcdef');
  truncateSync(path, 2);
  assert.equal(input.read(0, 100).toString(), 'ab');
  assert.ok(!sameStamp(before, stamp(path)));
  input.close();
});

test('folders are walked in code-unit order of names', () => {
  for (const name of ['b', 'B', 'a/z', 'a.', 'ä', 'a/Z', '.hidden', 'a-/q']) put(name);
  assert.deepEqual(
    names(folder),
    ['.hidden', 'B', 'a/Z', 'a/z', 'a-/q', 'a.', 'b', 'ä'].sort((x, y) => order(x, y)),
  );
});

/** Order of paths part by part. */
function order(x: string, y: string): number {
  const [a, b] = [x.split('/'), y.split('/')];
  const at = a.findIndex((part, i) => part !== b[i]);
  return a[at]! < (b[at] ?? '') ? -1 : 1;
}

test('links are told and not followed; one that the user names is', () => {
  put('in/a');
  put('out/secret');
  symlinkSync(join(folder, 'out'), join(folder, 'in', 'escape'));
  symlinkSync('.', join(folder, 'in', 'loop'));
  symlinkSync('nowhere', join(folder, 'in', 'dangling'));
  symlinkSync(join(folder, 'in'), join(folder, 'named'));
  const wanted = ['a', 'link dangling', 'link escape', 'link loop'];
  assert.deepEqual(names(join(folder, 'in')), wanted);
  assert.deepEqual(names(join(folder, 'named')), wanted);
  symlinkSync(join(folder, 'in', 'a'), join(folder, 'file'));
  const [file] = walk(join(folder, 'file'));
  assert.ok(file !== undefined && !('problem' in file) && file.name === 'file');
  openFile(file.path, file.name).close();
});

test('the unfinished deliveries of a Maildir are left out, those of other folders are not', () => {
  for (const name of ['box/cur/1', 'box/new/2', 'box/tmp/3', 'box/tmp/4', 'tmp/5']) put(name);
  assert.deepEqual(names(folder), ['box/cur/1', 'box/new/2', 'skipped box/tmp', 'tmp/5']);
});

test('what cannot be read is told: missing, pipe, name that is not UTF-8', (context) => {
  assert.deepEqual(names(join(folder, 'none')), ['unreadable none']);
  put('a');
  if (spawnSync('mkfifo', [join(folder, 'pipe')]).status !== 0) context.diagnostic('mkfifo is not installed');
  else assert.deepEqual(names(folder), ['a', 'special pipe']);
  try {
    writeFileSync(Buffer.concat([Buffer.from(`${folder}/z`), Buffer.from([0xe9])]), 'x');
  } catch {
    return context.diagnostic('the file system keeps only UTF-8 names');
  }
  assert.ok(names(folder).includes('name z\ufffd'));
});

test('a filter keeps files and folders out', () => {
  for (const name of ['a/1', 'b/2', 'c']) put(name);
  assert.deepEqual(
    names(folder, (name, isFolder) => !(isFolder && name === 'a')),
    ['b/2', 'c'],
  );
  assert.deepEqual(
    names(folder, (name, isFolder) => isFolder || name === 'a/1'),
    ['a/1'],
  );
});
