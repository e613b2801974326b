/** Made-up contacts of pairs whose rate does not change, or changes by a known factor on a known day. */
import {
  type Comparison,
  compareRates,
  type RateLimits,
  type Untestable,
} from '../../../src/detectors/rates/compare.ts';
import type { DatedContact } from '../../../src/detectors/rates/series.ts';

/** Draws that are the same for the same seed (mulberry32). */
export function draws(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function poisson(mean: number, draw: () => number): number {
  const u = draw();
  let probability = Math.exp(-mean);
  let sum = probability;
  let k = 0;
  while (u > sum && k < 1000) {
    k++;
    probability *= mean / k;
    sum += probability;
  }
  return k;
}

/** poisson: every contact by itself. weekdays: few on weekends. threads: weekdays, and three contacts a thread on average, days apart. */
export type Rhythm = 'poisson' | 'weekdays' | 'threads';

/** Layout of a world in days: the event's day lies between the days before and the days after. */
export interface Layout {
  /** Covered days before and after, and how many of them are compared at most on each side. */
  readonly before: number;
  readonly after: number;
  readonly compared: number;
}

const THREAD = 3;
const EVENT = 20_000;

/** Days of contacts, from the first covered day on. @param rate contacts a day, by day of the world */
function contactDays(rhythm: Rhythm, length: number, rate: (day: number) => number, draw: () => number): number[] {
  const size = rhythm === 'threads' ? THREAD : 1;
  const days: number[] = [];
  // Threads that began before the first day go on in it.
  for (let day = -35; day < length; day++) {
    const weekday = ((day % 7) + 7) % 7;
    const share = rhythm === 'poisson' ? 1 : weekday < 5 ? 1.3 : 0.25;
    for (let thread = poisson((rate(Math.max(0, day)) * share) / size, draw); thread > 0; thread--) {
      for (let at = day; ; at -= Math.log(1 - draw())) {
        if (at >= 0 && at < length) days.push(Math.floor(at));
        if (draw() < 1 / size) break;
      }
    }
  }
  return days;
}

/**
 * One pair in a world.
 * @param factor rate after over rate before
 */
export function comparedWorld(
  rhythm: Rhythm,
  layout: Layout,
  perDay: number,
  factor: number,
  draw: () => number,
): Comparison | Untestable {
  const { before, after, compared } = layout;
  const first = EVENT - before;
  const days = contactDays(rhythm, before + 1 + after, (day) => (day > before ? factor * perDay : perDay), draw);
  const contacts = days.map((day, no): DatedContact => ({ no, channel: 1, first: first + day, last: first + day }));
  const covered = [{ from: first, to: EVENT + after }];
  const limits: RateLimits = { mostDays: { before: compared, after: compared }, leastDays: 14, level: 50 };
  const exposed = [{ channel: 1, days: covered, whole: covered, changes: [] }];
  return compareRates(exposed, { from: EVENT, to: EVENT }, contacts, false, limits);
}

/** The p that decides; 1 where nothing can be told. */
export function decidingP(compared: Comparison | Untestable): number {
  return 'p' in compared ? compared.p : 1;
}
