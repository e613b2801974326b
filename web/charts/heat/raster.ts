/**
 * The matrix as rows of pixels. The work of a frame hangs on the pixels and on the cells in view, never on how many
 * contacts the cells stand for.
 */
import { type TimeView, xOf } from '../view.ts';
import { binAt, type Cells, firstCell } from './cells.ts';
import { type Scale, SHADES, shadeOf } from './shades.ts';

/** What a pixel of a row says, as a number from 0 to 2 × SHADES. */
export const EMPTY = 0;

/** Two lines of pixels for each row, one number a pixel: `row * width + x`. */
export interface Raster {
  readonly width: number;
  readonly rows: number;
  /** 0 empty; 1 … SHADES contacts of which at least one is certain; SHADES + 1 … 2 × SHADES contacts none of which is. */
  readonly shade: Uint8Array;
  /** 1 where at least one contact is undisclosed. */
  readonly undisclosed: Uint8Array;
}

/** A raster to be filled again and again, so that a frame makes no garbage. */
export function emptyRaster(width: number, rows: number): Raster {
  return { width, rows, shade: new Uint8Array(width * rows), undisclosed: new Uint8Array(width * rows) };
}

/** Shade of each cell under a scale: made once for new cells, not in every frame. */
export function shadesOf(cells: Cells, scale: Scale): Uint8Array {
  return Uint8Array.from(cells.contacts, (contacts, cell) => {
    const shade = shadeOf(scale, contacts);
    return cells.certain[cell]! > 0 || shade === 0 ? shade : shade + SHADES;
  });
}

/**
 * Fills a raster with what a view shows. A cell is at least one pixel wide; where several fall into one pixel the darkest
 * is seen, and what is certain before what is not, so that nothing is lost by zooming out.
 */
export function drawCells(into: Raster, cells: Cells, shades: Uint8Array, view: TimeView): void {
  into.shade.fill(EMPTY);
  into.undisclosed.fill(0);
  const bins = cells.edges.length - 1;
  if (bins < 1) return;
  const [first, last] = binsSeen(cells.edges, view);
  const { width } = into;
  for (let row = 0; row < Math.min(cells.rows, into.rows); row++) {
    const line = row * width;
    const end = cells.start[row + 1]!;
    for (let cell = firstCell(cells, row, first); cell < end && cells.bin[cell]! <= last; cell++) {
      const bin = cells.bin[cell]!;
      const from = Math.max(0, Math.floor(xOf(view, width, cells.edges[bin]!)));
      const to = Math.min(width, Math.max(Math.floor(xOf(view, width, cells.edges[bin + 1]!)), from + 1));
      const shade = shades[cell]!;
      const mark = cells.undisclosed[cell]! > 0;
      for (let x = line + from; x < line + to; x++) {
        if (weight(shade) > weight(into.shade[x]!)) into.shade[x] = shade;
        if (mark) into.undisclosed[x] = 1;
      }
    }
  }
}

/** Certain shades come before uncertain ones, dark ones before pale ones. */
function weight(shade: number): number {
  return shade === 0 || shade > SHADES ? shade - (shade > SHADES ? SHADES : 0) : shade + SHADES;
}

function binsSeen(edges: Float64Array, view: TimeView): readonly [first: number, last: number] {
  const bins = edges.length - 1;
  const first = view.from <= edges[0]! ? 0 : (binAt(edges, view.from) ?? bins);
  const last = view.to >= edges[bins]! ? bins - 1 : (binAt(edges, view.to) ?? -1);
  return [first, last];
}
