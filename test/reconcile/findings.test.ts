import assert from 'node:assert/strict';
import { test } from 'node:test';
import { coverageStage } from '../../src/case/stages/coverage.ts';
import { findingsStage } from '../../src/case/stages/findings.ts';
import { reconcileStage } from '../../src/case/stages/reconcile.ts';
import { DETECTORS } from '../../src/detectors/list.ts';
import { undisclosedContact } from '../../src/detectors/undisclosed-contact.ts';
import { DETECTOR_QUERIES } from '../../src/ledger/queries/detectors/list.ts';
import { at, type Made, madeFiles, madeLedger, people, put } from './made.ts';

const AS_OF = at('2031-03-01T12:00');
const GROUPS = { office: ['ada', 'bo'], firm: ['xi', 'yo'] };
const CASE = `title: Made up
asOf: 2031-03-01
zone: UTC
groups: { office: [ada, bo], firm: [xi, yo] }
coverage:
  disclosures: [ { disclosers: "@office", from: 2030-01-01, to: 2030-12-31 } ]
  records: [ { of: [ada], channels: [call, meeting], from: 2030-01-01, to: 2030-12-31, complete: true } ]
duties: [ { id: act, who: "@office", what: contacts with "@firm", within: 14 days } ]
`;

interface Kept {
  readonly detector: string;
  readonly text: string;
  readonly min: number;
  readonly max: number;
  readonly grade: number;
  readonly subject: string;
  readonly evidence: string;
  readonly contacts: string;
  readonly disclosures: string;
  readonly status: string;
  readonly id: bigint;
}

async function findings(made: Omit<Made, 'groups'>, texts: { readonly [file: string]: string } = {}): Promise<Kept[]> {
  const ledger = await madeLedger({ groups: GROUPS, ...made });
  await put(ledger, 'source', [{ source_no: 1, id: 1n, side: 1, entry: 'register.csv' }]);
  const files = madeFiles({ 'case.yaml': CASE, 'people.yaml': people(['ada', 'bo', 'xi', 'yo']), ...texts });
  await coverageStage(ledger, files, AS_OF);
  await reconcileStage(ledger, files, AS_OF);
  const count = await findingsStage(ledger, files, AS_OF);
  const rows = await ledger.rows<Kept>({ name: 'test', sql: 'select * from finding order by finding_no' });
  assert.equal(rows.length, count);
  await ledger.close();
  return rows;
}

const contact = (
  when: string,
  channel: 'call' | 'mail' = 'call',
  to = 'xi',
  grade: 'certain' | 'possible' = 'certain',
): Made['contacts'][number] => ({ channel, at: when, links: [{ from: 'ada', to, grade }] });
const entry = {
  by: ['ada'],
  with: ['xi'],
  channels: ['call'] as const,
  on: '2030-05-01',
  given: '2030-05-02',
  register: 1,
};

const WORLD: Omit<Made, 'groups'> = {
  contacts: [
    contact('2030-05-01T10:00'),
    contact('2030-05-01T15:00'),
    contact('2030-05-02T09:00'),
    contact('2030-05-03T09:00', 'mail'),
    contact('2030-05-04T09:00', 'mail', 'xi', 'possible'),
    contact('2031-01-04T09:00'),
    contact('2030-06-04T09:00', 'mail', 'yo'),
  ],
  disclosures: [entry, { ...entry, on: '2030-08-22', channels: ['meeting'] }],
};

