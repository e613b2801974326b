/** Whether a case still is what its ledger says. */
import assert from 'node:assert/strict';
import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { type OpenCase, openCase } from '../../src/case/open.ts';
import { type Rebuilt, rebuildCase, type Verified, verifyCase } from '../../src/case/verify.ts';
import { createLedger } from '../../src/ledger/duckdb.ts';
import type { Ledger } from '../../src/ledger/ledger.ts';
import { MARKER, makeCase } from './made-case.ts';

const folder = mkdtempSync(join(tmpdir(), 'backchannel-cite-'));
after(() => rmSync(folder, { recursive: true, force: true }));
await makeCase(folder);
const temporary = mkdtempSync(join(folder, 'temporary-'));

async function verified(use: (opened: OpenCase) => Promise<Verified>): Promise<Verified> {
  const opened = await openCase(folder);
  try {
    return await use(opened);
  } finally {
    await opened.close();
  }
}

const whole = (opened: OpenCase): Promise<Verified> =>
  verifyCase(opened, () => rebuildCase(folder, temporary), temporary);

/** Fails the test where something is rebuilt that must not be. */
const notAtAll = async (): Promise<never> => assert.fail('rebuilt');

test('an untouched case is the same, and nothing is left behind', async () => {
  const { same, reread, tables, outdated } = await verified(whole);
  assert.deepEqual(reread.faults, []);
  assert.deepEqual([reread.files, reread.sources], [5, 5]);
  assert.ok(reread.records >= 6);
  assert.deepEqual(
    tables!.filter(({ differs }) => differs !== null),
    [],
  );
  assert.deepEqual([same, outdated], [true, false]);
  assert.deepEqual(readdirSync(temporary), []);
});

test('changed and missing sources are named, protected ones by number, and nothing is rebuilt', async () => {
  const paths = ['log.csv', `${MARKER}/${MARKER}.zip`].map((name) => join(folder, 'sources', name));
  const kept = paths.map((path) => readFileSync(path));
  appendFileSync(paths[0]!, 'x');
  rmSync(paths[1]!);
  const { same, reread, tables } = await verified((opened) => verifyCase(opened, notAtAll, temporary));
  assert.deepEqual([same, tables], [false, null]);
  assert.deepEqual([...reread.faults].sort(), [
    'protected source 5: cannot be opened',
    'sources/log.csv: was changed since it was taken in',
  ]);
  for (const [i, path] of paths.entries()) writeFileSync(path, kept[i]!);
});

test('tables that differ are named with their first row, and a build of other case files is called so', async () => {
  const empty = async (id: string): Promise<Rebuilt> => {
    const ledger = await createLedger(':memory:', { threads: 1 });
    return { id, ledger, close: () => ledger.close() };
  };
  const { same, tables, outdated } = await verified((opened) => verifyCase(opened, () => empty('x'), temporary));
  assert.deepEqual([same, outdated], [false, true]);
  const differs = new Map(tables!.map((table) => [table.table, table.differs]));
  assert.equal(differs.get('record'), 'record_no 0');
  assert.match(differs.get('party')!, /^party_no \d+$/);
  assert.equal(differs.get('equation'), null);
});

/** A ledger of one record in a source that is there, and claims about it that may be wrong. */
async function claimed(columns: Readonly<Record<string, number>>): Promise<Ledger> {
  const ledger = await createLedger(':memory:', { threads: 1 });
  const opened = await openCase(folder);
  const [source] = await opened.ledger.rows<{ path: string; file_sha256: string; size: number }>({
    name: 'source',
    sql: "select path, file_sha256, size from source where path like '%log.csv'",
  });
  await opened.close();
  const { path, file_sha256, size } = source!;
  await ledger.append('source', 1, {
    source_no: [0],
    path: [path],
    member: [''],
    file_sha256: [file_sha256],
    sha256: [file_sha256],
    size: [size],
  });
  await ledger.append('record', 1, {
    record_no: [0],
    source_no: [columns.source ?? 0],
    byte_offset: [columns.offset ?? 0],
    byte_length: [columns.length ?? size],
  });
  return ledger;
}

test('records that point at nothing are faults', async () => {
  const opened = await openCase(folder);
  const faults = async (columns: Readonly<Record<string, number>>): Promise<readonly string[]> => {
    const ledger = await claimed(columns);
    const { reread } = await verifyCase({ ...opened, ledger }, notAtAll, temporary).catch(() => ({ reread: null }));
    await ledger.close();
    return reread?.faults ?? [];
  };
  assert.deepEqual(await faults({}), []);
  assert.match((await faults({ offset: 5 })).join(), /record 0 points at \d+ bytes from byte 5 on/);
  assert.match((await faults({ offset: -1, length: 1 })).join(), /which are not there/);
  assert.match((await faults({ source: 3 })).join(), /record 0 belongs to no source/);
  await opened.close();
});
