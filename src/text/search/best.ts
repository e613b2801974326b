/** The best hits: scores of the newest ones, with frequencies of all shards together. */
import { isDamage, type TextDamage } from '../damage.ts';
import { type Found, foundIn } from './found.ts';
import type { ShardAnswer, ShardHits } from './job.ts';
import type { Search, ShardList } from './newest.ts';
import { byPosition } from './order.ts';
import type { SearchPage } from './request.ts';
import { inverseFrequency, type ScoreTerm } from './score.ts';

/**
 * Once so many hits are compared, older shards are left out: a score costs the engine a walk through all places of its words.
 */
const CANDIDATES = 50_000;
/** Pages further down are not put in order: nobody reads the thousandth best of them, and each page compares all again. */
const DEEPEST = 10_000;

/** What all documents together say. */
export interface Statistics {
  readonly documents: number;
  /** Sum of all lengths, with the weights of columns. */
  readonly weighted: number;
}

function offsetOf(after: string | null): number {
  const match = /^best_(\d{1,6})$/.exec(after ?? '');
  return match === null ? 0 : Number(match[1]);
}

/** The terms with their idf, from how many documents of all shards have them. */
async function weighed(
  { refs, executor }: ShardList,
  terms: readonly ScoreTerm[],
  documents: number,
): Promise<ScoreTerm[] | TextDamage> {
  const job = { kind: 'terms', terms } as const;
  const answers = await executor.ask(refs.map((_, shard) => ({ shard, job })));
  const counts = terms.map(() => 0);
  for (const answer of answers) {
    if (isDamage(answer)) return answer;
    for (const [i, count] of (answer as { readonly documents: readonly number[] }).documents.entries())
      counts[i]! += count;
  }
  return terms.map((term, i) => ({ ...term, idf: inverseFrequency(counts[i]!, documents) }));
}

/**
 * Answers with the best hits; of equal ones the newest first. Where there are more than some 50,000, the newest shards are
 * compared, and the page says how many hits that were.
 */
export async function bestHits(
  list: ShardList,
  search: Search,
  terms: readonly ScoreTerm[],
  statistics: Statistics,
): Promise<SearchPage | TextDamage> {
  const known = await weighed(list, terms, statistics.documents);
  if ('damaged' in known) return known;
  const { refs, executor } = list;
  const meanLength = Math.max(1, statistics.weighted) / Math.max(1, statistics.documents);
  const offset = Math.min(offsetOf(search.after), DEEPEST);
  const limit = Math.min(offset + search.limit, DEEPEST) + 1;
  let best: Found[] = [];
  let compared = 0;
  let at = 0;
  while (at < refs.length && compared < CANDIDATES) {
    const batch = refs.slice(at, at + executor.width);
    const questions = batch.map(({ segment }, i) => {
      const sets = search.sets[segment]!;
      return {
        shard: at + i,
        job: { kind: 'best', plan: search.plan, sets, terms: known, meanLength, limit } as const,
      };
    });
    const answers: readonly (ShardAnswer | TextDamage)[] = await executor.ask(questions);
    for (const [i, answer] of answers.entries()) {
      if (isDamage(answer)) return answer;
      // How many threads there are must not show: what a lone one would not have asked is thrown away.
      if (compared >= CANDIDATES) break;
      const hits = answer as ShardHits;
      compared += hits.count;
      best = [...best, ...foundIn(batch[i]!, hits)].sort(byScore).slice(0, limit);
      at++;
    }
  }
  const hits = best.slice(offset, offset + search.limit).map(({ hit }) => hit);
  const end = offset + hits.length;
  const next = best.length > end && end < DEEPEST ? `best_${end}` : null;
  return { hits, next, total: compared, exact: at === refs.length, ranked: compared };
}

function byScore(a: Found, b: Found): number {
  return b.hit.score - a.hit.score || byPosition(a, b);
}
