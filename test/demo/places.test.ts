/** Every witness that truth.yaml names stands where it says, and the planted traps are in the sources. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import ICAL from 'ical.js';
import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { bytesOf, TRUTH, type TruthEvent } from './independent/folder.ts';
import { advisersMessages, chiefsMessages, skarvikMinute } from './independent/mail.ts';
import { type CallRow, callsOfA, callsOfB, registerRows, visitRows } from './independent/tables.ts';

const messages = [...chiefsMessages(), ...advisersMessages()];
const calls = [...callsOfA(), ...callsOfB()];
const visits = visitRows();

interface Entry {
  readonly start: string;
  readonly status: string | null;
  readonly attendees: ReadonlyMap<string, string>;
}

function calendarEntries(): Map<string, Entry> {
  const calendar = new ICAL.Component(ICAL.parse(bytesOf('sources/office-calendar.ics').toString('utf8')));
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone);
  return new Map(
    calendar.getAllSubcomponents('vevent').map((c) => {
      const event = new ICAL.Event(c);
      const attendees = new Map(
        event.attendees.map((a) => [String(a.getFirstValue()).slice(7), String(a.getParameter('partstat'))]),
      );
      const status = c.getFirstPropertyValue('status');
      return [
        event.uid,
        {
          start: skarvikMinute(event.startDate.toJSDate().getTime() / 1000),
          status: status === null ? null : String(status),
          attendees,
        },
      ];
    }),
  );
}

const entries = calendarEntries();
const named = (id: string): TruthEvent => TRUTH.events.find((e) => e.id === id)!;
const minuteOf = (e: TruthEvent): string => `${e.at.slice(0, 10)} ${e.at.slice(11, 16)}`;

function checkWitness(event: TruthEvent, w: TruthEvent['witnesses'][number]): void {
  if (w['quoted-in'] !== undefined) {
    const quoting = messages.find((m) => m.id === w['quoted-in']);
    assert.ok(
      quoting?.quoted.some((q) => q.minute === minuteOf(event)),
      event.id,
    );
  } else if (w['message-id'] !== undefined) {
    const m = messages.find((x) => x.source === w.source && x.id === w['message-id']);
    assert.deepEqual([m?.offset, m?.length], w.bytes, event.id);
    if (m?.at !== undefined && m.at !== null && !event.note?.includes('clock'))
      assert.equal(m.at, Date.parse(event.at) / 1000, event.id);
  } else if (w.uid !== undefined) {
    assert.equal(entries.get(w.uid)?.start, minuteOf(event), event.id);
  } else if (w.source.includes('carrier')) {
    const row = calls.find((c) => c.source === w.source && c.row === w.row);
    assert.ok(row !== undefined && Math.abs(row.at - Date.parse(event.at) / 1000) <= 9, event.id);
  } else {
    assert.equal(visits.find((v) => v.row === w.row)?.day, event.at.slice(0, 10), event.id);
  }
}

test('every witness stands where the truth says', () => {
  for (const event of TRUTH.events) {
    assert.ok(event.witnesses.length > 0, event.id);
    for (const w of event.witnesses) checkWitness(event, w);
  }
});

test('every entry that the truth names is in the register, on the day of its event', () => {
  const register = registerRows();
  for (const event of TRUTH.events) {
    if (event.by === undefined || event.by === 'september') continue;
    assert.equal(register.find((r) => r.entry === event.by)?.on, event.at.slice(0, 10), event.id);
  }
});

test('copies of one mail: differing Message-IDs, and one Message-ID in two mailboxes', () => {
  const ids = (id: string): (string | undefined)[] => named(id).witnesses.map((w) => w['message-id']);
  assert.equal(ids('u01').length, 2);
  assert.notEqual(ids('u01')[0], ids('u01')[1]);
  assert.equal(ids('u11').length, 2);
  assert.equal(ids('u11')[0], ids('u11')[1]);
});

test('one event with three witnesses of two kinds', () => {
  assert.deepEqual(
    named('k02').witnesses.map((w) => w.source),
    ['sources/office-calendar.ics', 'sources/visitor-log.csv', 'sources/visitor-log.csv'],
  );
});

test('a repeated row, a damaged message and a wrong clock', () => {
  const { repeated, damaged, 'wrong-clock': wrong } = TRUTH.planted;
  const [first, second] = repeated.rows.map((row) =>
    calls.find((c) => c.source === repeated.source && c.row === row),
  ) as [CallRow, CallRow];
  assert.equal(first.line, second.line);
  const rows = callsOfA().map((c) => c.line);
  assert.equal(rows.length - new Set(rows).size, 1);
  const [offset, length] = damaged.bytes;
  const bytes = bytesOf(damaged.source).subarray(offset, offset + length);
  assert.ok(bytes.toString('latin1').startsWith('From ') && bytes.includes(0));
  assert.equal(messages.find((m) => m.id === wrong['message-id'])?.at, Date.parse(wrong.written) / 1000);
});

test('unrecorded, late and contested entries', () => {
  const register = registerRows();
  const at = (row: number): (typeof register)[number] => register.find((r) => r.row === row)!;
  const { unrecorded, late, contested } = TRUTH.planted;
  const lunch = at(unrecorded.row);
  assert.equal(visits.filter((v) => v.day === lunch.on && lunch.representatives.includes(v.visitor)).length, 0);
  assert.equal(
    [...entries.values()].filter(
      (e) => e.start.startsWith(lunch.on) && e.attendees.has('lovisa.talman@talmanberg.example'),
    ).length,
    0,
  );
  const days = (r: (typeof register)[number]): number => (Date.parse(r.registered) - Date.parse(r.on)) / 86_400_000;
  assert.deepEqual(
    register.filter((r) => days(r) > 14).map((r) => r.entry),
    [late.entry],
  );
  assert.deepEqual(
    contested.events.map((id) => named(id).at.slice(0, 10)),
    [at(contested.row).on, at(contested.row).on],
  );
});

test('a cancelled and a declined invitation', () => {
  const entryOf = (id: string): Entry => entries.get(named(id).witnesses[0]!.uid!)!;
  assert.equal(entryOf('k10').status, 'CANCELLED');
  assert.equal(entryOf('k09').attendees.get('dirk.bolverk@vagbrytaren.example'), 'DECLINED');
});

test('all numbers are valid and from ranges that are kept for fiction', () => {
  const numbers = new Set(calls.flatMap((c) => [c.from, c.to]).filter((n) => n !== ''));
  const fictional = /^46(7017406(0[5-9]|[1-9]\d)|8465004\d\d|3139006\d\d|4062804\d\d|9803192\d\d)$/;
  for (const n of numbers) {
    assert.ok(parsePhoneNumberFromString(`+${n}`)?.isValid(), n);
    assert.match(n, fictional);
  }
});
