/** A finding in a list. */
import type { Bounds } from '../../model/bounds.ts';
import type { Grade } from '../../model/finding.ts';

/** A decision about a finding. */
export interface FindingDecisionLine {
  readonly kind: 'confirm' | 'dismiss' | 'undo';
  readonly who: string;
  /** ISO 8601 with offset. */
  readonly when: string;
  readonly why: string;
}

/** A finding in a list. */
export interface FindingRow {
  /** Whole id, f: and 16 hex digits: the address is /findings/ID. */
  readonly id: string;
  readonly detector: string;
  /** One line, without judgement. */
  readonly text: string;
  readonly bounds: Bounds;
  readonly grade: Grade;
  /** As this build has it. */
  readonly status: 'open' | 'confirmed' | 'dismissed' | 'reopened';
  /** The decision that this build knows. */
  readonly decided: FindingDecisionLine | null;
  /** The last decision after this build: it takes hold at the next one. */
  readonly waiting: FindingDecisionLine | null;
}
