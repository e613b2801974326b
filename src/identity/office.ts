/** Whose the mailbox of an office is: the office-holder's of the day. Pure. */
import type { Grade } from '../model/finding.ts';
import { gaps, type Span, without } from './claims.ts';

/** Somebody held the office. */
export interface Held extends Span {
  readonly party: string;
}

/** Whose the office's addresses are in a span of time. */
export interface OfficeSpan extends Held {
  readonly grade: Grade;
}

/**
 * Divides all time among the holders of an office. Who alone held it is certain; where two held it at once, either may have
 * written or read, so both are possible; while nobody is known to have held it, its mail is the organisation's.
 * @param organisation key of the organisation
 */
export function officeSpans(held: readonly Held[], organisation: string): OfficeSpan[] {
  const spans = held.flatMap((holder, i): OfficeSpan[] => {
    let alone: Span[] = [holder];
    for (const [j, other] of held.entries()) {
      if (j !== i && other.party !== holder.party) alone = alone.flatMap((span) => without(span, other));
    }
    let shared: Span[] = [holder];
    for (const span of alone) shared = shared.flatMap((part) => without(part, span));
    const { party } = holder;
    return [
      ...alone.map(({ from, to }): OfficeSpan => ({ party, from, to, grade: 'certain' })),
      ...shared.map(({ from, to }): OfficeSpan => ({ party, from, to, grade: 'possible' })),
    ];
  });
  return [...spans, ...gaps(held).map((span): OfficeSpan => ({ party: organisation, ...span, grade: 'certain' }))];
}
