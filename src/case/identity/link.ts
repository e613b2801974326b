/** Descriptions of people → who is one person: blocking, comparison, estimate, weights and clusters in their order. */
import {
  type Cluster,
  type ClusterLimits,
  clustersOf,
  NOTHING_SETTLED,
  type Settled,
} from '../../identity/linkage/clusters.ts';
import { type Estimate, estimate, type Pattern, type Picked } from '../../identity/linkage/estimate.ts';
import type { Field } from '../../identity/linkage/fields.ts';
import type { ScoredPairs } from '../../identity/linkage/pairs.ts';
import { BIT, type Weights, weightsOf } from '../../identity/linkage/weights.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import {
  allPairs,
  BLOCK_SIZES,
  blockKeys,
  CANDIDATE_PAIRS,
  PASSED_OVER,
  picksPairs,
} from '../../ledger/queries/identity/linkage/blocks.ts';
import {
  candidatePatterns,
  comparePairs,
  PART_PAIRS,
  peopleIn,
  pickedPatterns,
  randomPatterns,
  SCORED_PAIRS,
  scorePairs,
} from '../../ledger/queries/identity/linkage/scores.ts';

export interface LinkLimits extends ClusterLimits {
  /** A key that more share is passed over. */
  readonly mostInBlock: number;
  /** A key is passed over as well when keys so common would propose more pairs than these for each person, but never one of two. */
  readonly mostProposed: number;
  /** Up to so many pairs all are compared. */
  readonly mostPairs: number;
  /** Least weight of a pair that is kept. */
  readonly least: number;
  /** Pairs taken at random. */
  readonly randomPairs: number;
  /** A connected part of more is not compared wholly: in it only pairs that share a key can join. */
  readonly mostInPart: number;
}

/**
 * One default for every set of data. Two clusters join when the odds that their best pair is one person are two to one. A
 * description with several slips can be against others of its person by many bits while the rest hold it: so the
 * best pair must outweigh what all pairs on the average have against it, and none may be against it by more than twelve.
 */
export const DEFAULT_LINK_LIMITS: LinkLimits = {
  join: BIT,
  balance: 0,
  weakest: -12 * BIT,
  mostInBlock: 60,
  mostProposed: 24,
  mostPairs: 500_000,
  least: 0,
  randomPairs: 200_000,
  mostInPart: 400,
};

export interface Linked {
  readonly clusters: readonly Cluster[];
  readonly estimate: Estimate;
  readonly weights: Weights;
  /** Pairs that may be one person by their weight, and all pairs of connected parts. */
  readonly pairs: ScoredPairs;
  /** Pairs that were compared. */
  readonly compared: number;
  /** What blocking did not propose because too many share a key; pairs are counted once for each key. */
  readonly passedOver: { readonly keys: number; readonly pairs: number };
}

type PatternRow = Readonly<{ [level: string]: number }> & { readonly pairs: number };
type PairColumns = ScoredPairs & { readonly [name: string]: unknown };

/** All pairs there are among so many. */
const pairsOf = (people: number): number => (people * (people - 1)) / 2;

function patternsOf(fields: readonly Field[], rows: readonly PatternRow[]): Pattern[] {
  return rows.map((row) => ({ levels: fields.map((_, f) => row[`l${f}`]!), pairs: row.pairs }));
}

/** What was proposed, and what was not. */
interface Proposed {
  /** A key that more share was passed over. */
  readonly most: number;
  readonly passedOver: Linked['passedOver'];
}

/** The commonest key that keeps to the limits. */
async function mostShared(ledger: Ledger, people: number, limits: LinkLimits): Promise<number> {
  const sizes = await ledger.rows<{ people: number; keys: number }>(BLOCK_SIZES);
  let proposed = 0;
  let most = 2;
  for (const { people: size, keys } of sizes) {
    proposed += pairsOf(size) * keys;
    if (size > limits.mostInBlock || proposed > limits.mostProposed * people) break;
    most = Math.max(most, size);
  }
  return most;
}

async function propose(
  ledger: Ledger,
  table: string,
  fields: readonly Field[],
  people: number,
  limits: LinkLimits,
): Promise<Proposed> {
  if (pairsOf(people) <= limits.mostPairs) {
    await ledger.run(allPairs(table));
    return { most: people, passedOver: { keys: 0, pairs: 0 } };
  }
  await ledger.run(blockKeys(table, fields));
  const most = await mostShared(ledger, people, limits);
  for (const sql of CANDIDATE_PAIRS) await ledger.run(sql, sql.sql.includes('$most') ? { most } : {});
  const [passedOver] = await ledger.rows<Linked['passedOver']>(PASSED_OVER, { most });
  return { most, passedOver: passedOver! };
}

