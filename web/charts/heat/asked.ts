/** Which bins to ask for: more than is seen, so that panning finds them there, and the same ones for views that are alike. */
import type { TimeView } from '../view.ts';

/** Names of widths of bins, as /timeline/bins.json takes them. */
export type BinName = 'year' | 'quarter' | 'month' | 'week' | 'day' | 'six-hours' | 'hour' | 'ten-minutes' | 'minute';

const DAY = 86_400;

/** About how long they are, the finest first; in seconds. */
const WIDTHS: readonly (readonly [name: BinName, seconds: number])[] = [
  ['minute', 60],
  ['ten-minutes', 600],
  ['hour', 3600],
  ['six-hours', 21_600],
  ['day', DAY],
  ['week', 7 * DAY],
  ['month', 30.436875 * DAY],
  ['quarter', 91.310625 * DAY],
  ['year', 365.2425 * DAY],
];

/** The server refuses more than 2,000 bins; a month counts as its mean length here, hence the reserve. */
const MOST = 1800;

export interface AskedBins {
  /** Epoch seconds UTC. */
  readonly start: number;
  readonly end: number;
  readonly unit: BinName;
}

/**
 * The bins for a view. Spans go by powers of two and begin at their multiples, so that some moves are needed until others
 * are asked for.
 * @param limits all that there is
 * @param width pixels of the chart; a bin is some three pixels wide
 */
export function binsFor(view: TimeView, limits: TimeView, width: number): AskedBins {
  const whole = limits.to - limits.from;
  let span = 512;
  while (span < view.to - view.from) span *= 2;
  const first = Math.floor(view.from / span) * span;
  const start = span >= whole ? limits.from : Math.max(limits.from, first - span / 2);
  const end = span >= whole ? limits.to : Math.min(limits.to, first + 2.5 * span);
  const most = Math.min(MOST, Math.max(100, Math.ceil(width)));
  const least = (end - start) / most;
  const unit = WIDTHS.find(([, seconds]) => seconds >= least && seconds >= span / Math.max(120, width / 2));
  return { start: Math.floor(start), end: Math.ceil(end), unit: unit?.[0] ?? 'year' };
}

/** Name of a width in words: `one day`, for the legend. */
export function binWords(unit: BinName): string {
  return unit === 'six-hours' ? 'six hours' : unit === 'ten-minutes' ? 'ten minutes' : `one ${unit}`;
}
