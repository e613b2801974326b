/** How many of some contacts no loaded disclosure covers: at least and at most, with the contacts behind it. */
import type { Bounds } from '../model/bounds.ts';
import { type Contest, least } from './least.ts';
import { most } from './most.ts';
import type { Counted, Fits, Given, Owed } from './owed.ts';

export interface Undisclosed {
  readonly bounds: Bounds;
  /** Places of counted contacts that no disclosure fits and no two of which can be one event. */
  readonly undisclosed: readonly number[];
  /** Contacts that compete; together with `undisclosed` they make up the lower bound. */
  readonly contests: readonly Contest[];
}

/**
 * Both bounds. Contacts without a row in `owed` are in neither: nobody had to tell of them, or nothing says so.
 * @param counted contacts under one definition, in one window
 * @param owed the accounts owed of them, and rows for other contacts that the same disclosures may be about
 * @param given the disclosures
 * @param fits which may be about which
 */
export function undisclosed(counted: Counted, owed: Owed, given: Given, fits: Fits): Undisclosed {
  const { min, undisclosed, contests } = least(counted, owed, given, fits);
  return { bounds: { min, max: most(owed, given, fits) }, undisclosed, contests };
}
