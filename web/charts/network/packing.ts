/** Unconnected parts of a drawing, side by side on shelves: the largest first, none over another. */
import { boxOf, type Places } from './places.ts';

const GAP = 2.5;

/** Moves each part to a place of its own; the order of the parts stays. The whole is about as wide as high, or a little wider. */
export function packed(parts: readonly Places[]): Places[] {
  const boxes = parts.map(boxOf);
  const area = boxes.reduce((sum, { width, height }) => sum + (width + GAP) * (height + GAP), 0);
  const shelf = Math.max(Math.sqrt(area) * 1.3, ...boxes.map(({ width }) => width + GAP));
  let [x, y, high] = [0, 0, 0];
  return parts.map((part, index) => {
    const { left, top, width, height } = boxes[index]!;
    if (x > 0 && x + width + GAP > shelf) {
      y += high;
      [x, high] = [0, 0];
    }
    const [byX, byY] = [x - left, y - top];
    x += width + GAP;
    high = Math.max(high, height + GAP);
    return { x: part.x.map((value) => value + byX), y: part.y.map((value) => value + byY) };
  });
}
