/** Calendar strips: they fit, they have a sign for each stretch, and they are read without colour. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { CoverageCalendar } from '../../src/case/views/coverage-calendar.ts';
import { plainText } from '../../src/cli/frame/line.ts';
import { widthOf } from '../../src/cli/frame/width.ts';
import { calendarLines } from '../../src/cli/show/coverage-calendar.ts';
import { type Levels, SIGNS, scaleLabels, scaleOf, stripOf } from '../../src/cli/show/coverage-strip.ts';
import { type DayRange, dayNumber } from '../../src/coverage/day-ranges.ts';

const days = (from: string, to: string): DayRange => ({ from: dayNumber(from), to: dayNumber(to) });
const YEAR = days('2030-01-01', '2030-12-31');

test('the unit is the finest that fits', () => {
  const unit = (of: DayRange, columns: number): string => scaleOf(of, columns).unit;
  assert.equal(unit(days('2030-01-01', '2030-01-31'), 40), 'day');
  assert.equal(unit(YEAR, 60), 'week');
  assert.equal(unit(YEAR, 30), 'fortnight');
  assert.equal(unit(YEAR, 12), 'month');
  assert.equal(unit(days('2001-01-01', '2012-12-31'), 60), 'quarter');
  assert.equal(unit(days('2001-01-01', '2030-12-31'), 60), 'year');
  assert.equal(unit(days('1801-01-01', '2030-12-31'), 60), '10 years');
});

test('cells follow each other over all the days, and labels stay inside', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -10_000, max: 25_000 }),
      fc.integer({ min: 0, max: 20_000 }),
      fc.integer({ min: 12, max: 120 }),
      (from, length, columns) => {
        const of = { from, to: from + length };
        const scale = scaleOf(of, columns);
        const { cells } = scale;
        assert.ok(cells.length <= columns);
        assert.ok(cells[0]!.from <= of.from && cells.at(-1)!.to >= of.to);
        assert.ok(cells.every((cell, i) => i === 0 || cell.from === cells[i - 1]!.to + 1));
        assert.ok(scaleLabels(scale).length <= cells.length);
        assert.equal(stripOf(scale, { declared: [of], active: [] }), SIGNS.declared.repeat(cells.length));
        assert.equal(stripOf(scale, { declared: [], active: [] }), SIGNS.none.repeat(cells.length));
      },
    ),
  );
});

test('months are labelled', () => {
  assert.match(scaleLabels(scaleOf(YEAR, 53)), /^2030 .*Mar.*Jun.*Sep.*Dec/);
  assert.match(scaleLabels(scaleOf(days('2028-06-01', '2031-02-28'), 60)), /^2028 +2029 +2030/);
});

test('a sign is what holds on most of its days, the weaker one of two', () => {
  const sign = (days: DayRange, levels: Levels): string => stripOf({ days, unit: 'week', cells: [days] }, levels);
  const week = { from: 0, to: 6 };
  const first = (n: number): DayRange[] => [{ from: 0, to: n - 1 }];
  assert.equal(sign(week, { declared: first(4), active: [] }), SIGNS.declared);
  assert.equal(sign(week, { declared: first(3), active: [] }), SIGNS.none);
  assert.equal(sign(week, { declared: first(3), active: first(7) }), SIGNS.active);
  assert.equal(sign({ from: 0, to: 1 }, { declared: first(1), active: [] }), SIGNS.none);
});

const CALENDAR: CoverageCalendar = {
  records: [
    {
      source: 'sources/a-rather-long-name-of-a-source-of-calls.csv',
      channel: 'call',
      accounts: 1204,
      own: false,
      declared: [],
      active: [days('2030-01-01', '2030-06-30')],
      silences: 2,
    },
    {
      source: 'sources/b.mbox',
      channel: 'mail',
      accounts: 1,
      own: true,
      declared: [days('2030-04-01', '2030-12-31')],
      active: [],
      silences: 0,
    },
  ],
  disclosures: [{ audience: 'public', parties: 3, declared: [YEAR] }],
};

test('a calendar fits its terminal, and has a line for each source, channel and audience', () => {
  for (const width of [40, 60, 80, 100, 200]) {
    const lines = calendarLines(CALENDAR, width).map(plainText);
    assert.ok(
      lines.every((line) => widthOf(line) <= width),
      `${width}\n${lines.join('\n')}`,
    );
    assert.equal(lines.filter((line) => /[█▒·]{6,}$/.test(line)).length, 3);
  }
  const lines = calendarLines(CALENDAR, 120).map(plainText).join('\n');
  assert.match(lines, /1,204\? {2}▒+·+\n/);
  assert.match(lines, /sources\/b\.mbox +mail +1 {2}·+█+\n/);
  assert.match(lines, /2 silences are left out/);
});

test('where nothing is covered that is said', () => {
  assert.match(plainText(calendarLines({ records: [], disclosures: [] }, 80)[0]!), /cover nothing/);
});
