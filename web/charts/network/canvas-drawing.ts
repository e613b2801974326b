/** The network on a plain canvas: everywhere, also without WebGL. */
import { type Camera, edgeAt, fitted, nodeAt, zoomedAbout } from './camera.ts';
import type { Drawing, DrawingEvents, Inks, Picked } from './drawing.ts';
import { paintNetwork } from './paint.ts';
import type { Picture } from './picture.ts';

/** Draws into a box; moves by wheel, drag and pinch. */
export function canvasDrawing(box: HTMLElement, { onPick, onDrawn }: DrawingEvents): Drawing {
  const canvas = document.createElement('canvas');
  canvas.className = 'network-canvas';
  box.append(canvas);
  const context = canvas.getContext('2d', { alpha: false });
  let shown: { readonly picture: Picture; readonly inks: Inks } | null = null;
  let camera: Camera = { left: 0, top: 0, scale: 1 };
  let picked: Picked | null = null;
  let fresh = false;
  let frame = 0;
  const paint = (): void => {
    frame = 0;
    if (context === null || shown === null) return;
    const ratio = Math.min(2, devicePixelRatio || 1);
    const [width, height] = [box.clientWidth, box.clientHeight];
    if (canvas.width !== Math.round(width * ratio) || canvas.height !== Math.round(height * ratio)) {
      canvas.width = Math.round(width * ratio);
      canvas.height = Math.round(height * ratio);
    }
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    paintNetwork({ context, camera, inks: shown.inks, width, height }, shown.picture, picked);
    if (fresh) onDrawn();
    fresh = false;
  };
  const soon = (): void => {
    if (frame === 0) frame = requestAnimationFrame(paint);
  };
  const fit = (): void => {
    if (shown !== null) camera = fitted(shown.picture, box.clientWidth, box.clientHeight);
    soon();
  };
  const look = (next: Camera): void => {
    camera = next;
    soon();
  };
  const measure = new ResizeObserver(fit);
  measure.observe(box);
  const stop = listen(
    canvas,
    () => camera,
    look,
    (x, y) => {
      if (shown === null) return;
      const node = nodeAt(shown.picture, camera, x, y);
      const edge = node === null ? edgeAt(shown.picture, camera, x, y) : null;
      onPick(node !== null ? { kind: 'node', place: node } : edge !== null ? { kind: 'edge', place: edge } : null);
    },
  );
  return {
    show(picture, inks, anew) {
      shown = { picture, inks };
      fresh = true;
      if (anew) fit();
      else soon();
    },
    pick(next) {
      picked = next;
      soon();
    },
    zoom: (factor) => look(zoomedAbout(camera, box.clientWidth / 2, box.clientHeight / 2, factor)),
    fit,
    close() {
      stop();
      measure.disconnect();
      cancelAnimationFrame(frame);
      canvas.remove();
    },
  };
}

/** Wheel, drag, pinch and click. */
function listen(
  canvas: HTMLCanvasElement,
  camera: () => Camera,
  look: (camera: Camera) => void,
  onClick: (x: number, y: number) => void,
): () => void {
  const pointers = new Map<number, readonly [x: number, y: number]>();
  let moved = false;
  const place = (event: MouseEvent): readonly [x: number, y: number] => {
    const { left, top } = canvas.getBoundingClientRect();
    return [event.clientX - left, event.clientY - top];
  };
  const wheel = (event: WheelEvent): void => {
    event.preventDefault();
    const unit = event.deltaMode === 1 ? 16 : 1;
    const [x, y] = place(event);
    look(zoomedAbout(camera(), x, y, Math.exp(-event.deltaY * unit * (event.ctrlKey ? 0.01 : 0.0016))));
  };
  const down = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    canvas.setPointerCapture(event.pointerId);
    pointers.set(event.pointerId, place(event));
    moved = pointers.size > 1;
  };
  const move = (event: PointerEvent): void => {
    const before = pointers.get(event.pointerId);
    if (before === undefined) return;
    const [x, y] = place(event);
    const other = [...pointers].find(([id]) => id !== event.pointerId)?.[1];
    if (other !== undefined) {
      const apart = (at: readonly [number, number]): number =>
        Math.max(10, Math.hypot(at[0] - other[0], at[1] - other[1]));
      look(zoomedAbout(camera(), (x + other[0]) / 2, (y + other[1]) / 2, apart([x, y]) / apart(before)));
    } else {
      if (!moved && Math.hypot(x - before[0], y - before[1]) < 4) return;
      moved = true;
      const { left, top, scale } = camera();
      look({ left: left + x - before[0], top: top + y - before[1], scale });
    }
    pointers.set(event.pointerId, [x, y]);
  };
  const up = (event: PointerEvent): void => {
    if (!pointers.delete(event.pointerId)) return;
    if (!moved && event.type === 'pointerup') onClick(...place(event));
  };
  canvas.addEventListener('wheel', wheel, { passive: false });
  canvas.addEventListener('pointerdown', down);
  canvas.addEventListener('pointermove', move);
  canvas.addEventListener('pointerup', up);
  canvas.addEventListener('pointercancel', up);
  return () => {
    canvas.removeEventListener('wheel', wheel);
    canvas.removeEventListener('pointerdown', down);
    canvas.removeEventListener('pointermove', move);
    canvas.removeEventListener('pointerup', up);
    canvas.removeEventListener('pointercancel', up);
  };
}
