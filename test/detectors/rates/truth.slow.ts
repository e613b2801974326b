/** False alarms where nothing changes, and power where something does: on worlds whose truth is known, with fixed seeds. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { holm } from '../../../src/detectors/rates/families.ts';
import { comparedWorld, decidingP, draws, type Layout, type Rhythm } from './worlds.ts';

const LEVEL = 0.05;
const SHORT: Layout = { before: 60, after: 60, compared: 60 };
const YEAR: Layout = { before: 240, after: 124, compared: 182 };
const RHYTHMS: readonly Rhythm[] = ['poisson', 'weekdays', 'threads'];

test('over 100 pairs whose rate does not change, at most one world in twenty has a corrected alarm', (t) => {
  const WORLDS = 100;
  let [alarmed, worlds, pairs, alarms] = [0, 0, 0, 0];
  for (const [name, layout] of [['60 days', SHORT] as const, ['a year', YEAR] as const])
    for (const rhythm of RHYTHMS) {
      let inRhythm = 0;
      for (let world = 0; world < WORLDS; world++) {
        const draw = draws(1000 * world + 17);
        const values = Array.from({ length: 100 }, (_, pair) =>
          decidingP(comparedWorld(rhythm, layout, pair % 2 === 0 ? 0.3 : 1, 1, draw)),
        );
        const found = holm(values).filter((p) => p <= LEVEL).length;
        alarms += found;
        pairs += values.length;
        if (found > 0) inRhythm++;
      }
      t.diagnostic(`${name}, ${rhythm}: ${inRhythm} of ${WORLDS} worlds with an alarm`);
      // One in twenty is expected at most; ten of a hundred would be seen once in thirty such runs.
      assert.ok(inRhythm <= 10, `${name}, ${rhythm}: ${inRhythm} of ${WORLDS}`);
      alarmed += inRhythm;
      worlds += WORLDS;
    }
  t.diagnostic(`all: ${alarmed} of ${worlds} worlds, ${alarms} of ${pairs} pairs`);
  assert.ok(alarmed / worlds <= LEVEL, `${alarmed} of ${worlds} worlds`);
});

/** Share of worlds in which the change is found, corrected for so many comparisons of which all others show nothing. */
function power(rhythm: Rhythm, layout: Layout, factor: number, family: number): number {
  const WORLDS = 400;
  const draw = draws(family * 7919 + Math.round(factor * 100));
  let found = 0;
  for (let world = 0; world < WORLDS; world++)
    if (family * decidingP(comparedWorld(rhythm, layout, 1, factor, draw)) <= LEVEL) found++;
  return Math.round((100 * found) / WORLDS);
}

test('a doubling over 60 days at one contact a day is found', (t) => {
  for (const [name, layout] of [['60 days before', SHORT] as const, ['182 days before', YEAR] as const])
    for (const rhythm of RHYTHMS)
      for (const factor of [1.25, 1.5, 2, 3, 4]) {
        const row = [1, 10, 100].map((family) => `${power(rhythm, layout, factor, family)} % of 1 in ${family}`);
        t.diagnostic(`${name}, ${rhythm}, rate × ${factor}: ${row.join(', ')}`);
      }
  for (const rhythm of ['poisson', 'weekdays'] as const) {
    assert.ok(power(rhythm, SHORT, 2, 1) >= 90, `${rhythm}: ${power(rhythm, SHORT, 2, 1)} %`);
    assert.ok(power(rhythm, YEAR, 2, 10) >= 90, `${rhythm}: ${power(rhythm, YEAR, 2, 10)} %`);
  }
});
