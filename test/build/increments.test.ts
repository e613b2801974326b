/** What did not change is not read again, and nothing is left behind. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { buildCase } from '../../src/case/build.ts';
import { openCase } from '../../src/case/open.ts';
import { madeCase, message } from './made-case.ts';

const made = madeCase();
after(made.remove);
const inLedger = (folder: string): string[] => readdirSync(join(made.folder, '.ledger', folder));

test('what had not happened on the day of the case is marked', async () => {
  const other = madeCase();
  other.sources(0, 2);
  const text = readFileSync(join(other.folder, 'case.yaml'), 'utf8');
  other.write('case.yaml', text.replace('asOf: 2031-01-01', 'asOf: 2030-03-15'));
  await buildCase(other.folder);
  const opened = await openCase(other.folder);
  const late = await opened.ledger.rows({
    name: 'late',
    sql: 'select source_no, plausibility, count(*)::integer as n from record group by all order by all',
  });
  assert.deepEqual(
    late.map((row) => [row.plausibility, row.n]),
    [
      [0, 15],
      [2, 5],
      [0, 6],
      [2, 6],
    ],
  );
  await opened.close();
  other.remove();
});

test('a ledger with the tables of another version is not asked, and the next build takes its place', async () => {
  const other = madeCase();
  other.sources(0, 1);
  const { id, layout } = await buildCase(other.folder);
  const report = join(other.folder, '.ledger', 'builds', id, 'build.json');
  writeFileSync(report, readFileSync(report, 'utf8').replace(`"${layout}"`, '"of another version"'));
  await assert.rejects(openCase(other.folder), /built by another version/);
  const text = readFileSync(join(other.folder, 'case.yaml'), 'utf8');
  other.write('case.yaml', text.replace('asOf: 2031-01-01', 'asOf: 2031-01-02'));
  await buildCase(other.folder);
  await (await openCase(other.folder)).close();
  other.remove();
});

test('builds one after the other', async (t) => {
  const first = await buildCase(made.folder);
  assert.equal(first.unchanged, false);

  await t.test('nothing changed: nothing is done', async () => {
    const again = await buildCase(made.folder);
    assert.deepEqual([again.unchanged, again.id, again.contacts], [true, first.id, first.contacts]);
  });

  await t.test('a new date of a file is no change', async () => {
    utimesSync(join(made.folder, 'sources/box.mbox'), 1e9, 1e9);
    assert.equal((await buildCase(made.folder)).id, first.id);
  });

  await t.test('a new file is read, the others are not', async () => {
    made.write('sources/letters/24.eml', message(24, 'ole@firm.example', 'maj@harbour.example', 'letter 24'));
    const next = await buildCase(made.folder);
    assert.deepEqual(
      next.sources.map(({ reused }) => reused),
      [true, false, true, true],
    );
    assert.equal(next.records, first.records + 1);
    assert.notEqual(next.id, first.id);
  });

  await t.test('one build and its segments stay, and no lock', () => {
    assert.equal(inLedger('builds').length, 1);
    assert.equal(inLedger('segments').length, 4);
    assert.deepEqual(
      inLedger('.').filter((name) => /lock|new/.test(name)),
      [],
    );
  });

  await t.test('who reads the last build goes on while the next is made', async () => {
    const reading = await openCase(made.folder);
    made.sources(0, 2);
    const next = await buildCase(made.folder);
    const [row] = await reading.ledger.rows<{ n: number }>({ name: 'n', sql: 'select count(*) as n from record' });
    assert.equal(row!.n, first.records + 1);
    assert.ok(next.records < row!.n);
    await reading.close();
  });

  await t.test('the sources are as they were', () => {
    assert.equal(statSync(join(made.folder, 'sources/box.mbox')).mtimeMs, 1e12);
  });
});
