/** What is asked of one shard, and what it answers. Everything here can be moved between threads. */
import { damage, type TextDamage } from '../damage.ts';
import { unreadable } from '../sqlite.ts';
import { type Position, ranksBehind, type ShardRef } from './order.ts';
import type { Plan } from './plan.ts';
import { type Scored, type ScoreTerm, scores, termCounts } from './score.ts';
import { OpenShard, type SegmentSets, TornShard } from './shard.ts';

/** A shard on disk. */
export interface ShardPlace {
  readonly path: string;
  readonly documents: number;
}

export type ShardJob =
  /** The newest hits behind a place of the order, and how many there are in all. */
  | {
      readonly kind: 'page';
      readonly plan: Plan;
      readonly sets: SegmentSets;
      readonly ref: ShardRef;
      readonly after: Position | null;
      readonly limit: number;
      readonly count: boolean;
    }
  /** How many documents have each term. */
  | { readonly kind: 'terms'; readonly terms: readonly ScoreTerm[] }
  /** The best hits. */
  | {
      readonly kind: 'best';
      readonly plan: Plan;
      readonly sets: SegmentSets;
      readonly terms: readonly ScoreTerm[];
      readonly meanLength: number;
      readonly limit: number;
    };

/** Hits in the order asked for. */
export interface ShardHits {
  readonly ranks: readonly number[];
  readonly records: readonly number[];
  readonly times: readonly number[];
  readonly scores: readonly number[];
  /** Hits in the shard, on all pages; 0 when they were not counted. */
  readonly count: number;
}

export type ShardAnswer = ShardHits | { readonly documents: readonly number[] };

/** Answers a job. */
function answered(shard: OpenShard, job: ShardJob): ShardAnswer {
  if (job.kind === 'terms') return { documents: termCounts(shard, job.terms) };
  if (job.kind === 'best') {
    const found = shard.found(job.plan, job.sets);
    const best = scores(shard, found.below(found.size, found.size), job.terms, job.meanLength).slice(0, job.limit);
    return hits(shard, best, found.count());
  }
  const { plan, sets, ref, after, limit, count } = job;
  const below = ranksBehind(ref, after, shard.times);
  if (plan.kind === 'match' && sets.within === null) {
    const ranks = limit > 0 ? shard.newest(plan, below, limit) : [];
    return hits(shard, unscored(ranks), count ? shard.count(plan) : 0);
  }
  const found = shard.found(plan, sets);
  return hits(shard, unscored(found.below(below, limit)), count ? found.count() : 0);
}

function unscored(ranks: readonly number[]): Scored[] {
  return ranks.map((rank) => ({ rank, score: 0 }));
}

function hits(shard: OpenShard, found: readonly Scored[], count: number): ShardHits {
  return {
    ranks: found.map(({ rank }) => rank),
    records: found.map(({ rank }) => shard.records[rank]!),
    times: found.map(({ rank }) => shard.times[rank]!),
    scores: found.map(({ score }) => score),
    count,
  };
}

/** Shards of one thread; opened when they are first asked, and then kept open. */
export class Shards {
  readonly #places: readonly ShardPlace[];
  readonly #open = new Map<number, OpenShard>();

  constructor(places: readonly ShardPlace[]) {
    this.#places = places;
  }

  /** @param shard its place in the list */
  answer(shard: number, job: ShardJob): ShardAnswer | TextDamage {
    const place = this.#places[shard]!;
    try {
      let open = this.#open.get(shard);
      if (open === undefined) {
        open = new OpenShard(place.path, place.documents);
        this.#open.set(shard, open);
      }
      return answered(open, job);
    } catch (error) {
      const message = error instanceof TornShard ? error.message : unreadable(error);
      if (message === null) throw error;
      return damage(place.path, message);
    }
  }

  close(): void {
    for (const shard of this.#open.values()) shard.close();
    this.#open.clear();
  }
}
