import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FLAG } from '../../src/model/record.ts';
import { mail } from './fixture.ts';
import { grouped, shown } from './stage.ts';

const T = 1_900_000_000;
const A = 'ann@harbour.example';
const B = 'bo@works.example';
const C = 'cy@works.example';
const LONG =
  'The board met this morning and agreed that the tender for the outer quay is to be opened again after the summer, ' +
  'since two of the three bids came in late and the third left out the dredging that we had asked for in May.';
const FOOTER = ' This message has been scanned by the gateway and may hold confidential information.';

test('copies of one mail with one Message-ID are one contact', async () => {
  const copies = [
    mail('ann.mbox', T, A, [B], { id: 'm1@x', subject: 'Quay', body: LONG }),
    mail('bo.mbox', T, A, [B], { id: 'm1@x', subject: 'Quay', body: LONG + FOOTER }),
  ];
  assert.deepEqual(shown(await grouped(copies)), ['0+1 message-id']);
});

test('copies with differing Message-IDs join by sender and second', async () => {
  const copies = [
    mail('ann.mbox', T, A, [B], { id: 'm1@x', subject: 'Quay', body: 'Fine.' }),
    mail('bo.mbox', T, A, [B], { id: 'm2@x', subject: 'Re: Quay', body: 'fine.' }),
  ];
  const outcome = await grouped(copies);
  assert.deepEqual(shown(outcome), ['0+1 sender-instant']);
  assert.deepEqual(outcome.problems, []);
});

test('one Message-ID on different texts stays two contacts and is told', async () => {
  const two = [
    mail('ann.mbox', T, A, [B], { id: 'm1@x', subject: 'Quay', body: LONG }),
    mail('bo.mbox', T + 9000, A, [B], { id: 'm1@x', subject: 'Lunch', body: 'Shall we?' }),
  ];
  const outcome = await grouped(two);
  assert.deepEqual(shown(outcome), ['0', '1']);
  assert.deepEqual(outcome.open, []);
  assert.deepEqual(
    outcome.problems.map((p) => [p.code, p.source_no, p.byte_offset, p.byte_length]),
    [
      ['same-id-different-content', 0, 0, 100],
      ['same-id-different-content', 1, 0, 100],
    ],
  );
});

test('what one sender sends in one second with another text or to others is another mail', async () => {
  const outcome = await grouped([
    mail('a.mbox', T, A, [B], { id: 'm1@x', subject: 'Quay', body: 'yes' }),
    mail('a.mbox', T, A, [C], { id: 'm2@x', subject: 'Quay', body: 'yes' }),
    mail('a.mbox', T, A, [B], { id: 'm3@x', subject: 'Quay', body: 'no' }),
    mail('a.mbox', T, A, [B], { id: 'm4@x', subject: 'Pier', body: 'yes' }),
  ]);
  assert.deepEqual(shown(outcome), ['0', '1', '2', '3']);
  assert.deepEqual(outcome.open, ['0-2 text-differs']);
});

test('recipients are united: the sender alone shows a blind copy', async () => {
  const outcome = await grouped([
    mail('ann.mbox', T, A, [B], { id: 'm@x', subject: 'Q', body: 'x', people: [{ role: 'bcc', address: C }] }),
    mail('bo.mbox', T, A, [B], { id: 'm@x', subject: 'Q', body: 'x' }),
  ]);
  const [row] = await outcome.ledger.rows({ name: 'c', sql: 'select audience, witnesses from contact' });
  assert.deepEqual(row, { audience: 2, witnesses: 2 });
});

test('a text that is gone joins nothing and stays open', async () => {
  const outcome = await grouped([
    mail('a.mbox', T, A, [B], { id: 'm@x', subject: 'Q', body: null }),
    mail('b.mbox', T, A, [B], { id: 'm@x', subject: 'Q', body: 'x' }),
  ]);
  assert.deepEqual(shown(outcome), ['0', '1']);
  assert.deepEqual(outcome.open, ['0-1 text-missing']);
});

test('a mail without an id may be one that was sent about the same minute', async () => {
  const outcome = await grouped([
    mail('a.mbox', T, A, [B], { id: 'm@x', subject: 'Quay', body: 'x' }),
    mail('b.mbox', T + 60, A, [B], { subject: 'Re: quay', body: 'x' }),
    mail('b.mbox', T + 600, A, [B], { subject: 'Quay', body: 'x' }),
    mail('b.mbox', T + 61, A, [B], { id: 'n@x', subject: 'Pier', body: 'x' }),
  ]);
  assert.deepEqual(shown(outcome), ['0', '1', '2', '3']);
  assert.deepEqual(outcome.open, ['0-1 near-time']);
});

test('a copy without an id whose zone is lost stays open', async () => {
  const outcome = await grouped([
    mail('a.mbox', T, A, [B], { id: 'm@x', subject: 'Quay', body: 'x' }),
    mail('b.mbox', T - 20_000, A, [B], { subject: 'Quay', body: 'x', until: T + 70_000 }),
  ]);
  assert.deepEqual(outcome.open, ['0-1 near-time']);
});

