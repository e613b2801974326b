/**
 * The parameters of the model of Fellegi and Sunter (1969), without labels. u comes from pairs taken at random, of which
 * hardly any are one person. m comes by expectation and maximisation over counts of comparison patterns (Winkler 1988),
 * field by field: among pairs that agree in one field, the agreement of the others tells those that are one person from
 * those that are not, while the field that picked them tells nothing. So each field is estimated from the pairs that the
 * others pick, as Splink does it (Linacre et al. 2022).
 */
import { equalLevel, type Field, isShared, levelsOf, MISSING } from './fields.ts';

/** A pattern of agreement: one level for each field, and how many pairs show it. */
export interface Pattern {
  /** As many as there are fields; MISSING where nothing can be compared. */
  readonly levels: readonly number[];
  readonly pairs: number;
}

/** Probabilities by field and level. */
export type Table = readonly (readonly number[])[];

export interface Estimate {
  /** How often two descriptions of one person agree so. */
  readonly m: Table;
  /** How often descriptions of two people do. */
  readonly u: Table;
  /** By field and level: on how many pairs m and u rest; the fewer of both. */
  readonly pairs: Table;
  /** Of the candidates, the pairs that are expected to be one person's. */
  readonly matches: number;
}

/** Half a pair in every cell: no level is ever impossible. */
const PRIOR_PAIRS = 0.5;
/**
 * What is thought before anything was seen: nine of ten agree wholly. It weighs as much as so many pairs, so that a handful
 * of pairs teaches nothing and thousands teach everything.
 */
const FIRST_SAME = 0.9;
const FIRST_PAIRS = 20;
const FIRST_SHARE = 0.1;
const MOST_ROUNDS = 500;
const SETTLED = 1e-9;
/** Fewer pairs than these tell nothing. */
const FEWEST_PICKED = 20;

function normalised(counts: readonly number[]): number[] {
  const sum = counts.reduce((a, b) => a + b, 0) + PRIOR_PAIRS * counts.length;
  return counts.map((count) => (count + PRIOR_PAIRS) / sum);
}

function countsOf(fields: readonly Field[], patterns: readonly Pattern[], share: (p: Pattern) => number): number[][] {
  const counts = fields.map((field) => new Array<number>(levelsOf(field).length).fill(0));
  for (const pattern of patterns) {
    const pairs = share(pattern) * pattern.pairs;
    pattern.levels.forEach((level, f) => {
      if (level !== MISSING) counts[f]![level]! += pairs;
    });
  }
  return counts;
}

/**
 * Communities and accounts differ as often as not: people move, and write from several. Few name another address of theirs
 * below their mails, or answer from another.
 */
function firstM(fields: readonly Field[]): number[][] {
  return fields.map((field) => {
    const levels = levelsOf(field).length;
    if (field.kind === 'addresses' || field.kind === 'answers') return [1 - FIRST_SAME, FIRST_SAME];
    if (isShared(field) || field.kind === 'account') return new Array<number>(levels).fill(1 / levels);
    const rest = (1 - FIRST_SAME) / (levels - 1);
    return Array.from({ length: levels }, (_, level) => (level === equalLevel(field) ? FIRST_SAME : rest));
  });
}

/** m from counts, with what was thought before. */
function learned(first: Table, counts: Table): number[][] {
  return counts.map((row, f) => {
    const sum = row.reduce((a, b) => a + b, 0) + FIRST_PAIRS;
    return row.map((count, level) => (count + FIRST_PAIRS * first[f]![level]!) / sum);
  });
}

/** Probability that a pair of this pattern is one person. @param counts whether a field does */
function chanceOf(
  { levels }: Pattern,
  m: Table,
  u: Table,
  share: number,
  counts: (field: number) => boolean = () => true,
): number {
  let odds = share / (1 - share);
  levels.forEach((level, f) => {
    if (level !== MISSING && counts(f)) odds *= m[f]![level]! / u[f]![level]!;
  });
  return odds === Number.POSITIVE_INFINITY ? 1 : odds / (1 + odds);
}

