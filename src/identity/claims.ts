/** Whose an address was, from – to: what people and decisions say, laid over each other without gaps. Pure. */
import type { Grade } from '../model/finding.ts';
import type { AddressKind } from '../model/record.ts';

/** How an alias is known. `likeness`: guessed, by names, accounts and circles. `itself`:
 * nobody claims the address, so it stands for an unknown party of its own. */
export type Basis = 'people.yaml' | 'decision' | 'equation' | 'name' | 'likeness' | 'signature' | 'itself';

/** Says that an address was a party's. Times are epoch seconds UTC, inclusive; null is open. */
export interface Claim {
  readonly kind: AddressKind;
  /** Normalised. */
  readonly norm: string;
  /** Key of the party. */
  readonly party: string;
  readonly from: number | null;
  readonly to: number | null;
  readonly grade: Grade;
  readonly basis: Basis;
}

export type Span = Pick<Claim, 'from' | 'to'>;

/** The key of an address: that of the party that it is while nobody claims it. */
export function addressKey(kind: AddressKind, norm: string): string {
  return `${kind} ${norm}`;
}

const start = (span: Span): number => span.from ?? Number.NEGATIVE_INFINITY;
const end = (span: Span): number => span.to ?? Number.POSITIVE_INFINITY;
const finite = (n: number): number | null => (Number.isFinite(n) ? n : null);

/** What is left of a span when another is taken away: none, one or two spans. */
export function without(span: Span, taken: Span): Span[] {
  if (end(taken) < start(span) || start(taken) > end(span)) return [span];
  const left = { from: span.from, to: finite(start(taken) - 1) };
  const right = { from: finite(end(taken) + 1), to: span.to };
  return [...(start(taken) > start(span) ? [left] : []), ...(end(taken) < end(span) ? [right] : [])];
}

/** What two spans have in common; null for nothing. */
export function commonSpan(a: Span, b: Span): Span | null {
  const [from, to] = [Math.max(start(a), start(b)), Math.min(end(a), end(b))];
  return from > to ? null : { from: finite(from), to: finite(to) };
}

/** The parts of all time that none of the spans reaches, in order. */
export function gaps(spans: readonly Span[]): Span[] {
  let open: Span[] = [{ from: null, to: null }];
  for (const span of spans) open = open.flatMap((gap) => without(gap, span));
  return open;
}

/**
 * Lays a decision over claims of the same address: where it holds, only it holds.
 * @param claims of one address
 */
export function decide(claims: readonly Claim[], decision: Claim): Claim[] {
  const kept = claims.flatMap((claim) => without(claim, decision).map((span) => ({ ...claim, ...span })));
  return [...kept, decision];
}

/** Whether a claim reaches an instant; null asks whether it reaches any. */
export function reaches(claim: Span, instant: number | null): boolean {
  return instant === null || (start(claim) <= instant && instant <= end(claim));
}

/** Claims of one address, each party, span and grade once: the first of equals. */
export function distinct(claims: readonly Claim[]): Claim[] {
  const seen = new Map<string, Claim>();
  for (const claim of claims) {
    const key = JSON.stringify([claim.party, claim.from, claim.to, claim.grade]);
    if (!seen.has(key)) seen.set(key, claim);
  }
  return [...seen.values()];
}
