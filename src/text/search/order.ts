/**
 * The order of answers: documents with believed times before those without; dated ones by time, then by segment, shard and
 * rank; doubtful ones by segment, shard and rank. Everything falls: the newest is first.
 */

/** A shard among all that are open. */
export interface ShardRef {
  readonly segment: number;
  /** Its place in the segment. */
  readonly shard: number;
  readonly documents: number;
  readonly doubtful: boolean;
  /** Times of the first and last document; not looked at in doubtful ones. */
  readonly first: number;
  readonly last: number;
}

/** A document's place in the order. */
export interface Position {
  readonly doubtful: boolean;
  /** Epoch seconds UTC; not looked at in doubtful ones. */
  readonly time: number;
  readonly segment: number;
  readonly shard: number;
  readonly rank: number;
}

/** Negative where a comes before b in answers. */
export function byPosition(a: Position, b: Position): number {
  if (a.doubtful !== b.doubtful) return a.doubtful ? 1 : -1;
  if (!a.doubtful && a.time !== b.time) return b.time - a.time;
  return b.segment - a.segment || b.shard - a.shard || b.rank - a.rank;
}

/** The place that the newest document of a shard has or that is before it. */
export function top({ doubtful, last, segment, shard, documents }: ShardRef): Position {
  return { doubtful, time: last, segment, shard, rank: documents };
}

/** The place that the oldest document of a shard has or that is behind it. */
export function bottom({ doubtful, first, segment, shard }: ShardRef): Position {
  return { doubtful, time: first, segment, shard, rank: 0 };
}

/** How many times are less than one (or equal to it, where that is wanted). */
function earlier(times: Float64Array, time: number, orEqual: boolean): number {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (times[middle]! < time || (orEqual && times[middle] === time)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Ranks of a shard from 0 up to this one, exclusive, come behind a place. @param times of the shard, by rank */
export function ranksBehind(ref: ShardRef, after: Position | null, times: Float64Array): number {
  if (after === null) return ref.documents;
  if (ref.doubtful !== after.doubtful) return ref.doubtful ? ref.documents : 0;
  const side = ref.segment - after.segment || ref.shard - after.shard;
  if (side === 0) return Math.min(after.rank, ref.documents);
  if (ref.doubtful) return side < 0 ? ref.documents : 0;
  return earlier(times, after.time, side < 0);
}

/**
 * How a place is written into the address of the next page. Time is written as JavaScript writes numbers, which reads back
 * as the same one.
 */
export function cursorOf({ doubtful, time, segment, shard, rank }: Position): string {
  return [doubtful ? 'doubtful' : String(time), segment, shard, rank].join('_');
}

/** Reads one back. @returns null where it is none: what comes back from outside may be anything */
export function positionOf(cursor: string): Position | null {
  const match = /^(doubtful|-?\d{1,21}(?:\.\d{1,20})?(?:e[+-]\d{1,3})?)_(\d{1,9})_(\d{1,9})_(\d{1,9})$/.exec(cursor);
  if (match === null) return null;
  const [segment, shard, rank] = match.slice(2).map(Number) as [number, number, number];
  const doubtful = match[1] === 'doubtful';
  return { doubtful, time: doubtful ? Number.NaN : Number(match[1]), segment, shard, rank };
}
