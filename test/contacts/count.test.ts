import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countContacts, type Question } from '../../src/case/count.ts';
import { countContactsBy } from '../../src/case/count-by.ts';
import { DEFAULT_DEFINITION } from '../../src/model/definition.ts';
import { FLAG } from '../../src/model/record.ts';
import { type Counted, counted, type Member, type Owned } from './counted.ts';
import { call, type Made, mail } from './fixture.ts';

const T = Date.UTC(2030, 3, 10, 12) / 1000;
const DAY = 86_400;
const A = 'ann@harbour.example';
const B = 'bo@works.example';
const C = 'cy@works.example';
const LA = '+4670000001';
const LB = '+4670000002';
const OWNED: readonly Owned[] = [
  { address: A, party: 'ann' },
  { address: LA, party: 'ann' },
  { address: B, party: 'bo' },
  { address: LB, party: 'bo' },
];
const MEMBERS: readonly Member[] = [
  { group: 'office', party: 'ann' },
  { group: 'works', party: 'bo' },
  { group: 'works', party: C },
];

function question(rest: Partial<Question> = {}): Question {
  return {
    between: 'office',
    and: 'works',
    from: null,
    to: null,
    channels: null,
    definition: DEFAULT_DEFINITION,
    ...rest,
  };
}

const bounds = async (world: Counted, rest: Partial<Question> = {}): Promise<readonly [number, number]> => {
  const { min, max } = (await countContacts(world.ledger, question(rest))).bounds;
  return [min, max];
};

async function world(made: readonly Made[], owned = OWNED, members = MEMBERS): Promise<Counted> {
  return counted(made, owned, members);
}

test('what a wrong clock wrote may count, in no window for certain', async () => {
  const w = await world([mail('a.mbox', 1, A, [B], { wrongClock: true }), mail('a.mbox', T, A, [B])]);
  assert.deepEqual(await bounds(w), [1, 2]);
  assert.deepEqual(await bounds(w, { from: T - DAY, to: T + DAY }), [1, 2]);
  assert.deepEqual(await bounds(w, { from: 0, to: DAY }), [0, 1]);
});

test('what the subject side began or the other side answered counts; copies, lists and machines do not', async () => {
  const w = await world([
    mail('a.mbox', T, A, [B]),
    mail('a.mbox', T + 1, B, [A]),
    mail('a.mbox', T + 2, A, [], { people: [{ role: 'cc', address: B }] }),
    mail('a.mbox', T + 3, A, [B], { flags: FLAG.list }),
    mail('a.mbox', T + 4, A, [B], { flags: FLAG.automatic }),
    mail('a.mbox', T + 5, A, [B, ...Array.from({ length: 10 }, (_, i) => `x${i}@y.example`)]),
    call('a.csv', T, 60, LB, LA),
    call('a.csv', T + 900, 0, LA, LB, { flags: FLAG.unanswered }),
  ]);
  const count = await countContacts(w.ledger, question());
  assert.deepEqual(count.bounds, { min: 2, max: 2 });
  assert.deepEqual(count.listed, [0, 6]);
  assert.deepEqual(count.reasons, []);
  assert.deepEqual(
    count.moves.filter((m) => m.bounds.min !== 2).map((m) => `${m.text}: ${m.bounds.min}`),
    [
      'copies too: 3',
      'one-sided too: 3',
      'to any number of people: 3',
      'mailing lists too: 3',
      'automatic mail too: 3',
      'unanswered calls too: 3',
    ],
  );
  assert.deepEqual(await bounds(w, { channels: ['call'] }), [1, 1]);
  assert.deepEqual(await bounds(w, { channels: [] }), [0, 0]);
  assert.deepEqual(await bounds(w, { between: 'works', and: 'office' }), [2, 2]);
});