test('drafts, repeated rows, nil rows and the disclosed side make no contacts', async () => {
  const outcome = await grouped(
    [
      mail('a.mbox', T, A, [B], { flags: FLAG.draft }),
      mail('a.mbox', T + 1, A, [B], { flags: FLAG.repeated }),
      mail('a.mbox', T + 2, A, [B], { flags: FLAG.nil }),
      mail('register.csv', T + 3, A, [B]),
      mail('a.mbox', T + 4, A, [B]),
    ],
    { disclosed: ['register.csv'] },
  );
  assert.deepEqual(shown(outcome), ['4']);
});

const QUOTE = { part: 1, flags: FLAG.quoted, precision: 'minute' as const };
/** A quoted date in no zone: fifty hours around a local minute that reads as T. */
const MINUTE = Math.floor(T / 60) * 60;
const wide = { at: MINUTE - 14 * 3600, until: MINUTE + 12 * 3600 + 59 };

test('a quoted message joins the one that it quotes when sender, minute and subject agree', async () => {
  const outcome = await grouped([
    mail('a.mbox', T, A, [B], { id: 'm@x', subject: 'Quay', body: 'x' }),
    mail('b.mbox', T + 900, B, [A], { id: 'n@x', subject: 'RE: Quay', body: 'y' }),
    mail('b.mbox', 0, A, [B], { ...QUOTE, ...wide, subject: 'Quay' }),
  ]);
  assert.deepEqual(shown(outcome), ['0+2 quoted', '1']);
  const rows = await outcome.ledger.rows({
    name: 'c',
    sql: 'select earliest, flags, witnesses from contact order by 1',
  });
  assert.deepEqual(rows[0], { earliest: T, flags: 0, witnesses: 2 });
});

test('a quoted message without a subject is of the thread that quotes it', async () => {
  const outcome = await grouped([
    mail('a.mbox', T, A, [B], { id: 'm@x', subject: 'Quay', body: 'x' }),
    mail('a.mbox', T + 5, A, [C], { id: 'o@x', subject: 'Pier', body: 'z' }),
    mail('b.mbox', T + 900, B, [A], { id: 'n@x', subject: 'RE: Quay', body: 'y' }),
    {
      source: 'b.mbox',
      kind: 'message',
      at: T - 20,
      until: T + 39,
      precision: 'minute',
      flags: FLAG.quoted,
      part: 1,
      people: [{ role: 'from', address: A }],
    },
  ]);
  assert.deepEqual(shown(outcome), ['0+3 quoted', '1', '2']);
});

test('a quoted message joins by the display name of its sender', async () => {
  const outcome = await grouped([
    {
      ...mail('a.mbox', T, A, [B], { subject: 'Quay' }),
      people: [
        { role: 'from', address: A, name: 'Ann Lind' },
        { role: 'to', address: B },
      ],
    },
    mail('b.mbox', 0, 'Lind, Ann', ['Bo Berg'], { ...QUOTE, ...wide, subject: 'Re: Quay' }),
  ]);
  assert.deepEqual(shown(outcome), ['0+1 quoted']);
});

test('a quoted message that fits two, or contradicts in its recipients, stays open; one that fits none stands alone', async () => {
  const two = await grouped([
    mail('a.mbox', T, A, [B], { id: 'm@x', subject: 'Quay', body: 'x' }),
    mail('a.mbox', T + 3600, A, [B], { id: 'n@x', subject: 'Quay', body: 'y' }),
    mail('b.mbox', 0, A, [B], { ...QUOTE, ...wide, subject: 'Quay' }),
  ]);
  assert.deepEqual(shown(two), ['0', '1', '2']);
  assert.deepEqual(two.open, ['0-2 quoted', '1-2 quoted']);
  const other = await grouped([
    mail('a.mbox', T, A, [B], { id: 'm@x', subject: 'Quay', body: 'x' }),
    mail('b.mbox', 0, A, [C], { ...QUOTE, ...wide, subject: 'Quay' }),
    mail('b.mbox', 0, A, [B], {
      ...QUOTE,
      ...wide,
      at: wide.at + 60,
      until: wide.until + 60,
      subject: 'Quay',
      part: 2,
    }),
  ]);
  assert.deepEqual(shown(other), ['0', '1', '2']);
  assert.deepEqual(other.open, ['0-1 quoted']);
});

test('a quotation is held against all recipients of a mail, whichever copy was added last', async () => {
  const copies = [
    mail('ann.mbox', T, A, [B, C], { id: 'm1@x', subject: 'Quay', body: LONG }),
    mail('list.mbox', T, A, [C], { id: 'm1@x', subject: 'Quay', body: LONG }),
  ];
  const quotation = mail('b.mbox', 0, A, [B], { ...QUOTE, ...wide, subject: 'Quay' });
  for (const order of [copies, copies.toReversed()]) {
    assert.deepEqual(shown(await grouped([...order, quotation])), ['0+1+2 message-id+quoted']);
  }
});

test('one lost message quoted by three people is one contact', async () => {
  const quoted = { ...QUOTE, ...wide, subject: 'Quay' };
  const outcome = await grouped([
    mail('b.mbox', 0, A, [B], quoted),
    mail('b.mbox', 0, A, [B], { ...quoted, part: 2 }),
    mail('c.mbox', 0, A, [B], quoted),
  ]);
  assert.deepEqual(shown(outcome), ['0+1+2 quoted']);
  const [row] = await outcome.ledger.rows({ name: 'c', sql: 'select flags from contact' });
  assert.deepEqual(row, { flags: FLAG.quoted });
});
