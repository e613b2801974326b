/** What pages work out before they draw: sides of a finding, the queue of questions, the scope of a claim, faults, answers kept. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { DisclosureRow } from '../../src/server/shapes/disclosure.ts';
import type { ContactWithWitnesses } from '../../src/server/shapes/finding.ts';
import type { ReviewQuestion } from '../../src/server/shapes/review.ts';
import { FailedAnswer, failureIn, faultOf, unreachable } from '../../web/data/failure.ts';
import { newest } from '../../web/data/newest.ts';
import { sideBySide } from '../../web/pages/findings/side-by-side.ts';
import { longest, openQuestions, partAt, questionAt } from '../../web/pages/review/queue.ts';
import { scopePicture } from '../../web/text/scope.ts';

const contact = (id: string): ContactWithWitnesses => ({ id }) as ContactWithWitnesses;
const disclosure = (id: string): DisclosureRow => ({ id }) as DisclosureRow;
const question = (id: string): ReviewQuestion => ({ id }) as ReviewQuestion;

test('a contact stands beside its disclosure, and what matched nothing stands alone', () => {
  const rows = sideBySide(
    [contact('c:1'), contact('c:2')],
    [disclosure('d:1'), disclosure('d:2')],
    [
      { contact: 'c:2', disclosure: 'd:2' },
      { contact: 'c:2', disclosure: 'd:2' },
      { contact: 'c:1', disclosure: 'd:9' },
    ],
  );
  assert.deepEqual(
    rows.map((row) => [row.contact?.id ?? null, row.disclosures.map(({ id }) => id)]),
    [
      ['c:1', []],
      ['c:2', ['d:2']],
      [null, ['d:1']],
    ],
  );
});

test('nothing is lost and nothing stands twice, whatever was matched', () => {
  const ids = fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { maxLength: 8 });
  const pairs = fc.array(
    fc.record({ contact: fc.integer({ min: 0, max: 6 }), disclosure: fc.integer({ min: 0, max: 6 }) }),
  );
  fc.assert(
    fc.property(ids, ids, pairs, (contacts, disclosures, matching) => {
      const rows = sideBySide(
        contacts.map((id) => contact(String(id))),
        disclosures.map((id) => disclosure(String(id))),
        matching.map((pair) => ({ contact: String(pair.contact), disclosure: String(pair.disclosure) })),
      );
      assert.deepEqual(
        rows.flatMap((row) => row.contact?.id ?? []),
        contacts.map(String),
      );
      assert.deepEqual(
        rows.flatMap((row) => row.disclosures.map(({ id }) => Number(id))).sort((a, b) => a - b),
        disclosures.toSorted((a, b) => a - b),
      );
    }),
  );
});

test('an answered question leaves the queue at once, and comes back when the answer is taken back', () => {
  const rows = ['q:1', 'q:2', 'q:3'].map(question);
  const given = [{ question: 'q:2', words: '' }];
  const open = openQuestions(rows, given);
  assert.deepEqual(
    open.map(({ id }) => id),
    ['q:1', 'q:3'],
  );
  assert.equal(questionAt(open, 1)?.id, 'q:3');
  assert.equal(questionAt(open, 9)?.id, 'q:3');
  assert.equal(questionAt([], 0), null);
  assert.deepEqual(openQuestions(rows, []).length, 3);
  assert.equal(longest([{ bits: -9 }, { bits: 2 }]), 9);
  assert.equal(longest([]), 1);
});

test('every place of the queue lies in the part that is asked for, with the next few', () => {
  fc.assert(
    fc.property(fc.nat(100_000), (place) => {
      const { offset, limit } = partAt(place);
      assert.ok(offset <= place && place + 5 <= offset + limit);
      assert.ok(limit <= 25, 'the server gives no more');
    }),
  );
});

test('the scope of a claim, its day and all contacts lie on one axis', () => {
  assert.equal(scopePicture({ from: null, to: null, said: null, contacts: [] }), null);
  const instant = fc.integer({ min: -1_000_000_000, max: 3_000_000_000 });
  fc.assert(
    fc.property(
      fc.option(instant),
      fc.option(instant),
      fc.option(instant),
      fc.array(instant, { maxLength: 5 }),
      (a, b, said, contacts) => {
        const [from, to] = a !== null && b !== null && a > b ? [b, a] : [a, b];
        const picture = scopePicture({ from, to, said, contacts });
        if (picture === null) return;
        const places = [picture.scope.from, picture.scope.to, picture.said ?? 0, ...picture.contacts];
        for (const place of places) assert.ok(place >= 0 && place <= 1, String(place));
        assert.ok(picture.scope.from <= picture.scope.to);
        assert.equal(picture.scope.openFrom, from === null);
      },
    ),
  );
});

test('a refusal is told in its own words; anything else as what it is', () => {
  const body = { error: { what: 'no such finding', where: '/findings/x', todo: 'see the list', at: null } };
  assert.deepEqual(failureIn(body, 404, '/a'), body.error);
  assert.deepEqual(failureIn({ error: { what: 'odd', where: '', todo: '', at: [3, 4] } }, 400, '/a'), {
    what: 'odd',
    where: '/a',
    todo: '',
    at: [3, 4],
  });
  for (const other of [null, 'text', {}, { error: 'text' }, { error: { what: 5 } }])
    assert.match(failureIn(other, 502, '/a').what, /502/);
  assert.equal(faultOf(new FailedAnswer(unreachable('/a'), 0), '/b').where, '/a');
  assert.equal(faultOf(new Error('odd'), '/b').where, '/b');
  assert.match(faultOf('thrown', '/b').what, /went wrong/);
});

test('answers that were used last are kept', () => {
  const kept = newest<number>(2);
  kept.put('a', 1);
  kept.put('b', 2);
  assert.equal(kept.get('a'), 1);
  kept.put('c', 3);
  assert.deepEqual([kept.get('a'), kept.get('b'), kept.get('c')], [1, undefined, 3]);
  kept.clear();
  assert.equal(kept.get('a'), undefined);
});
