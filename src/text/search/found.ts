/** A hit on its way into an answer. */
import type { ShardHits } from './job.ts';
import type { Position, ShardRef } from './order.ts';
import type { Hit } from './request.ts';

/** A hit with its place in the order of time. */
export interface Found extends Position {
  readonly hit: Hit;
}

/** The hits of a shard, with what the shard does not know of itself. */
export function foundIn({ segment, shard, doubtful }: ShardRef, answer: ShardHits): Found[] {
  return answer.ranks.map((rank, i) => {
    const time = answer.times[i]!;
    const hit = { segment, record: answer.records[i]!, time, score: answer.scores[i]! };
    return { doubtful, time, segment, shard, rank, hit };
  });
}
