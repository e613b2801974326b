import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FLAG } from '../../src/model/record.ts';
import { counted, linksOf } from './counted.ts';
import { call, type Made, mail, type Person } from './fixture.ts';

const T = 1_900_000_800;
const DAY = 86_400;
const A = 'ann@harbour.example';
const B = 'bo@works.example';
const C = 'cy@works.example';
const LINE_A = '+4670000001';
const LINE_B = '+4670000002';

test('mail: the nearest part that a recipient has; nobody is linked with himself', async () => {
  const world = await counted([
    mail('a.mbox', T, A, [B, A], {
      subject: 'Quay',
      people: [
        { role: 'cc', address: C },
        { role: 'bcc', address: C },
        { role: 'bcc', address: 'dee@works.example' },
        { role: 'reply-to', address: 'office@harbour.example' },
        { role: 'sender', address: 'secretary@harbour.example' },
      ],
    }),
  ]);
  assert.deepEqual(await linksOf(world), [
    `0 ${A}>${B} direct`,
    `0 ${A}>${C} copied`,
    `0 ${A}>dee@works.example blind`,
  ]);
  assert.deepEqual(world.made, { links: 3, gaps: 0 });
});

test('mail is answered by what refers to it, and the answer is part of the exchange', async () => {
  const world = await counted([
    mail('a.mbox', T, A, [B, C], { id: 'm1', subject: 'Quay' }),
    mail('a.mbox', T + 90 * DAY, B, [A], { id: 'm2', references: ['m1'], subject: 'Something else' }),
    mail('a.mbox', T + 9, C, [A], { id: 'm3', references: ['m1'], subject: 'Away', flags: FLAG.automatic }),
  ]);
  assert.deepEqual(await linksOf(world), [
    `0 ${A}>${B} direct answered`,
    `0 ${A}>${C} direct`,
    `1 ${B}>${A} direct answered`,
    `2 ${C}>${A} direct`,
  ]);
});

test('a quoted mail that names no recipient was possibly sent to whoever quotes it, and is answered by that', async () => {
  const quote = { flags: FLAG.quoted, part: 1, people: [{ role: 'from', address: B }] } as const;
  const world = await counted([
    mail('a.mbox', T, A, [B], { id: 'm1', subject: 'Re: Quay' }),
    { source: 'a.mbox', kind: 'message', at: T - DAY, until: T - DAY + 59, precision: 'minute', ...quote },
    mail('a.mbox', T + DAY, A, [C], { id: 'm2', subject: 'Fwd: Pier' }),
    { source: 'a.mbox', kind: 'message', at: T - 2 * DAY, until: T - 2 * DAY + 59, precision: 'minute', ...quote },
  ]);
  assert.deepEqual(await linksOf(world), [
    `0 ${A}>${B} direct`,
    `1 ${B}>${A} direct possible answered`,
    `2 ${A}>${C} direct`,
    `3 ${B}>${A} direct possible`,
  ]);
});

test('mail without ids is answered by one of the same subject within thirty days', async () => {
  const world = await counted([
    mail('a.mbox', T, A, [B], { subject: 'Quay' }),
    mail('a.mbox', T + 5 * DAY, B, [A], { subject: 'SV: [harbour] Quay' }),
    mail('a.mbox', T + 50 * DAY, A, [B], { subject: 'Pier' }),
    mail('a.mbox', T + 81 * DAY, B, [A], { subject: 'Re: Pier' }),
    mail('a.mbox', T + 100 * DAY, A, [B], { id: 'x1', subject: 'Dock' }),
    mail('a.mbox', T + 101 * DAY, B, [A], { id: 'x2', references: ['x0'], subject: 'Dock' }),
    mail('a.mbox', T + 200 * DAY, A, [B], {}),
    mail('a.mbox', T + 201 * DAY, B, [A], {}),
  ]);
  const answered = (await linksOf(world)).filter((l) => l.endsWith('answered'));
  assert.deepEqual(answered, [`0 ${A}>${B} direct answered`, `1 ${B}>${A} direct answered`]);
});

