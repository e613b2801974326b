/** What is wrong with a written claim, and where. */

/** A place in a claim: first character and how many, UTF-16 units. */
export interface Place {
  readonly at: number;
  readonly length: number;
}

/** A mistake with the word under which it is shown. */
export interface ClaimMistake extends Place {
  /** What is wrong, without a full stop. */
  readonly message: string;
  /** What to write instead. */
  readonly advice: string;
}
