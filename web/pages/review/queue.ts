/** Where one stands in the queue of questions, while answers are on their way. Pure. */
import type { ReviewQuestion } from '../../../src/server/shapes/review.ts';

/** An answer that was given here: enough to say it, and to take it back. */
export interface Given {
  readonly question: string;
  readonly words: string;
}

/** Questions that are asked for at once, at most as many as the server gives: the next are there before an answer has been written down. */
const AHEAD = 25;
/** Of them so many are gone through before others are asked for. */
const STEP = 20;

/** Which part of the queue holds a place, and the next few. */
export function partAt(place: number): { readonly offset: number; readonly limit: number } {
  return { offset: Math.floor(place / STEP) * STEP, limit: AHEAD };
}

/** Questions of a part that nobody answered here, in their order. One answered "unsure" comes again at the next visit, last. */
export function openQuestions(rows: readonly ReviewQuestion[], given: readonly Given[]): ReviewQuestion[] {
  const answered = new Set(given.map(({ question }) => question));
  return rows.filter(({ id }) => !answered.has(id));
}

/** The question at a place, the last one where the queue has become shorter; null where it is empty. */
export function questionAt(open: readonly ReviewQuestion[], place: number): ReviewQuestion | null {
  return open[Math.min(Math.max(0, place), open.length - 1)] ?? null;
}

/** The longest bar of agreements and disagreements, in bits; at least 1. */
export function longest(agreements: readonly { readonly bits: number }[]): number {
  return agreements.reduce((most, { bits }) => Math.max(most, Math.abs(bits)), 1);
}