test('an answer that refers to another mail is none by its subject, but what else was written is', async () => {
  const unknown = { references: ['z'], subject: 'Quay' };
  const world = await counted([
    mail('a.mbox', T, A, [B], { id: 'x1', subject: 'Quay' }),
    mail('a.mbox', T + DAY, B, [A], { ...unknown, id: 'x2' }),
    mail('a.mbox', T + 2 * DAY, B, [A], { id: 'x3', subject: 'Quay' }),
    mail('a.mbox', T + 100 * DAY, A, [B], { subject: 'Quay' }),
    mail('a.mbox', T + 101 * DAY, A, [B], { id: 'x4', subject: 'Quay' }),
    mail('a.mbox', T + 102 * DAY, B, [A], { ...unknown, id: 'x5' }),
    mail('a.mbox', T + 102 * DAY, A, [B], { id: 'x6', subject: 'Quay' }),
  ]);
  const answered = (await linksOf(world)).filter((l) => l.endsWith('answered')).map((l) => l.split(' ')[0]);
  assert.deepEqual(answered, ['0', '2', '3', '5']);
});

test('calls: answered when they lasted; attempted when nobody took them', async () => {
  const world = await counted([
    call('a.csv', T, 60, LINE_A, LINE_B),
    call('a.csv', T + 900, 0, LINE_A, LINE_B, { flags: FLAG.unanswered }),
    { source: 'a.csv', kind: 'call', at: T + 1800, from: LINE_A, to: LINE_B },
    call('b.csv', T + 5, 61, LINE_A, LINE_B),
  ]);
  assert.deepEqual(await linksOf(world), [
    `0 ${LINE_A}>${LINE_B} direct answered`,
    `1 ${LINE_A}>${LINE_B} attempted`,
    `2 ${LINE_A}>${LINE_B} direct`,
  ]);
});

test('text messages are answered by one the other way within a day', async () => {
  const text = { flags: FLAG.text };
  const world = await counted([
    call('a.csv', T, 0, LINE_A, LINE_B, text),
    call('a.csv', T + DAY, 0, LINE_B, LINE_A, text),
    call('a.csv', T + 3 * DAY, 0, LINE_A, LINE_B, text),
  ]);
  assert.deepEqual(await linksOf(world), [
    `0 ${LINE_A}>${LINE_B} direct answered`,
    `1 ${LINE_B}>${LINE_A} direct answered`,
    `2 ${LINE_A}>${LINE_B} direct`,
  ]);
});

test('a number that changes hands is its holder of the day; a time over both is possibly either', async () => {
  const world = await counted(
    [
      call('a.csv', T, 60, LINE_A, LINE_B),
      call('a.csv', T + 10 * DAY, 60, LINE_A, LINE_B),
      call('a.csv', T, 60, LINE_B, LINE_A, { until: T + 10 * DAY, precision: 'range' }),
    ],
    [
      { address: LINE_A, party: 'ann', to: T + 5 * DAY - 1 },
      { address: LINE_A, party: 'bea', from: T + 5 * DAY },
    ],
  );
  assert.deepEqual(await linksOf(world), [
    `0 ann>${LINE_B} direct answered`,
    `1 bea>${LINE_B} direct answered`,
    `2 ${LINE_B}>ann direct possible answered`,
    `2 ${LINE_B}>bea direct possible answered`,
  ]);
  assert.equal(world.made.gaps, 0);
});

test('an address that is nobody’s for some of the time is counted as a gap', async () => {
  const world = await counted(
    [call('a.csv', T, 60, LINE_A, LINE_B)],
    [{ address: LINE_A, party: 'ann', from: T + DAY }],
  );
  assert.deepEqual(world.made, { links: 0, gaps: 1 });
});

test('a bare name is at most probable unless somebody decided, a redaction only possible', async () => {
  const world = await counted(
    [mail('a.mbox', T, A, ['John Smith', 'Jane Doe', 'X1'])],
    [
      { address: 'John Smith', party: 'john' },
      { address: 'Jane Doe', party: 'jane', basis: 'decision' },
    ],
  );
  assert.deepEqual(await linksOf(world), [
    `0 ${A}>X1 direct possible`,
    `0 ${A}>jane direct`,
    `0 ${A}>john direct probable`,
  ]);
});

const organizer: Person = { role: 'organizer', address: A, name: 'Ann Lind' };
const guest = (address: string, rest: Partial<Person> = {}): Person => ({ role: 'attendee', address, ...rest });
const entry = (people: readonly Person[], rest: Partial<Made> = {}): Made => ({
  source: 'a.ics',
  kind: 'meeting',
  at: T,
  duration: 3600,
  people,
  ...rest,
});

