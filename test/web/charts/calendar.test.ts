/** Steps of the calendar in zones whose clocks change. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { offsetAt } from '../../../src/model/zone.ts';
import { instantOf, type Step, startOf, startsIn, usualSeconds } from '../../../web/charts/calendar.ts';
import { gapsIn, stretchesOf } from '../../../web/charts/days.ts';

const DAY: Step = { unit: 'day', count: 1 };
const STEPS: readonly Step[] = [
  { unit: 'minute', count: 15 },
  { unit: 'hour', count: 1 },
  { unit: 'hour', count: 6 },
  DAY,
  { unit: 'week', count: 1 },
  { unit: 'month', count: 3 },
  { unit: 'year', count: 10 },
];
const ZONES = ['UTC', 'Europe/Stockholm', 'America/New_York', 'Asia/Kathmandu', 'Australia/Lord_Howe'];

const at = (text: string): number => new Date(text).getTime() / 1000;
const iso = (epoch: number): string => new Date(epoch * 1000).toISOString().slice(0, 16);
const offsetsOf =
  (zone: string) =>
  (epoch: number): number =>
    offsetAt(zone, epoch);
const stockholm = offsetsOf('Europe/Stockholm');

function starts(step: Step, from: string, to: string, zone = 'Europe/Stockholm'): string[] {
  return startsIn(step, at(`${from}Z`), at(`${to}Z`), offsetsOf(zone)).map(iso);
}

describe('a local time', () => {
  const local = (text: string): string => iso(instantOf(at(`${text}Z`), stockholm));

  test('that the clock shows twice is the earlier of both', () => {
    assert.equal(local('2030-10-27T02:30'), '2030-10-27T00:30');
    assert.equal(local('2030-10-27T03:00'), '2030-10-27T02:00');
  });

  test('that the clock leaves out is what it would have shown without the change', () => {
    assert.equal(local('2030-03-31T02:30'), '2030-03-31T01:30');
    assert.equal(local('2030-03-31T01:59'), '2030-03-31T00:59');
  });
});

describe('starts of a step', () => {
  test('tell the second pass of an hour that the clock shows twice from the first', () => {
    const hour: Step = { unit: 'hour', count: 1 };
    const start = (text: string): string => iso(startOf(hour, at(`${text}Z`), stockholm));
    assert.deepEqual([start('2030-10-27T00:40'), start('2030-10-27T01:40')], ['2030-10-27T00:00', '2030-10-27T01:00']);
    const quarter: Step = { unit: 'minute', count: 15 };
    assert.equal(iso(startOf(quarter, at('2030-10-27T01:40Z'), stockholm)), '2030-10-27T01:30');
  });

  test('days begin at midnight of the zone, whether they have 23 or 25 hours', () => {
    assert.deepEqual(starts(DAY, '2030-03-30T12:00', '2030-04-01T12:00'), ['2030-03-30T23:00', '2030-03-31T22:00']);
    assert.deepEqual(starts(DAY, '2030-10-26T12:00', '2030-10-28T12:00'), ['2030-10-26T22:00', '2030-10-27T23:00']);
  });

  test('the hour that a clock shows twice is two hours, the one it leaves out is none', () => {
    const hour: Step = { unit: 'hour', count: 1 };
    assert.deepEqual(starts(hour, '2030-10-26T23:30', '2030-10-27T02:30'), [
      '2030-10-27T00:00',
      '2030-10-27T01:00',
      '2030-10-27T02:00',
    ]);
    assert.equal(starts(hour, '2030-03-30T23:00', '2030-03-31T21:59').length, 23);
  });

  test('six hours of the clock stay at 0, 6, 12 and 18 after a change', () => {
    const local = starts({ unit: 'hour', count: 6 }, '2030-10-26T22:00', '2030-10-28T00:00').map((text) =>
      iso(at(`${text}Z`) + stockholm(at(`${text}Z`))).slice(11),
    );
    assert.deepEqual(local, ['00:00', '06:00', '12:00', '18:00', '00:00']);
  });

  test('weeks begin on Mondays, also before 1970', () => {
    assert.deepEqual(starts({ unit: 'week', count: 1 }, '1969-12-24T00:00', '1970-01-06T00:00', 'UTC'), [
      '1969-12-29T00:00',
      '1970-01-05T00:00',
    ]);
  });

  test('months and decades follow the calendar, also before the year 100', () => {
    assert.deepEqual(starts({ unit: 'month', count: 1 }, '2024-01-31T00:00', '2024-03-02T00:00', 'UTC'), [
      '2024-02-01T00:00',
      '2024-03-01T00:00',
    ]);
    assert.deepEqual(starts({ unit: 'year', count: 10 }, '0085-01-01T00:00', '0105-01-01T00:00', 'UTC'), [
      '0090-01-01T00:00',
      '0100-01-01T00:00',
    ]);
  });

  test('in every zone they rise, leave nothing out, and hold the instants between them', () => {
    const instants = fc.integer({ min: at('1975-01-01T00:00Z'), max: at('2035-01-01T00:00Z') });
    fc.assert(
      fc.property(fc.constantFrom(...ZONES), fc.constantFrom(...STEPS), instants, (zone, step, from) => {
        const offset = offsetsOf(zone);
        const list = startsIn(step, from, from + usualSeconds(step) * 6, offset);
        assert.ok(list.length >= 4 && list.length <= 8, `${list.length} starts`);
        for (const [place, start] of list.entries()) {
          const next = list[place + 1] ?? start + 1;
          assert.ok(next > start);
          assert.equal(startOf(step, start, offset), start);
          assert.equal(startOf(step, next - 1, offset), start);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('a step that is too fine for the span stops', () => {
    assert.equal(startsIn({ unit: 'minute', count: 1 }, 0, 1e9, () => 0, 100).length, 100);
  });
});

describe('days as stretches', () => {
  test('days next to each other are one stretch, with the hour that the clock leaves out', () => {
    const march30 = at('2030-03-30T00:00Z') / 86_400;
    const stretches = stretchesOf(
      [
        { from: march30 + 1, to: march30 + 1 },
        { from: march30, to: march30 },
      ],
      stockholm,
    );
    assert.deepEqual(
      stretches.map(({ from, to }) => [iso(from), iso(to)]),
      [['2030-03-29T23:00', '2030-03-31T22:00']],
    );
  });

  test('gaps and stretches together are all the time, none twice', () => {
    const days = fc.array(fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 9 })), { maxLength: 8 });
    fc.assert(
      fc.property(days, (list) => {
        const stretches = stretchesOf(
          list.map(([from, more]) => ({ from, to: from + more })),
          () => 0,
        );
        const [from, to] = [10 * 86_400, 50 * 86_400];
        const inside = stretches.map((s) => Math.max(0, Math.min(s.to, to) - Math.max(s.from, from)));
        const gaps = gapsIn(stretches, from, to).map((gap) => gap.to - gap.from);
        assert.equal(
          [...inside, ...gaps].reduce((sum, length) => sum + length, 0),
          to - from,
        );
        assert.ok(gaps.every((length) => length > 0));
      }),
      { numRuns: 100 },
    );
  });
});
