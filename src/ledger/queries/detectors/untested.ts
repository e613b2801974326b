/** What detectors could not ask. */
import type { Query } from '../../ledger.ts';

/** Of a detector, or of all with '' as $detector. @returns detector, text */
export const UNTESTED: Query = {
  name: 'untested',
  sql: `select detector, text from untested where $detector in ('', detector) order by detector, text`,
};
