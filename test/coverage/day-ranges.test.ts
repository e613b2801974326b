/** Sets of days as ranges, against sets of numbers. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  common,
  type DayRange,
  dayNumber,
  daysIn,
  dayText,
  hull,
  joined,
  without,
} from '../../src/coverage/day-ranges.ts';
import { localDay, sharedDay } from '../../src/coverage/local-days.ts';

const ranges = fc.array(fc.record({ from: fc.integer({ min: -30, max: 30 }), to: fc.integer({ min: -30, max: 30 }) }), {
  maxLength: 8,
});

function daysOf(some: readonly DayRange[]): Set<number> {
  const days = new Set<number>();
  for (const { from, to } of some) for (let day = from; day <= to; day++) days.add(day);
  return days;
}
const sorted = (days: Set<number>): number[] => [...days].sort((a, b) => a - b);

function isCanonical(some: readonly DayRange[]): boolean {
  return some.every(({ from, to }, i) => from <= to && (i === 0 || from > some[i - 1]!.to + 1));
}

test('joined, common and without are union, intersection and difference', () => {
  fc.assert(
    fc.property(ranges, ranges, (a, b) => {
      const [left, right] = [daysOf(a), daysOf(b)];
      const cases: [DayRange[], Set<number>][] = [
        [joined(a), left],
        [joined([...a, ...b]), new Set([...left, ...right])],
        [common(a, b), new Set([...left].filter((day) => right.has(day)))],
        [without(a, b), new Set([...left].filter((day) => !right.has(day)))],
      ];
      for (const [made, days] of cases) {
        assert.deepEqual(sorted(daysOf(made)), sorted(days));
        assert.ok(isCanonical(made));
        assert.equal(daysIn(made), days.size);
      }
      const all = hull(a);
      assert.deepEqual(all, left.size === 0 ? null : { from: sorted(left)[0], to: sorted(left).at(-1) });
    }),
  );
});

test('days have numbers and names', () => {
  assert.equal(dayNumber('1970-01-01'), 0);
  assert.equal(dayText(dayNumber('2030-02-28') + 1), '2030-03-01');
  assert.equal(dayText(dayNumber('0099-12-31')), '0099-12-31');
});

test('two local days share a UTC day, and the second begins with its first second', () => {
  const zones = ['UTC', 'Europe/Stockholm', 'America/New_York', 'Pacific/Auckland', 'Asia/Kolkata'];
  fc.assert(
    fc.property(
      fc.constantFrom(...zones),
      fc.integer({ min: 18_000, max: 24_000 }),
      fc.integer({ min: 0, max: 86_399 }),
      (zone, utcDay, second) => {
        const instant = utcDay * 86_400 + second;
        const shared = sharedDay(zone, utcDay);
        assert.equal(shared.localDay + (instant >= shared.cut ? 1 : 0), localDay(zone, instant));
      },
    ),
  );
});
