/** What the records say to a claim. */
import type { Bounds } from '../model/bounds.ts';
import type { Channel } from '../model/definition.ts';
import type { Claim, Quantity } from './claim.ts';

/** Numbers in the ledger are places in this list, so append only. */
export const VERDICTS = ['contradicted', 'at-odds', 'consistent', 'untested'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** How much of a scope is covered, in per mille, rounded down. */
export interface Share {
  /** Null for all of the scope. */
  readonly channel: Channel | null;
  /** Covered by a source that is declared complete. */
  readonly declared: number;
  /** Covered by that or by a source that shows the account active. */
  readonly covered: number;
  readonly accounts: { readonly covered: number; readonly known: number };
}

/**
 * What keeps a scope from being covered whatever is loaded: its period ends before it begins, it has no first day, it goes
 * on after the day of the case, no account of it is known.
 */
export type Bar = 'backwards' | 'no-beginning' | 'not-over' | 'no-account';

/** What of a claim's scope could have been seen. */
export interface Reached {
  /** Sides that have no members in the scope. */
  readonly empty: readonly string[];
  readonly bars: readonly Bar[];
  /** Of the whole scope; null where no account of it is known. */
  readonly whole: Share | null;
  /** Of each channel by which an account is known. */
  readonly channels: readonly Share[];
  /** Channels that the claim names of which the case holds no records. */
  readonly unheld: readonly Channel[];
}

/** How many contacts fall into a claim, in three readings of what a contact is. */
export interface Weighed {
  /** By the case's own definition. */
  readonly own: Bounds;
  /** In the reading that favours the speaker most; only asked where the claim is broken. */
  readonly favourable: Bounds | null;
  /** In the reading that favours the speaker least; only asked where the claim holds. */
  readonly unfavourable: Bounds | null;
  /** The speaker took part in one of the contacts that count for certain. */
  readonly speakerIsParty: boolean;
  readonly reached: Reached;
}

/** What a verdict lacks to be more than untested. */
export type Missing =
  | { readonly kind: Bar }
  /** Members of these sides. */
  | { readonly kind: 'empty'; readonly sides: readonly string[] }
  /** Records of these channels. */
  | { readonly kind: 'unheld'; readonly channels: readonly Channel[] }
  /** More coverage; declared coverage, for which active accounts do not do. */
  | { readonly kind: 'coverage' | 'declared'; readonly share: Share }
  /** So many contacts may count and would break the claim. */
  | { readonly kind: 'possible'; readonly bounds: Bounds }
  /** So many are certain, fewer than claimed. */
  | { readonly kind: 'fewer'; readonly bounds: Bounds };

export interface Judgement {
  readonly verdict: Verdict;
  /** Whether it holds in every reading of "contact", or by the case's definition alone. */
  readonly every: boolean;
  /** It rests on accounts that are active but not declared complete: it holds if the export is complete. */
  readonly ifComplete: boolean;
  /** Empty unless untested. */
  readonly missing: readonly Missing[];
}

/** Whether so many contacts break a claim, coverage aside. */
export function breaks(quantity: Quantity, { min, max }: Bounds): boolean {
  switch (quantity.kind) {
    case 'at-most':
      return min > quantity.count;
    case 'at-least':
      return max < quantity.count;
    default:
      return min > 0;
  }
}

/** Whether so many contacts are as a claim has them, coverage aside. */
export function holds(quantity: Quantity, { min, max }: Bounds): boolean {
  switch (quantity.kind) {
    case 'at-most':
      return max <= quantity.count;
    case 'at-least':
      return min >= quantity.count;
    default:
      return max === 0;
  }
}

/**
 * What a scope lacks to be covered: of the whole, and of every channel, so that many covered calls do not make up for
 * mail that nobody produced.
 */
function lacking(reached: Reached, level: 'covered' | 'declared', threshold: number): Missing[] {
  const { empty, bars, whole, channels, unheld } = reached;
  const low = channels.filter((share) => share[level] < threshold);
  const shares = low.length === 0 && whole !== null && whole[level] < threshold ? [whole] : low;
  return [
    ...(empty.length === 0 ? [] : [{ kind: 'empty', sides: empty } as const]),
    ...bars.map((kind): Missing => ({ kind })),
    ...(unheld.length === 0 ? [] : [{ kind: 'unheld', channels: unheld } as const]),
    ...shares.map((share): Missing => ({ kind: level === 'declared' ? 'declared' : 'coverage', share })),
  ];
}

/**
 * The verdict on a claim. A wrong "contradicted" is the worst that can happen here, a wrong "consistent" the next:
 * whatever is open is untested. A claim hedged by knowledge or memory is at odds with the records, for they do not show
 * what a speaker knew, unless the speaker took part.
 * @param threshold share of the scope that must be covered, per mille
 */
export function judge(
  { quantity, hedge }: Pick<Claim, 'quantity' | 'hedge'>,
  weighed: Weighed,
  threshold: number,
): Judgement {
  const { own, favourable, unfavourable, reached } = weighed;
  const undeclared = lacking(reached, 'declared', threshold);
  const broken = breaks(quantity, own);
  // "Fewer than claimed" says something only where the records are said to be whole.
  if (broken && (quantity.kind !== 'at-least' || undeclared.length === 0)) {
    const verdict = hedge === null || weighed.speakerIsParty ? 'contradicted' : 'at-odds';
    return {
      verdict,
      every: favourable !== null && breaks(quantity, favourable),
      ifComplete: false,
      missing: [],
    };
  }
  const kept = holds(quantity, own);
  if (quantity.kind === 'at-least') {
    if (kept) return consistent(quantity, unfavourable, false);
    const missing: Missing[] = [{ kind: 'fewer', bounds: own }, ...(broken ? undeclared : [])];
    return { verdict: 'untested', every: false, ifComplete: false, missing };
  }
  const uncovered = lacking(reached, 'covered', threshold);
  if (kept && uncovered.length === 0) return consistent(quantity, unfavourable, undeclared.length > 0);
  const possible: Missing[] = kept ? [] : [{ kind: 'possible', bounds: own }];
  return { verdict: 'untested', every: false, ifComplete: false, missing: [...possible, ...uncovered] };
}

function consistent(quantity: Quantity, unfavourable: Bounds | null, ifComplete: boolean): Judgement {
  const every = unfavourable !== null && holds(quantity, unfavourable);
  return { verdict: 'consistent', every, ifComplete, missing: [] };
}