test('every reason that separates the bounds is told, and they add up', async () => {
  const w = await world(
    [
      mail('a.mbox', T, A, [B]),
      mail('a.mbox', T + 1, 'k.b@mail.example', [B]),
      { ...mail('a.mbox', 0, A, [B]), at: T - DAY, until: T + 40 * DAY, precision: 'month' },
      { source: 'a.mbox', kind: 'message', people: mail('a.mbox', 0, A, [B]).people! },
      mail('a.mbox', T + 2, A, [B], { flags: FLAG.quoted, part: 1 }),
      { source: 'a.csv', kind: 'call', at: T, from: LA, to: LB },
      mail('a.mbox', T + 50, A, [B], { subject: 'Quay' }),
      mail('b.mbox', T + 60, A, [B], { subject: 'Quay' }),
      mail('a.mbox', T + 60, A, [C], { until: T + 70, precision: 'range' }),
    ],
    [...OWNED, { address: 'k.b@mail.example', party: 'ann', grade: 'probable' }],
    [
      { group: 'office', party: 'ann' },
      { group: 'works', party: 'bo' },
      { group: 'works', party: C, from: T + 60, to: T + 65 },
    ],
  );
  const count = await countContacts(w.ledger, question({ from: T - 10, to: T + 10 * DAY }));
  assert.deepEqual(count.bounds, { min: 2, max: 9 });
  // Records stand source by source: a.mbox 0–6, a.csv 7, b.mbox 8.
  assert.deepEqual(
    count.reasons.map((r) => [r.code, r.contacts, r.examples]),
    [
      ['identity', 1, [1]],
      ['membership', 1, [6]],
      ['no-time', 1, [3]],
      ['window', 1, [2]],
      ['quoted', 1, [4]],
      ['length', 1, [7]],
      ['same', 1, [8]],
    ],
  );
  assert.equal(
    count.reasons.reduce((sum, r) => sum + r.contacts, 0),
    count.bounds.max - count.bounds.min,
  );
  assert.deepEqual(
    count.identities.map((i) => [w.addresses[i.address], w.parties[i.party], i.contacts]),
    [['k.b@mail.example', 'ann', 1]],
  );
});

test('membership is asked at the time of the contact', async () => {
  const members: Member[] = [
    { group: 'office', party: 'ann', to: T + DAY },
    { group: 'works', party: 'bo' },
  ];
  const w = await world(
    [
      mail('a.mbox', T, A, [B]),
      mail('a.mbox', T + 2 * DAY, A, [B]),
      mail('a.mbox', T, A, [B], { until: T + 2 * DAY, precision: 'range', subject: 'x' }),
    ],
    OWNED,
    members,
  );
  assert.deepEqual(await bounds(w), [1, 2]);
  assert.deepEqual(await bounds(w, { between: 'ann', and: 'bo' }), [3, 3]);
});

test('one side against everybody else leaves out what its own members say to each other', async () => {
  const w = await world(
    [mail('a.mbox', T, A, [B]), mail('a.mbox', T + 1, A, [C]), mail('a.mbox', T + 2, C, [B])],
    OWNED,
    [
      { group: 'both', party: 'ann' },
      { group: 'both', party: 'bo' },
    ],
  );
  assert.deepEqual(await bounds(w, { between: 'both', and: null }), [1, 1]);
  assert.deepEqual(await bounds(w, { between: 'ann', and: null }), [2, 2]);
  assert.deepEqual(await bounds(w, { between: null, and: null }), [3, 3]);
});

test('unknown names are an error that says which', async () => {
  const w = await world([mail('a.mbox', T, A, [B])]);
  await assert.rejects(countContacts(w.ledger, question({ and: 'nobody' })), /no such group or party: nobody/);
});

const rowsOf = async (
  w: Counted,
  keys: Parameters<typeof countContactsBy>[2],
  rest: Partial<Question> = {},
  zone = 'UTC',
): Promise<string[]> =>
  (await countContactsBy(w.ledger, question(rest), keys, zone, 100)).map((r) =>
    [
      ...(r.mine === null ? [] : [w.parties[r.mine]]),
      ...(r.theirs === null ? [] : [w.parties[r.theirs]]),
      ...(r.month === null ? [] : [r.month]),
      ...(r.channel === null ? [] : [r.channel]),
      `${r.bounds.min}–${r.bounds.max}`,
    ].join(' '),
  );

