/** Phrases of a query: one word, or several in quotes. */
import { type Atom, atomsOf } from '../unicode/atoms.ts';
import type { Phrase } from './ast.ts';
import type { QueryReader } from './reader.ts';

/** Words of a query at most. */
const MOST_WORDS = 1_000;

/** Words read so far. */
export interface WordCount {
  count: number;
}

/** Words that the index sees in an atom. */
function wordsOf(atom: Atom): number {
  return atom.kind === 'word' ? 1 : atom.letters.length;
}

/**
 * Reads a phrase.
 * @param ends characters at which a bare word ends, besides the usual ones
 * @throws QueryStopped where no letter or digit is in it, where a star stands inside, or when the words become too many
 */
export function readPhrase(reader: QueryReader, words: WordCount, ends = ''): Phrase {
  const { text, prefix, quoted, place } = reader.piece(ends);
  const star = quoted ? -1 : text.indexOf('*');
  if (star !== -1 && (star !== 0 || text.length > 1))
    reader.fail('a star can only stand at the end of a word', 'write the beginning of the word and a star: budg*', {
      at: place.at + star,
      length: 1,
    });
  const atoms = [...atomsOf(text)];
  if (atoms.length === 0)
    reader.fail(
      `there is no letter and no digit in ${reader.shown(place)}`,
      'leave it out, or put it into quotes with the words around it',
      place,
    );
  words.count += atoms.reduce((sum, atom) => sum + wordsOf(atom), 0);
  if (words.count > MOST_WORDS)
    reader.fail('these are too many words', `${MOST_WORDS} are the most; search for less at once`, place);
  return { text, prefix, place };
}
