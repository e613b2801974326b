/** The span of time that a chart shows, and what zooming and panning do to it. Times are epoch seconds UTC, places pixels. */

export interface TimeView {
  readonly from: number;
  /** Always later than `from`. */
  readonly to: number;
}

/** Nothing in a record is finer than a second; a view of five minutes still shows each of them apart. */
export const SHORTEST_VIEW = 300;

/**
 * Where an instant stands in a chart.
 * @param width of the chart in pixels
 * @returns pixels from its left edge; outside of 0 to `width` when the instant is outside of the view
 */
export function xOf(view: TimeView, width: number, time: number): number {
  return ((time - view.from) / (view.to - view.from)) * width;
}

/** The instant at a pixel of a chart: the inverse of `xOf`, with a fraction of a second. */
export function timeAt(view: TimeView, width: number, x: number): number {
  return view.from + (x / width) * (view.to - view.from);
}

/**
 * Zooms about an instant, which stays where it is on the screen unless an edge of the limits is in the way.
 * @param factor of the span: 0.5 shows half as much, 2 twice as much
 * @param limits the widest view there is
 */
export function zoomed(view: TimeView, about: number, factor: number, limits: TimeView): TimeView {
  const widest = limits.to - limits.from;
  const span = view.to - view.from;
  const wanted = Math.min(Math.max(span * factor, Math.min(SHORTEST_VIEW, widest)), widest);
  const share = (about - view.from) / span;
  return within({ from: about - share * wanted, to: about + (1 - share) * wanted }, limits);
}

/** Moves a view by so many seconds, stopping at the limits with its span unchanged. */
export function panned(view: TimeView, seconds: number, limits: TimeView): TimeView {
  return within({ from: view.from + seconds, to: view.to + seconds }, limits);
}

/** The view of the same span nearest to a given one that lies inside of the limits; the limits themselves when it is wider. */
export function within(view: TimeView, limits: TimeView): TimeView {
  const span = view.to - view.from;
  if (span >= limits.to - limits.from) return limits;
  if (view.from < limits.from) return { from: limits.from, to: limits.from + span };
  if (view.to > limits.to) return { from: limits.to - span, to: limits.to };
  return view;
}

/** Two ends in any order as a view: what a drag from one pixel to another selects; never empty. */
export function between(one: number, other: number): TimeView {
  const from = Math.floor(Math.min(one, other));
  return { from, to: Math.max(Math.ceil(Math.max(one, other)), from + 1) };
}
