/** What is known of one account when a share of coverage is asked for: when it was somebody's, and when it is covered. */
import type { DayRange } from './day-ranges.ts';

/** How well days are covered; numbers in the ledger are places in this list, so append only. A day in neither is `none`. */
export const COVERAGE_LEVELS = ['declared', 'active'] as const;
/**
 * declared: somebody declared the records of these days complete. active: items of the account stand in the source before
 * and after, and no silence between them is out of its own rhythm; what it shows holds if the export is complete.
 */
export type CoverageLevel = (typeof COVERAGE_LEVELS)[number];

/** An account of somebody on one side of a question, by one channel. */
export interface Account {
  /** Tells accounts apart: an address for mail, calls and texts; a party for meetings and visits, which have no address. */
  readonly key: string;
  /** Days on which it was the account of somebody of that side. */
  readonly held: readonly DayRange[];
  /** Days that are declared complete. */
  readonly declared: readonly DayRange[];
  /** Days on which it was active in a source; may overlap the declared ones, which weigh more. */
  readonly active: readonly DayRange[];
}
