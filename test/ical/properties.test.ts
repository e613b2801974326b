/** Calendars that nobody would write, and rules against another implementation. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import ICAL from 'ical.js';
import { headOf, memoryInput } from '../../src/bytes/input.ts';
import { ical } from '../../src/formats/ical.ts';
import { read } from './told.ts';

const event = (...lines: string[]): string =>
  ['BEGIN:VCALENDAR', 'BEGIN:VEVENT', 'UID:a', ...lines, 'END:VEVENT', 'END:VCALENDAR', ''].join('\r\n');

const LINES = [
  'BEGIN:VCALENDAR',
  'END:VCALENDAR',
  'BEGIN:VEVENT',
  'END:VEVENT',
  'BEGIN:VTIMEZONE',
  'TZID:X',
  'BEGIN:STANDARD',
  'END:STANDARD',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:-0100',
  'DTSTART;TZID=X:20300301T100000',
  'DTSTART:20300301',
  'RRULE:FREQ=SECONDLY',
  'RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30',
  'RDATE:20300401T100000Z/PT1H,x',
  'EXDATE:20300402',
  'RECURRENCE-ID:20300301T100000Z',
  'UID:a',
  'ATTENDEE;CN="a;b":mailto:%ZZ@x',
  ' folded',
  '',
  'junk',
];

test('any lines are accounted for and nothing is thrown', async () => {
  const line = fc.oneof(fc.constantFrom(...LINES), fc.string({ maxLength: 20 }));
  const ending = fc.constantFrom('\n', '\r\n', '\r');
  await fc.assert(
    fc.asyncProperty(fc.array(line, { maxLength: 25 }), ending, async (parts, end) => {
      assert.equal((await read(parts.join(end))).unaccounted, 0);
    }),
    { numRuns: 60 },
  );
});

test('any bytes are accounted for', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
      assert.equal((await read(bytes)).unaccounted, 0);
      assert.equal(ical.recognize(headOf(memoryInput('x.ics', bytes))), 0);
    }),
    { numRuns: 60 },
  );
});

const RULES = [
  'FREQ=DAILY;COUNT=10',
  'FREQ=DAILY;INTERVAL=10;COUNT=5',
  'FREQ=WEEKLY;INTERVAL=2;COUNT=8;WKST=SU;BYDAY=TU,TH',
  'FREQ=MONTHLY;COUNT=6;BYDAY=1FR',
  'FREQ=MONTHLY;COUNT=6;BYMONTHDAY=-3',
  'FREQ=MONTHLY;COUNT=4;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2',
  'FREQ=YEARLY;COUNT=10;BYMONTH=6,7',
  'FREQ=HOURLY;INTERVAL=3;UNTIL=20300102T170000Z',
];

for (const rule of RULES) {
  test(`gives the instances of another implementation: ${rule}`, async () => {
    const iterator = ICAL.Recur.fromString(rule).iterator(ICAL.Time.fromDateTimeString('2030-01-01T09:00:00Z'));
    const expected = new Set<number>([Date.UTC(2030, 0, 1, 9) / 1000]);
    for (let time = iterator.next(); time; time = iterator.next()) expected.add(time.toUnixTime());
    const told = await read(event('DTSTART:20300101T090000Z', `RRULE:${rule}`));
    const last = Date.UTC(2030, 11, 31) / 1000;
    const count = Number(/COUNT=(\d+)/.exec(rule)?.[1] ?? 1000);
    const wanted = [...expected].sort((a, b) => a - b).slice(0, count);
    assert.deepEqual(
      told.starts,
      wanted.filter((time) => time <= last),
    );
  });
}

test('endless rules end', async () => {
  const second = await read(event('DTSTART:20300101T090000Z', 'RRULE:FREQ=SECONDLY;COUNT=999999999'));
  assert.equal(second.records.length, 1000, 'of one that comes more often than twice a day');
  assert.match(second.problems.join(), /recurrence-doubtful/);
  const never = await read(event('DTSTART:20300101T090000Z', 'RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30'));
  assert.equal(never.records.length, 1);
});

test('shows an entry unfolded', () => {
  assert.equal(
    ical.view!(Buffer.from('BEGIN:VEVENT\r\nSUMMARY:a\r\n b\r\nEND:VEVENT\r\n'), 0),
    'BEGIN:VEVENT\nSUMMARY:ab\nEND:VEVENT\n',
  );
});
