/** Which identifiers may go on in place of others that fell silent. Nothing is merged by it. */
import { addressKey } from '../../identity/claims.ts';
import type { Scored } from '../../identity/switches/best.ts';
import { beyondChance, type Life, type Opportunities, opportunities } from '../../identity/switches/chance.ts';
import { type Evidence, evidenceOf, type Shared, type Side } from '../../identity/switches/evidence.ts';
import { SWITCH_LIMITS, type SwitchLimits } from '../../identity/switches/limits.ts';
import type { Ledger, Parameters, Query } from '../../ledger/ledger.ts';
import {
  ACQUAINTED_FOUND,
  PAIRS_FOUND,
  SHARED_FOUND,
  SWITCHED_ADDRESSES,
} from '../../ledger/queries/identity/switches/found.ts';
import { LIVES_FOUND, SWITCH_LIVES } from '../../ledger/queries/identity/switches/lives.ts';
import { SWITCH_PAIRS } from '../../ledger/queries/identity/switches/pairs.ts';
import { FORGET_SWITCHES, WRITE_CIRCLES, WRITE_SWITCHES } from '../../ledger/queries/identity/switches/write.ts';
import { ADDRESS_KINDS } from '../../model/record.ts';

interface LifeColumns {
  readonly rows: number;
  readonly kind: Int32Array;
  readonly first: Float64Array;
  readonly last: Float64Array;
  readonly ended: Int32Array;
  readonly begun: Int32Array;
  readonly [column: string]: unknown;
}
interface PairColumns {
  readonly rows: number;
  readonly a: Int32Array;
  readonly b: Int32Array;
  readonly admissible: Int32Array;
  readonly settled: Int32Array;
  readonly common: Float64Array;
  readonly late: Float64Array;
  readonly early: Float64Array;
  readonly late_many: Int32Array;
  readonly early_many: Int32Array;
  readonly late_contacts: Int32Array;
  readonly early_contacts: Int32Array;
  readonly late_begun: Int32Array;
  readonly early_begun: Int32Array;
  readonly late_days: Int32Array;
  readonly early_days: Int32Array;
  readonly late_rhythm: readonly (string | null)[];
  readonly early_rhythm: readonly (string | null)[];
  readonly [column: string]: unknown;
}
interface SharedColumns {
  readonly pair_no: Int32Array;
  readonly other: Int32Array;
  readonly worth: Int32Array;
  readonly late: Int32Array;
  readonly early: Int32Array;
  readonly late_begun: Int32Array;
  readonly early_begun: Int32Array;
  readonly [column: string]: unknown;
}
interface AcquaintedColumns {
  readonly pair_no: Int32Array;
  readonly one: Int32Array;
  readonly two: Int32Array;
  readonly [column: string]: unknown;
}

async function runAll(ledger: Ledger, queries: readonly Query[], parameters: Parameters): Promise<void> {
  for (const query of queries) {
    const own = Object.entries(parameters).filter(([name]) => query.sql.includes(`$${name}`));
    await ledger.run(query, Object.fromEntries(own));
  }
}

function livesIn(columns: LifeColumns): Life[] {
  return Array.from({ length: columns.rows }, (_, i) => ({
    kind: columns.kind[i]!,
    first: columns.first[i]!,
    last: columns.last[i]!,
    ended: columns.ended[i] === 1,
    begun: columns.begun[i] === 1,
  }));
}

const countsIn = (text: string | null | undefined): readonly number[] => JSON.parse(text ?? '[]') as number[];

/** What is known of one identifier of a pair. */
function sideOf(pairs: PairColumns, pair: number, side: 'late' | 'early'): Side {
  return {
    many: pairs[`${side}_many`][pair]!,
    contacts: pairs[`${side}_contacts`][pair]!,
    begun: pairs[`${side}_begun`][pair]!,
    days: pairs[`${side}_days`][pair]!,
    rhythm: countsIn(pairs[`${side}_rhythm`][pair]),
  };
}

