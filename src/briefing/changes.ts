/** What is new in a briefing since an earlier one. */

/** A finding, statement or count that is not as it was. */
export interface Change {
  readonly kind: 'finding' | 'statement' | 'told count' | 'answer';
  /** What it is about. */
  readonly text: string;
  readonly id: string | null;
  /** Bounds, verdict or status then and now; null: it was not there, it is not there any more. */
  readonly before: string | null;
  readonly after: string | null;
}

export interface Changes {
  /** asOf of the earlier briefing, and its version of the program. */
  readonly asOf: string;
  readonly programVersion: string;
  readonly changes: readonly Change[];
  /** How many findings, statements and told counts are as they were. */
  readonly unchanged: number;
}
