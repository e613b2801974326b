/**
 * Shares of coverage.
 *
 * The unit is the pair-day: an account of the one side, an account of the other, a day of the window on which both were
 * held. It is covered when either account is covered on that day, because the records of one end show the contact. Where
 * only one side is asked about, the other is everybody, and the unit is the account-day. A side of which no account is
 * known by a channel counts as one account that nobody covers, so that the other side decides. Shares are whole per mille,
 * rounded down: 1000 only where everything is covered.
 */
import type { Account } from './account.ts';
import { common, type DayRange, joined } from './day-ranges.ts';

/** Covered parts of a scope in per mille, rounded down each by itself. */
export interface CoverageShare {
  /** Covered by declaration or activity. */
  readonly covered: number;
  /** Covered by declaration. */
  readonly declared: number;
  /** Covered by activity alone: covered less declared. */
  readonly active: number;
}

/** Sums that shares are made of; they add up over channels. */
export interface CoverageSums {
  readonly known: bigint;
  readonly covered: bigint;
  readonly declared: bigint;
}

/** Coverage of a scope by one channel. */
export interface ScopeCoverage {
  readonly sums: CoverageSums;
  /** Null: no account is known by this channel. */
  readonly share: CoverageShare | null;
  /** Accounts of both sides with a covered day in the window, and all that were held in it. */
  readonly accounts: { readonly covered: number; readonly known: number };
  /** Keys of these accounts. */
  readonly coveredKeys: readonly string[];
  readonly knownKeys: readonly string[];
  /** Days on which something of the scope is covered, and those on which all of it is. */
  readonly days: readonly DayRange[];
  readonly wholeDays: readonly DayRange[];
  /** Days on which nothing of it is covered although accounts were held. */
  readonly gaps: readonly DayRange[];
  /** Where the covered part changes inside the window: from this day on it is `after`, in pairs (or accounts) of `known`. */
  readonly changes: readonly CoverageChange[];
}

/** The covered part before a day and from it on, in pairs of accounts (accounts, where one side is asked about). */
export interface CoverageChange {
  readonly day: number;
  readonly before: number;
  readonly after: number;
  /** Pairs that were known before and from that day on. */
  readonly knownBefore: number;
  readonly knownAfter: number;
}

/** Accounts of one side counted by day of a window. */
export interface SideDays {
  /** By day from the window's first. */
  readonly known: Int32Array;
  readonly covered: Int32Array;
  readonly declared: Int32Array;
  readonly knownKeys: readonly string[];
  readonly coveredKeys: readonly string[];
}

function add(counts: Int32Array, ranges: readonly DayRange[], window: DayRange): void {
  for (const { from, to } of ranges) {
    counts[from - window.from]! += 1;
    counts[to - window.from + 1]! -= 1;
  }
}

function summed(counts: Int32Array): Int32Array {
  for (let i = 1; i < counts.length; i++) counts[i]! += counts[i - 1]!;
  return counts;
}

/** Counts the accounts of a side by day; an account that several parties held counts once. */
export function sideDays(accounts: readonly Account[], window: DayRange): SideDays {
  const length = window.to - window.from + 2;
  const [known, covered, declared] = [new Int32Array(length), new Int32Array(length), new Int32Array(length)];
  const [knownKeys, coveredKeys]: [string[], string[]] = [[], []];
  const byKey = Map.groupBy(accounts, ({ key }) => key);
  for (const [key, same] of byKey) {
    const held = common(
      same.flatMap((account) => account.held),
      [window],
    );
    if (held.length === 0) continue;
    const sure = common(held, joined(same.flatMap((account) => account.declared)));
    const any = common(held, joined(same.flatMap((account) => [...account.declared, ...account.active])));
    knownKeys.push(key);
    if (any.length > 0) coveredKeys.push(key);
    add(known, held, window);
    add(covered, any, window);
    add(declared, sure, window);
  }
  return { known: summed(known), covered: summed(covered), declared: summed(declared), knownKeys, coveredKeys };
}