const pairsIn = (patterns: readonly Pattern[]): number => patterns.reduce((sum, { pairs }) => sum + pairs, 0);
const within = (share: number): number => Math.min(Math.max(share, SETTLED), 1 - SETTLED);

/** Patterns of all pairs that agree in one field, whatever else they agree in. */
export interface Picked {
  /** Place of the field. */
  readonly field: number;
  readonly patterns: readonly Pattern[];
}

/** What one field's agreeing pairs tell of the other fields. */
interface Told {
  readonly field: number;
  readonly counts: readonly (readonly number[])[];
}

function tellsOf(fields: readonly Field[], { field, patterns: picked }: Picked, u: Table): Told {
  const total = pairsIn(picked);
  const tells = (f: number): boolean => f !== field && !isShared(fields[f]!);
  const first = firstM(fields);
  let m: Table = first;
  let share = FIRST_SHARE;
  let counts: number[][] = [];
  for (let round = 0, moved = 1; moved > SETTLED && round < MOST_ROUNDS; round++) {
    const chances = new Map(picked.map((pattern) => [pattern, chanceOf(pattern, m, u, share, tells)]));
    counts = countsOf(fields, picked, (pattern) => chances.get(pattern)!);
    m = learned(first, counts);
    const next = within(picked.reduce((sum, pattern) => sum + chances.get(pattern)! * pattern.pairs, 0) / total);
    moved = Math.abs(next - share);
    share = next;
  }
  return { field, counts };
}

/**
 * Estimates the model. Deterministic to the last bit: sums run in the order of the patterns.
 * @param fields columns of the patterns
 * @param candidates patterns of pairs that blocking proposes, in a fixed order
 * @param picked for fields that pick pairs
 * @param random patterns of pairs taken at random, in a fixed order
 * @param pairs all pairs there are, proposed by blocking or not
 */
export function estimate(
  fields: readonly Field[],
  candidates: readonly Pattern[],
  picked: readonly Picked[],
  random: readonly Pattern[],
  pairs: number,
): Estimate {
  const chance = countsOf(fields, random, () => 1);
  const u = chance.map(normalised);
  const told = picked
    .filter(({ patterns }) => pairsIn(patterns) >= FEWEST_PICKED)
    .map((pairs) => tellsOf(fields, pairs, u));
  const first = firstM(fields);
  const m = fields.map((field, f) => {
    const others = told.filter((by) => by.field !== f);
    const counts = levelsOf(field).map((_, level) => others.reduce((sum, by) => sum + by.counts[f]![level]!, 0));
    return learned([first[f]!], [counts])[0]!;
  });
  const { matches, counts } = settled(fields, candidates, m, u, pairs);
  const fewer = counts.map((row, f) => row.map((count, level) => Math.min(count, chance[f]![level]!)));
  return { m: learned(first, counts), u, pairs: fewer, matches };
}

/**
 * From the first values on, all fields together: the share of all pairs that are one person, and m. Pairs that blocking
 * does not propose are taken for two people's, so the share is of all pairs, not of the candidates: those agree in
 * something because blocking picked them for it.
 */
function settled(
  fields: readonly Field[],
  candidates: readonly Pattern[],
  start: Table,
  u: Table,
  pairs: number,
): { matches: number; counts: number[][] } {
  const first = firstM(fields);
  let m = start;
  let counts: number[][] = [];
  let matches = pairsIn(candidates) / 2;
  for (let round = 0, moved = 1; moved > SETTLED && round < MOST_ROUNDS; round++) {
    const share = within(matches / pairs);
    const chances = new Map(candidates.map((pattern) => [pattern, chanceOf(pattern, m, u, share)]));
    counts = countsOf(fields, candidates, (pattern) => chances.get(pattern)!);
    m = learned(first, counts);
    const next = candidates.reduce((sum, pattern) => sum + chances.get(pattern)! * pattern.pairs, 0);
    moved = Math.abs(next - matches) / pairs;
    matches = next;
  }
  return { matches, counts };
}
