/** Who answers, under another address, what an address was sent. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ANSWERS } from '../../../src/ledger/queries/identity/signatures.ts';
import { FLAG } from '../../../src/model/record.ts';
import { fixture, type Made, mail } from '../../contacts/fixture.ts';

const T = 1_900_000_000;
const [ANN, BO, HOME] = ['ann@a.example', 'bo@a.example', 'bo.home@a.example'] as const;
const [CY, DI, ED] = ['cy@a.example', 'di@a.example', 'ed@a.example'] as const;

async function answers(made: readonly Made[]): Promise<string[]> {
  const { ledger, addresses } = await fixture(made);
  await ledger.run(ANSWERS);
  const rows = await ledger.rows<{ record_no: number; address_no: number; norm: string }>({
    name: 'answers-found',
    sql: `select record_no, address_no, norm from signature where kind = 'answer' order by all`,
  });
  await ledger.close();
  return rows.map(({ record_no, address_no, norm }) => `${record_no} ${addresses[address_no]} ${norm}`);
}

const asked = (to: readonly string[], rest: Partial<Made> = {}): Made => mail('a', T, ANN, to, { id: 'm1', ...rest });
const reply = (from: string, to: readonly string[], rest: Partial<Made> = {}): Made =>
  mail('a', T + 60, from, to, { references: ['m1'], id: `r ${from}`, ...rest });

test('whoever answers under an address that the mail did not go to answers for one that it went to', async () => {
  assert.deepEqual(await answers([asked([BO]), reply(HOME, [ANN])]), [`1 ${HOME} ${BO}`]);
  assert.deepEqual(await answers([asked([BO, CY]), reply(HOME, [ANN]), reply(CY, [ANN])]), [`1 ${HOME} ${BO}`]);
});

test('not who was written to, who is not answered, the author, a list, or one of many', async () => {
  assert.deepEqual(await answers([asked([BO]), reply(BO, [ANN])]), []);
  assert.deepEqual(await answers([asked([BO], { people: [{ role: 'cc', address: HOME }] }), reply(HOME, [ANN])]), []);
  assert.deepEqual(await answers([asked([BO]), reply(HOME, [CY])]), []);
  assert.deepEqual(await answers([asked([BO]), reply(ANN, [ANN])]), []);
  assert.deepEqual(await answers([asked([BO], { flags: FLAG.list }), reply(HOME, [ANN])]), []);
  assert.deepEqual(await answers([asked([BO, CY, DI, ED]), reply(HOME, [ANN])]), []);
});
