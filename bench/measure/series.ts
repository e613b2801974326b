/** Several ways of doing one job, run in turn, so that what else the machine does falls on all of them alike. */
import { type Cost, measure, type Program } from './process.ts';

export interface Contestant {
  readonly name: string;
  /** What one run does: items of the benchmark's unit. */
  readonly items: number;
  /** Makes ready what a run needs; not measured. */
  prepare(): Program | Promise<Program>;
  /** Looks at what a run left behind, and clears it away. @throws Error when it is wrong */
  finish?(cost: Cost): unknown;
}

export interface Spread {
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

export interface Line {
  readonly name: string;
  readonly items: number;
  readonly runs: number;
  /** Seconds. */
  readonly wall: Spread;
  readonly processor: Spread;
  /** MiB; null where it could not be seen. */
  readonly peak: Spread | null;
  /** Items a second, from the median of wall. */
  readonly rate: number;
  /** Seconds of parts of the run that the program itself timed. */
  readonly parts: Readonly<{ [part: string]: Spread }>;
}

/** @returns median (mean of the two in the middle), least and most of a list that is not empty */
export function spread(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1]!, sorted[sorted.length >> 1]!];
  return { median: (low + high) / 2, least: sorted[0]!, most: sorted.at(-1)! };
}

/** Parts that a program timed: the last line of its output, when that is a JSON object of seconds by name. */
function partsOf(output: string): { [part: string]: number } {
  const last = output.trimEnd().split('\n').at(-1) ?? '';
  return last.startsWith('{"seconds":') ? (JSON.parse(last) as { seconds: { [part: string]: number } }).seconds : {};
}

function lineOf({ name, items }: Contestant, costs: readonly Cost[]): Line {
  const wall = spread(costs.map((cost) => cost.wall));
  const peaks = costs.map((cost) => cost.peak).filter((peak) => peak !== null);
  const parts = costs.map((cost) => partsOf(cost.output));
  return {
    name,
    items,
    runs: costs.length,
    wall,
    processor: spread(costs.map((cost) => cost.processor)),
    peak: peaks.length === 0 ? null : spread(peaks),
    rate: items / wall.median,
    parts: Object.fromEntries(
      Object.keys(parts[0] ?? {}).map((part) => [part, spread(parts.map((seconds) => seconds[part]!))]),
    ),
  };
}

/**
 * Runs all contestants `runs` times: forwards, then backwards, and so on.
 * @param say gets one line of text after each run
 */
export async function compare(
  contestants: readonly Contestant[],
  runs: number,
  say: (text: string) => void,
): Promise<Line[]> {
  const costs = new Map<Contestant, Cost[]>(contestants.map((contestant) => [contestant, []]));
  for (let run = 0; run < runs; run++) {
    for (const contestant of run % 2 === 0 ? contestants : contestants.toReversed()) {
      const cost = await measure(await contestant.prepare());
      await contestant.finish?.(cost);
      costs.get(contestant)!.push(cost);
      const peak = cost.peak === null ? '' : `, ${cost.peak.toFixed(0)} MiB`;
      say(`${contestant.name}: ${cost.wall.toFixed(2)} s, ${cost.processor.toFixed(2)} s of processor${peak}`);
    }
  }
  return contestants.map((contestant) => lineOf(contestant, costs.get(contestant)!));
}
