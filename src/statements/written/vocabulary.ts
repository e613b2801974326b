/** What the grammar of claims does not know by itself. */
import type { Channel } from '../../model/definition.ts';

/** Words that the grammar does not know by itself. */
export interface Vocabulary {
  /** Ways of contact, singular and plural, in lower case. */
  readonly channels: ReadonlyMap<string, Channel>;
  /** The nearest of some words, for advice; null when none is near. */
  nearest(word: string, known: Iterable<string>): string | null;
}
