/** Decisions that hold and contradict each other. They are shown, and none is dropped: the later one is meant. */
import { type AddressAnchor, type Anchor, isUndo, type WrittenDecision } from '../decisions.ts';
import type { MadeDecision } from './unite.ts';

/** Two decisions that cannot both be true. */
export interface Conflict {
  readonly earlier: MadeDecision;
  /** The one that holds. */
  readonly later: MadeDecision;
}

/** What a decision says of a pair. */
interface Said {
  readonly made: MadeDecision;
  readonly one: boolean;
  readonly days: readonly (string | undefined)[];
}

const keyOf = (address: AddressAnchor): string => `${address.kind} ${address.address}`;

/** Pairs that a decision is about: what stands for both sides, and the days on which. */
function pairsOf(decision: WrittenDecision): { key: string; one: boolean; days: (string | undefined)[] }[] {
  const pair = (a: string, b: string, one: boolean, days: (string | undefined)[]) =>
    a < b ? { key: `${a}\n${b}`, one, days } : { key: `${b}\n${a}`, one, days: [...days].reverse() };
  const addresses = (a: AddressAnchor, b: AddressAnchor, one: boolean) => pair(keyOf(a), keyOf(b), one, [a.on, b.on]);
  switch (decision.kind) {
    case 'same':
    case 'not-same': {
      const one = decision.kind === 'same';
      const { a, b } = decision;
      if ('address' in a && 'address' in b) return [addresses(a.address, b.address, one)];
      return [pair(witnessKey(a), witnessKey(b), one, [])];
    }
    case 'merge': {
      const list = decision.addresses;
      return list.flatMap((a, i) => list.slice(i + 1).map((b) => addresses(a, b, true)));
    }
    case 'split':
      return decision.addresses.flatMap((a) => decision.stay.map((b) => addresses(a, b, false)));
    default:
      return [];
  }
}

function witnessKey(anchor: Anchor): string {
  return 'address' in anchor ? keyOf(anchor.address) : [...anchor.witnesses].sort().join(' ');
}

/** Days that may be meant together: the same, or one of them is not said. */
const together = (a: Said, b: Said): boolean =>
  a.days.every((day, i) => day === undefined || b.days[i] === undefined || day === b.days[i]);

function pairConflicts(holding: readonly MadeDecision[]): Conflict[] {
  const said = new Map<string, Said[]>();
  const conflicts: Conflict[] = [];
  for (const made of holding) {
    for (const { key, one, days } of pairsOf(made.decision)) {
      const next = { made, one, days };
      const before = said.get(key) ?? [];
      for (const earlier of before) {
        if (earlier.one !== one && together(earlier, next)) conflicts.push({ earlier: earlier.made, later: made });
      }
      said.set(key, [...before, next]);
    }
  }
  return conflicts;
}

function assignConflicts(holding: readonly MadeDecision[]): Conflict[] {
  const assigned = new Map<string, MadeDecision[]>();
  const conflicts: Conflict[] = [];
  for (const made of holding) {
    const { decision } = made;
    if (decision.kind !== 'assign') continue;
    const before = assigned.get(keyOf(decision.address)) ?? [];
    for (const earlier of before) {
      const other = earlier.decision;
      if (other.kind !== 'assign' || keyOf(other.holder) === keyOf(decision.holder)) continue;
      const apart =
        (other.to !== undefined && decision.from !== undefined && other.to < decision.from) ||
        (decision.to !== undefined && other.from !== undefined && decision.to < other.from);
      if (!apart) conflicts.push({ earlier, later: made });
    }
    assigned.set(keyOf(decision.address), [...before, made]);
  }
  return conflicts;
}

/**
 * Contradictions among the decisions that hold: one pair that is one party and two, one address that is given to two at
 * one time. @param made in the order in which they were made
 */
export function conflictsOf(made: readonly MadeDecision[]): Conflict[] {
  const holding = made.filter(({ decision, undoneBy }) => undoneBy === null && !isUndo(decision));
  const seen = new Set<string>();
  return [...pairConflicts(holding), ...assignConflicts(holding)].filter(({ earlier, later }) => {
    const key = `${earlier.hash} ${later.hash}`;
    return !seen.has(key) && seen.add(key);
  });
}
