/** The view of a time axis: zooming, panning, ticks, lanes of marks. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { offsetAt } from '../../../src/model/zone.ts';
import { binsFor } from '../../../web/charts/heat/asked.ts';
import { lanesFor } from '../../../web/charts/lanes.ts';
import { ticksOf } from '../../../web/charts/ticks.ts';
import { between, panned, type TimeView, timeAt, xOf, zoomed } from '../../../web/charts/view.ts';

const at = (text: string): number => new Date(text).getTime() / 1000;
const stockholm = (epoch: number): number => offsetAt('Europe/Stockholm', epoch);
const LIMITS: TimeView = { from: at('2026-01-01T00:00Z'), to: at('2031-01-01T00:00Z') };
const views = fc
  .tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0.0001, max: 1, noNaN: true }))
  .map(([place, share]): TimeView => {
    const span = (LIMITS.to - LIMITS.from) * share;
    const from = LIMITS.from + place * (LIMITS.to - LIMITS.from - span);
    return { from, to: from + span };
  });

describe('a view', () => {
  test('stays inside of the limits and keeps the instant under the pointer, however it is moved', () => {
    fc.assert(
      fc.property(views, fc.double({ min: 0.05, max: 20, noNaN: true }), fc.nat(1000), (view, factor, x) => {
        const about = timeAt(view, 1000, x);
        const next = zoomed(view, about, factor, LIMITS);
        assert.ok(next.from >= LIMITS.from - 1e-3 && next.to <= LIMITS.to + 1e-3 && next.to - next.from >= 299);
        const free = next.from > LIMITS.from + 1 && next.to < LIMITS.to - 1;
        if (free) assert.ok(Math.abs(xOf(next, 1000, about) - x) < 0.01);
        const moved = panned(view, (factor - 10) * 1e7, LIMITS);
        assert.ok(Math.abs(moved.to - moved.from - (view.to - view.from)) < 1e-3);
        assert.ok(moved.from >= LIMITS.from - 1e-3 && moved.to <= LIMITS.to + 1e-3);
      }),
      { numRuns: 300 },
    );
  });

  test('of a case that is shorter than the shortest view is the whole case', () => {
    const tiny = { from: 100, to: 160 };
    assert.deepEqual(zoomed(tiny, 130, 0.5, tiny), tiny);
  });

  test('a drag selects something, in either direction', () => {
    assert.deepEqual(between(20.5, 10.2), { from: 10, to: 21 });
    assert.deepEqual(between(5, 5), { from: 5, to: 6 });
  });
});

describe('ticks', () => {
  const labels = (from: string, to: string, width = 640) =>
    ticksOf({ from: at(from), to: at(to) }, width, stockholm).map(({ label, under }) =>
      under === null ? label : `${label} ${under}`,
    );

  test('say the coarser part where it begins', () => {
    assert.deepEqual(labels('2030-10-26T10:00Z', '2030-10-28T10:00Z'), [
      '12:00 26 Oct 2030',
      '18:00',
      '00:00 27 Oct 2030',
      '06:00',
      '12:00',
      '18:00',
      '00:00 28 Oct 2030',
      '06:00',
    ]);
    assert.deepEqual(labels('2029-11-15T00:00Z', '2030-06-15T00:00Z').slice(0, 3), ['Dec 2029', 'Jan 2030', 'Feb']);
    assert.deepEqual(labels('2027-06-01T00:00Z', '2030-02-01T00:00Z', 200), ['2028', '2029', '2030']);
  });

  test('are as far apart as they were asked to be, in every view', () => {
    fc.assert(
      fc.property(views, fc.integer({ min: 200, max: 1600 }), (view, width) => {
        const xs = ticksOf(view, width, stockholm, 64).map((tick) => xOf(view, width, tick.at));
        assert.ok(xs.length <= width / 50 + 1);
        // A short month or a day with 23 hours may be a little narrower than the usual one.
        for (let place = 1; place < xs.length; place++) assert.ok(xs[place]! - xs[place - 1]! > 64 * 0.8);
      }),
      { numRuns: 200 },
    );
  });
});

describe('bins that are asked for', () => {
  test('hold the view, are not too many, and are the same for views that are alike', () => {
    fc.assert(
      fc.property(views, fc.integer({ min: 300, max: 1500 }), (view, width) => {
        const asked = binsFor(view, LIMITS, width);
        assert.ok(asked.start <= view.from + 1 && asked.end >= view.to - 1);
        const seconds = { year: 31e6, quarter: 7.7e6, month: 2.4e6, week: 6e5, day: 82_800, 'six-hours': 18_000 };
        const shorter = { hour: 3600, 'ten-minutes': 600, minute: 60 };
        assert.ok((asked.end - asked.start) / { ...seconds, ...shorter }[asked.unit] < 2000);
        const near = panned(view, (view.to - view.from) / 1000, LIMITS);
        const same =
          Math.floor(near.from) === Math.floor(view.from) || binsFor(near, LIMITS, width).unit === asked.unit;
        assert.ok(same);
      }),
      { numRuns: 300 },
    );
  });
});

describe('lanes', () => {
  test('no label covers another in its lane, whatever the order', () => {
    const marks = fc.array(fc.record({ left: fc.nat(900), width: fc.integer({ min: 10, max: 200 }) }), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(marks, (list) => {
        const lanes = lanesFor(list, 3);
        for (const [one, a] of list.entries()) {
          for (const [other, b] of list.entries()) {
            if (one >= other || lanes[one] === null || lanes[one] !== lanes[other]) continue;
            assert.ok(a.left + a.width <= b.left || b.left + b.width <= a.left);
          }
        }
        assert.ok(list.length === 0 || lanes.some((lane) => lane === 0));
      }),
      { numRuns: 100 },
    );
  });
});
