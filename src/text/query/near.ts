/** NEAR(first second, 5): words that stand close to each other, in any order. */
import type { Phrase } from './ast.ts';
import { readPhrase, type WordCount } from './phrase.ts';
import type { QueryReader } from './reader.ts';

/** Words between, where no number says it. */
const USUAL = 10;
const MOST = 1_000;

/** What was read. */
export interface Near {
  readonly kind: 'near';
  readonly phrases: readonly Phrase[];
  /** Words between the end of the first and the beginning of the last, at most. */
  readonly distance: number;
}

/** Reads it. @param reader stands at its N. @throws QueryStopped */
export function readNear(reader: QueryReader, words: WordCount): Near {
  const at = reader.at;
  const open = at + 4;
  reader.at = open + 1;
  const phrases: Phrase[] = [];
  let distance = USUAL;
  for (;;) {
    if (!reader.more()) return reader.fail('this ( is not closed', 'close it with )', { at: open, length: 1 });
    const char = reader.char();
    if (char === ')') break;
    if (char === '(') return reader.fail('NEAR takes words and phrases alone', 'write NEAR(budget "annual plan", 5)');
    if (char !== ',') {
      phrases.push(readPhrase(reader, words, ','));
      continue;
    }
    reader.at++;
    distance = distanceIn(reader);
    break;
  }
  if (reader.char() !== ')') return reader.fail('NEAR ends with its number', 'write NEAR(budget plan, 5)');
  reader.at++;
  if (phrases.length < 2)
    return reader.fail('NEAR needs two words or phrases', 'write NEAR(budget plan, 5)', reader.from(at));
  return { kind: 'near', phrases, distance };
}

function distanceIn(reader: QueryReader): number {
  reader.more();
  const { text, place } = reader.piece(',');
  const distance = /^\d{1,4}$/.test(text) ? Number(text) : -1;
  if (distance < 0 || distance > MOST) {
    const advice = `write how many words may stand between, from 0 to ${MOST}: NEAR(budget plan, 5)`;
    reader.fail('this is no distance', advice, { at: place.at, length: Math.max(1, place.length) });
  }
  reader.more();
  return distance;
}