test('an invitation is scheduled, answered by those who accept, attempted with those who decline', async () => {
  const world = await counted([
    entry([
      organizer,
      guest(B, { attendance: 'accepted' }),
      guest(C, { attendance: 'declined' }),
      { role: 'resource', address: 'room@harbour.example' },
    ]),
  ]);
  assert.deepEqual(await linksOf(world), [
    `0 ${A}>${B} scheduled answered`,
    `0 ${A}>${C} attempted`,
    `0 ${B}>${C} attempted`,
  ]);
});

test('a cancelled meeting did not take place; one that the record says was held was attended', async () => {
  const world = await counted([
    entry([organizer, guest(B, { attendance: 'accepted' })], { flags: FLAG.cancelled }),
    entry([organizer, guest(B), guest(C, { attendance: 'no-show' })], { flags: FLAG.attended, at: T + DAY }),
  ]);
  assert.deepEqual(await linksOf(world), [
    `0 ${A}>${B} attempted`,
    `1 ${A}>${B} attended answered`,
    `1 ${A}>${C} attempted`,
    `1 ${B}>${C} attempted`,
  ]);
});

test('a log shows who came, under the address that the calendar gives', async () => {
  const world = await counted([
    entry([organizer, guest(B, { name: 'Bo Berg' }), guest(C, { name: 'Cy Cole' })]),
    {
      source: 'log.csv',
      kind: 'visit',
      at: T,
      row: 2,
      precision: 'minute',
      flags: FLAG.attended,
      people: [
        { role: 'host', address: 'Ann Lind' },
        { role: 'visitor', address: 'Bo Berg' },
      ],
    },
  ]);
  assert.deepEqual(await linksOf(world), [
    `0 ${A}>${B} attended answered`,
    `0 ${A}>${C} scheduled`,
    `0 ${B}>${C} scheduled`,
  ]);
});

test('in a huge meeting guests are linked with whoever called it, not with one another', async () => {
  const guests = Array.from({ length: 50 }, (_, i) => guest(`g${i}@works.example`));
  assert.equal((await counted([entry([organizer, ...guests])])).made.links, 50);
  assert.equal((await counted([entry([organizer, ...guests.slice(1)])])).made.links, (50 * 49) / 2);
});

async function openOf(made: readonly Made[], owned: Parameters<typeof counted>[1] = []): Promise<string[]> {
  const world = await counted(made, owned);
  const rows = await world.ledger.rows<{ contact_a: number; contact_b: number; why: string }>({
    name: 'open',
    sql: 'select * from may_be_same order by 1, 2',
  });
  return rows.map((r) => `${r.contact_a}-${r.contact_b} ${r.why}`);
}

test('two meetings of one person at one time may be one, by whatever address; not in one calendar', async () => {
  const made = [
    entry([organizer, guest(B)], { id: 'u1' }),
    entry([organizer, guest(C)], { id: 'u2' }),
    entry([{ role: 'organizer', address: 'ann@home.example' }, guest(C)], { id: 'u3', source: 'c.ics', at: T + 1800 }),
    entry([organizer, guest(C)], { id: 'u4', source: 'c.ics', at: T + 9000 }),
  ];
  const owned = [
    { address: A, party: 'ann' },
    { address: 'ann@home.example', party: 'ann' },
  ];
  assert.deepEqual(await openOf(made, owned), ['0-2 same-party-same-time', '1-2 same-party-same-time']);
});

test('a month may be any meeting in it; a call at the time of a meeting may be that meeting', async () => {
  const made = [
    entry([organizer, guest(B)], { id: 'u1' }),
    entry([organizer, guest(C)], { source: 'r.csv', at: T - 10 * DAY, until: T + 10 * DAY, precision: 'month' }),
    call('x.csv', T + 60, 600, LINE_A, LINE_B),
    call('x.csv', T + 86_400, 600, LINE_A, LINE_B),
  ];
  const owned = [
    { address: A, party: 'ann' },
    { address: LINE_A, party: 'ann' },
    { address: B, party: 'bo' },
    { address: LINE_B, party: 'bo' },
  ];
  assert.deepEqual(await openOf(made, owned), ['0-1 same-party-same-time', '0-2 call-or-meeting']);
});

test('what a report tells may be any contact of its parties that fits', async () => {
  const made: Made[] = [
    mail('a.mbox', T, A, [B]),
    mail('a.mbox', T + 90 * DAY, A, [B]),
    {
      source: 'story.md',
      kind: 'report',
      at: T - DAY,
      until: T + DAY,
      precision: 'range',
      people: [
        { role: 'mentioned', address: A },
        { role: 'mentioned', address: B },
      ],
    },
  ];
  assert.deepEqual(await openOf(made), ['0-2 told']);
});
