/** A rebuild is the same, whatever the machine: the fourth law. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { after, test } from 'node:test';
import { buildCase } from '../../src/case/build.ts';
import { openCase } from '../../src/case/open.ts';
import { tableHashes } from '../../src/case/table-hash.ts';
import { madeCase } from './made-case.ts';

const made = madeCase();
after(made.remove);

async function hashes(folder = made.folder): Promise<{ [table: string]: string }> {
  const opened = await openCase(folder);
  try {
    return Object.fromEntries(await tableHashes(opened.ledger));
  } finally {
    await opened.close();
  }
}

const first = buildCase(made.folder, { threads: 1 });

test('the case is read: records, contacts and disclosures', async () => {
  const report = await first;
  assert.deepEqual(
    report.sources.map(({ noun, read, failed }) => [noun, read, failed]),
    [
      ['messages', 20, 0],
      ['messages', 3, 0],
      ['calls', 12, 0],
      ['records', 2, 0],
    ],
  );
  assert.deepEqual([report.records, report.contacts, report.disclosures, report.problems], [37, 35, 2, 0]);
});

test('other numbers of threads and another order of sources give the same tables', async () => {
  await first;
  const wanted = await hashes();
  for (const [order, threads] of [
    [[3, 1, 0, 2], 4],
    [[2, 0, 3, 1], 2],
  ] as const) {
    const other = madeCase();
    other.sources(...order);
    await buildCase(other.folder, { threads });
    assert.deepEqual(await hashes(other.folder), wanted);
    other.remove();
  }
});

test('another time zone and another language of the machine give the same tables', async () => {
  await first;
  const wanted = await hashes();
  const other = madeCase();
  const build = `const { buildCase } = await import(${JSON.stringify(new URL('../../src/case/build.ts', import.meta.url).href)});
    await buildCase(${JSON.stringify(other.folder)});`;
  const env = { ...process.env, TZ: 'Pacific/Apia', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' };
  const done = spawnSync(process.execPath, ['--input-type=module', '-e', build], { env, encoding: 'utf8' });
  assert.equal(done.status, 0, done.stderr);
  assert.deepEqual(await hashes(other.folder), wanted);
  other.remove();
});
