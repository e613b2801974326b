/** What is wrong with a query, and where. */

/** A place in a query: first character and how many, UTF-16 units. */
export interface Place {
  readonly at: number;
  readonly length: number;
}

/** A mistake with the place under which it is shown. */
export interface QueryMistake extends Place {
  /** What is wrong, without a full stop. */
  readonly message: string;
  /** What to write instead. */
  readonly advice: string;
}

/** Whether a query could not be read. */
export function isMistake(answer: object): answer is QueryMistake {
  return 'advice' in answer;
}

/** Ends the reading of a query; caught where it began. */
export class QueryStopped extends Error {
  readonly mistake: QueryMistake;

  constructor(mistake: QueryMistake) {
    super(mistake.message);
    this.mistake = mistake;
  }
}
