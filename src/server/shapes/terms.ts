/** /terms.json: what words mean, for tooltips. */
import type { ContactState } from '../../model/state.ts';

/** Words and what they say. */
export interface TermsPage {
  readonly states: Readonly<{ [state in ContactState]: string }>;
  readonly grades: Readonly<{ [grade: string]: string }>;
  readonly directness: Readonly<{ [directness: string]: string }>;
  readonly verdicts: Readonly<{ [verdict: string]: string }>;
  /** Other words of the glossary: bounds, contact, coverage, definition, disclosure, finding, witness … */
  readonly words: Readonly<{ [word: string]: string }>;
}
