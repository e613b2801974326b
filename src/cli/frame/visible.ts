/**
 * Hostile text made harmless for a terminal. Names, subjects and file names come from strangers: an escape sequence
 * could recolour, overwrite or hide what the program printed, a mark of direction could turn a name around
 * (CVE-2021-42574), a zero-width character could make two names look alike.
 */

/** Controls, format characters (marks of direction, zero widths, tags), separators of lines, and lone surrogates. */
const HARMFUL = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;
/** White space that ends or moves a line. */
const BREAKS = /[\t\n\v\f\r\u0085]+/g;
/** More marks than any script stacks on a letter: they would draw over the lines above. */
const STACKED = /(\p{M}{4})\p{M}+/gu;

function escaped(character: string): string {
  return `\\u{${character.codePointAt(0)!.toString(16)}}`;
}

/**
 * A text on one line in which nothing moves the cursor, changes colours or direction, or is invisible.
 * @returns line breaks and tabs as one space, everything else harmful written as \u{1b}
 */
export function visible(text: string): string {
  return text.replace(BREAKS, ' ').replace(HARMFUL, escaped).replace(STACKED, '$1…');
}

/** JSON text of a value in which every harmful character is escaped: the value stays the same, and a terminal is safe. */
export function safeJson(value: unknown, indent?: number): string {
  const text = JSON.stringify(value, (_, v: unknown) => (typeof v === 'bigint' ? String(v) : v), indent);
  // Between the tokens of JSON stand only line feeds; inside of strings those are escaped already.
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (c) => (c === '\n' ? c : utf16(c)));
}

function utf16(character: string): string {
  return Array.from({ length: character.length }, (_, i) => {
    return `\\u${character.charCodeAt(i).toString(16).padStart(4, '0')}`;
  }).join('');
}
