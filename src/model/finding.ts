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
  /** What it rests on: ids of contacts (c:), of records by themselves (r:), of disclosures (d:). */
  readonly contacts: readonly string[];
  readonly records: readonly string[];
  readonly disclosures: readonly string[];
  /** Ids of statements and of told counts, as the case files give them. */
  readonly statements: readonly string[];
  /** Heavier findings stand first. */
  readonly weight: number;
}
