/** Text from records, made safe to look at: what is hidden or turns the line around becomes visible. Pure. */

/** A stretch of a text: as it stands, or the name of a character that cannot be seen. */
export type Stretch = string | { readonly hidden: string };

/**
 * Controls, format characters (marks and overrides of direction, CVE-2021-42574; zero widths, soft hyphen, byte order mark,
 * tags) and separators of lines and paragraphs, without tab and line feed, and without the format characters that are seen
 * (Arabic and Indic signs before numbers).
 */
const HIDDEN = /[[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]--[\t\n\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\u{110bd}\u{110cd}]]/gv;

const NAMES: Readonly<Record<number, string>> = {
  13: 'CR',
  173: 'soft hyphen',
  1564: 'ALM',
  8203: 'zero width',
  8204: 'ZWNJ',
  8205: 'ZWJ',
  8206: 'LRM',
  8207: 'RLM',
  8234: 'LRE',
  8235: 'RLE',
  8236: 'PDF',
  8237: 'LRO',
  8238: 'RLO',
  8294: 'LRI',
  8295: 'RLI',
  8296: 'FSI',
  8297: 'PDI',
  65279: 'BOM',
};

/** A joiner inside an emoji (family, flag, skin tone) is how it is spelled, and hides nothing. */
function joinsPictures(text: string, at: number): boolean {
  if (text.charCodeAt(at) !== 0x200d) return false;
  const before = /(\p{Extended_Pictographic}|\p{Emoji_Modifier})\ufe0f?$/u.test(text.slice(Math.max(0, at - 4), at));
  return before && /^\p{Extended_Pictographic}/u.test(text.slice(at + 1, at + 3));
}

/**
 * Cuts a text into stretches that can be seen and names of characters that cannot.
 * @param text as a record has it; tabs and ends of lines count as visible
 */
export function visible(text: string): Stretch[] {
  const found: Stretch[] = [];
  let from = 0;
  for (const match of text.matchAll(HIDDEN)) {
    if (joinsPictures(text, match.index) || text.startsWith('\r\n', match.index)) continue;
    if (match.index > from) found.push(text.slice(from, match.index));
    const code = match[0].codePointAt(0)!;
    found.push({ hidden: NAMES[code] ?? `U+${code.toString(16).toUpperCase().padStart(4, '0')}` });
    from = match.index + match[0].length;
  }
  if (from < text.length) found.push(text.slice(from));
  return found;
}

/**
 * The beginning of a text.
 * @param limit UTF-16 units; a surrogate pair is never cut in two
 * @returns the beginning, and how many units the whole has where it is longer; null where nothing was cut
 */
export function beginning(text: string, limit: number): { readonly text: string; readonly of: number | null } {
  if (text.length <= limit) return { text, of: null };
  const last = text.charCodeAt(limit - 1);
  const end = last >= 0xd800 && last <= 0xdbff ? limit - 1 : limit;
  return { text: text.slice(0, end), of: text.length };
}

/** Calendar days and months in the middle of a text; browsers break lines after their hyphens. */
const DATE = /(\b\d{4}-\d{2}(?:-\d{2})?\b)/;

/** A text cut so that every second piece is a date, which should stand on one line. Joined they are the text. */
export function datesIn(text: string): string[] {
  return text.split(DATE);
}