/** Connected parts of the pairs that may join, as "person part" lines; small enough ones only. */
function partLines(
  { a, b }: ScoredPairs,
  { same }: Settled,
  people: number,
  limits: LinkLimits,
): { lines: string; rest: Set<number> } {
  const parent = Int32Array.from({ length: people }, (_, i) => i);
  const find = (person: number): number => {
    let at = person;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at]!]!;
      at = parent[at]!;
    }
    return at;
  };
  const unite = (p: number, q: number): void => {
    const [x, y] = [find(p), find(q)];
    if (x !== y) parent[Math.max(x, y)] = Math.min(x, y);
  };
  for (let i = 0; i < a.length; i++) unite(a[i]!, b[i]!);
  for (const [x, y] of same) unite(x, y);
  const size = new Int32Array(people);
  for (let person = 0; person < people; person++) size[find(person)]!++;
  const lines: string[] = [];
  const rest = new Set<number>();
  for (let person = 0; person < people; person++) {
    const part = find(person);
    if (size[part]! > limits.mostInPart) rest.add(person);
    else if (size[part]! > 1) lines.push(`${person} ${part}`);
  }
  return { lines: lines.join('\n'), rest };
}

function both(x: ScoredPairs, y: ScoredPairs, of: ReadonlySet<number>): ScoredPairs {
  const kept = Array.from(y.a, (_, i) => i).filter((i) => of.has(y.a[i]!) && of.has(y.b[i]!));
  const join = (name: keyof ScoredPairs): Int32Array => {
    const out = new Int32Array(x[name].length + kept.length);
    out.set(x[name]);
    kept.forEach((i, k) => {
      out[x[name].length + k] = y[name][i]!;
    });
    return out;
  };
  return { a: join('a'), b: join('b'), weight: join('weight') };
}

/**
 * Finds who is one person among descriptions. The temporary tables compared and scored stay, for those who want to show
 * how pairs agreed, until FORGET_LINKAGE.
 * @param table rows with person_no from 0 without gaps and a text column for each field: folded, null where nothing is said
 * @param settled of person_no
 */
export async function linkPeople(
  ledger: Ledger,
  table: string,
  fields: readonly Field[],
  settled: Settled = NOTHING_SETTLED,
  limits: LinkLimits = DEFAULT_LINK_LIMITS,
): Promise<Linked> {
  const [{ people } = { people: 0 }] = await ledger.rows<{ people: number }>(peopleIn(table));
  const all = pairsOf(people) <= limits.mostPairs;
  const { most, passedOver } = await propose(ledger, table, fields, people, limits);
  await ledger.run(comparePairs(table, fields));
  const candidates = patternsOf(fields, await ledger.rows<PatternRow>(candidatePatterns(fields)));
  const picked: Picked[] = [];
  for (const [f, field] of fields.entries()) {
    if (!picksPairs(field)) continue;
    const rows = await ledger.rows<PatternRow>(pickedPatterns(table, fields, f), { most });
    picked.push({ field: f, patterns: patternsOf(fields, rows) });
  }
  // Where all pairs are compared, they tell chance better than some of them taken at random.
  const random = all
    ? candidates
    : patternsOf(fields, await ledger.rows<PatternRow>(randomPatterns(table, fields), { wanted: limits.randomPairs }));
  const found = estimate(fields, candidates, picked, random, pairsOf(people));
  const weights = weightsOf(fields, found, pairsOf(people));
  await ledger.run(scorePairs(table, fields, weights), { least: Math.min(limits.join, limits.least) });
  const likely = await ledger.columns<PairColumns>(SCORED_PAIRS);
  const { lines, rest } = partLines(likely, settled, people, limits);
  for (const sql of PART_PAIRS) await ledger.run(sql, sql.sql.includes('$lines') ? { lines } : {});
  await ledger.run(comparePairs(table, fields));
  await ledger.run(scorePairs(table, fields, weights), { least: Math.min(limits.weakest, limits.least) });
  const inside = await ledger.columns<PairColumns>(SCORED_PAIRS);
  const pairs = both(inside, likely, rest);
  return {
    pairs,
    clusters: clustersOf(pairs, settled, limits),
    estimate: found,
    weights,
    compared: candidates.reduce((sum, { pairs }) => sum + pairs, 0),
    passedOver,
  };
}
