/** A detector's answer. */
import type { Bounds } from './bounds.ts';

export const GRADES = ['certain', 'probable', 'possible'] as const;
export type Grade = (typeof GRADES)[number];

export interface Finding {
  readonly detector: string;
  /** What it is about in plain words, one line, without judgement. */
  readonly text: string;
  readonly bounds: Bounds;
  readonly grade: Grade;
  /** What the finding is about, as stable text: its id is the hash of detector, parameters and this. */
  readonly subject: string;
  /** Ids of records on the record side and of disclosures on the other. */
  readonly records: readonly string[];
  readonly disclosures: readonly string[];
  /** Heavier findings stand first. */
  readonly weight: number;
}