test('one finding for each holder and counterpart, heaviest first, with bounds, lists and what is not determined', async () => {
  const found = await findings(WORLD);
  assert.deepEqual(
    found.map(({ detector, min, max, subject, contacts, disclosures, status }) => [
      detector,
      min,
      max,
      subject,
      contacts,
      disclosures,
      status,
    ]),
    [
      ['undisclosed-contact', 3, 4, 'public | ada | xi', '[2,3,0,1]', '[0]', 'open'],
      ['undisclosed-contact', 1, 1, 'public | ada | yo', '[6]', '[]', 'open'],
      ['unrecorded-disclosure', 1, 1, found[2]!.subject, '[]', '[1]', 'open'],
    ],
  );
  assert.equal(
    found[0]!.text,
    'ADA and XI: 3–4 contacts with no matching disclosure among those loaded, as of 2031-03-01 (1 mail, 1 call; 1 of these 2 that share fewer disclosures is not covered; which is not determined; 1 more outside of what the loaded disclosures reach)',
  );
  assert.equal(
    found[2]!.text,
    'ADA: the disclosed meeting of 2030-08-22 with XI is in no loaded record, as of 2031-03-01, although the records reach that time, if they are complete',
  );
});

test('nothing is said of guilt', async () => {
  for (const { text } of await findings(WORLD)) assert.doesNotMatch(text, /secret|hid|lied|conceal|fail|guilt|wrong/i);
});

test('where all is disclosed there is no finding', async () => {
  const made = { contacts: [contact('2030-05-01T10:00')], disclosures: [entry] };
  assert.deepEqual(await findings(made), []);
});

test('a decision holds while the evidence is the same, and opens again when it is not', async () => {
  const [first] = await findings(WORLD);
  const decision = (evidence: string, kind = 'confirm'): string =>
    `${JSON.stringify({
      kind,
      who: 'a reader',
      when: '2031-03-02T10:00:00Z',
      why: 'read both',
      finding: { detector: first!.detector, subject: first!.subject, evidence, records: [], disclosures: [] },
    })}\n`;
  const decided = async (text: string, made = WORLD): Promise<string> =>
    (await findings(made, { 'decisions.jsonl': text }))[0]!.status;
  assert.equal(await decided(decision(first!.evidence)), 'confirmed');
  assert.equal(await decided(decision(first!.evidence) + decision(first!.evidence, 'dismiss')), 'dismissed');
  const more = { ...WORLD, contacts: [...WORLD.contacts, contact('2030-07-01T10:00')] };
  assert.equal(await decided(decision(first!.evidence), more), 'reopened');
  const [again] = await findings(more);
  assert.equal(again!.id, first!.id);
});

test('a name that is hostile stays on one line and cannot turn the writing round', async () => {
  const ledger = await madeLedger({ groups: GROUPS, ...WORLD });
  await ledger.run({
    name: 'test',
    sql: `update party set name = 'X' || chr(10) || 'Y' || chr(8238) || repeat('z', 500) where key = 'xi'`,
  });
  const files = madeFiles({ 'case.yaml': CASE, 'people.yaml': people(['ada', 'bo', 'xi', 'yo']) });
  await reconcileStage(ledger, files, AS_OF);
  await findingsStage(ledger, files, AS_OF);
  const [row] = await ledger.rows<Kept>({ name: 'test', sql: 'select text from finding order by finding_no' });
  assert.match(row!.text, /^ADA and X Y z{75}…: 3–4 contacts/);
  await ledger.close();
});

test('the order in which contacts and disclosures were read changes no finding', async () => {
  const reversed = {
    contacts: WORLD.contacts.toReversed(),
    disclosures: WORLD.disclosures.toReversed(),
  };
  const told = (found: readonly Kept[]): unknown => found.map(({ text, min, max, grade }) => [text, min, max, grade]);
  assert.deepEqual(told(await findings(reversed)), told(await findings(WORLD)));
});

test('pairs that are too many to list stand in one finding', () => {
  const row = { standing: 'more', other: null, contacts: '[["12","30"]]' };
  const [only, ...rest] = undisclosedContact.findings([row], {}, { instant: AS_OF, zone: 'UTC' });
  assert.deepEqual(rest, []);
  assert.deepEqual(only!.bounds, { min: 0, max: 30 });
  assert.match(only!.text, /^12 more pairs/);
});

test('the list of detectors has their queries', () => {
  assert.deepEqual(
    [...DETECTOR_QUERIES.keys()],
    DETECTORS.map((detector) => detector.name),
  );
});
