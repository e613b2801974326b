/** What can be wrong with a passage that is cited by hand. */

/** Why a passage cannot be shown as it was cited. `code` is a stable word, `message` one line. */
export interface PassageProblem {
  readonly code:
    | 'source-missing'
    | 'member-missing'
    | 'source-changed'
    | 'outside-file'
    | 'quote-differs'
    | 'pdf-password'
    | 'pdf-damaged'
    | 'page-not-there'
    | 'page-without-text';
  readonly message: string;
}
