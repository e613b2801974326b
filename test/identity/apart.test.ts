/** Taking parties apart again, and offices that change hands. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { ClaimBook, type NamedParty } from '../../src/identity/book.ts';
import { officeSpans } from '../../src/identity/office.ts';
import type { At, Ruling } from '../../src/identity/ruling.ts';

const at = (norm: string): At => ({ kind: 'mail', norm, on: null });
const apart = (a: string, b: string): Ruling => ({ kind: 'apart', a: at(a), b: at(b) });
const merge = (...norms: string[]): Ruling => ({ kind: 'merge', addresses: norms.map(at) });
const split = (gone: string, ...stay: string[]): Ruling => ({
  kind: 'split',
  addresses: [at(gone)],
  stay: stay.map(at),
});
const partyOf = (book: ClaimBook, norm: string): string => book.aliases('mail', norm)[0]!.party;
const bookWith = (...rulings: Ruling[]): ClaimBook => {
  const book = new ClaimBook([], []);
  for (const ruling of rulings) book.rule(ruling);
  return book;
};

test('what one decision joins a later one takes apart, whichever address leaves', () => {
  for (const gone of ['a', 'b', 'c']) {
    const stay = ['a', 'b', 'c'].filter((norm) => norm !== gone);
    const book = bookWith(merge('a', 'b', 'c'), split(gone, ...stay));
    assert.notEqual(partyOf(book, gone), partyOf(book, stay[0]!));
    assert.equal(partyOf(book, stay[0]!), partyOf(book, stay[1]!));
    assert.equal(partyOf(book, gone), `mail ${gone}`);
  }
});

test('an account that the mail system shows is taken apart by a person, also the address that gives it its name', () => {
  for (const [gone, stay] of [
    ['a', 'b'],
    ['b', 'a'],
  ] as const) {
    const book = new ClaimBook([], []);
    book.equate([
      { kind: 'mail', norm: 'a' },
      { kind: 'mail', norm: 'b' },
      { kind: 'mail', norm: 'c' },
    ]);
    book.rule(split(gone, stay));
    assert.notEqual(partyOf(book, gone), partyOf(book, stay));
    assert.equal(partyOf(book, 'c'), partyOf(book, stay));
  }
});

test('the later of "same" and "not the same" holds', () => {
  assert.notEqual(
    partyOf(bookWith(merge('a', 'b'), apart('a', 'b')), 'a'),
    partyOf(bookWith(merge('a', 'b'), apart('a', 'b')), 'b'),
  );
  const book = bookWith(merge('a', 'b'), apart('a', 'b'), merge('a', 'b'));
  assert.equal(partyOf(book, 'a'), partyOf(book, 'b'));
});

test('of a pair that is kept apart the one of people.yaml stays', () => {
  const ada: NamedParty = { key: 'ada', name: 'Ada Kaj', names: [], kind: 'person' };
  const book = new ClaimBook(
    [ada],
    [{ kind: 'mail', norm: 'x', party: 'ada', from: null, to: null, grade: 'certain', basis: 'people.yaml' }],
  );
  book.rule({ kind: 'apart', a: at('x'), b: { kind: 'name', norm: 'ada', on: null } });
  assert.equal(partyOf(book, 'x'), 'mail x');
});

test('an address is not guessed to be the party’s that it was decided not to be', () => {
  const book = new ClaimBook([], []);
  book.keep('mail', 'a');
  book.guess('mail', 'b', 'mail a', 'probable');
  book.keepApart('mail b', 'mail c');
  assert.equal(book.guess('mail', 'c', 'mail a', 'possible'), false, 'b, which c is not, is a');
  assert.equal(book.guess('mail', 'd', 'mail a', 'possible'), true);
});

test('any order of merges and splits ends with the last word about each pair', () => {
  const norms = ['a', 'b', 'c'];
  const ruling = fc
    .tuple(fc.boolean(), fc.constantFrom(...norms), fc.constantFrom(...norms))
    .filter(([, x, y]) => x !== y);
  fc.assert(
    fc.property(fc.array(ruling, { minLength: 1, maxLength: 8 }), (rulings) => {
      const book = bookWith(...rulings.map(([one, x, y]) => (one ? merge(x, y) : apart(x, y))));
      const [one, x, y] = rulings.at(-1)!;
      assert.equal(partyOf(book, x) === partyOf(book, y), one);
    }),
  );
});

test('every moment of an office is somebody’s: certain while one holds it, possible while two do', () => {
  const spans = officeSpans(
    [
      { party: 'ada', from: null, to: 100 },
      { party: 'bo', from: 90, to: 200 },
    ],
    'harbour',
  );
  const holders = (t: number): string[] =>
    spans
      .filter(({ from, to }) => (from ?? t) <= t && t <= (to ?? t))
      .map(({ party, grade }) => `${party} ${grade}`)
      .sort();
  assert.deepEqual(holders(50), ['ada certain']);
  assert.deepEqual(holders(95), ['ada possible', 'bo possible']);
  assert.deepEqual(holders(150), ['bo certain']);
  assert.deepEqual(holders(300), ['harbour certain']);
});
