/** What a claim says in terms that records can answer: between whom, how many, when, by which channels. */
import type { Channel } from '../model/definition.ts';

/** How many contacts a claim allows. */
export type Quantity =
  | { readonly kind: 'none' }
  | { readonly kind: 'at-most' | 'at-least'; readonly count: number }
  /** Day, month, year or instant as written. */
  | { readonly kind: 'not-before'; readonly day: string };

/** How far the speaker vouches: to my knowledge, as far as I recall; null: without reserve. */
export type Hedge = 'knowledge' | 'memory' | null;

/**
 * The instants of a claim, epoch seconds UTC, inclusive; null: open. Where the end follows from the day on which the
 * claim was made and its hour is not known, what lies on that day may be later than the claim: it counts at most.
 */
export interface Scope {
  readonly from: number | null;
  /** Last instant that certainly belongs to the claim. */
  readonly to: number | null;
  /** Last instant that may belong to it; equal to `to` nearly always. */
  readonly latest: number | null;
}

/** A claim with every name and day resolved. */
export interface Claim {
  /** Groups (@name) and keys of parties; go-betweens stand with the counterpart. */
  readonly subject: readonly string[];
  readonly counterpart: readonly string[];
  /** Those of the counterpart that stand there as go-betweens; empty: the claim speaks of none. */
  readonly goBetweens: readonly string[];
  readonly quantity: Quantity;
  readonly scope: Scope;
  /** First and last day as they were said, YYYY-MM-DD; null: not said. */
  readonly days: { readonly from: string | null; readonly to: string | null };
  /** Null: any. */
  readonly channels: readonly Channel[] | null;
  readonly hedge: Hedge;
  /** Who said it: a group or party; null: nobody in particular. */
  readonly speaker: string | null;
  /** First and last instant at which it can have been said; null: not said, or today. */
  readonly said: { readonly from: number; readonly to: number } | null;
}

/** Between the members of a side that is several groups and parties: no name of either has it. */
const JOINED = ' + ';

/** The name of a side in questions: its only reference, or all of them in one order. */
export function sideName(references: readonly string[]): string {
  return [...new Set(references)].sort().join(JOINED);
}

/** The references of a side's name; one for a plain name. */
export function sideReferences(name: string): readonly string[] {
  return name.split(JOINED);
}
