/** Told counts beside the records, as the build compared them. */
import type { Query } from '../../ledger.ts';

export interface ToldCountRow {
  readonly count_no: number;
  readonly part: number;
  readonly entry: string;
  readonly told_by: string;
  readonly between_a: string;
  readonly between_b: string;
  readonly undisclosed: boolean;
  readonly told_min: number;
  readonly told_max: number | null;
  readonly recorded_min: number;
  readonly recorded_max: number;
  readonly beyond: number;
  readonly together: number;
  readonly verdict: string;
  readonly reach: string;
  readonly contacts: string;
  readonly question: string;
  readonly sentence: string;
}

/** All of them, in the order of reports.yaml. @returns ToldCountRow */
export const TOLD_COUNTS: Query = {
  name: 'told-counts',
  sql: 'select * from told_count order by count_no, part',
};
