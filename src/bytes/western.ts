/**
 * Tells the single-byte charsets of Western Europe apart by what the high bytes would be. They share no invalid
 * bytes, so statistics of language (which general detectors use) fail on lists of names with one accent in a hundred
 * rows; but in the wrong charset the accents of names turn into symbols and capitals inside words, which nobody writes.
 */
import { decode } from './text.ts';

/** In order of preference: when nothing tells them apart the first one is right most often. */
export const WESTERN: readonly string[] = ['windows-1252', 'macintosh', 'ibm850'];

/** Letters that Western European languages use inside words, by how little their absence would surprise. */
const COMMON = new Set('éèêëàâäáãåçîïíñôöóõøùûüúßæœ');
const CAPITALS = new Set('ÉÈÊÀÂÄÁÅÇÎÍÑÖÓÔØÜÚÆ');
/** What word processors put between words: quotes, dashes, ellipsis, bullet, no-break space, currency, degree. */
const BETWEEN = new Set('“”‘’–—…•\u00a0€£°§«»®©™');

/**
 * How well bytes read as text of each Western charset.
 *
 * @param bytes a sample; only bytes above 127 and their neighbours count
 * @returns mean score of the high bytes, -2 to 1, for each of {@link WESTERN}
 */
export function westernScores(bytes: Uint8Array): number[] {
  return WESTERN.map((charset) => meanScore(decode(bytes, charset).text));
}

function meanScore(text: string): number {
  let sum = 0;
  let count = 0;
  for (let i = 0; i < text.length; i++) {
    if (text.charCodeAt(i) < 128) continue;
    sum += score(text[i - 1] ?? ' ', text[i] ?? '', text[i + 1] ?? ' ');
    count++;
  }
  return count === 0 ? 0 : sum / count;
}

function score(before: string, character: string, after: string): number {
  if (/[\u0080-\u009f\ufffd]/.test(character)) return -2;
  // Words all of whose letters are beyond ASCII belong to another script, read in the wrong charset.
  if (isHighLetter(before) && isHighLetter(after)) return -1;
  const inWord = isLetter(before) || isLetter(after);
  if (COMMON.has(character)) return inWord ? 1 : 0;
  if (CAPITALS.has(character)) return /[a-z]/.test(before) ? -1 : inWord ? 0.7 : 0;
  if (BETWEEN.has(character)) return /[a-z]/.test(before) && /[a-z]/.test(after) && character !== '’' ? -1 : 0.6;
  return -0.7;
}

function isHighLetter(character: string): boolean {
  return character > '\u007f' && isLetter(character);
}

function isLetter(character: string): boolean {
  return /\p{L}/u.test(character);
}
