import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DuckDBInstance } from '@duckdb/node-api';
import fc from 'fast-check';
import { hash64, sha256, sha256OfInput } from '../../src/bytes/hash.ts';
import { memoryInput } from '../../src/bytes/input.ts';
import { slowInput } from './making.ts';

test('SHA-256, whole and in pieces, is the one of FIPS 180-4', () => {
  assert.equal(sha256(Buffer.from('abc')), 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  const bytes = Buffer.alloc(5_000_001, 'abc');
  const seen: number[] = [];
  assert.equal(
    sha256OfInput(memoryInput('', bytes), (done) => seen.push(done)),
    sha256(bytes),
  );
  assert.equal(seen.at(-1), bytes.length);
  assert.equal(sha256OfInput(slowInput(bytes, 99_999)), sha256(bytes));
  assert.equal(sha256OfInput(memoryInput('', Buffer.alloc(0))), sha256(Buffer.alloc(0)));
});

test("the 64-bit hash is DuckDB's", async () => {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const texts = [
    'x',
    '',
    'é€𝄞',
    'a longer text with a line\nend',
    'chief@harbour.example',
    ...fc.sample(fc.string(), 20),
  ];
  for (const text of texts.filter((sample) => !sample.includes('\0'))) {
    const reader = await connection.runAndReadAll('select md5_number_lower($1::varchar)', [text]);
    assert.equal(hash64(text), reader.getRows()[0]![0]);
  }
  connection.closeSync();
});
