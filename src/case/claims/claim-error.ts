/** A mistake in a written claim, with the claim and the place. */
import type { ClaimMistake, Place } from '../../statements/written/mistake.ts';
import { CaseError } from '../error.ts';

/** Whoever shows it may put a caret under the place; the message alone says it too. */
export class ClaimError extends CaseError {
  readonly claim: string;
  readonly place: Place;
  /** The form of the claim is wrong; else it speaks of something that the case does not have. */
  readonly isForm: boolean;

  constructor(claim: string, mistake: ClaimMistake, isForm: boolean) {
    super(mistake.message, mistake.advice);
    this.name = 'ClaimError';
    this.claim = claim;
    this.place = { at: mistake.at, length: mistake.length };
    this.isForm = isForm;
  }
}
