import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { ClaimBook, type NamedParty } from '../../src/identity/book.ts';
import { type Claim, gaps, type Span, without } from '../../src/identity/claims.ts';
import { type Group, membersOf, type Tenure } from '../../src/identity/groups.ts';
import type { At } from '../../src/identity/ruling.ts';

const ada: NamedParty = { key: 'ada', name: 'Ada Kaj', names: [], kind: 'person' };
const bo: NamedParty = { key: 'bo', name: 'Bo Brygga', names: ['B. Brygga'], kind: 'person' };
const mail = (norm: string, party: string, rest: Partial<Claim> = {}): Claim => ({
  kind: 'mail',
  norm,
  party,
  from: null,
  to: null,
  grade: 'certain',
  basis: 'people.yaml',
  ...rest,
});
const at = (norm: string, kind: At['kind'] = 'mail', on: number | null = null): At => ({ kind, norm, on });
const told = (claims: readonly Claim[]): string[] =>
  claims.map((c) => `${c.party} ${c.from ?? ''}..${c.to ?? ''} ${c.grade} ${c.basis}`).sort();

test('an address that nobody claims is a party of its own', () => {
  const book = new ClaimBook([ada], []);
  assert.deepEqual(told(book.aliases('mail', 'x@y.example')), ['mail x@y.example .. certain itself']);
  assert.deepEqual(told(book.aliases('name', 'jo doe')), ['name jo doe .. probable itself']);
  assert.deepEqual(told(book.aliases('redacted', 'row 3 (b)(6)')), ['redacted row 3 (b)(6) .. possible itself']);
});

test('outside of its dates an address is nobody known', () => {
  const book = new ClaimBook(
    [ada, bo],
    [mail('desk@h.example', 'ada', { to: 99 }), mail('desk@h.example', 'bo', { from: 200 })],
  );
  assert.deepEqual(told(book.aliases('mail', 'desk@h.example')), [
    'ada ..99 certain people.yaml',
    'bo 200.. certain people.yaml',
    'mail desk@h.example 100..199 certain itself',
  ]);
});

test('a bare name is probably the one party that has it, and possibly each of two', () => {
  const twin: NamedParty = { key: 'ada-2', name: 'Kaj, Ada', names: ['Prins'], kind: 'person' };
  assert.deepEqual(told(new ClaimBook([ada, bo], []).aliases('name', 'b brygga')), ['bo .. probable name']);
  const book = new ClaimBook([ada, twin], []);
  assert.deepEqual(told(book.aliases('name', 'ada kaj')), ['ada .. possible name', 'ada-2 .. possible name']);
  assert.deepEqual(told(book.aliases('name', 'prins')), ['ada-2 .. possible name'], 'one word');
});

test('what the mail system shows joins addresses, but never two parties', () => {
  const book = new ClaimBook([ada, bo], [mail('ada@h.example', 'ada'), mail('bo@h.example', 'bo')]);
  book.equate([
    { kind: 'mail', norm: 'ada@h.example' },
    { kind: 'x500', norm: '/o=h/cn=ada' },
  ]);
  assert.deepEqual(told(book.aliases('x500', '/o=h/cn=ada')), ['ada .. certain equation']);
  book.equate([
    { kind: 'mail', norm: 'ada@h.example' },
    { kind: 'mail', norm: 'bo@h.example' },
  ]);
  assert.deepEqual(told(book.aliases('mail', 'bo@h.example')), ['bo .. certain people.yaml']);
  book.equate([
    { kind: 'x500', norm: '/o=h/cn=who' },
    { kind: 'mail', norm: 'who@h.example' },
  ]);
  assert.deepEqual(told(book.aliases('x500', '/o=h/cn=who')), ['mail who@h.example .. certain equation']);
});

test('a decision holds where it says, and what was known holds around it', () => {
  const book = new ClaimBook([ada, bo], [mail('desk@h.example', 'ada')]);
  const ruling = {
    kind: 'assign',
    address: at('desk@h.example'),
    holder: at('bo brygga', 'name'),
    from: 10,
    to: 20,
    grade: 'probable',
  } as const;
  assert.equal(book.rule(ruling), true);
  assert.deepEqual(told(book.aliases('mail', 'desk@h.example')), [
    'ada ..9 certain people.yaml',
    'ada 21.. certain people.yaml',
    'bo 10..20 probable decision',
  ]);
});

test('merged parties are one; a split address is a party of its own', () => {
  const book = new ClaimBook([ada], [mail('ada@h.example', 'ada'), mail('a.kaj@home.example', 'ada')]);
  assert.equal(
    book.rule({ kind: 'merge', addresses: [at('ada@h.example'), at('x@y.example'), at('z@y.example')] }),
    true,
  );
  assert.equal(book.aliases('mail', 'z@y.example')[0]!.party, 'ada');
  assert.equal(book.rule({ kind: 'split', addresses: [at('a.kaj@home.example')], stay: [at('ada@h.example')] }), true);
  assert.deepEqual(told(book.aliases('mail', 'a.kaj@home.example')), ['mail a.kaj@home.example .. certain decision']);
  assert.equal(book.rule({ kind: 'split', addresses: [at('never@h.example')], stay: [at('ada@h.example')] }), false);
});

