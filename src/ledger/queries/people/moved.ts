/** What is compared between two builds. */
import type { Query } from '../../ledger.ts';

/** Findings with their bounds, the heaviest first. @returns id, text, min, max */
export const FINDING_BOUNDS: Query = {
  name: 'finding-bounds',
  sql: 'select id, text, min, max from finding order by finding_no',
};
