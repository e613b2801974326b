/** The marks of a time axis: where they stand in a zone, and what they say in two lines. */
import { type OffsetAt, type Step, startOf, startsIn, usualSeconds } from './calendar.ts';
import type { TimeView } from './view.ts';

export interface Tick {
  /** Epoch seconds UTC. */
  readonly at: number;
  /** The finer part: `14:30`, `3`, `Mar`, `2031`. */
  readonly label: string;
  /** The coarser part, where it begins or the axis does: `2031-03-02`, `Mar 2031`, `2031`; null elsewhere. */
  readonly under: string | null;
}

const STEPS: readonly Step[] = [
  { unit: 'minute', count: 1 },
  { unit: 'minute', count: 5 },
  { unit: 'minute', count: 15 },
  { unit: 'minute', count: 30 },
  { unit: 'hour', count: 1 },
  { unit: 'hour', count: 3 },
  { unit: 'hour', count: 6 },
  { unit: 'hour', count: 12 },
  { unit: 'day', count: 1 },
  { unit: 'week', count: 1 },
  { unit: 'month', count: 1 },
  { unit: 'month', count: 3 },
  { unit: 'year', count: 1 },
  { unit: 'year', count: 2 },
  { unit: 'year', count: 5 },
  { unit: 'year', count: 10 },
  { unit: 'year', count: 50 },
  { unit: 'year', count: 100 },
];

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** The finest step whose labels do not touch: `room` pixels apart at least. */
export function stepFor(view: TimeView, width: number, room: number): Step {
  const seconds = ((view.to - view.from) / Math.max(width, 1)) * room;
  return STEPS.find((step) => usualSeconds(step) >= seconds) ?? STEPS.at(-1)!;
}

/**
 * The ticks of a view in a zone.
 * @param width of the axis in pixels
 * @param room least pixels from one label to the next
 * @returns in order of time; the first bears its coarser part even when that began before the view
 */
export function ticksOf(view: TimeView, width: number, offsetAt: OffsetAt, room = 64): Tick[] {
  const step = stepFor(view, width, room);
  let above: string | null = null;
  return startsIn(step, view.from, view.to, offsetAt).map((at) => {
    const [label, under] = words(step, at + offsetAt(at));
    const tick = { at, label, under: under === above ? null : under };
    above = under;
    return tick;
  });
}

/** Starts of the next coarser unit, drawn as heavier lines: days under hours, months under days, years under months. */
export function heavyLines(view: TimeView, width: number, offsetAt: OffsetAt, room = 64): number[] {
  const { unit, count } = stepFor(view, width, room);
  if (unit === 'year') return [];
  const coarser: Step =
    unit === 'month'
      ? { unit: 'year', count: 1 }
      : unit === 'day' || unit === 'week'
        ? { unit: 'month', count: 1 }
        : { unit: 'day', count: 1 };
  return usualSeconds(coarser) > usualSeconds({ unit, count })
    ? startsIn(coarser, view.from, view.to, offsetAt)
    : [startOf(coarser, view.from, offsetAt)];
}

function words(step: Step, local: number): readonly [label: string, under: string | null] {
  const date = new Date(local * 1000);
  const year = String(date.getUTCFullYear());
  const month = MONTHS[date.getUTCMonth()]!;
  const day = String(date.getUTCDate());
  switch (step.unit) {
    case 'minute':
    case 'hour':
      return [`${two(date.getUTCHours())}:${two(date.getUTCMinutes())}`, `${day} ${month} ${year}`];
    case 'day':
    case 'week':
      return [day, `${month} ${year}`];
    case 'month':
      return [month, year];
    case 'year':
      return [year, null];
  }
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
