/** Text of cells made comparable. */

/** Letters that do not fall apart into a base letter and an accent (Unicode has no decomposition for them). */
const WHOLE: Readonly<{ [letter: string]: string }> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  þ: 'th',
  ı: 'i',
};

function plain(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[ßæœøđðłþı]/g, (letter) => WHOLE[letter]!);
}

/**
 * A value to compare or match: lower case without accents, letters and digits only, single spaces.
 * @returns `` where nothing is left
 */
export function foldValue(text: string): string {
  return plain(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** A header name to compare: like a value, without its spaces, so that `Calling Number`, calling_number and CallingNumber agree. */
export function foldHeader(text: string): string {
  return plain(text).replace(/[^\p{L}\p{N}]+/gu, '');
}

/** Text for patterns that look at punctuation too: lower case without accents, every white space one space. */
export function foldText(text: string): string {
  return plain(text).replace(/\s+/g, ' ').trim();
}

/** Whether a cell shows nothing: white space of any kind, also U+FEFF and zero widths that spreadsheets leave behind. */
export function isBlank(text: string): boolean {
  return !/[^\s\u200b-\u200f\u2060\ufeff\0]/.test(text);
}
