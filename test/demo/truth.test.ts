/** The built demo case against truth.yaml: its numbers, the state of every planted event, and its citations. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type Built, bounds, buildDemo, NO_COMMAND, type Row, rowOf, timeOf } from './built.ts';
import { type Bounded, bytesOf, TRUTH, type TruthEvent } from './independent/folder.ts';

const { headline, planted } = TRUTH;
const SIDES = ['--between', '@harbour-office', '--and', '@contractor'];
const RUN_UP = ['--from', headline['run-up'].from, '--to', 'vote'];
const SPOKEN = ['--channel', 'call,mail'];

/** How a state is called for each way of being disclosed; where the truth knows no duty, any state will do. */
const STATES: Readonly<{ [disclosed: string]: string }> = {
  no: 'undisclosed',
  yes: 'disclosed',
  late: 'late',
  partial: 'partial',
  coarse: 'consistent',
  contested: 'contested',
};
/** Seconds within which a built contact is the event: a log gives the minute of arrival, which may be a little early. */
const NEAR: Readonly<{ [channel: string]: number }> = { mail: 1, call: 10, text: 10, meeting: 600 };

function holds(found: { min: number; max: number }, expected: Bounded, what: string): void {
  assert.equal(found.min, expected.min, `${what}: at least`);
  assert.ok(found.max >= expected.truth, `${what}: at most ${found.max}, really ${expected.truth}`);
}

describe('the built demo case', { skip: NO_COMMAND }, () => {
  let demo: Built;
  let exported: Row[];
  before(() => {
    demo = buildDemo();
    exported = demo
      .run('export', 'jsonl')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Row);
  });
  after(() => demo?.remove());

  const sameChannel = (row: Row, event: TruthEvent): boolean =>
    row.channel === event.channel || (event.channel === 'meeting' && row.channel === 'visit');
  const contactsOf = (event: TruthEvent): Row[] => {
    const at = Date.parse(event.at) / 1000;
    const near = exported.filter(
      (row) => sameChannel(row, event) && Math.abs(timeOf(row) - at) <= NEAR[event.channel]!,
    );
    // Both sides of it are named: a visitor whose name is withheld may be of the meeting, which nothing shows.
    const named = (row: Row): number =>
      event.parties.filter((party) => JSON.stringify(row).includes(`"party":"${party}"`)).length;
    return near.filter((row) => named(row) >= 2);
  };

  test('every source was read whole', () => {
    const sources = demo.rows('status');
    for (const [path, records] of Object.entries(TRUTH.records)) {
      const row = rowOf(sources, path);
      const read = Number(row?.records ?? row?.read);
      // Of the damaged message enough is left that it may be read as a doubtful one.
      const least = path === planted.damaged.source ? records - 1 : records;
      assert.ok(read >= least && read <= records, `${path}: ${read} of ${records}`);
    }
  });

  test('contacts of the run-up by party, and how many of them nobody disclosed', () => {
    const rows = demo.rows('contacts', ...SIDES, ...RUN_UP, ...SPOKEN, '--by', 'party');
    const all = rowOf(rows, 'all');
    holds(bounds(all, 'contacts'), headline['run-up-contacts'], 'contacts');
    holds(bounds(all, 'undisclosed'), headline['run-up-undisclosed'], 'undisclosed');
    for (const [party, expected] of Object.entries(headline['run-up-undisclosed-by-party'])) {
      holds(bounds(rowOf(rows, party), 'undisclosed'), expected, party);
    }
  });

  test('contacts of the year', () => {
    const all = rowOf(demo.rows('contacts', ...SIDES, ...SPOKEN, '--by', 'party'), 'all');
    holds(bounds(all, 'contacts'), headline['year-contacts'], 'contacts');
    holds(bounds(all, 'undisclosed'), headline['year-undisclosed'], 'undisclosed');
  });

  test('every planted event is one contact with the state it should have', () => {
    for (const event of TRUTH.events) {
      const state = STATES[event.disclosed];
      const isSeen = event.witnesses.some((w) => w['quoted-in'] === undefined);
      if (!event.counts || state === undefined || !isSeen || event.identity !== undefined) continue;
      const found = contactsOf(event);
      assert.equal(found.length, 1, `${event.id} is ${found.length} contacts`);
      assert.equal(found[0]?.state, state, event.id);
    }
  });

  test('an event with three witnesses keeps them', () => {
    const event = TRUTH.events.find((e) => e.id === 'k02')!;
    const witnesses = contactsOf(event)[0]?.witnesses;
    assert.equal(Array.isArray(witnesses) ? witnesses.length : witnesses, event.witnesses.length);
  });

  test('the one disclosure that no record shows', () => {
    const unrecorded = demo.rows('disclosures').filter((row) => row.state === 'unrecorded');
    assert.equal(unrecorded.length, 1);
    assert.ok(JSON.stringify(unrecorded[0]).includes('2030-08-22'));
    const findings = demo.rows('findings', '--detector', 'unrecorded-disclosure');
    assert.equal(findings.length, 1);
  });

  test('a contact can be opened down to its bytes', () => {
    const event = TRUTH.events.find((e) => e.id === 'u14')!;
    const [offset, length] = event.witnesses[0]!.bytes!;
    const whole = bytesOf(event.witnesses[0]!.source)
      .subarray(offset, offset + length)
      .toString('latin1');
    const id = String(contactsOf(event)[0]?.id ?? contactsOf(event)[0]?.contact);
    const cited = demo.run('cite', id);
    assert.ok(cited.includes(whole.slice(whole.indexOf('Date:'), whole.indexOf('\n\n'))), cited.slice(0, 400));
  });
});
