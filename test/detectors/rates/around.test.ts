/** A comparison that is asked for on the spot, and the detector's own rows: what is left out, and what cannot be tested. */
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { buildCase } from '../../../src/case/build.ts';
import { CaseError } from '../../../src/case/error.ts';
import { type OpenCase, openCase } from '../../../src/case/open.ts';
import { type RateView, rateAround } from '../../../src/case/rate.ts';
import { compareRates } from '../../../src/detectors/rates/compare.ts';
import { frameOf, seriesOf } from '../../../src/detectors/rates/series.ts';
import type { Channel } from '../../../src/model/definition.ts';

const INPUT = fileURLToPath(new URL('../rate-change/input', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'backchannel-rate-'));
let open: OpenCase;

before(async () => {
  cpSync(INPUT, folder, { recursive: true });
  await buildCase(folder);
  open = await openCase(folder);
});
after(async () => {
  await open.close();
  rmSync(folder, { recursive: true, force: true });
});

function around(
  day: string,
  rest: { channels?: readonly Channel[]; before?: number; after?: number } = {},
): Promise<RateView> {
  const { channels = null, ...days } = rest;
  const { definition } = open.files.case.definition;
  const question = { between: '@office', and: '@firm', from: null, to: null, channels, definition };
  return rateAround(open, { question, around: day, ...days });
}

test('before and after an event of the case, with its text', async () => {
  const view = await around('vote');
  assert.equal(view.testable, true);
  assert.deepEqual([view.event, view.day], ['vote', { from: '2030-08-01', to: '2030-08-01' }]);
  assert.deepEqual([view.before.count, view.before.days, view.after.count, view.after.days], [12, 182, 47, 152]);
  assert.equal(view.straddling, 1);
  assert.equal(view.contacts.before.length + view.contacts.after.length, 59);
  assert.equal(view.changed, true);
  assert.equal(view.text, '0.5 a week before, 2.2 after; ratio 4.7 (95 % 2.4–9.7), p < 0.001, calls fully covered');
});

test('fewer days are compared where fewer are asked for; the event may be a day', async () => {
  const view = await around('2030-08-01', { before: 60, after: 30 });
  assert.deepEqual([view.event, view.before.days, view.after.days], [null, 60, 30]);
  assert.deepEqual([view.before.from, view.after.to], ['2030-06-02', '2030-08-31']);
});

test('a week in which coverage begins, and ways that no record covers, are not testable', async () => {
  const early = await around('start');
  assert.equal(early.testable, 'coverage of calls changes within a week of it');
  assert.equal(early.p, null);
  assert.equal((await around('vote', { channels: ['mail'] })).testable, 'no record covers the days around it');
  assert.equal((await around('2030-01-12')).testable, 'fewer than 14 covered days before or after');
});

test('what is no event and no day is answered with the events that there are', async () => {
  await assert.rejects(
    around('voting'),
    (error: unknown) => error instanceof CaseError && /vote/.test(String(error.advice)),
  );
});

const LIMITS = { mostDays: { before: 182, after: 182 }, leastDays: 14, level: 50 };
const DAY = { from: 200, to: 200 };
const every = (
  from: number,
  to: number,
  step: number,
): { no: number; channel: number; first: number; last: number }[] =>
  Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, i) => ({
    no: i,
    channel: 1,
    first: from + i * step,
    last: from + i * step,
  }));

test('told contacts are not tested: nobody knows how they were picked', () => {
  const covered = [{ from: 0, to: 400 }];
  const exposed = [{ channel: 1, days: covered, whole: covered, changes: [] }];
  assert.deepEqual(compareRates(exposed, DAY, every(0, 400, 2), true, LIMITS), {
    reason: 'selection unknown',
    channels: [],
  });
});

test('days with another coverage than that of the event are left out, with their contacts', () => {
  const days = [{ from: 0, to: 400 }];
  // From day 100 on a second account is covered: before, half of what could be seen could be.
  const exposed = [
    {
      channel: 1,
      days,
      whole: [{ from: 100, to: 400 }],
      changes: [{ day: 100, before: 1, after: 2, knownBefore: 2, knownAfter: 2 }],
    },
  ];
  const frame = frameOf(exposed, DAY);
  assert.ok(!('reason' in frame));
  assert.deepEqual([frame.days[0], frame.days.at(-1), frame.days.length], [100, 400, 300]);
  assert.deepEqual(frame.changed, [100]);
  const series = seriesOf(frame, [...every(0, 99, 1), ...every(100, 400, 1)]);
  assert.deepEqual([series.outside, series.straddling], [100, 1]);
  const near = frameOf(exposed, { from: 104, to: 104 });
  assert.deepEqual(near, { reason: 'coverage changes', channels: [1] });
});

test('somebody whom no record covers joins a side: what can be seen stays the same', () => {
  const days = [{ from: 0, to: 400 }];
  const joins = [{ day: 198, before: 2, after: 2, knownBefore: 2, knownAfter: 3 }];
  const frame = frameOf([{ channel: 0, days, whole: [{ from: 0, to: 197 }], changes: joins }], DAY);
  assert.ok(!('reason' in frame));
  assert.equal(frame.days.length, 400);
});

test('contacts whose time touches the event are on neither side', () => {
  const covered = [{ from: 0, to: 400 }];
  const exposed = [{ channel: 1, days: covered, whole: covered, changes: [] }];
  const frame = frameOf(exposed, DAY);
  assert.ok(!('reason' in frame));
  const contact = (first: number, last: number): { no: number; channel: number; first: number; last: number } => ({
    no: 0,
    channel: 1,
    first,
    last,
  });
  const series = seriesOf(frame, [contact(199, 201), contact(200, 200), contact(190, 199), contact(150, 151)]);
  assert.deepEqual([series.straddling, series.outside], [2, 1]);
  assert.equal(
    series.daily.reduce((sum, count) => sum + count, 0),
    1,
  );
});
