/** A mistake in a claim that was typed, with a caret under the word. */
import type { ClaimError } from '../../case/claims/claim-error.ts';
import { CaseError } from '../../case/error.ts';
import { listed, nearest } from '../../case/files/words/nearest.ts';
import type { OpenCase } from '../../case/open.ts';
import { UsageError } from '../command.ts';
import { safeJson, visible } from '../frame/visible.ts';
import { widthOf } from '../frame/width.ts';

/** Columns that a piece of a claim takes on a terminal, as it is printed there. */
const columns = (text: string): number => widthOf(visible(text));

/**
 * The error to end with: wrong usage where the form of the claim is wrong, else one of the case. The claim stands below
 * the message, and carets below the word.
 */
export function claimMistake({ message, advice, claim, place, isForm }: ClaimError): Error {
  const { at, length } = place;
  const indent = columns(claim.slice(0, at));
  const carets = '^'.repeat(Math.max(1, columns(claim.slice(at, at + length))));
  const whole = `${message}\n  ${visible(claim)}\n  ${' '.repeat(indent)}${carets}`;
  return isForm ? new UsageError(whole, advice) : new CaseError(whole, advice);
}

/** What is said where one word is typed that is no statement. */
export function noStatement({ files }: OpenCase, id: string): UsageError {
  const known = files.statements.statements.map((statement) => statement.id);
  const near = nearest(id, known);
  const statements = known.length === 0 ? 'statements.yaml has none' : `the statements are ${listed(known)}`;
  const claim = 'a claim reads such as: no contact between @a and @b before 2030-11-08';
  return new UsageError(
    `there is no statement ${safeJson(id)}`,
    near === null ? `${statements}; ${claim}` : `did you mean ${near}?`,
  );
}
