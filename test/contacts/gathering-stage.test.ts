import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FLAG } from '../../src/model/record.ts';
import type { Made, Person } from './fixture.ts';
import { grouped, shown } from './stage.ts';

const T = 1_900_000_800;
const DAY = Math.floor(T / 86400) * 86400;
const HOST = 'chief@harbour.example';
const GUEST = 'dana@works.example';

const host: Person = { role: 'host', address: 'Hanna Chief' };
const visitor = (name: string, organisation?: string): Person => ({
  role: 'visitor',
  address: name,
  ...(organisation === undefined ? {} : { organisation }),
});
const attendee = (address: string, name: string): Person => ({ role: 'attendee', address, name });
const organizer: Person = { role: 'organizer', address: HOST, name: 'Chief, Hanna' };

function visit(at: number, people: readonly Person[], rest: Partial<Made> = {}): Made {
  return { source: 'log.csv', kind: 'visit', at, people, row: 2, flags: FLAG.attended, precision: 'minute', ...rest };
}
function entry(at: number, people: readonly Person[], rest: Partial<Made> = {}): Made {
  return { source: 'chief.ics', kind: 'meeting', at, duration: 3600, people, flags: FLAG.scheduled, ...rest };
}
const day = { at: DAY, until: DAY + 86399, precision: 'day' as const };

test('rows of one log with one host and minute are one contact, and join the entry that names a visitor', async () => {
  const outcome = await grouped([
    visit(T - 300, [host, visitor('Dana Direktor')]),
    visit(T - 300, [host, visitor('Emil Expert')]),
    visit(T - 300, [{ role: 'host', address: 'Other Host' }, visitor('Fia Fisher')]),
    entry(T, [organizer, attendee(GUEST, 'Dana Direktor')]),
    entry(T + 3000, [organizer, attendee(GUEST, 'Dana Direktor')]),
  ]);
  assert.deepEqual(shown(outcome), ['0+1+3 slot+log-calendar', '2', '4']);
  const [row] = await outcome.ledger.rows({
    name: 'c',
    sql: 'select channel, flags, audience, witnesses, earliest, latest from contact order by witnesses desc',
  });
  // The visitor and the attendee of one name are one person: Dana, Emil and the host, of whom the organizer began it.
  assert.deepEqual(row, { channel: 3, flags: FLAG.attended, audience: 2, witnesses: 3, earliest: T - 300, latest: T });
});

test('host and hour without a visitor in common stay open, and so does another host', async () => {
  const outcome = await grouped([
    visit(T, [host, visitor('Emil Expert')]),
    visit(T, [{ role: 'host', address: 'Other Host' }, visitor('Dana Direktor')]),
    visit(T + 86400, [host, visitor('Dana Direktor')]),
    entry(T, [organizer, attendee(GUEST, 'Dana Direktor')]),
  ]);
  assert.deepEqual(shown(outcome), ['0', '1', '2', '3']);
  assert.deepEqual(outcome.open, ['0-3 log-calendar', '1-3 log-calendar']);
});

test('an entry longer than twelve hours joins nothing', async () => {
  const outcome = await grouped([
    visit(T, [host, visitor('Dana Direktor')]),
    entry(T - 3600, [organizer, attendee(GUEST, 'Dana Direktor')], { duration: 13 * 3600 }),
  ]);
  assert.deepEqual(shown(outcome), ['0', '1']);
  assert.deepEqual(outcome.open, ['0-1 log-calendar']);
});

test('a day joins an hour only when two attributes agree', async () => {
  const one = await grouped([
    visit(0, [visitor('Dana Direktor')], day),
    entry(T, [organizer, attendee(GUEST, 'Dana Direktor')]),
  ]);
  assert.deepEqual(shown(one), ['0', '1']);
  assert.deepEqual(one.open, ['0-1 log-calendar']);
  const two = await grouped([
    visit(0, [visitor('Dana Direktor', 'Outer Quay Works')], day),
    entry(T, [organizer, { ...attendee(GUEST, 'Dana Direktor'), organisation: 'OUTER QUAY WORKS' }]),
  ]);
  assert.deepEqual(shown(two), ['0+1 log-calendar']);
  const both = await grouped([
    visit(0, [host, visitor('Dana Direktor')], day),
    entry(T, [organizer, attendee(GUEST, 'Dana Direktor')]),
    entry(T + 7200, [organizer, attendee(GUEST, 'Dana Direktor')]),
  ]);
  assert.deepEqual(shown(both), ['0', '1', '2']);
  assert.deepEqual(both.open, ['0-1 log-calendar', '0-2 log-calendar']);
});

test('visits of one day to one host may be one visit of several', async () => {
  const rows = [visit(0, [host, visitor('Dana Direktor')], day), visit(0, [host, visitor('Emil Expert')], day)];
  assert.deepEqual((await grouped(rows)).open, ['0-1 same-host-same-day']);
  const { DEFAULT_LIMITS } = await import('../../src/contacts/limits.ts');
  const crowded = await grouped(rows, { limits: { ...DEFAULT_LIMITS, largestDay: 1 } });
  assert.deepEqual(crowded.open, []);
  assert.deepEqual(
    crowded.problems.map((p) => p.code),
    ['crowded-day'],
  );
});

test('copies of one entry in two calendars are one contact, moved or not', async () => {
  const people = [organizer, attendee(GUEST, 'Dana Direktor')];
  const outcome = await grouped([
    entry(T, people, { id: 'u1', subject: 'Quay' }),
    entry(T, people, { id: 'u1', subject: 'Quay', source: 'dana.ics' }),
    entry(T + 90_000, people, { id: 'u1', subject: 'Quay', source: 'emil.ics' }),
  ]);
  assert.deepEqual(shown(outcome), ['0+1+2 uid']);
});

test('one UID on different entries is told and stays open', async () => {
  const outcome = await grouped([
    entry(T, [organizer], { id: 'u1', subject: 'Quay' }),
    entry(T + 90_000, [organizer], { id: 'u1', subject: 'Lunch', source: 'dana.ics' }),
  ]);
  assert.deepEqual(shown(outcome), ['0', '1']);
  assert.deepEqual(outcome.open, ['0-1 entry-moved']);
  assert.equal(outcome.problems.length, 2);
});
