/** A large table of calls, read by threads, is one table in its segment. */
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { readUnits } from '../../src/case/reading/reading.ts';
import { Seen } from '../../src/case/reading/seen.ts';
import { type EntryOptions, unitsOf } from '../../src/case/reading/unit.ts';
import { openLedger } from '../../src/ledger/duckdb.ts';
import { OPTIONS as READ_OPTIONS } from '../table/told.ts';

const folder = mkdtempSync(join(tmpdir(), 'backchannel-calls-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const OPTIONS: EntryOptions = {
  ...READ_OPTIONS,
  template: 'calls/generic',
  region: 'SE',
  zone: 'Europe/Stockholm',
  as: null,
  include: [],
  exclude: [],
};
/** So many rows that they make more than one piece. */
const ROWS = 240_000;

/** Rows of some seventy bytes; one in a thousand has a caller who withholds the number. */
function* rows(): Generator<string> {
  yield 'id,start,caller,callee,duration_seconds,outcome\n';
  for (let i = 0; i < ROWS; i++) {
    const time = new Date(1_900_000_000_000 + i * 60_000).toISOString().slice(0, 19).replace('T', ' ');
    const caller = i % 1000 === 999 ? 'withheld' : `+4670174${String((i * 7919) % 9973).padStart(4, '0')}`;
    yield `"call number ${i}",${time},${caller},0701740${String(i % 777).padStart(3, '0')},${i % 600},answered\n`;
  }
}

interface Row {
  readonly row_no: number;
  readonly byte_offset: number;
  readonly byte_length: number;
  readonly a: string;
}

test('rows have their numbers and bytes, and every withheld number is somebody else', async () => {
  const path = join(folder, 'calls.csv');
  writeFileSync(path, [...rows()].join(''));
  const units = unitsOf(0, [{ path, name: 'calls.csv', size: statSync(path).size, mtimeMs: 0 }], OPTIONS);
  const segments = join(folder, 'segments');
  const seen = new Seen(join(folder, 'seen.json'));
  const context = { folder: segments, spool: folder, seen, threads: 2, onBytes: () => {} };
  const [unit] = await readUnits(units, context, () => 0);
  const ledger = await openLedger(unit!.path);
  const sql = (text: string): { name: string; sql: string } => ({ name: 'test', sql: text });
  const [sum] = await ledger.rows(
    sql(`select count(*) as n, count(distinct row_no) as rows, min(row_no) as first, max(row_no) as last,
      count(*) filter (row_no <> record_no + 2) as misplaced from record`),
  );
  assert.deepEqual(sum, { n: ROWS, rows: ROWS, first: 2, last: ROWS + 1, misplaced: 0 });
  const [withheld] = await ledger.rows(
    sql("select count(*) as n from address where kind = 5 and raw like 'withheld (row %'"),
  );
  assert.deepEqual(withheld, { n: ROWS / 1000 });
  const some = await ledger.rows<Row>(
    sql(`select row_no, byte_offset, byte_length, a.norm as a from record join address a on address_no = a_no
      where row_no % 9999 = 5 and a.kind = 1 order by row_no`),
  );
  const bytes = readFileSync(path);
  for (const { row_no, byte_offset, byte_length, a } of some) {
    const text = bytes.toString('latin1', byte_offset, byte_offset + byte_length);
    assert.ok(text.startsWith(`"call number ${row_no - 2}",`) && text.includes(a), text);
  }
  assert.ok(some.length > 20);
  await ledger.close();
});