test('by party, pair, channel and month, each with its bounds', async () => {
  const w = await world([
    mail('a.mbox', T, A, [B, C]),
    call('a.csv', T + 40 * DAY, 60, LA, LB),
    { ...call('a.csv', T + DAY, 60, LA, LB), until: T + 30 * DAY, precision: 'month' },
    { source: 'a.mbox', kind: 'message', people: mail('', 0, A, [B]).people!, subject: 'x' },
  ]);
  assert.deepEqual(await rowsOf(w, ['party']), ['bo 3–4', `${C} 1–1`]);
  assert.deepEqual(await rowsOf(w, ['pair']), ['ann bo 3–4', `ann ${C} 1–1`]);
  assert.deepEqual(await rowsOf(w, ['channel']), ['call 2–2', 'mail 1–2']);
  assert.deepEqual(await rowsOf(w, ['month']), ['2030-04 1–2', '2030-05 1–2', 'unknown 0–1']);
  assert.deepEqual((await rowsOf(w, ['pair', 'month'], { between: null, and: null })).sort(), [
    'ann bo 2030-04 1–2',
    'ann bo 2030-05 1–2',
    'ann bo unknown 0–1',
    `ann ${C} 2030-04 1–1`,
  ]);
});

test('months are those of the zone', async () => {
  const last = Date.UTC(2030, 3, 30, 22, 30) / 1000;
  const w = await world([mail('a.mbox', last, A, [B]), mail('a.mbox', last - 3600, A, [B])]);
  assert.deepEqual(await rowsOf(w, ['month'], {}, 'UTC'), ['2030-04 2–2']);
  assert.deepEqual(await rowsOf(w, ['month'], {}, 'Europe/Stockholm'), ['2030-04 1–1', '2030-05 1–1']);
  assert.deepEqual(await rowsOf(w, ['month'], {}, 'America/New_York'), ['2030-04 2–2']);
});

test('contacts that may be one count once for certain, by key too', async () => {
  const w = await world([
    mail('a.mbox', T, A, [B], { subject: 'Quay' }),
    mail('b.mbox', T + 60, A, [B], { subject: 'Quay' }),
    mail('a.mbox', T + DAY, A, [B], { subject: 'Quay' }),
  ]);
  assert.deepEqual(await bounds(w), [2, 3]);
  assert.deepEqual(await rowsOf(w, ['pair']), ['ann bo 2–3']);
  assert.deepEqual(await rowsOf(w, ['pair'], { between: null, and: null }), ['ann bo 2–3']);
});

test('a contact over two addresses of one party counts once for its pair', async () => {
  const w = await world(
    [mail('a.mbox', T, A, [B, 'bo@home.example'])],
    [...OWNED, { address: 'bo@home.example', party: 'bo' }],
  );
  assert.deepEqual(await rowsOf(w, ['pair'], { between: null, and: null }), ['ann bo 1–1']);
  assert.deepEqual(await rowsOf(w, ['party'], { between: null, and: null }), ['ann 1–1', 'bo 1–1']);
});

test('reports count only under a lower floor', async () => {
  const report = (flags: number): Made => ({
    source: 'story.md',
    kind: 'report',
    at: T,
    until: T + DAY,
    precision: 'day',
    flags,
    people: [
      { role: 'mentioned', address: A },
      { role: 'mentioned', address: B },
    ],
  });
  const w = await world([
    report(FLAG.told),
    { ...report(FLAG.told | FLAG.official), at: T + 9 * DAY, until: T + 10 * DAY },
    mail('a.mbox', T + 100, A, [B]),
  ]);
  const floor = async (word: 'record' | 'official-report' | 'any-report'): Promise<readonly [number, number]> =>
    bounds(w, { definition: { ...DEFAULT_DEFINITION, floor: word } });
  assert.deepEqual(await floor('record'), [1, 1]);
  assert.deepEqual(await floor('official-report'), [2, 2]);
  assert.deepEqual(await floor('any-report'), [2, 3]);
});

test('a call near the least length may count where two carriers gave its length', async () => {
  const definition = { ...DEFAULT_DEFINITION, minCallSeconds: 60 };
  const w = await world([
    call('a.csv', T, 58, LA, LB),
    call('b.csv', T, 61, LA, LB),
    call('a.csv', T + 9000, 58, LA, LB),
    call('a.csv', T + 18000, 60, LA, LB),
  ]);
  assert.deepEqual(await bounds(w, { definition }), [1, 2]);
});
