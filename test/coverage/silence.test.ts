/** Silences, and how often they are seen where there is none. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type DayRange, dayNumber } from '../../src/coverage/day-ranges.ts';
import { type Rhythm, silenceOf, weekday } from '../../src/coverage/silence.ts';

const YEAR = { from: dayNumber('2030-01-01'), to: dayNumber('2030-12-31') };

function rhythmOf(days: readonly number[]): Rhythm {
  const active = new Array<number>(7).fill(0);
  for (const day of days) active[weekday(day)]! += 1;
  return { span: { from: Math.min(...days), to: Math.max(...days) }, active };
}

function runsOf(days: readonly number[]): DayRange[] {
  return days.slice(1).flatMap((day, i) => (day > days[i]! + 1 ? [{ from: days[i]! + 1, to: day - 1 }] : []));
}

const allDays = Array.from({ length: 365 }, (_, i) => YEAR.from + i);
const workdays = allDays.filter((day) => weekday(day) < 5);

test('a day has the weekday of the calendar', () => {
  assert.equal(weekday(dayNumber('2030-01-01')), 1); // a Tuesday
  assert.equal(weekday(dayNumber('1969-12-28')), 6); // a Sunday, before day 0
});

test('weekends of an office are no silence, three weeks without a word are', () => {
  const rhythm = rhythmOf(workdays);
  assert.ok(runsOf(workdays).every((run) => silenceOf(rhythm, run, 1) === null));
  const hole = { from: dayNumber('2030-05-06'), to: dayNumber('2030-05-24') };
  const left = workdays.filter((day) => day < hole.from || day > hole.to);
  const found = runsOf(left).flatMap((run) => silenceOf(rhythmOf(left), run, 1) ?? []);
  assert.equal(found.length, 1);
  assert.deepEqual([found[0]!.from, found[0]!.to], [hole.from - 2, hole.to + 2]); // with the weekends around it
  assert.ok(found[0]!.expected > 13_000 && found[0]!.expected < 15_001);
});

test('what was expected counts each weekday by its own rate', () => {
  const span = { from: dayNumber('2030-01-07'), to: dayNumber('2030-12-29') }; // whole weeks
  const active = [51, 51, 51, 51, 51, 0, 0];
  const run = { from: dayNumber('2030-03-04'), to: dayNumber('2030-03-17') }; // two weeks
  const rate = (n: number): number => (n + 0.5) / 52;
  assert.equal(silenceOf({ span, active }, run, 1)!.expected, Math.round(1000 * (10 * rate(51) + 4 * rate(0))));
});

test('an account that is rarely active has no silence', () => {
  const monthly = allDays.filter((day) => (day - YEAR.from) % 30 === 0);
  assert.ok(runsOf(monthly).every((run) => silenceOf(rhythmOf(monthly), run, 1) === null));
});

test('among 400 accounts with rhythms of their own and nothing missing, hardly any is called silent', () => {
  let seed = 7;
  const random = (): number => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return seed / 2_147_483_648;
  };
  const accounts = Array.from({ length: 400 }, () => {
    const rate = random();
    return allDays.filter((day) => random() < (weekday(day) < 5 ? rate : rate / 5));
  });
  const silent = accounts.filter(
    (days) => days.length > 1 && runsOf(days).some((run) => silenceOf(rhythmOf(days), run, 400) !== null),
  );
  assert.ok(silent.length <= 1, `${silent.length} of 400`);
});
