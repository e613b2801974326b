/** The canvas of the timeline: its size, what of it is seen, and a frame whenever either or the scene changes. */
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type Painter, painterOf } from '../../charts/heat/paint.ts';
import type { Bins, Scene } from '../../charts/heat/scene.ts';
import type { TimeView } from '../../charts/view.ts';

export interface Stage {
  readonly canvas: { current: HTMLCanvasElement | null };
  readonly frame: { current: HTMLDivElement | null };
  /** CSS pixels; 0 until it is measured. */
  readonly width: number;
  /** What is seen now. Not state: it changes with every move of the pointer, and only the canvas follows that fast. */
  readonly view: () => TimeView;
  readonly move: (view: TimeView) => void;
}

/** Milliseconds without a move until a view rests. */
const REST = 120;

/**
 * @param scene what is drawn; null draws nothing yet
 * @param onRest told of the view that is seen and of the chart's width in pixels, once both rest
 */
export function useStage(scene: Scene | null, first: TimeView, onRest: (view: TimeView, width: number) => void): Stage {
  const canvas = useRef<HTMLCanvasElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  const now = useRef({
    view: first,
    scene,
    width,
    onRest,
    painter: null as Painter | null,
    frame: 0,
    marked: null as Bins | null,
  });
  Object.assign(now.current, { scene, width, onRest });
  const rest = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const paint = useRef((): void => {
    const { painter, scene, view, width } = now.current;
    now.current.frame = 0;
    if (painter === null || scene === null || width === 0) return;
    painter(scene, view, width);
    if (scene.bins === null || scene.bins === now.current.marked) return;
    now.current.marked = scene.bins;
    // What measurements wait for: the bins of an answer have been painted.
    performance.mark('timeline-drawn');
  });
  const soon = useRef((): void => {
    if (now.current.frame === 0) now.current.frame = requestAnimationFrame(paint.current);
  });
  const move = useRef((view: TimeView): void => {
    now.current.view = view;
    soon.current();
    clearTimeout(rest.current);
    rest.current = setTimeout(() => now.current.onRest(now.current.view, now.current.width), REST);
  });
  useLayoutEffect(() => {
    const measure = new ResizeObserver(() => setWidth(frame.current?.clientWidth ?? 0));
    if (frame.current !== null) measure.observe(frame.current);
    if (canvas.current !== null) now.current.painter = painterOf(canvas.current);
    return () => {
      measure.disconnect();
      clearTimeout(rest.current);
      cancelAnimationFrame(now.current.frame);
      now.current.frame = 0;
    };
  }, []);
  // Painted before the browser shows the new size, or the old picture would be seen stretched for a frame.
  useLayoutEffect(() => paint.current(), [scene, width]);
  useEffect(() => {
    if (width > 0) now.current.onRest(now.current.view, width);
  }, [width]);
  return { canvas, frame, width, view: () => now.current.view, move: move.current };
}
