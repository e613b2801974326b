/** A text as the words that the engine's two tables have for it, with their places. */
import { atomsOf } from '../unicode/atoms.ts';
import { ELSEWHERE } from '../unicode/characters.ts';
import { pairsOf } from '../unicode/streams.ts';

/** A word of a table. Places are UTF-16 units in the text. */
export interface ViewWord {
  readonly word: string;
  readonly from: number;
  readonly to: number;
  /** Where its first letter ends; of a pair, that is before its end. */
  readonly firstTo: number;
}

export interface Views {
  readonly words: readonly ViewWord[];
  readonly grams: readonly ViewWord[];
}

/** Both views of a text. `grams` has no words where the text has no runs, as in the index. */
export function viewsOf(text: string): Views {
  const words: ViewWord[] = [];
  const grams: ViewWord[] = [];
  let runs = false;
  for (const atom of atomsOf(text)) {
    if (atom.kind === 'word') {
      const word = { word: atom.folded, from: atom.from, to: atom.to, firstTo: atom.to };
      words.push(word);
      grams.push(word);
      continue;
    }
    runs = true;
    const last = atom.letters.length - 1;
    words.push({ word: ELSEWHERE, from: atom.from[0]!, to: atom.to[last]!, firstTo: atom.to[last]! });
    for (const [i, word] of pairsOf(atom.letters, true).entries())
      grams.push({ word, from: atom.from[i]!, to: atom.to[Math.min(i + 1, last)]!, firstTo: atom.to[i]! });
  }
  return { words, grams: runs ? grams : [] };
}
