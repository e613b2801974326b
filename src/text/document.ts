/** What the full-text index takes in: documents, which know nothing of cases, sources or citations. */

/** The columns of the index, in the order of the engine's tables. */
export const TEXT_COLUMNS = ['subject', 'body', 'names'] as const;
export type TextColumn = (typeof TEXT_COLUMNS)[number];

/** One document: the searchable text of one record. */
export interface TextDocument {
  /** Number of its record in the segment, from 0; a record has one document at most. */
  readonly record: number;
  /** Epoch seconds UTC; NaN where the record has no time. */
  readonly time: number;
  readonly subject: string;
  /** Its text, then those of its attachments: no phrase reaches from one into the next. */
  readonly body: readonly string[];
  /** File names of its attachments. */
  readonly names: readonly string[];
}
