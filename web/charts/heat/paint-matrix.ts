/** Draws the pairs: a row of pixels each, stretched to its height, so that a frame costs the same however much is in it. */
import { type TimeView, xOf } from '../view.ts';
import type { Palette } from './palette.ts';
import { drawCells, emptyRaster, type Raster } from './raster.ts';
import type { Scene } from './scene.ts';
import type { Section } from './sections.ts';
import { SHADES } from './shades.ts';

/** Lines of the small picture for each row: what is certain, what is not, what is undisclosed. */
const LINES = 3;

export interface MatrixPainter {
  /** Draws the rows of a scene into a context that is scaled to CSS pixels. */
  readonly paint: (
    context: CanvasRenderingContext2D,
    scene: Scene,
    view: TimeView,
    width: number,
    ratio: number,
  ) => void;
}

/** A painter with its own small picture, used again in every frame. */
export function matrixPainter(): MatrixPainter {
  const picture = document.createElement('canvas');
  const drawing = picture.getContext('2d', { willReadFrequently: true });
  let raster: Raster = emptyRaster(1, 0);
  let image: ImageData | null = null;
  return {
    paint(context, { bins, sections, palette, chosen }, view, width, ratio) {
      const { rows } = sections;
      const pixels = Math.max(1, Math.round(width * ratio));
      if (drawing === null || bins === null || rows.count === 0) return;
      if (raster.width !== pixels || raster.rows !== rows.count || image === null) {
        raster = emptyRaster(pixels, rows.count);
        picture.width = pixels;
        picture.height = rows.count * LINES;
        image = drawing.createImageData(pixels, rows.count * LINES);
      }
      drawCells(raster, bins.cells, bins.shades, view);
      colour(raster, palette, new Uint32Array(image.data.buffer));
      drawing.putImageData(image, 0, 0);
      context.imageSmoothingEnabled = false;
      for (let row = 0; row < rows.count; row++) stretch(context, picture, rows, sections.nameRoom, row, pixels, width);
      if (chosen !== null) outline(context, rows, sections.nameRoom, chosen, view, width, palette);
    },
  };
}

/** Where the cells of a row stand: under its name on a narrow page. */
function bandOf(rows: Section, nameRoom: number, row: number): { readonly top: number; readonly height: number } {
  return { top: rows.top + row * rows.each + nameRoom + 2, height: rows.each - nameRoom - 7 };
}

function colour({ width, rows, shade, undisclosed }: Raster, palette: Palette, out: Uint32Array): void {
  for (let row = 0; row < rows; row++) {
    const from = row * width;
    const line = row * LINES * width;
    for (let x = 0; x < width; x++) {
      const value = shade[from + x]!;
      const unsure = value > SHADES;
      out[line + x] = unsure ? 0 : palette.certainPixels[value]!;
      out[line + width + x] = unsure ? palette.unsurePixels[value - SHADES]! : 0;
      out[line + 2 * width + x] = undisclosed[from + x] === 1 ? palette.undisclosedPixel : 0;
    }
  }
}

function stretch(
  context: CanvasRenderingContext2D,
  picture: HTMLCanvasElement,
  rows: Section,
  nameRoom: number,
  row: number,
  pixels: number,
  width: number,
): void {
  const { top, height } = bandOf(rows, nameRoom, row);
  const half = Math.round(height / 2);
  const line = row * LINES;
  context.drawImage(picture, 0, line, pixels, 1, 0, top, width, height);
  // Half as high: what is not certain can be told apart without colour.
  context.drawImage(picture, 0, line + 1, pixels, 1, 0, top + Math.floor((height - half) / 2), width, half);
  context.drawImage(picture, 0, line + 2, pixels, 1, 0, top + height + 1, width, 3);
}

function outline(
  context: CanvasRenderingContext2D,
  rows: Section,
  nameRoom: number,
  chosen: NonNullable<Scene['chosen']>,
  view: TimeView,
  width: number,
  palette: Palette,
): void {
  const { top, height } = bandOf(rows, nameRoom, chosen.row);
  const left = xOf(view, width, chosen.from);
  context.lineWidth = 2;
  context.strokeStyle = palette.ink;
  context.strokeRect(left - 1, top - 1, Math.max(3, xOf(view, width, chosen.to) - left) + 2, height + 6);
}
