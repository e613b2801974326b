/** Counts of the workbench are those of the command line, however they are filtered; its bins and edges add up. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { countContacts } from '../../src/case/count.ts';
import { BIN_UNITS, binEdges, binsIn, unitFor } from '../../src/case/workbench/bin-edges.ts';
import { binned } from '../../src/case/workbench/bins.ts';
import { choose } from '../../src/case/workbench/choose.ts';
import { contactsByParty, edgesOf } from '../../src/case/workbench/edges.ts';
import { Frames } from '../../src/case/workbench/frames.ts';
import { pairCounts } from '../../src/case/workbench/pair-counts.ts';
import { readRoll } from '../../src/case/workbench/roll.ts';
import { type Channel, DEFAULT_DEFINITION, type Definition } from '../../src/model/definition.ts';
import { offsetAt } from '../../src/model/zone.ts';
import { counted } from '../contacts/counted.ts';
import { MEMBERS, OWNED, type World, world } from '../contacts/world.ts';

/** Each is asked some forty questions. */
const WORLDS = 1;
const DEFINITIONS: readonly Definition[] = [
  DEFAULT_DEFINITION,
  { ...DEFAULT_DEFINITION, directness: ['direct', 'copied', 'blind', 'attended', 'scheduled'], reciprocated: false },
];
const CHANNELS: readonly (readonly Channel[] | null)[] = [null, ['call', 'meeting']];

/** Windows that cut through a world, one that is open, and one in which nothing is. */
function windowsOf(w: World): { from: number | null; to: number | null }[] {
  const middle = Math.floor((w.from + w.to) / 2);
  return [
    { from: null, to: null },
    { from: w.from, to: middle },
    { from: middle, to: null },
  ];
}

test('bounds are those of the command line for every side, window, channel and definition', async () => {
  let compared = 0;
  await fc.assert(
    fc.asyncProperty(world, async (w) => {
      const { ledger } = await counted(w.made, OWNED, MEMBERS, {});
      const roll = await readRoll(ledger);
      const frames = new Frames(ledger, roll);
      for (const definition of DEFINITIONS)
        for (const sides of [
          { between: null, and: null },
          { between: 'a', and: null },
          { between: 'a', and: 'b' },
        ]) {
          const frame = await frames.frame({ ...sides, definition });
          for (const window of windowsOf(w))
            for (const channels of CHANNELS) {
              const { bounds, places, certain } = choose(roll, frame, { ...window, channels, states: null });
              const told = await countContacts(ledger, { ...sides, ...window, channels, definition }, false);
              assert.deepEqual(bounds, told.bounds, JSON.stringify({ sides, window, channels }));
              assert.deepEqual([places.length, certain.length], [bounds.max, bounds.max]);
              compared++;
            }
        }
      await ledger.close();
    }),
    { numRuns: WORLDS, endOnFailure: true },
  );
  assert.ok(compared >= WORLDS * 36);
});

test('bins and edges hold each contact of a pair once', async () => {
  await fc.assert(
    fc.asyncProperty(world, async (w) => {
      const { ledger } = await counted(w.made, OWNED, MEMBERS, {});
      const roll = await readRoll(ledger);
      const frames = new Frames(ledger, roll);
      const question = { between: null, and: null, definition: null };
      const [frame, pairs] = [await frames.frame(question), await frames.pairs(question)];
      const filters = { from: null, to: null, channels: null, states: null };
      const chosen = choose(roll, frame, filters);
      const counts = pairCounts(roll, frame, pairs, filters);
      const dated = chosen.places.filter((place) => !Number.isNaN(roll.earliest[place]!));
      const edges = Float64Array.from(binEdges('Europe/Stockholm', 'day', w.from - 400 * 86_400, w.to + 400 * 86_400));
      const { all, cells } = binned(roll, chosen, pairs, counts, counts.order, edges);
      const sum = (column: Int32Array): number => column.reduce((total, n) => total + n, 0);
      assert.equal(sum(all.contacts), dated.length);
      const drawn = edgesOf(roll, pairs, counts, counts.order);
      assert.ok(sum(cells.contacts) <= drawn.reduce((total, edge) => total + edge.contacts, 0));
      const met = contactsByParty(pairs, counts);
      for (const [i, edge] of drawn.entries()) {
        assert.equal(edge.contacts, counts.contacts[counts.order[i]!]);
        assert.ok(edge.a < edge.b && edge.certain <= edge.contacts && edge.byA + edge.byB <= edge.contacts * 2);
        assert.equal(
          edge.channels.reduce((total, n) => total + n, 0),
          edge.contacts,
        );
        assert.ok(met[edge.a]! >= edge.contacts && met[edge.b]! >= edge.contacts);
      }
      await ledger.close();
    }),
    { numRuns: WORLDS, endOnFailure: true },
  );
});

const ZONES = ['UTC', 'Europe/Stockholm', 'America/St_Johns', 'Australia/Lord_Howe', 'Pacific/Apia'];
/** From 2005 to 2031, with every way in which these zones changed their clocks, a day that was skipped among them. */
const instant = fc.integer({ min: 1_104_537_600, max: 1_925_000_000 });

test('bins rise, hold their span, and begin with a day, week, month or year of the zone', () => {
  void fc.assert(
    fc.property(fc.constantFrom(...ZONES), instant, fc.integer({ min: 0, max: 400 * 86_400 }), (zone, from, length) => {
      const to = from + length;
      for (const unit of BIN_UNITS) {
        if (binsIn(unit, from, to) > 2_000) continue;
        const edges = binEdges(zone, unit, from, to);
        assert.ok(edges[0]! <= from && edges.at(-1)! > to, `${unit}: ${edges[0]}–${edges.at(-1)} for ${from}–${to}`);
        for (let i = 1; i < edges.length; i++) assert.ok(edges[i]! > edges[i - 1]!, unit);
        assert.ok(edges.length - 1 <= binsIn(unit, from, to) + 2, unit);
        if (!['year', 'quarter', 'month', 'week', 'day'].includes(unit)) continue;
        const local = new Date((edges[0]! + offsetAt(zone, edges[0]!)) * 1000);
        assert.ok(local.getUTCHours() <= 1, `${unit} begins at ${local.toISOString()}`);
        if (unit === 'week') assert.equal(local.getUTCDay(), 1);
        if (unit === 'month') assert.equal(local.getUTCDate(), 1);
        if (unit === 'quarter') assert.equal(local.getUTCMonth() % 3, 0);
        if (unit === 'year') assert.equal(local.getUTCMonth(), 0);
      }
    }),
    { numRuns: 200 },
  );
});

test('the width of bins follows the span', () => {
  const day = 86_400;
  assert.equal(unitFor(0, 40 * 365 * day, 400), 'quarter');
  assert.equal(unitFor(0, 365 * day, 400), 'day');
  assert.equal(unitFor(0, 3 * 3600, 400), 'minute');
  assert.equal(unitFor(0, 500 * 365 * day, 400), 'year');
  // On the day when clocks go forward one of the four bins is an hour shorter.
  const spring = binEdges('Europe/Stockholm', 'six-hours', 1_711_839_600, 1_711_839_600 + 22 * 3600);
  assert.deepEqual(
    spring.map((edge, i) => (i === 0 ? 0 : edge - spring[i - 1]!)),
    [0, 21_600, 21_600, 21_600, 18_000],
  );
});
