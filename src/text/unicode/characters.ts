/**
 * What a character is to the index, and what it is compared as. The engine's tokeniser (unicode61) is of an older Unicode,
 * takes code points it does not know for letters, and leaves Greek accents, ligatures, full-width forms and the vowel points
 * of Hebrew and Arabic in place; what it would get wrong is rewritten before it sees a text (streams.ts), so that these
 * rules hold for all of it.
 */

/** Ends a word. */
export const SEPARATOR = 0;
/** A letter, a digit, or a mark that belongs to one. */
export const LETTER = 1;
/** Inside a word and not part of it: accents, vowel points, soft hyphens, zero-width spaces, marks of direction. */
export const IGNORED = 2;
/** A letter of a script that is written without spaces, or whose words grow endings: found by pairs of letters. */
export const SPACELESS = 3;
/** The same, but lines end between words: Korean. */
export const HANGUL = 4;

/** Scripts that put no space between words; lines of such text break anywhere. */
const UNSPACED =
  /^[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Bopo}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}\p{sc=Tibt}\p{sc=Lana}\p{sc=Tale}\p{sc=Talu}\u3099\u309a\u30fc\uff70\uff9e\uff9f]$/u;

/**
 * Marks and invisible characters. Left out of words, so that what looks the same is the same: accents written apart
 * (file names from macOS), soft hyphens of HTML mail, zero-width characters that hide a word from searches. The zero-width
 * non-joiner (U+200C) is not here: Persian writes it where others write a space.
 */
const DROPPED: readonly (readonly [number, number])[] = [
  [0x00ad, 0x00ad],
  [0x061c, 0x061c],
  [0x0640, 0x0640],
  [0x180b, 0x180f],
  [0x200b, 0x200b],
  [0x200d, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x206f],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
  [0xe0001, 0xe01ef],
];

/** Blocks whose marks are left out, and only those: accents, Cyrillic titles, vowel points of Hebrew and Arabic. */
const DROPPED_MARKS: readonly (readonly [number, number])[] = [
  [0x0300, 0x036f],
  [0x0483, 0x0489],
  [0x0591, 0x05c7],
  [0x0610, 0x061a],
  [0x064b, 0x065f],
  [0x0670, 0x0670],
  [0x06d6, 0x06ed],
  [0x1ab0, 0x1aff],
  [0x1dc0, 0x1dff],
  [0x20d0, 0x20ff],
  [0xfe20, 0xfe2f],
];

function isDropped(char: string): boolean {
  const code = char.codePointAt(0)!;
  const within = ([first, last]: readonly [number, number]): boolean => code >= first && code <= last;
  return DROPPED.some(within) || (/^\p{M}$/u.test(char) && DROPPED_MARKS.some(within));
}

/** Letters with a stroke and joined letters, as ASCII has them; Unicode does not take them apart. */
const STROKES: Readonly<Record<string, string>> = {
  æ: 'ae',
  ð: 'd',
  ø: 'o',
  þ: 'th',
  đ: 'd',
  ħ: 'h',
  ł: 'l',
  œ: 'oe',
  ŧ: 't',
};

/** Ligatures, presentation forms of Hebrew and Arabic, half- and full-width forms: other shapes of the same letters. */
const SHAPES = /^[\ufb00-\ufdff\ufe70-\ufeff\uff01-\uffee]$/u;

/** Marks that stand between texts of one document, and in place of letters that the other table holds: ours alone. */
export const BOUNDARY = '\ue000';
export const ELSEWHERE = '\ue001';

function classify(char: string): number {
  if (char === BOUNDARY || char === ELSEWHERE) return SEPARATOR;
  if (isDropped(char)) return IGNORED;
  if (!/^[\p{L}\p{N}\p{M}\p{Co}]$/u.test(char) || /^\p{Me}$/u.test(char)) return SEPARATOR;
  if (/^\p{sc=Hang}$/u.test(char)) return HANGUL;
  return UNSPACED.test(char) ? SPACELESS : LETTER;
}

/** Without marks, in one case: the capital's small letter, so that final sigma, long s and dotless i fall in (CaseFolding.txt). */
function compared(char: string): string {
  const apart = [...char.normalize(SHAPES.test(char) ? 'NFKD' : 'NFD')]
    .filter((one) => classify(one) === LETTER)
    .join('');
  const folded = [...apart.toUpperCase().toLowerCase().normalize('NFD')]
    .filter((one) => classify(one) === LETTER)
    .map((one) => STROKES[one] ?? (one === 'ς' ? 'σ' : one))
    .join('');
  return folded === '' ? char : folded;
}

/** Classes of the Basic Multilingual Plane plus one, 0 where not asked yet; other planes are rare and kept in a map. */
const classes = new Uint8Array(0x10000);
const otherClasses = new Map<number, number>();
const folds = new Map<number, string>();

/** @param code a code point; a surrogate that stands alone separates. @returns SEPARATOR … HANGUL */
export function classOf(code: number): number {
  const known = code < 0x10000 ? classes[code]! : (otherClasses.get(code) ?? 0);
  if (known !== 0) return known - 1;
  const found = classify(String.fromCodePoint(code));
  if (code < 0x10000) classes[code] = found + 1;
  else otherClasses.set(code, found + 1);
  return found;
}

/** What a LETTER is compared as: one or two letters without marks, in small letters where it has them. */
export function foldOf(code: number): string {
  let fold = folds.get(code);
  if (fold === undefined) {
    fold = compared(String.fromCodePoint(code));
    folds.set(code, fold);
  }
  return fold;
}
