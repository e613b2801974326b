import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reconcileStage } from '../../src/case/stages/reconcile.ts';
import { CHANNELS } from '../../src/model/definition.ts';
import { RECORD_KINDS, ROLES } from '../../src/model/record.ts';
import { CONTACT_STATES, DISCLOSURE_STATES } from '../../src/model/state.ts';
import { at, type Made, madeFiles, madeLedger, partiesOf, people, put } from './made.ts';

const CASE = `title: Made up
asOf: 2031-03-01
zone: UTC
groups: { office: [ada, bo], firm: [xi, yo] }
coverage: { disclosures: [ { disclosers: ada, from: 2030-01-01, to: 2030-12-31 } ] }
`;
const DAY = 86_400;

/** A log of a whole building: who came on which day, and perhaps to whom, against the calendar of one official. */
async function visits(
  log: readonly (readonly [string, string, string?])[],
  calendar: Made['disclosures'],
  duties = '',
): Promise<{ states: string[]; disclosures: string[] }> {
  const made: Made = {
    groups: { office: ['ada', 'bo'], firm: ['xi', 'yo'], other: ['zoe'] },
    contacts: [],
    disclosures: calendar,
  };
  const ledger = await madeLedger(made);
  const names = partiesOf(made);
  await put(
    ledger,
    'alias',
    names.map((_, n) => ({ address_no: n, party_no: n, grade: 1 })),
  );
  const times = log.map(([day], record_no) => ({ record_no, earliest: at(day), latest: at(day) + DAY - 1 }));
  await put(
    ledger,
    'record',
    times.map((time) => ({ ...time, source_no: 0, kind: RECORD_KINDS.indexOf('visit'), flags: 0 })),
  );
  await put(
    ledger,
    'contact',
    times.map(({ record_no: contact_no, earliest, latest }) => ({
      contact_no,
      id: BigInt(contact_no),
      channel: CHANNELS.indexOf('visit'),
      earliest,
      latest,
      flags: 0,
    })),
  );
  await put(
    ledger,
    'participant',
    log.flatMap(([, visitor, host], record_no) => [
      { record_no, role: ROLES.indexOf('visitor'), address_no: names.indexOf(visitor), attendance: 0 },
      ...(host === undefined
        ? []
        : [{ record_no, role: ROLES.indexOf('host'), address_no: names.indexOf(host), attendance: 0 }]),
    ]),
  );
  const files = madeFiles({ 'case.yaml': CASE + duties, 'people.yaml': people(['ada', 'bo', 'xi', 'yo', 'zoe']) });
  await reconcileStage(ledger, files, at('2031-03-01'));
  const rows = await ledger.rows<{ text: string; state: number }>({
    name: 'test',
    sql: `select contact_no || ' ' || duty as text, state from state order by contact_no, duty`,
  });
  const told = await ledger.rows<{ state: number }>({
    name: 'test',
    sql: 'select state from disclosure_state order by disclosure_no',
  });
  await ledger.close();
  return {
    states: rows.map((r) => `${r.text.trim()} ${CONTACT_STATES[r.state]}`),
    disclosures: told.map((r) => DISCLOSURE_STATES[r.state]!),
  };
}

const meeting = (day: string, guest: string): Made['disclosures'][number] => ({
  by: ['ada'],
  with: [guest],
  channels: ['meeting', 'visit'],
  on: day,
});

test('a visit without a host is consistent with a calendar that names the visitor on that day, else undetermined', async () => {
  const { states, disclosures } = await visits(
    [
      ['2030-05-01', 'xi'],
      ['2030-05-02', 'xi'],
      ['2030-05-03', 'zoe'],
    ],
    [meeting('2030-05-01', 'xi'), meeting('2030-05-05', 'zoe')],
  );
  assert.deepEqual(states, ['0 consistent', '1 undetermined', '2 undetermined']);
  assert.deepEqual(disclosures, ['recorded', 'untestable']);
});

test('two visits of a day and one entry: which is meant is not determined, and nothing is undisclosed', async () => {
  const { states } = await visits(
    [
      ['2030-05-01', 'xi'],
      ['2030-05-01', 'xi'],
    ],
    [meeting('2030-05-01', 'xi')],
  );
  assert.deepEqual(states, ['0 undetermined', '1 undetermined']);
});

test('one meeting is a visit of each of those whom the entry names', async () => {
  const { states, disclosures } = await visits(
    [
      ['2030-05-01', 'xi'],
      ['2030-05-01', 'yo'],
      ['2030-05-01', 'zoe'],
    ],
    [{ ...meeting('2030-05-01', 'xi'), with: ['xi', 'yo'] }],
  );
  assert.deepEqual(states, ['0 consistent', '1 consistent', '2 undetermined']);
  assert.deepEqual(disclosures, ['recorded']);
});

test('under a duty only visitors of the other side are asked of', async () => {
  const { states } = await visits(
    [
      ['2030-05-01', 'xi'],
      ['2030-05-01', 'zoe'],
    ],
    [],
    'duties: [ { who: "@office", what: meetings with "@firm" } ]\n',
  );
  assert.deepEqual(states, ['0 undetermined']);
});

test('a visit to a known host who does not fall under anything is not asked of', async () => {
  assert.deepEqual((await visits([['2030-05-01', 'xi', 'zoe']], [meeting('2030-05-01', 'xi')])).states, []);
});
