/** Opens segments and searches them. */
import { join } from 'node:path';
import type { TextDamage } from '../damage.ts';
import { readManifest, type SegmentManifest } from '../manifest.ts';
import { shardFile } from '../shard-file.ts';
import { bestHits, type Statistics } from './best.ts';
import { type Executor, inThisThread } from './executor.ts';
import { newestHits, type Search, type ShardList } from './newest.ts';
import { byPosition, type ShardRef, top } from './order.ts';
import { planOf } from './plan.ts';
import { inThreads } from './pool.ts';
import type { SearchPage, SearchRequest } from './request.ts';
import { scoreTerms } from './terms.ts';

/** Shards for which threads are not worth their start. */
const FEW = 4;
/** Of a segment for which nothing was given. */
const NONE = new Uint8Array(0);

export interface TextOptions {
  /** Threads that search besides this one; below 2, or where there are few shards, this thread does. */
  readonly threads: number;
}

/** Segments that are open; handles stay open until it is closed. */
export class TextIndex {
  readonly #list: ShardList;
  readonly #segments: number;
  readonly #statistics: Statistics;

  constructor(list: ShardList, segments: number, statistics: Statistics) {
    this.#list = list;
    this.#segments = segments;
    this.#statistics = statistics;
  }

  /** How many documents there are. */
  get documents(): number {
    return this.#statistics.documents;
  }

  /**
   * Searches.
   * @returns a page; damage where a shard turns out to be torn
   * @throws RangeError when the request has no set for a condition of its query: the caller's mistake
   */
  async search(request: SearchRequest): Promise<SearchPage | TextDamage> {
    const { query, conditions, within, limit, after, countUpTo, rank } = request;
    if (conditions.length !== query.conditions.length)
      throw new RangeError('each condition of a query needs its records');
    const sets = Array.from({ length: this.#segments }, (_, segment) => ({
      conditions: conditions.map((records) => records[segment] ?? NONE),
      within: within?.[segment] ?? null,
    }));
    const search: Search = { plan: planOf(query.root), sets, limit, after: after ?? null, countUpTo };
    return rank === true
      ? bestHits(this.#list, search, scoreTerms(query.root), this.#statistics)
      : newestHits(this.#list, search);
  }

  async close(): Promise<void> {
    await this.#list.executor.close();
  }
}

function refsOf(manifests: readonly SegmentManifest[]): ShardRef[] {
  return manifests.flatMap(({ shards }, segment) =>
    shards.map(({ shard, documents, doubtful, first, last }) => {
      const times = { first: first ?? Number.NaN, last: last ?? Number.NaN };
      return { segment, shard, documents, doubtful, ...times };
    }),
  );
}

/**
 * Opens segments. Cheap: it reads their manifests and looks at the lengths of their files, which are opened when they are
 * first asked.
 * @param folders in the order of the records that they hold: of two documents of one second, the later record comes first
 * @returns damage of the first segment that is not whole
 */
export async function openText(folders: readonly string[], options: TextOptions): Promise<TextIndex | TextDamage> {
  const manifests: SegmentManifest[] = [];
  for (const folder of folders) {
    const manifest = readManifest(folder);
    if ('damaged' in manifest) return manifest;
    manifests.push(manifest);
  }
  const refs = refsOf(manifests)
    .filter(({ documents }) => documents > 0)
    .sort((a, b) => byPosition(top(a), top(b)));
  const places = refs.map(({ segment, shard, documents }) => ({
    path: join(folders[segment]!, shardFile(shard)),
    documents,
  }));
  const few = options.threads < 2 || refs.length < FEW;
  const executor: Executor = few ? inThisThread(places) : inThreads(places, options.threads);
  const all = manifests.flatMap(({ shards }) => shards);
  const sum = (of: (shard: (typeof all)[number]) => number): number =>
    all.reduce((total, shard) => total + of(shard), 0);
  const statistics = { documents: sum(({ documents }) => documents), weighted: sum(({ weighted }) => weighted) };
  return new TextIndex({ refs, executor }, folders.length, statistics);
}
