import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { dayOf, deadlineDay, endOfDay, startOfDay } from '../../src/reconcile/days.ts';
import { at } from './made.ts';

const ZONES = [
  'UTC',
  'Europe/Stockholm',
  'America/New_York',
  'Asia/Kathmandu',
  'Pacific/Kiritimati',
  'Africa/Casablanca',
];

test('a day lasts from its first to its last second, also when clocks change', () => {
  assert.equal(startOfDay('Europe/Stockholm', '2030-03-31'), at('2030-03-30T23:00'));
  assert.equal(endOfDay('Europe/Stockholm', '2030-03-31'), at('2030-03-31T22:00') - 1);
  assert.equal(endOfDay('Europe/Stockholm', '2030-10-27'), at('2030-10-27T23:00') - 1);
});

test('a deadline ends with the local day that is so many days later', () => {
  void fc.assert(
    fc.property(
      fc.constantFrom(...ZONES),
      fc.integer({ min: at('2028-01-01'), max: at('2032-01-01') }),
      fc.nat(40),
      (zone, instant, within) => {
        const d = deadlineDay(zone, Math.floor(instant / 86_400), within);
        const deadline = instant < d.cut ? d.before : d.after;
        const day = new Date((at(dayOf(zone, instant)) + within * 86_400) * 1000).toISOString().slice(0, 10);
        assert.equal(dayOf(zone, deadline), day);
        assert.notEqual(dayOf(zone, deadline + 1), day);
      },
    ),
    { numRuns: 500 },
  );
});
