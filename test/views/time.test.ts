/** Times as text: no more exact than what is known. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lengthText, shownWhen, whenText } from '../../src/case/views/time.ts';
import { endOfDay, startOfDay } from '../../src/reconcile/days.ts';

const ZONE = 'Europe/Stockholm';
const at = (iso: string): number => Date.parse(iso) / 1000;

test('an instant has the offset that the zone has then', () => {
  const [winter, summer] = [at('2030-01-03T10:00:00Z'), at('2030-07-03T10:00:00Z')];
  assert.equal(whenText(winter, winter, ZONE), '2030-01-03T11:00:00+01:00');
  assert.equal(whenText(summer, summer, ZONE), '2030-07-03T12:00:00+02:00');
});

test('a minute has no seconds', () => {
  const minute = at('2030-07-03T10:00:00Z');
  assert.equal(whenText(minute, minute + 59, ZONE), '2030-07-03T12:00+02:00');
});

test('two clocks that differ give the earlier instant', () => {
  const first = at('2030-07-03T10:00:07Z');
  assert.equal(whenText(first, first + 9, ZONE), '2030-07-03T12:00:07+02:00');
});

test('whole days, months and years are written as such, over the change of the clocks too', () => {
  const days = (first: string, last: string): string | null =>
    whenText(startOfDay(ZONE, first), endOfDay(ZONE, last), ZONE);
  assert.equal(days('2030-03-31', '2030-03-31'), '2030-03-31');
  assert.equal(days('2030-10-01', '2030-10-31'), '2030-10');
  assert.equal(days('2032-02-01', '2032-02-29'), '2032-02');
  assert.equal(days('2030-01-01', '2030-12-31'), '2030');
  assert.equal(days('2030-05-02', '2030-05-09'), '2030-05-02/2030-05-09');
});

test('what was written without a zone stays as written, whatever the zone of the case', () => {
  const noon = at('2030-05-02T12:00:00Z');
  const [east, west] = [14 * 3600, 12 * 3600];
  assert.equal(whenText(noon - east, noon + west, ZONE), '2030-05-02T12:00:00');
  assert.equal(whenText(noon - east, noon + west + 59, ZONE), '2030-05-02T12:00');
  const day = at('2030-05-02T00:00:00Z');
  assert.equal(whenText(day - east, day + 86_399 + west, ZONE), '2030-05-02');
  assert.equal(whenText(day - east, day + 2 * 86_400 - 1 + west, ZONE), '2030-05-02/2030-05-03');
  assert.equal(shownWhen('2030-05-02T12:00:00'), '2030-05-02 12:00 (zone unknown)');
});

test('any other interval has both ends', () => {
  const noon = at('2030-05-02T12:00:00Z');
  assert.equal(whenText(noon, noon + 7201, 'UTC'), '2030-05-02T12:00:00+00:00/2030-05-02T14:00:01+00:00');
});

test('an unknown time stays unknown', () => {
  assert.equal(whenText(null, null, ZONE), null);
  assert.equal(shownWhen(null), 'time unknown');
});

test('people see minutes and spaces', () => {
  assert.equal(shownWhen('2030-07-03T12:00:07+02:00'), '2030-07-03 12:00 +02:00');
  assert.equal(shownWhen('2030-05-02/2030-05-09'), '2030-05-02 to 2030-05-09');
});

test('lengths', () => {
  assert.deepEqual([40, 360, 3599, 3900].map(lengthText), ['40 s', '6 min', '1 h 00 min', '1 h 05 min']);
  assert.equal(lengthText(null), '');
});