const instant = fc.option(fc.integer({ min: -50, max: 50 }), { nil: null });
const span: fc.Arbitrary<Span> = fc
  .tuple(instant, instant)
  .map(([a, b]) => (a !== null && b !== null && a > b ? { from: b, to: a } : { from: a, to: b }));
const inside = (s: Span, t: number): boolean => (s.from === null || s.from <= t) && (s.to === null || t <= s.to);

test('a guess takes an account with all its addresses, unless somebody stated or decided anything about it', () => {
  const made = (): ClaimBook => {
    const book = new ClaimBook([ada], [mail('ada@h.example', 'ada')]);
    for (const name of ['who', 'other']) {
      book.equate([
        { kind: 'x500', norm: `/o=h/cn=${name}` },
        { kind: 'mail', norm: `${name}@h.example` },
      ]);
    }
    return book;
  };
  const whose = (book: ClaimBook): string[][] => [
    told(book.aliases('x500', '/o=h/cn=who')),
    told(book.aliases('mail', 'who@h.example')),
  ];
  const alone = 'mail who@h.example .. certain equation';
  const guessed = made();
  guessed.guessAccount('mail who@h.example', 'mail other@h.example');
  assert.deepEqual(whose(guessed), [
    ['mail other@h.example .. probable likeness'],
    ['mail other@h.example .. probable likeness'],
  ]);
  const decided = made();
  decided.rule({ kind: 'merge', addresses: [at('who@h.example'), at('x@y.example')] });
  decided.guessAccount('mail who@h.example', 'ada');
  assert.deepEqual(whose(decided), [[alone], [alone]]);
  const apart = made();
  apart.keepApart('mail who@h.example', 'mail ada@h.example');
  apart.guessAccount('mail who@h.example', 'ada');
  assert.deepEqual(whose(apart), [[alone], [alone]]);
  const named = made();
  named.guessAccount('ada', 'mail who@h.example');
  assert.deepEqual(told(named.aliases('mail', 'ada@h.example')), ['ada .. certain people.yaml']);
});

test('spans and their gaps cover every second, each once', () => {
  fc.assert(
    fc.property(fc.array(span, { maxLength: 6 }), fc.integer({ min: -60, max: 60 }), (spans, t) => {
      assert.equal(gaps(spans).filter((gap) => inside(gap, t)).length, spans.some((s) => inside(s, t)) ? 0 : 1);
    }),
  );
  fc.assert(
    fc.property(span, span, fc.integer({ min: -60, max: 60 }), (whole, taken, t) => {
      assert.equal(
        without(whole, taken).some((s) => inside(s, t)),
        inside(whole, t) && !inside(taken, t),
      );
    }),
  );
});

test('every address is somebody at every second, whatever was claimed and decided', () => {
  const claim = fc.tuple(span, fc.constantFrom('ada', 'bo')).map(([s, party]) => mail('m@h.example', party, s));
  const assign = fc.tuple(span, fc.constantFrom('ada kaj', 'bo brygga')).map(([s, holder]) => ({
    kind: 'assign' as const,
    address: at('m@h.example'),
    holder: at(holder, 'name'),
    ...s,
    grade: 'certain' as const,
  }));
  fc.assert(
    fc.property(
      fc.array(claim, { maxLength: 4 }),
      fc.array(assign, { maxLength: 3 }),
      fc.integer({ min: -60, max: 60 }),
      (claims, rulings, t) => {
        const book = new ClaimBook([ada, bo], claims);
        for (const ruling of rulings) book.rule(ruling);
        const holders = book.aliases('mail', 'm@h.example').filter((alias) => inside(alias, t));
        assert.ok(holders.length > 0);
        const last = rulings.findLast((r) => inside(r, t));
        if (last !== undefined)
          assert.deepEqual(
            holders.map((h) => h.party),
            [last.holder.norm.slice(0, last.holder.norm.indexOf(' '))],
          );
      },
    ),
  );
});

const post = (
  party: string,
  organisation: string,
  role: string,
  from: number | null = null,
  to: number | null = null,
): Tenure => ({ party, organisation, role, from, to });
const group = (id: string, rest: Partial<Group>): Group => ({
  id,
  organisations: [],
  roles: [],
  members: [],
  except: [],
  ...rest,
});

test('groups are whoever held a post at the time, less the exceptions', () => {
  const tenures = [
    post('ada', 'harbour', 'director', null, 99),
    post('bo', 'quay', 'engineer', 50),
    post('cy', 'firm', 'director'),
  ];
  const parents = new Map([['quay', 'harbour']]);
  const office = group('office', { organisations: ['harbour'], except: ['quay'] });
  assert.deepEqual(membersOf(office, [office], tenures, parents), [
    { party: 'ada', from: null, to: 99 },
    { party: 'bo', from: 50, to: null },
    { party: 'harbour', from: null, to: null },
  ]);
  const directors = group('directors', { roles: ['director'] });
  const mixed = group('mixed', { members: ['@directors', '@mixed', 'dot'], except: ['cy'] });
  assert.deepEqual(
    membersOf(mixed, [directors, mixed], tenures, parents).map((m) => m.party),
    ['ada', 'dot'],
  );
});
