/** Draws one frame of the timeline. */
import { hatching } from '../hatch.ts';
import type { TimeView } from '../view.ts';
import {
  paintAxis,
  paintBrush,
  paintCoverage,
  paintEvents,
  paintGround,
  paintStatements,
  paintTotals,
} from './paint-frame.ts';
import { matrixPainter } from './paint-matrix.ts';
import type { Palette } from './palette.ts';
import type { Scene } from './scene.ts';

/** Draws a scene at a view into a canvas of so many CSS pixels. */
export type Painter = (scene: Scene, view: TimeView, width: number) => void;

/** More device pixels per CSS pixel than this are not seen in a matrix, and cost the square of them. */
const SHARPEST = 2;

/** A painter for a canvas; it sizes the canvas itself. Draws nothing where the browser gives no context. */
export function painterOf(canvas: HTMLCanvasElement): Painter {
  const context = canvas.getContext('2d', { alpha: false });
  const matrix = matrixPainter();
  let hatch: { readonly of: Palette; readonly ratio: number; readonly pattern: CanvasPattern | null } | null = null;
  return (scene, view, width) => {
    if (context === null || width <= 0) return;
    const ratio = Math.min(SHARPEST, devicePixelRatio || 1);
    const { height } = scene.sections;
    const [wide, high] = [Math.round(width * ratio), Math.round(height * ratio)];
    if (canvas.width !== wide || canvas.height !== high) {
      canvas.width = wide;
      canvas.height = high;
    }
    if (hatch === null || hatch.of !== scene.palette || hatch.ratio !== ratio) {
      hatch = { of: scene.palette, ratio, pattern: hatching(context, scene.palette.hatch, ratio) };
    }
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.fillStyle = scene.palette.paper;
    context.fillRect(0, 0, width, height);
    const sheet = { context, view, width, hatch: hatch.pattern };
    paintGround(sheet, scene);
    paintTotals(sheet, scene);
    paintStatements(sheet, scene);
    paintCoverage(sheet, scene);
    matrix.paint(context, scene, view, width, ratio);
    paintBrush(sheet, scene);
    paintAxis(sheet, scene);
    paintEvents(sheet, scene);
  };
}
