/** The newest hits: shard after shard, until the page is full and enough hits are counted. */
import { isDamage, type TextDamage } from '../damage.ts';
import type { Executor, ShardQuestion } from './executor.ts';
import { type Found, foundIn } from './found.ts';
import type { ShardHits } from './job.ts';
import { bottom, byPosition, cursorOf, type Position, positionOf, type ShardRef, top } from './order.ts';
import type { Plan } from './plan.ts';
import type { SearchPage } from './request.ts';
import type { SegmentSets } from './shard.ts';

/** What is looked for, for both orders of answers. */
export interface Search {
  readonly plan: Plan;
  /** By segment. */
  readonly sets: readonly SegmentSets[];
  readonly limit: number;
  readonly after: string | null;
  readonly countUpTo: number;
}

/** All open shards, those with the newest documents first. */
export interface ShardList {
  readonly refs: readonly ShardRef[];
  readonly executor: Executor;
}

/** One search on its way through the shards. */
class NewestFirst {
  readonly #search: Search;
  readonly #after: Position | null;
  #found: Found[] = [];
  #total = 0;

  constructor(search: Search) {
    this.#search = search;
    this.#after = search.after === null ? null : positionOf(search.after);
  }

  /** Hits of a shard that can still come onto the page; one more tells whether there is a next page. */
  #limitIn(ref: ShardRef): number {
    if (this.#after !== null && byPosition(this.#after, bottom(ref)) >= 0) return 0;
    const { limit } = this.#search;
    const worst = this.#found[limit];
    return worst === undefined || byPosition(top(ref), worst) < 0 ? limit + 1 : 0;
  }

  /** Until there are more than is counted: neither how shards are cut nor how many threads ask them may show. */
  get #counting(): boolean {
    return this.#total <= this.#search.countUpTo;
  }

  /** Whether a shard has to be asked. */
  wants(ref: ShardRef): boolean {
    return this.#counting || this.#limitIn(ref) > 0;
  }

  question(ref: ShardRef, place: number): ShardQuestion {
    const { plan, sets } = this.#search;
    const job = {
      kind: 'page',
      plan,
      sets: sets[ref.segment]!,
      after: this.#after,
      ref,
      limit: this.#limitIn(ref),
      count: this.#counting,
    } as const;
    return { shard: place, job };
  }

  take(ref: ShardRef, answer: ShardHits): void {
    this.#total += answer.count;
    if (answer.ranks.length === 0) return;
    const all = [...this.#found, ...foundIn(ref, answer)].sort(byPosition);
    this.#found = all.slice(0, this.#search.limit + 1);
  }

  page(): SearchPage {
    const { limit, countUpTo } = this.#search;
    const shown = this.#found.slice(0, limit);
    const end = shown.at(-1);
    const next = this.#found.length > limit && end !== undefined ? cursorOf(end) : null;
    const exact = this.#total <= countUpTo;
    const total = exact ? this.#total : countUpTo;
    return { hits: shown.map(({ hit }) => hit), next, total, exact, ranked: 0 };
  }
}

/** Answers with the newest hits. Shards are asked in growing batches: common words need one, rare ones all. */
export async function newestHits({ refs, executor }: ShardList, search: Search): Promise<SearchPage | TextDamage> {
  const state = new NewestFirst(search);
  let at = 0;
  // In this thread a batch would only be asked for more than is needed.
  const growth = executor.width === 1 ? 1 : 2;
  for (let batch = executor.width; at < refs.length; batch *= growth) {
    const wanted: number[] = [];
    for (; at < refs.length && wanted.length < batch; at++) if (state.wants(refs[at]!)) wanted.push(at);
    const answers = await executor.ask(wanted.map((place) => state.question(refs[place]!, place)));
    for (const [i, answer] of answers.entries()) {
      if (isDamage(answer)) return answer;
      state.take(refs[wanted[i]!]!, answer as ShardHits);
    }
  }
  return state.page();
}
