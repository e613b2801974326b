/** Hatching: what is not covered, in black and white too. */

const SIZE = 7;

/**
 * A pattern of slanted lines that stand still while what they fill moves.
 * @param ratio device pixels per CSS pixel
 * @returns null where the browser can make no pattern
 */
export function hatching(context: CanvasRenderingContext2D, colour: string, ratio: number): CanvasPattern | null {
  const tile = document.createElement('canvas');
  const size = Math.round(SIZE * ratio);
  tile.width = size;
  tile.height = size;
  const drawing = tile.getContext('2d');
  if (drawing === null) return null;
  drawing.strokeStyle = colour;
  drawing.lineWidth = ratio;
  drawing.lineCap = 'square';
  // Three lines, so that the corners of neighbouring tiles meet.
  for (const shift of [-size, 0, size]) {
    drawing.beginPath();
    drawing.moveTo(shift, size);
    drawing.lineTo(shift + size, 0);
    drawing.stroke();
  }
  const pattern = context.createPattern(tile, 'repeat');
  // The context is scaled to CSS pixels; the tile is made of device pixels.
  pattern?.setTransform(new DOMMatrix().scale(1 / ratio));
  return pattern;
}
