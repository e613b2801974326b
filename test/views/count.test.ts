/** Counts of made-up ledgers: by party, by list, and what may be called undisclosed. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reconcileStage } from '../../src/case/stages/reconcile.ts';
import { contactList } from '../../src/case/views/contacts.ts';
import { countByView, countedContacts, countView } from '../../src/case/views/count.ts';
import { heldAgainst, noneFound } from '../../src/case/views/coverage.ts';
import { askedCount, LIST } from '../../src/case/views/question.ts';
import { DEFAULT_DEFINITION } from '../../src/model/definition.ts';
import { at, type Made, type MadeContact, madeFiles, madeLedger, partiesOf, people } from '../reconcile/made.ts';

const mail = (day: string, to: string, probable?: string): MadeContact => ({
  channel: 'mail',
  at: day,
  links: [
    { from: 'ann', to },
    ...(probable === undefined ? [] : [{ from: 'ann', to: probable, grade: 'probable' as const }]),
  ],
});

const MADE: Made = {
  groups: { office: ['ann'], firm: ['ben', 'cas'] },
  contacts: [
    mail('2030-05-01', 'ben', 'cas'),
    mail('2030-05-02', 'ben'),
    mail('2030-06-03', 'cas'),
    mail('2030-06-04', 'dan'),
  ],
  disclosures: [{ by: ['ann'], with: ['ben'], channels: ['mail'], on: '2030-05-02', given: '2030-05-03' }],
};
const COVERS = `coverage:
  disclosures:
    - { disclosers: "@office", from: 2030-01-01, to: 2030-12-31 }
`;

async function opened(coverage: string) {
  const ledger = await madeLedger(MADE);
  const files = madeFiles({
    'case.yaml': `title: made
asOf: 2031-03-01
zone: UTC
groups:
  office: [ann]
  firm: [ben, cas]
${coverage}`,
    'people.yaml': people(partiesOf(MADE)),
  });
  await reconcileStage(ledger, files, at('2031-03-02') - 1);
  return { ledger, files };
}

const QUESTION = {
  between: '@office',
  and: '@firm',
  from: null,
  to: null,
  channels: null,
  definition: DEFAULT_DEFINITION,
};

test('a count lists its contacts and what no disclosure covers', async () => {
  const open = await opened(COVERS);
  const view = await countView(open, askedCount(QUESTION, null), true);
  assert.deepEqual(view.contacts, { min: 3, max: 3 });
  assert.deepEqual(view.undisclosed?.bounds, { min: 2, max: 2 });
  const listed = await contactList(open, view.undisclosed!.listed);
  assert.deepEqual(
    listed.map(({ time }) => time),
    ['2030-05-01T00:00:00+00:00', '2030-06-03T00:00:00+00:00'],
  );
  assert.ok(view.moves.length > 5);
  await open.ledger.close();
});

test('a contact counts at least for the parties that are certainly in it', async () => {
  const open = await opened(COVERS);
  const rows = await countByView(open, askedCount(QUESTION, null), ['party'], 10);
  const of = (party: string | null) => {
    const row = rows.find((r) => r.party === party)!;
    return [row.contacts, row.undisclosed];
  };
  assert.deepEqual(of('ben'), [
    { min: 2, max: 2 },
    { min: 1, max: 1 },
  ]);
  assert.deepEqual(of('cas'), [
    { min: 1, max: 2 },
    { min: 1, max: 2 },
  ]);
  assert.equal(rows.at(-1)!.isAll, true);
  assert.deepEqual(of(null), [
    { min: 3, max: 3 },
    { min: 2, max: 2 },
  ]);
  await open.ledger.close();
});

test('months and channels add nothing that is in no other', async () => {
  const open = await opened(COVERS);
  const months = await countByView(open, askedCount(QUESTION, null), ['month'], 10);
  const counted = Object.fromEntries(months.map((row) => [row.month ?? 'all', row.undisclosed]));
  assert.deepEqual(counted, { '2030-05': { min: 1, max: 1 }, '2030-06': { min: 1, max: 1 }, all: { min: 2, max: 2 } });
  const [channel] = await countByView(open, askedCount(QUESTION, null), ['channel'], 10);
  assert.deepEqual([channel!.channel, channel!.undisclosed], ['mail', { min: 2, max: 2 }]);
  await open.ledger.close();
});

test('a list of parties stands for the other side, and leaves nothing behind', async () => {
  const open = await opened(COVERS);
  const asked = askedCount({ ...QUESTION, and: LIST }, ['cas', 'dan']);
  assert.deepEqual((await countView(open, asked, false)).contacts, { min: 2, max: 3 });
  const { numbers, certain } = await countedContacts(open, asked);
  assert.deepEqual([...numbers], [0, 2, 3]);
  assert.deepEqual([...certain], [0, 1, 1]);
  assert.deepEqual((await countView(open, askedCount(QUESTION, null), false)).contacts, { min: 3, max: 3 });
  await open.ledger.close();
});

test('nothing is called undisclosed where no disclosures are declared to reach anything', async () => {
  const open = await opened('');
  const view = await countView(open, askedCount(QUESTION, null), false);
  assert.equal(view.undisclosed, null);
  const rows = await countByView(open, askedCount(QUESTION, null), ['party'], 10);
  assert.ok(rows.every(({ undisclosed }) => undisclosed === null));
  assert.match(heldAgainst(open), /nothing is called undisclosed/);
  assert.match(noneFound(open), /nothing can be found/);
  await open.ledger.close();
});

test('a side that nobody is in is said', async () => {
  const open = await opened(COVERS);
  await assert.rejects(
    countView(open, askedCount({ ...QUESTION, and: '@nobody' }, null), false),
    /no such group or party: @nobody/,
  );
  await open.ledger.close();
});
