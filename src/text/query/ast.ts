/** What a query says, once it is read. */
import type { TextColumn } from '../document.ts';
import type { Place } from './mistake.ts';

/** Fields whose values the index does not know: whoever asks says which records fit. */
export const CONDITION_FIELDS = [
  'from',
  'to',
  'cc',
  'with',
  'before',
  'after',
  'on',
  'channel',
  'source',
  'has',
] as const;
export type ConditionField = (typeof CONDITION_FIELDS)[number];

/** A field with its value, as data. */
export interface FieldCondition {
  readonly field: ConditionField;
  /** As written, without quotes around it; never empty. */
  readonly value: string;
  /** Where the value stands, quotes included. */
  readonly place: Place;
}

/** Words that stand beside each other in this order; one word is a phrase of one. */
export interface Phrase {
  /** As written, without quotes: the index cuts it into words as it cuts texts. */
  readonly text: string;
  /** Whether the last word is only the beginning of one. */
  readonly prefix: boolean;
  readonly place: Place;
}

export type QueryNode =
  | { readonly kind: 'phrase'; readonly column: TextColumn | null; readonly phrase: Phrase }
  /** Phrases with at most `distance` words between them, in any order. */
  | {
      readonly kind: 'near';
      readonly column: TextColumn | null;
      readonly phrases: readonly Phrase[];
      readonly distance: number;
    }
  /** Holds for the records of a condition: a number in `conditions`. */
  | { readonly kind: 'condition'; readonly condition: number }
  | { readonly kind: 'and' | 'or'; readonly parts: readonly QueryNode[] }
  | { readonly kind: 'not'; readonly part: QueryNode };

/** A query that can be asked. */
export interface Query {
  /** As typed. */
  readonly text: string;
  readonly root: QueryNode;
  /** Without repetitions: a field and value that are written twice are one condition. */
  readonly conditions: readonly FieldCondition[];
}
