/** Wheel, drag, pinch and brush on the timeline. */
import { between, panned, type TimeView, timeAt, zoomed } from '../../charts/view.ts';

export interface Gestured {
  readonly view: () => TimeView;
  readonly move: (view: TimeView) => void;
  readonly limits: () => TimeView;
  /** Whether a drag that begins at this height brushes; elsewhere it pans. */
  readonly brushes: (y: number) => boolean;
  /** While one brushes, and at its end. */
  readonly onBrush: (span: TimeView, done: boolean) => void;
  /** A click or tap that did not drag. */
  readonly onPick: (x: number, y: number) => void;
}

/** Pixels that a finger moves when it means to stay. */
const STILL = 5;

interface Drag {
  readonly kind: 'pan' | 'brush';
  readonly x: number;
  readonly y: number;
  readonly view: TimeView;
  moved: boolean;
}

/** Listens on an element; the answer takes it back. */
export function listenForGestures(element: HTMLElement, on: Gestured): () => void {
  const pointers = new Map<number, number>();
  let drag: Drag | null = null;
  let pinch: { readonly apart: number; readonly middle: number; readonly view: TimeView } | null = null;
  const place = (event: MouseEvent): readonly [x: number, y: number, width: number] => {
    const box = element.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top, box.width];
  };
  const wheel = (event: WheelEvent): void => {
    const next = wheeled(event, place(event), on);
    // At the widest view the wheel scrolls the page again.
    if (next.from === on.view().from && next.to === on.view().to) return;
    event.preventDefault();
    on.move(next);
  };
  const down = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    const [x, y, width] = place(event);
    pointers.set(event.pointerId, x);
    element.setPointerCapture(event.pointerId);
    if (pointers.size === 2) {
      const [one, other] = [...pointers.values()] as [number, number];
      const middle = timeAt(on.view(), width, (one + other) / 2);
      pinch = { apart: Math.abs(one - other), middle, view: on.view() };
      drag = null;
    } else drag = { kind: on.brushes(y) || event.shiftKey ? 'brush' : 'pan', x, y, view: on.view(), moved: false };
  };
  const moved = (event: PointerEvent): void => {
    if (!pointers.has(event.pointerId)) return;
    const [x, , width] = place(event);
    pointers.set(event.pointerId, x);
    if (pinch !== null && pointers.size === 2) {
      const [one, other] = [...pointers.values()] as [number, number];
      const factor = pinch.apart / Math.max(10, Math.abs(one - other));
      on.move(zoomed(pinch.view, pinch.middle, factor, on.limits()));
    } else if (drag !== null) {
      drag.moved ||= Math.abs(x - drag.x) > STILL;
      if (drag.moved) dragged(drag, x, width, on, false);
    }
  };
  const up = (event: PointerEvent): void => {
    if (!pointers.delete(event.pointerId)) return;
    const [x, y, width] = place(event);
    if (drag !== null && event.type === 'pointerup') {
      if (drag.moved) dragged(drag, x, width, on, true);
      else on.onPick(x, y);
    }
    drag = null;
    pinch = null;
  };
  element.addEventListener('wheel', wheel, { passive: false });
  element.addEventListener('pointerdown', down);
  element.addEventListener('pointermove', moved);
  element.addEventListener('pointerup', up);
  element.addEventListener('pointercancel', up);
  return () => {
    element.removeEventListener('wheel', wheel);
    element.removeEventListener('pointerdown', down);
    element.removeEventListener('pointermove', moved);
    element.removeEventListener('pointerup', up);
    element.removeEventListener('pointercancel', up);
  };
}

function dragged(drag: Drag, x: number, width: number, on: Gestured, done: boolean): void {
  if (drag.kind === 'brush') {
    on.onBrush(between(timeAt(drag.view, width, drag.x), timeAt(drag.view, width, x)), done);
  } else on.move(panned(drag.view, timeAt(drag.view, width, drag.x) - timeAt(drag.view, width, x), on.limits()));
}

function wheeled(event: WheelEvent, [x, , width]: readonly [number, number, number], on: Gestured): TimeView {
  // Lines and pages, which some mice count in, as pixels.
  const unit = event.deltaMode === 1 ? 16 : event.deltaMode === 2 ? 400 : 1;
  const [sideways, along] = event.shiftKey ? [event.deltaY || event.deltaX, 0] : [event.deltaX, event.deltaY];
  const view = on.view();
  if (Math.abs(sideways) > Math.abs(along)) {
    return panned(view, ((sideways * unit) / width) * (view.to - view.from), on.limits());
  }
  // A pinch on a touchpad comes as a wheel with Ctrl and small steps.
  const factor = Math.exp(along * unit * (event.ctrlKey ? 0.01 : 0.0016));
  return zoomed(view, timeAt(view, width, x), factor, on.limits());
}
