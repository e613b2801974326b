/** What goes wrong with a case as a whole: its folder, its files, its sources. Never for content, which has problems. */

/** Ends a command with exit code 1; the message says what and where, the advice what to do. */
export class CaseError extends Error {
  readonly advice: string;

  /**
   * @param message what is wrong and where, without a full stop
   * @param advice what to do about it; empty where nothing can be done
   */
  constructor(message: string, advice = '') {
    super(message);
    this.name = 'CaseError';
    this.advice = advice;
  }
}