/** What speaks for each pair, by its number. Rows of the columns are in the order of the pairs. */
function weigh(pairs: PairColumns, shared: SharedColumns, acquainted: AcquaintedColumns): Evidence[] {
  let [s, k] = [0, 0];
  return Array.from({ length: pairs.rows }, (_, pair) => {
    const own: Shared[] = [];
    for (; shared.pair_no[s] === pair; s++)
      own.push({
        other: shared.other[s]!,
        worth: shared.worth[s]!,
        late: { contacts: shared.late[s]!, begun: shared.late_begun[s]! },
        early: { contacts: shared.early[s]!, begun: shared.early_begun[s]! },
      });
    const known: [number, number][] = [];
    for (; acquainted.pair_no[k] === pair; k++) known.push([acquainted.one[k]!, acquainted.two[k]!]);
    const [late, early] = [sideOf(pairs, pair, 'late'), sideOf(pairs, pair, 'early')];
    return evidenceOf({ shared: own, acquainted: known, late, early });
  });
}

/** Keys of addresses by their numbers; none are asked for where no decision keeps anything apart. */
async function keysOf(ledger: Ledger, apart: ReadonlySet<string>): Promise<ReadonlyMap<number, string>> {
  if (apart.size === 0) return new Map();
  const rows = await ledger.rows<{ address_no: number; kind: number; norm: string }>(SWITCHED_ADDRESSES);
  return new Map(rows.map(({ address_no, kind, norm }) => [address_no, addressKey(ADDRESS_KINDS[kind]!, norm)]));
}

async function propose(
  ledger: Ledger,
  made: Opportunities,
  apart: ReadonlySet<string>,
  limits: SwitchLimits,
): Promise<void> {
  const pairs = await ledger.columns<PairColumns>(PAIRS_FOUND, { window_days: limits.windowDays });
  const evidence = weigh(
    pairs,
    await ledger.columns<SharedColumns>(SHARED_FOUND),
    await ledger.columns<AcquaintedColumns>(ACQUAINTED_FOUND),
  );
  const keys = await keysOf(ledger, apart);
  const isApart = (a: number, b: number): boolean => apart.has(JSON.stringify([keys.get(a), keys.get(b)].sort()));
  const fitting: Scored[] = [];
  const otherwise: number[] = [];
  for (const [pair, { score }] of evidence.entries()) {
    const [old, next] = [pairs.a[pair]!, pairs.b[pair]!];
    if (pairs.admissible[pair] !== 1) otherwise.push(score);
    else if (pairs.settled[pair] !== 1 && !isApart(old, next)) fitting.push({ pair, old, new: next, score });
  }
  const lines = beyondChance(fitting, otherwise, made, limits).map(({ pair, score, byChance, falseShare }) => {
    const [common, late, early] = [pairs.common[pair]!, pairs.late[pair]!, pairs.early[pair]!];
    const { circles, rhythm } = evidence[pair]!;
    const similarity = Math.round((1000 * common) / (late + early - common));
    return [pair, score, similarity, circles, rhythm, byChance, falseShare].join(' ');
  });
  await ledger.run(WRITE_SWITCHES, { lines: lines.join('\n') });
  await ledger.run(WRITE_CIRCLES);
}

/**
 * Fills may_continue, may_continue_circle and may_continue_test from record, participant, alias and coverage.
 * @param apart pairs of keys of addresses, sorted, as JSON, that decisions keep apart
 */
export async function switchesStage(
  ledger: Ledger,
  apart: ReadonlySet<string>,
  limits: SwitchLimits = SWITCH_LIMITS,
): Promise<void> {
  const parameters = Object.fromEntries(
    Object.entries(limits).map(([name, value]) => [
      name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      value,
    ]),
  );
  await runAll(ledger, SWITCH_LIVES, parameters);
  const made = opportunities(livesIn(await ledger.columns<LifeColumns>(LIVES_FOUND)), limits);
  if (made.compared > 0) {
    await runAll(ledger, SWITCH_PAIRS, { ...parameters, everybody: made.everybody });
    await propose(ledger, made, apart, limits);
  }
  await ledger.append('may_continue_test', 1, {
    silent: [made.silent],
    begun: [made.begun],
    compared: [made.compared],
    otherwise: [made.otherwise],
    everybody: [made.everybody],
  });
  await ledger.run(FORGET_SWITCHES);
}
