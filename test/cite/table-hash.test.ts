/** What makes two ledgers the same. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { firstDifference, tableHashes } from '../../src/case/table-hash.ts';
import { createLedger } from '../../src/ledger/duckdb.ts';
import type { Ledger, Value } from '../../src/ledger/ledger.ts';
import { TABLES, tableNamed } from '../../src/ledger/tables.ts';

type Columns = Readonly<Record<string, readonly Value[]>>;

async function ledgerWith(table: string, columns: Columns): Promise<Ledger> {
  const ledger = await createLedger(':memory:', { threads: 1 });
  await ledger.append(table, Object.values(columns)[0]!.length, columns);
  return ledger;
}

async function hashed(table: string, columns: Columns): Promise<string> {
  const ledger = await ledgerWith(table, columns);
  const hash = (await tableHashes(ledger)).get(table)!;
  await ledger.close();
  return hash;
}

test('the order in which rows were written decides nothing', async () => {
  const one = { record_no: [0, 0, 70_000, null], role: [1, 0, 2, 3], address_no: [5, 6, null, 1] };
  const other = { record_no: [null, 70_000, 0, 0], role: [3, 2, 0, 1], address_no: [1, null, 6, 5] };
  assert.equal(await hashed('participant', one), await hashed('participant', other));
  const [a, b] = [await ledgerWith('participant', one), await ledgerWith('participant', other)];
  assert.equal(await firstDifference(a, b, tableNamed('participant')), null);
  for (const ledger of [a, b]) await ledger.close();
});

test('rows that differ in anything have different hashes', async () => {
  const texts: Columns[] = [
    { text_no: [0, 1], text: ['a', 'b'] },
    { text_no: [0, 1], text: ['a', null] },
    { text_no: [0, 1], text: ['a', '~'] },
    { text_no: [0, 1], text: ['a', ''] },
    { text_no: [0], text: ['a\n1,1:b'] },
    { text_no: [0], text: ['a'] },
    { text_no: [null], text: ['a'] },
    { text_no: [1], text: ['a'] },
  ];
  const hashes = await Promise.all(texts.map((columns) => hashed('text', columns)));
  assert.equal(new Set(hashes).size, texts.length);
});

test('the first row that differs is named by its key', async () => {
  const table = tableNamed('membership');
  const rows = { name: ['b', 'a', 'a'], party_no: [1, 2, 3], from_time: [null, 5, null] };
  const left = await ledgerWith('membership', rows);
  const right = await ledgerWith('membership', { ...rows, party_no: [1, 2, 4] });
  assert.equal(await firstDifference(left, right, table), 'name a, party_no 3, from_time none');
  for (const ledger of [left, right]) await ledger.close();

  const more = await ledgerWith('text', { text_no: [0, 200_000], text: ['a', 'b'] });
  const fewer = await ledgerWith('text', { text_no: [0], text: ['a'] });
  assert.equal(await firstDifference(more, fewer, tableNamed('text')), 'text_no 200000');
  assert.equal(await firstDifference(fewer, more, tableNamed('text')), 'text_no 200000');
  for (const ledger of [more, fewer]) await ledger.close();
});

test('every table has a hash, also where it is empty', async () => {
  const ledger = await createLedger(':memory:', { threads: 1 });
  const hashes = await tableHashes(ledger);
  assert.deepEqual(
    [...hashes.keys()],
    TABLES.map(({ name }) => name),
  );
  for (const hash of hashes.values()) assert.match(hash, /^[0-9a-f]{64}$/);
  await ledger.close();
});
