/** The heat matrix: cells, shades, pixels. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { type BinLists, binAt, cellAt, cellsOf, totalsOf } from '../../../web/charts/heat/cells.ts';
import { drawCells, emptyRaster, shadesOf } from '../../../web/charts/heat/raster.ts';
import { legendOf, SHADES, scaleFor, shadeOf } from '../../../web/charts/heat/shades.ts';

type Row = readonly [pair: number, bin: number, contacts: number, certain: number, undisclosed: number];

function listsOf(edges: readonly number[], rows: readonly Row[]): BinLists {
  const column = (at: number): number[] => rows.map((row) => row[at]!);
  const sum = (at: number): number[] =>
    edges.slice(1).map((_, bin) => rows.filter((row) => row[1] === bin).reduce((all, row) => all + row[at]!, 0));
  return {
    edges,
    cells: { pair: column(0), bin: column(1), contacts: column(2), certain: column(3), undisclosed: column(4) },
    all: { contacts: sum(2), certain: sum(3), undisclosed: sum(4) },
  };
}

const EDGES = [0, 100, 200, 300, 400];
const LISTS = listsOf(EDGES, [
  [1, 3, 5, 5, 0],
  [0, 0, 1, 1, 1],
  [1, 1, 2, 0, 0],
  [9, 0, 7, 7, 7],
]);

describe('cells', () => {
  test('are found by row and bin, and what belongs to no row is left out', () => {
    const cells = cellsOf(LISTS, 2);
    assert.equal(cells.contacts.length, 3);
    assert.equal(cells.contacts[cellAt(cells, 1, 3)!], 5);
    assert.equal(cellAt(cells, 0, 3), null);
    assert.equal(cellAt(cells, 1, 0), null);
  });

  test('of all together are one row', () => {
    const totals = totalsOf(LISTS);
    assert.deepEqual([...totals.bin], [0, 1, 3]);
    assert.deepEqual([...totals.contacts], [8, 2, 5]);
  });

  test('an instant lies in the bin that begins at or before it', () => {
    const edges = Float64Array.from(EDGES);
    assert.deepEqual(
      [-1, 0, 99.9, 100, 399, 400].map((time) => binAt(edges, time)),
      [null, 0, 0, 1, 3, null],
    );
  });
});

describe('shades', () => {
  test('rise with the count, from pale to the darkest, and never leave a count without one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2_000_000 }), fc.array(fc.nat(2_000_000)), (largest, counts) => {
        const scale = scaleFor(largest);
        assert.equal(shadeOf(scale, scale.ends.at(-1)!), SHADES);
        assert.ok(shadeOf(scale, largest) >= SHADES - 1);
        assert.equal(shadeOf(scale, 0), 0);
        const shades = counts.sort((a, b) => a - b).map((count) => shadeOf(scale, count));
        assert.ok(shades.every((shade, place) => place === 0 || shade >= shades[place - 1]!));
        assert.ok(shades.every((shade, place) => (counts[place] === 0) === (shade === 0)));
      }),
      { numRuns: 200 },
    );
  });

  test('the legend tells every count once', () => {
    assert.deepEqual(legendOf(scaleFor(1)), [{ shade: SHADES, from: 1, to: 1 }]);
    const legend = legendOf(scaleFor(940));
    assert.equal(legend[0]!.from, 1);
    for (const [place, step] of legend.entries()) {
      assert.ok(step.from <= step.to);
      if (place > 0) assert.equal(step.from, legend[place - 1]!.to + 1);
    }
  });
});

describe('pixels', () => {
  const cells = cellsOf(LISTS, 2);
  const shades = shadesOf(cells, scaleFor(5));

  test('stand where the time is', () => {
    const raster = emptyRaster(8, 2);
    drawCells(raster, cells, shades, { from: 0, to: 400 });
    assert.deepEqual([...raster.undisclosed.subarray(0, 8)], [1, 1, 0, 0, 0, 0, 0, 0]);
    const second = [...raster.shade.subarray(8)].map((shade) => (shade === 0 ? '.' : shade > SHADES ? 'o' : '#'));
    assert.equal(second.join(''), '..oo..##');
  });

  test('a frame forgets the one before', () => {
    const raster = emptyRaster(8, 2);
    drawCells(raster, cells, shades, { from: 0, to: 400 });
    drawCells(raster, cells, shades, { from: 200, to: 300 });
    assert.ok([...raster.shade, ...raster.undisclosed].every((value) => value === 0));
  });

  test('no cell in view is lost, however many fall into one pixel', () => {
    const rows = fc.uniqueArray(fc.nat(499), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(rows, fc.integer({ min: 1, max: 60 }), fc.nat(400), (bins, width, from) => {
        const edges = Array.from({ length: 501 }, (_, at) => at * 10);
        const lists = listsOf(
          edges,
          bins.map((bin): Row => [0, bin, 1 + (bin % 9), bin % 2, bin % 3]),
        );
        const many = cellsOf(lists, 1);
        const raster = emptyRaster(width, 1);
        const view = { from: from * 10, to: from * 10 + 1000 };
        drawCells(raster, many, shadesOf(many, scaleFor(9)), view);
        for (const bin of bins) {
          const x = Math.floor(((bin * 10 - view.from) / 1000) * width);
          if (bin * 10 < view.from || x >= width) continue;
          assert.notEqual(raster.shade[x], 0);
          // What is certain is never hidden behind what is not.
          if (bin % 2 === 1) assert.ok(raster.shade[x]! <= SHADES);
          if (bin % 3 > 0) assert.equal(raster.undisclosed[x], 1);
        }
      }),
      { numRuns: 200 },
    );
  });
});
