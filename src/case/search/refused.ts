/** A query that cannot be asked: what is wrong with it, and where. */
import type { QueryMistake } from '../../text/query/mistake.ts';

/** A value in the place of an answer. */
export interface RefusedQuery {
  /** As it was typed. */
  readonly text: string;
  readonly mistake: QueryMistake;
}

/** Whether an answer is a refusal. */
export function isRefused(answer: object): answer is RefusedQuery {
  return 'mistake' in answer;
}
