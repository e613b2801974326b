/** Something in a source that could not be read or is doubtful: a value, never an exception. */

/**
 * note: read, but worth knowing (a repaired header). doubtful: a record was read with something missing or guessed at.
 * failed: no record came out of these bytes.
 */
export type Severity = 'note' | 'doubtful' | 'failed';

export interface Problem {
  /** A stable lower-case word with hyphens, such as 'date-unreadable'; docs and tests refer to it. */
  readonly code: string;
  readonly severity: Severity;
  /** One line in plain words, without the file's name (the citation says where). */
  readonly message: string;
  /** Bytes from the start of the file or member. */
  readonly offset: number;
  readonly length: number;
  /** Row of a table, from 1; absent where there are no rows. */
  readonly row?: number;
}
