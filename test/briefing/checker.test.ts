/** The stand-alone checker on manifests that a test makes: archives, what is wrong, what it cannot check, openings. */
import assert from 'node:assert/strict';
import { createHash, createHmac, hkdfSync } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import type { ManifestFile, ManifestMember, ManifestPassage } from '../../src/briefing/manifest.ts';
import { Commitments } from '../../src/briefing/redact/commit.ts';
import { pax, tar, zip } from '../bytes/making.ts';
import { scratchFolder } from '../cli/run.ts';
import { CHECKER, check } from './checking.ts';

const folder = scratchFolder();
const sources = join(folder, 'sources');
mkdirSync(sources);
const WORDS = 'first line\nthe cited passage, with an ä\nlast line\n';
const RANGE = [11, 29] as const;
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const cited = Buffer.from(WORDS).subarray(RANGE[0], RANGE[0] + RANGE[1]);
const long = `${'deep/'.repeat(30)}a.txt`;

const FILES: readonly (readonly [name: string, bytes: Buffer, members: readonly ManifestMember[]])[] = [
  ['plain.txt', Buffer.from(WORDS), []],
  ['a.txt.gz', gzipSync(WORDS), [{ member: 'a.txt', method: 'gzip' }]],
  [
    'a.tar',
    tar([
      { name: 'x', data: 'y' },
      { name: 'b/a.txt', data: WORDS },
    ]),
    [{ member: 'b/a.txt', method: 'tar' }],
  ],
  ['long.tar', tar([pax('path', long), { name: 'cut', data: WORDS }]), [{ member: long, method: 'tar' }]],
  [
    'a.tar.gz',
    gzipSync(tar([{ name: 'a.txt', data: WORDS }])),
    [
      { member: 'a.tar', method: 'gzip' },
      { member: 'a.txt', method: 'tar' },
    ],
  ],
  [
    'a.zip',
    zip([
      { name: 'x', data: 'y' },
      { name: 'ä.txt', data: WORDS },
    ]),
    [{ member: 'ä.txt', method: 'zip' }],
  ],
];

function passage(key: string, bytes: Buffer, members: readonly ManifestMember[] | null): ManifestPassage {
  const raw = cited.toString('utf8');
  return {
    key,
    record: null,
    file: sha256(bytes),
    members,
    range: RANGE,
    row: null,
    exactness: 'bytes',
    sha256: sha256(cited),
    raw,
  };
}

function manifest(passages: readonly ManifestPassage[], files = FILES): ManifestFile {
  return {
    format: 'backchannel manifest',
    version: 1,
    program: 'backchannel',
    programVersion: '0',
    title: 'made up \u001b[31m',
    asOf: '2031-01-01',
    zone: 'UTC',
    timeZoneData: '',
    unicode: '',
    tables: {},
    sources: files.map(([name, bytes]) => ({ name, sha256: sha256(bytes), size: bytes.length })),
    passages,
    decisions: [],
    stated: [],
    commitments: [],
    files: [],
  };
}

const path = join(folder, 'a.manifest.json');
const write = (of: ManifestFile): void => writeFileSync(path, JSON.stringify(of));
for (const [name, bytes] of FILES) writeFileSync(join(sources, name), bytes);
const all = FILES.map(([, bytes, members], i) => passage(`S${i}`, bytes, members));

test('it is short, and needs nothing but Node', () => {
  const text = readFileSync(CHECKER, 'utf8');
  assert.ok(text.split('\n').length - 1 <= 200, `${text.split('\n').length - 1} lines`);
  for (const [, module] of text.matchAll(/from '([^']+)'/g)) assert.match(module!, /^node:/);
  assert.doesNotMatch(text, /write(File|Sync)|unlink|rmSync|mkdir|node:(http|net|child_process)/);
});

test('passages in plain files and in archives', () => {
  write(manifest(all));
  const { status, stdout } = check(CHECKER, path, sources);
  assert.equal(status, 0, stdout);
  assert.match(stdout, new RegExp(`${FILES.length * 2} hold, 0 do not, 0 could`));
  assert.ok(!stdout.includes('\u001b'));
});

test('another hash, another excerpt, a range that is not there, a file that is not listed', () => {
  const wrong: readonly Partial<ManifestPassage>[] = [
    { sha256: '0'.repeat(64) },
    { raw: 'other words' },
    { range: [11, 4000] },
    { file: '1'.repeat(64) },
  ];
  for (const part of wrong) {
    for (const good of all) {
      write(manifest([{ ...good, ...part }]));
      const { status, stdout } = check(CHECKER, path, sources);
      assert.equal(status, 1, stdout);
      assert.match(stdout, /1 do not/);
    }
  }
});

test('what it cannot check it says, and calls nothing wrong', () => {
  const [good] = all as [ManifestPassage];
  const cases: readonly (readonly [Partial<ManifestPassage>, RegExp])[] = [
    [{ range: null, exactness: 'cell' }, /exact to the cell/],
    [{ members: null }, /withheld/],
    [{ members: [{ member: 'a', method: 'gzip' }] }, /cannot open its archive/],
    [{ members: [{ member: 'a', method: 'tar' }] }, /cannot get at that member/],
    [{ sha256: null, raw: null }, /redacted/],
  ];
  for (const [part, words] of cases) {
    write(manifest([{ ...good, ...part }]));
    const { status, stdout } = check(CHECKER, path, sources);
    assert.equal(status, 0, stdout);
    assert.match(stdout, words);
    assert.match(stdout, /1 could not be checked/);
  }
  write(manifest(all));
  assert.match(check(CHECKER, path).stdout, /0 hold, 0 do not/);
});

test('an opened value is the one that was committed', () => {
  const commitments = new Commitments(Buffer.alloc(32, 1));
  commitments.hide('passage/S0/sha256', sha256(cited));
  commitments.hide('party/1/name', 'Somebody');
  const [hash, name] = commitments.openings() as [
    { key: string; value: string; field: string },
    { key: string; value: string; field: string },
  ];
  const [good] = all as [ManifestPassage];
  write({ ...manifest([{ ...good, sha256: null, raw: null }]), commitments: commitments.commitments() });
  const opening = join(folder, 'opening.json');
  writeFileSync(opening, JSON.stringify(hash));
  assert.match(check(CHECKER, path, sources, '--open', opening).stdout, /7 hold, 0 do not, 0 could/);
  writeFileSync(opening, JSON.stringify({ ...name, value: 'Somebody else' }));
  assert.equal(check(CHECKER, path, sources, '--open', opening).status, 1);
  // The key of one field opens no other.
  assert.notEqual(hash.key, name.key);
  const key = Buffer.from(hkdfSync('sha256', Buffer.alloc(32, 1), '', `backchannel briefing field ${name.field}`, 32));
  assert.equal(key.toString('hex'), name.key);
  const hmac = createHmac('sha256', key).update(`${name.field}\0${name.value}`).digest('hex');
  assert.equal(commitments.commitments().find(({ field }) => field === name.field)?.hmac, hmac);
});

test('no manifest', () => {
  writeFileSync(path, '{"format":"other"}');
  assert.equal(check(CHECKER, path).status, 2);
  assert.equal(check(CHECKER).status, 2);
});
