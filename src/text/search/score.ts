/**
 * BM25 with weighted columns (Robertson, Zaragoza and Taylor 2004, "Simple BM25 extension to multiple weighted fields";
 * Robertson and Zaragoza 2009, "The Probabilistic Relevance Framework", 3.4 and 3.6):
 *
 *     score(d) = Σ over terms t of  idf(t) · tf(t, d) / (tf(t, d) + k1 · (1 − b + b · length(d) / mean length))
 *     idf(t)   = ln(1 + (N − n(t) + 0.5) / (n(t) + 0.5))
 *     tf(t, d) = Σ over columns of weight · how often t stands there
 *
 * N, n(t) and the mean length are those of all shards of all segments together, so a score does not depend on how documents
 * are cut. Lengths are characters with the weights of their columns. The 1 in the logarithm keeps words that most documents
 * have from counting against them.
 */
import { TEXT_COLUMNS, type TextColumn } from '../document.ts';
import { COLUMN_WEIGHTS } from '../weights.ts';
import type { OpenShard, Term } from './shard.ts';

/** How soon a word that is repeated stops counting more. */
const K1 = 1.2;
/** How much a long document is held against its words; 0.75 is the usual value for both. */
const B = 0.75;

export interface ScoreTerm extends Term {
  /** Where it counts; null: everywhere. */
  readonly column: TextColumn | null;
  /** Its idf; 0 as long as it is not known. */
  readonly idf: number;
}

export interface Scored {
  readonly rank: number;
  readonly score: number;
}

/** How much a term says that n of N documents have. */
export function inverseFrequency(n: number, documents: number): number {
  return Math.log(1 + (documents - n + 0.5) / (n + 0.5));
}

/** How many documents of a shard have each term. */
export function termCounts(shard: OpenShard, terms: readonly ScoreTerm[]): number[] {
  return terms.map(({ table, word, prefix, column }) => {
    const phrase = `"${word}"${prefix ? ' *' : ''}`;
    return shard.count({
      kind: 'match',
      table,
      expression: column === null ? phrase : `${column} : ${phrase}`,
      depth: 0,
    });
  });
}

/** Weighted frequencies of a term by rank. */
function frequencies(shard: OpenShard, term: ScoreTerm): Float64Array {
  const found = new Float64Array(shard.records.length);
  for (const place of shard.places(term)) {
    const column = TEXT_COLUMNS[place & 3]!;
    if (term.column === null || term.column === column) found[place >>> 2]! += COLUMN_WEIGHTS[column];
  }
  return found;
}

/**
 * Scores of some documents, best first; of equal ones the newest first.
 * @param ranks falling
 * @param meanLength of all documents of all segments
 */
export function scores(
  shard: OpenShard,
  ranks: readonly number[],
  terms: readonly ScoreTerm[],
  meanLength: number,
): Scored[] {
  if (ranks.length === 0) return [];
  const { lengths } = shard;
  const sums = new Float64Array(ranks.length);
  for (const term of terms) {
    const found = frequencies(shard, term);
    for (const [i, rank] of ranks.entries()) {
      const often = found[rank]!;
      if (often === 0) continue;
      sums[i]! += (term.idf * often) / (often + K1 * (1 - B + (B * lengths[rank]!) / meanLength));
    }
  }
  return ranks.map((rank, i) => ({ rank, score: sums[i]! })).sort((a, b) => b.score - a.score || b.rank - a.rank);
}
