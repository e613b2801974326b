/** Decisions: POST /decisions appends one line to decisions.jsonl; GET /decisions.json lists them. */

/** What is posted, as application/json. */
export type DecisionRequest =
  /** About a finding, by its id. `undo` takes the last one about it back. A reason is needed. */
  | {
      readonly kind: 'confirm' | 'dismiss' | 'undo';
      readonly finding: string;
      readonly who: string;
      readonly why: string;
    }
  /** About two addresses, by the id of the question. Without a reason the evidence that was shown is it. */
  | {
      readonly kind: 'same' | 'not-same' | 'unsure';
      readonly question: string;
      readonly who: string;
      readonly why?: string;
    }
  /** Takes any decision back, by its hash. */
  | { readonly kind: 'undo'; readonly decision: string; readonly who: string; readonly why: string };

/** A decision as it was written. */
export interface DecisionLine {
  /** SHA-256 of the line: what `undo` takes. */
  readonly hash: string;
  readonly kind: string;
  readonly who: string;
  /** ISO 8601 with offset. */
  readonly when: string;
  readonly why: string;
  /** What it is about: addresses, or the text of a finding. */
  readonly about: readonly string[];
  /** What it says, in words. */
  readonly says: string;
  /** Hash of the decision that took it back; null: it holds. */
  readonly undoneBy: string | null;
  /** Whether the build that is shown knows it. */
  readonly inBuild: boolean;
}

/** Answer to POST /decisions, 201. */
export interface DecisionTaken {
  readonly decision: DecisionLine;
  /** When it takes hold, in words. */
  readonly holds: string;
  /** Decisions that the build does not know yet. */
  readonly waiting: number;
}

/** /decisions.json: the newest first. */
export interface DecisionsPage {
  readonly decisions: readonly DecisionLine[];
  readonly conflicts: readonly string[];
  readonly problems: readonly string[];
}
