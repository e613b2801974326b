/** Numbers, times, days and sentences as the pages write them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { dayIn, dayNumber, dayText, dayTicks } from '../../web/text/days.ts';
import { leadOf } from '../../web/text/lead.ts';
import { boundsText, boundsWords, counted, durationText, grouped, sizeText } from '../../web/text/number.ts';
import { byDay, rhythmWords } from '../../web/text/rhythm.ts';
import { timeEnds, timeParts, weekday } from '../../web/text/time.ts';

test('numbers are grouped the same way in every browser', () => {
  assert.equal(grouped(0), '0');
  assert.equal(grouped(999), '999');
  assert.equal(grouped(48112), '48,112');
  assert.equal(grouped(5000000), '5,000,000');
  assert.equal(boundsText({ min: 18, max: 21 }), '18–21');
  assert.equal(boundsText({ min: 1200, max: 1200 }), '1,200');
  assert.equal(boundsWords({ min: 18, max: 21 }), 'at least 18, at most 21');
  assert.equal(counted(1, 'party', 'parties'), '1 party');
  assert.equal(counted(0, 'contact'), '0 contacts');
});

test('durations and sizes keep two figures that matter', () => {
  assert.deepEqual([45, 60, 372, 3600, 3900, 7195].map(durationText), [
    '45 s',
    '1 min',
    '6 min',
    '1 h 00 min',
    '1 h 05 min',
    '2 h 00 min',
  ]);
  assert.deepEqual([812, 1400, 2_500_000].map(sizeText), ['812 bytes', '1.4 kB', '2.5 MB']);
});

test('times are taken from the text, whatever the zone of the browser', () => {
  assert.deepEqual(timeParts('2030-04-03T16:12:05+02:00'), { day: '2030-04-03', clock: '16:12', offset: '+02:00' });
  assert.deepEqual(timeParts('2030-04-03T16:12:05Z', true), { day: '2030-04-03', clock: '16:12:05', offset: '+00:00' });
  assert.deepEqual(timeParts('2030-04'), { day: '2030-04', clock: '', offset: '' });
  assert.deepEqual(timeEnds('2030-05-02/2030-05-03'), ['2030-05-02', '2030-05-03']);
  assert.equal(weekday('2030-04-03T23:59:00-11:00'), 'Wed');
  assert.equal(weekday('2030-04'), '');
});

test('a day’s number and its text are each other’s inverse', () => {
  fc.assert(
    fc.property(fc.integer({ min: -100_000, max: 100_000 }), (day) => assert.equal(dayNumber(dayText(day)), day)),
  );
  assert.equal(dayNumber('2030-13-01'), null);
  assert.equal(dayNumber('yesterday'), null);
});

test('the day of an instant is that of the zone, whatever the computer’s own', () => {
  const midnight = Date.parse('2030-04-01T00:00:00+02:00') / 1000;
  assert.equal(dayIn(midnight, 'Europe/Stockholm'), '2030-04-01');
  assert.equal(dayIn(midnight, 'UTC'), '2030-03-31');
  assert.equal(dayIn(midnight, 'No/Where'), '2030-03-31');
  assert.equal(dayIn(midnight, 'Europe/Stockholm'), '2030-04-01');
});

test('ticks are first days of months or years inside the axis, and no more than asked for', () => {
  const from = dayNumber('2030-01-01')!;
  assert.deepEqual(
    dayTicks(from, dayNumber('2030-12-31')!, 4).map(({ text }) => text),
    ['Jan 2030', 'Apr', 'Jul', 'Oct'],
  );
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 30_000 }),
      fc.integer({ min: 0, max: 30_000 }),
      fc.integer({ min: 2, max: 12 }),
      (start, length, most) => {
        const ticks = dayTicks(start, start + length, most);
        assert.ok(ticks.length <= most + 1);
        for (const { day } of ticks) {
          assert.ok(day >= start && day <= start + length);
          assert.match(dayText(day), /-01$/);
        }
      },
    ),
  );
});

test('a finding’s text is cut after what it says first, and loses nothing', () => {
  assert.deepEqual(leadOf('Maj and Dirk: 12–16 contacts with no matching disclosure (5 mails, 6 calls)'), {
    lead: 'Maj and Dirk: 12–16 contacts with no matching disclosure',
    rest: '(5 mails, 6 calls)',
  });
  const said = 'Petra said on 2031-01-11: “There was no contact with them. None at all.”';
  assert.deepEqual(leadOf(`${said} Coded as: no contact`), { lead: said, rest: 'Coded as: no contact' });
  assert.deepEqual(leadOf('Short (x). And more'), { lead: 'Short (x). And more', rest: '' });
  const letters = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '');
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
      const { lead, rest } = leadOf(text);
      assert.equal(letters(lead + rest), letters(text));
    }),
  );
});

test('a week is told in words', () => {
  const week = Array.from({ length: 168 }, () => 0);
  assert.equal(rhythmWords(week), 'no contact with a time of day');
  week[24 + 9] = 7;
  week[5 * 24 + 3] = 2;
  week[3 * 24 + 22] = 1;
  assert.equal(
    rhythmWords(week),
    '10 contacts; most of them Tue 9:00–9:59 (7); 2 at weekends, 1 on other days before 8:00 or after 18:00',
  );
  assert.equal(byDay(week)[1]![9], 7);
});
