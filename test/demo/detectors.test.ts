/** What each detector finds in the built demo case, against the detectors of truth.yaml. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { toldCounts } from '../../src/case/told.ts';
import { type ContactView, contactList } from '../../src/case/views/contacts.ts';
import { type FindingView, findingViews } from '../../src/case/views/findings.ts';
import { statementViews } from '../../src/case/views/statements.ts';
import { type DetectorTruth, TRUTH } from './independent/folder.ts';
import { type Opened, openDemo } from './opened.ts';

const truth: DetectorTruth = TRUTH.detectors;
/** Seconds within which a contact is a planted event: a log gives the minute of arrival, which may be a little early. */
const NEAR: Readonly<{ [channel: string]: number }> = { mail: 1, call: 10, text: 10, meeting: 600 };
const MOST = 1000;

/** The planted event that a contact is. */
function eventOf(contact: ContactView): string {
  const channel = contact.channel === 'visit' ? 'meeting' : contact.channel;
  const at = Date.parse(String(contact.time)) / 1000;
  const keys = [...contact.from, ...contact.to].flatMap(({ parties }) => parties);
  const found = TRUTH.events.filter(
    (event) =>
      event.channel === channel &&
      Math.abs(at - Date.parse(event.at) / 1000) <= NEAR[channel]! &&
      event.parties.filter((party) => keys.includes(party)).length >= 2,
  );
  assert.equal(found.length, 1, `${found.length} planted events are ${contact.shortId}, ${contact.time}`);
  return found[0]!.id;
}

describe('the detectors on the demo case', () => {
  let demo: Opened;
  before(async () => {
    demo = await openDemo();
  });
  after(() => demo?.remove());

  const found = (detector: string): Promise<FindingView[]> => findingViews(demo.open, detector, MOST);
  const eventsOf = async (findings: readonly FindingView[]): Promise<string[]> => {
    const contacts = await contactList(demo.open, [...new Set(findings.flatMap(({ contacts }) => contacts))]);
    return contacts.map(eventOf).sort();
  };

  test('undisclosed contacts: those that are planted, and those of which it hangs on something', async () => {
    const events = new Set(await eventsOf(await found('undisclosed-contact')));
    // Only the log shows k07, and a bare name is nobody's for certain.
    for (const id of truth['undisclosed-contact']) assert.ok(events.has(id) || id === 'k07', `${id} is in no finding`);
    const planted = new Set(truth['undisclosed-contact']);
    for (const id of events) {
      const { disclosed, identity, witnesses } = TRUTH.events.find((event) => event.id === id)!;
      const isOpen = identity !== undefined || witnesses.some((w) => w['quoted-in'] !== undefined);
      const reason = isOpen || ['partial', 'contested', 'late', 'not-covered'].includes(disclosed);
      assert.ok(planted.has(id) || reason, `${id} was disclosed`);
    }
  });

  test('the disclosure that no record shows', async () => {
    const findings = await found('unrecorded-disclosure');
    assert.equal(findings.length, truth['unrecorded-disclosure'].length);
    assert.match(findings[0]!.text, /2030-08-22/);
  });

  test('what was disclosed late, and by how many days', async () => {
    const findings = await found('late-disclosure');
    assert.deepEqual(
      await eventsOf(findings),
      truth['late-disclosure'].map(({ event }) => event),
    );
    for (const { days } of truth['late-disclosure']) assert.match(findings[0]!.text, new RegExp(`\\b${days} days\\b`));
  });

  test('statements that the records contradict, bear out, and cannot test', async () => {
    const views = await statementViews(demo.open);
    const expected = Object.entries(truth['contradicted-statement']).flatMap(([verdict, ids]) =>
      ids.map((id) => `${id}: ${verdict}`),
    );
    assert.deepEqual(views.map(({ statement, verdict }) => `${statement}: ${verdict}`).sort(), expected.sort());
    const findings = await found('contradicted-statement');
    const { contradicted, 'at-odds': atOdds } = truth['contradicted-statement'];
    assert.deepEqual(
      findings.map(({ subject }) => subject.split(' | ')[0]!).sort(),
      [...contradicted, ...atOdds].sort(),
    );
  });

  test('told counts beside the records', async () => {
    const views = await toldCounts(demo.open);
    const { supported, exceeded } = truth['told-against-recorded'];
    const ids = (verdict: string): string[] =>
      views.filter(({ whole }) => whole.verdict === verdict).map(({ id }) => id);
    for (const id of supported) assert.ok(ids('supported').includes(id), id);
    assert.deepEqual(ids('exceeded'), exceeded);
    const findings = await found('told-against-recorded');
    assert.deepEqual(
      findings.map(({ subject }) => subject.split(' | ')[0]),
      exceeded,
    );
  });

  test('contact sped up at the vote, and not at the tender', async () => {
    const findings = await found('rate-change');
    const changed = findings.filter(({ text }) => /became (more|less) frequent/.test(text));
    const { event, between } = truth['rate-change'];
    assert.ok(changed.some(({ subject }) => subject === ['rate', ...between, event].join(' | ')));
    for (const { subject, text } of changed) {
      assert.ok(subject.endsWith(` | ${event}`), text);
      assert.match(text, /more frequent/);
    }
  });

  test('contacts around the official channel: a private account, a blind copy, a meeting that is in no calendar', async () => {
    const findings = await found('off-channel');
    const of = (kind: string): Promise<string[]> =>
      eventsOf(findings.filter(({ subject }) => subject.startsWith(`${kind} | `)));
    const planted = truth['off-channel'];
    assert.deepEqual(await of('address'), [...planted['private-account']].sort());
    assert.deepEqual(await of('blind'), planted['blind-copy']);
    assert.deepEqual(await of('calendar'), planted['not-in-calendar']);
    assert.equal(findings.length, 3, 'and nothing else');
    const certain = findings.find(({ subject }) => subject.startsWith('address | '));
    assert.equal(certain?.bounds.min, TRUTH.headline['run-up-private-account'].min);
  });

  test('messages that a mailbox should hold and does not', async () => {
    const findings = await found('missing-message');
    const expected = truth['missing-message'].map(({ custodian, other, how }) =>
      [how === 'copy of another' ? 'copy' : 'absent', custodian, other].join(' | '),
    );
    assert.deepEqual(findings.map(({ subject }) => subject).sort(), expected.sort());
    for (const { bounds } of findings) assert.equal(bounds.max, 1);
  });
});
