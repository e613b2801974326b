/** What is wrong with an index on disk: a value, since the way out is always the same one. */

/** A segment that cannot be searched. Nothing is answered from what is left of it. */
export interface TextDamage {
  readonly damaged: true;
  /** The folder of the segment, or the file in it. */
  readonly path: string;
  /** What is wrong, without a full stop, such as "the file is 12 bytes shorter than it was written". */
  readonly message: string;
}

/** Makes the value. */
export function damage(path: string, message: string): TextDamage {
  return { damaged: true, path, message };
}

/** Whether an answer is damage. */
export function isDamage(answer: object): answer is TextDamage {
  return 'damaged' in answer && answer.damaged === true;
}
