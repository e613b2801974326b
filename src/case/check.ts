/** Claims held against the records: what somebody said in public, or what is asked on the spot. */
import { type CheckedClaim, checkedClaim } from './claims/checked.ts';
import { judgeClaim, THRESHOLD } from './claims/judged.ts';
import { resolveClaim, type SaidClaim } from './claims/resolve.ts';
import { readClaim } from './claims/written.ts';
import { CaseError } from './error.ts';
import type { OpenCase } from './open.ts';

/**
 * Holds a claim against the records of the last build.
 * @param threshold share of the scope's account-days that must be covered for `consistent`, per mille
 * @throws CaseError when it speaks of a day, group or party that there is not
 */
export async function checkClaim(
  open: Pick<OpenCase, 'ledger' | 'files'>,
  said: SaidClaim,
  threshold: number = THRESHOLD,
): Promise<CheckedClaim> {
  const { case: own } = open.files;
  const claim = resolveClaim(open.files, said);
  try {
    return checkedClaim(await judgeClaim(open, claim, own.definition.definition, threshold), own.zone);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new CaseError(error.message, 'groups are written @name; backchannel people lists the parties');
  }
}

/**
 * Holds a claim in the short written form against the records of the last build.
 * @param threshold per mille of the scope that must be covered for `consistent`
 * @throws ClaimError for a mistake in it, with its place
 */
export async function checkWritten(
  open: Pick<OpenCase, 'ledger' | 'files'>,
  claim: string,
  threshold: number = THRESHOLD,
): Promise<CheckedClaim> {
  return checkClaim(open, await readClaim(open, claim), threshold);
}