/** Days of a window that a test holds for, as ranges. */
function daysWhere(window: DayRange, holds: (place: number) => boolean): DayRange[] {
  const out: DayRange[] = [];
  let start = -1;
  for (let place = 0; place <= window.to - window.from + 1; place++) {
    const held = place <= window.to - window.from && holds(place);
    if (held && start === -1) start = place;
    if (!held && start !== -1) {
      out.push({ from: window.from + start, to: window.from + place - 1 });
      start = -1;
    }
  }
  return out;
}

/** A share in whole per mille, rounded down. Null for an empty scope. */
export function shareOf({ known, covered, declared }: CoverageSums): CoverageShare | null {
  if (known === 0n) return null;
  const perMille = (part: bigint): number => Number((part * 1000n) / known);
  return { covered: perMille(covered), declared: perMille(declared), active: perMille(covered - declared) };
}

/** The sums of several channels. */
export function addSums(parts: readonly CoverageSums[]): CoverageSums {
  const sum = (key: keyof CoverageSums): bigint => parts.reduce((all, part) => all + part[key], 0n);
  return { known: sum('known'), covered: sum('covered'), declared: sum('declared') };
}

/** Pairs by day: accounts of one side times those of the other. */
interface PairDays {
  readonly known: Float64Array;
  readonly covered: Float64Array;
  readonly declared: Float64Array;
}

function pairDays(a: SideDays, b: SideDays | null, days: number): PairDays {
  const [known, covered, declared] = [new Float64Array(days), new Float64Array(days), new Float64Array(days)];
  const alone = b === null || b.knownKeys.length === 0;
  const missing = a.knownKeys.length === 0;
  for (let day = 0; day < days; day++) {
    const [nA, cA, dA] = missing ? [1, 0, 0] : [a.known[day]!, a.covered[day]!, a.declared[day]!];
    const [nB, cB, dB] = alone ? [1, 0, 0] : [b.known[day]!, b.covered[day]!, b.declared[day]!];
    known[day] = nA * nB;
    covered[day] = nA * nB - (nA - cA) * (nB - cB);
    declared[day] = nA * nB - (nA - dA) * (nB - dB);
  }
  return { known, covered, declared };
}

function total(counts: Float64Array): bigint {
  let sum = 0n;
  for (const count of counts) sum += BigInt(count);
  return sum;
}

function changesOf({ known, covered }: PairDays, window: DayRange): CoverageChange[] {
  const out: CoverageChange[] = [];
  for (let day = 1; day < covered.length; day++) {
    if (covered[day] === covered[day - 1] && known[day] === known[day - 1]) continue;
    out.push({
      day: window.from + day,
      before: covered[day - 1]!,
      after: covered[day]!,
      knownBefore: known[day - 1]!,
      knownAfter: known[day]!,
    });
  }
  return out;
}

const NOTHING: ScopeCoverage = {
  sums: { known: 0n, covered: 0n, declared: 0n },
  share: null,
  accounts: { covered: 0, known: 0 },
  coveredKeys: [],
  knownKeys: [],
  days: [],
  wholeDays: [],
  gaps: [],
  changes: [],
};

/**
 * Coverage of a scope by one channel.
 * @param a the side that is asked about
 * @param b the other side; null: everybody else
 * @param window days that both were counted for
 */
export function scopeCoverage(a: SideDays, b: SideDays | null, window: DayRange): ScopeCoverage {
  const knownKeys = [...new Set([...a.knownKeys, ...(b?.knownKeys ?? [])])];
  if (knownKeys.length === 0) return NOTHING;
  const coveredKeys = [...new Set([...a.coveredKeys, ...(b?.coveredKeys ?? [])])];
  const pairs = pairDays(a, b, window.to - window.from + 1);
  const sums = { known: total(pairs.known), covered: total(pairs.covered), declared: total(pairs.declared) };
  return {
    sums,
    share: shareOf(sums),
    accounts: { covered: coveredKeys.length, known: knownKeys.length },
    coveredKeys,
    knownKeys,
    days: daysWhere(window, (day) => pairs.covered[day]! > 0),
    wholeDays: daysWhere(window, (day) => pairs.covered[day]! > 0 && pairs.covered[day] === pairs.known[day]),
    gaps: daysWhere(window, (day) => pairs.known[day]! > 0 && pairs.covered[day] === 0),
    changes: changesOf(pairs, window),
  };
}
