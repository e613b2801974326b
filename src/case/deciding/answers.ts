/** Answers to questions about who is who, and what takes decisions back, as lines of decisions.jsonl. */
import { join } from 'node:path';
import {
  appendDecision,
  DECISIONS_FILE,
  decisionHash,
  type SameDecision,
  type UndoDecision,
  type WrittenDecision,
} from '../files/index.ts';
import type { OpenCase } from '../open.ts';
import { agreementText } from '../views/people-evidence.ts';
import type { ReviewQuestion } from '../views/people-review.ts';

/** What somebody answers to "are these two one person?". */
export type Answer = SameDecision['kind'];

/** The reason where none was given: the evidence that was looked at. */
function shownEvidence({ agreements }: ReviewQuestion): string {
  return `reviewed: ${agreements.map(agreementText).join('; ')}`;
}

/** An answer as a decision. @param why null: the evidence that was shown */
export function answerDecision(
  question: ReviewQuestion,
  answer: Answer,
  who: string,
  when: string,
  why: string | null,
): SameDecision {
  return {
    kind: answer,
    who,
    when,
    why: why ?? shownEvidence(question),
    a: { address: question.a.anchor },
    b: { address: question.b.anchor },
  };
}

/** Takes a decision back by another line; none is removed. */
export function undoDecision(hash: string, who: string, when: string, why: string): UndoDecision {
  return { kind: 'undo', who, when, why, decision: hash };
}

/**
 * Writes a decision to the case. A line that stands there already, word for word, would be read as that one: where that was
 * taken back the new one says so in its reason.
 * @param open the case with its decisions as they stand
 * @param before hashes that were written since the case was opened
 * @returns its hash
 */
export function writeDecision(
  open: Pick<OpenCase, 'folder' | 'files'>,
  decision: WrittenDecision,
  before: readonly string[] = [],
): string {
  const taken = new Set([...open.files.decisions.made.map(({ hash }) => hash), ...before]);
  let line = decision;
  while (taken.has(decisionHash(line))) line = { ...line, why: `${line.why} (again)` };
  appendDecision(join(open.folder, DECISIONS_FILE), line);
  return decisionHash(line);
}
