/** Switched numbers in a made world: found, and nothing merged by it. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { callsLedger } from '../../../bench/generate/ledgers.ts';
import { society } from '../../../bench/generate/switches/society.ts';
import { judged, settingsOf, worldTable } from '../../../bench/generate/switches/world.ts';
import { switchesStage } from '../../../src/case/identity/switches.ts';
import { continueLedger } from '../../../src/ledger/duckdb.ts';
import type { Ledger, Row } from '../../../src/ledger/ledger.ts';

const SETTINGS = settingsOf(2000, 20);
const folder = mkdtempSync(join(tmpdir(), 'backchannel-switches-'));
let ledger: Ledger;

before(async () => {
  const [table, path] = [join(folder, 'calls.csv'), join(folder, 'ledger.duckdb')];
  worldTable('small', SETTINGS, 200_000, table);
  await callsLedger(path, table, { threads: 2, memory: 512, spill: null });
  ledger = await continueLedger(path, { threads: 2, memory: 512, spill: null });
});
after(async () => {
  await ledger.close();
  rmSync(folder, { recursive: true, force: true });
});

const all = (sql: string): Promise<Row[]> => ledger.rows({ name: 'test-rows', sql });
const clear = (): Promise<void> =>
  ledger.run({
    name: 'test-clear',
    sql: 'delete from may_continue; delete from may_continue_circle; delete from may_continue_test',
  });

test('most are found, few others are proposed, and no alias is touched', async () => {
  const aliases = await all('select * from alias order by all');
  await switchesStage(ledger, new Set());
  const { proposed, right, switches } = await judged(ledger, society('small', SETTINGS));
  assert.equal(switches, 20);
  assert.ok(right >= 14, `${right} of 20 are found`);
  assert.ok(right / proposed >= 0.85, `${proposed} are proposed, ${right} of them rightly`);
  assert.deepEqual(await all('select * from alias order by all'), aliases);
  const [wrong] = await all(
    'select count(*)::integer as n from may_continue where first_time <= last_time or shared < 3',
  );
  assert.equal(wrong!.n, 0);
  const [circle] = await all(`select count(*)::integer as n from may_continue m where shared <>
    (select count(*) from may_continue_circle c where c.old_no = m.old_no and c.new_no = m.new_no)`);
  assert.equal(circle!.n, 0);
});

test('a pair that a decision keeps apart, or that is one person already, is not proposed', async () => {
  const before = await all(`select m.old_no, m.new_no, x.norm as a, y.norm as b from may_continue m
    join address x on x.address_no = m.old_no join address y on y.address_no = m.new_no order by m.score desc limit 2`);
  const [decided, joined] = before as [Row, Row];
  await ledger.run({
    name: 'test-join',
    sql: `update alias set party_no = ${joined.old_no} where address_no = ${joined.new_no}`,
  });
  await clear();
  await switchesStage(ledger, new Set([JSON.stringify([`phone ${decided.a}`, `phone ${decided.b}`].sort())]));
  const left = await all('select old_no, new_no from may_continue');
  for (const gone of [decided, joined])
    assert.ok(!left.some((row) => row.old_no === gone.old_no && row.new_no === gone.new_no), `${gone.a} ${gone.b}`);
  assert.ok(left.length > 5);
});
