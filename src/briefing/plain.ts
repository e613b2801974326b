/**
 * Hostile text made harmless for people: names, subjects and excerpts come from strangers. A mark of direction could turn a
 * name around (CVE-2021-42574), a zero-width character could make two names look alike, a control character is no text at
 * all (and XML, in which pictures are written, forbids it).
 */

/** Controls, format characters (marks of direction, zero widths, tags), separators of lines, and lone surrogates. */
const HARMFUL = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;
/** More marks than any script stacks on a letter: they would draw over the lines above. */
const STACKED = /(\p{M}{4})\p{M}+/gu;
const BREAKS = /[\t\n\v\f\r\u0085]+/g;

function named(character: string): string {
  return `⟨U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}⟩`;
}

/** A text on one line in which nothing is invisible or changes direction: ⟨U+202E⟩ stands where such a mark stood. */
export function visible(text: string): string {
  return text.replace(BREAKS, ' ').replace(HARMFUL, named).replace(STACKED, '$1…');
}

/** The same of a text of several lines: line feeds and tabs stay. */
export function visibleLines(text: string): string {
  return text
    .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
    .replace(HARMFUL, (c) => (c === '\n' || c === '\t' ? c : named(c)))
    .replace(STACKED, '$1…');
}

/** JSON of a value in which every such character is escaped: the value stays the same, and a viewer is safe. */
export function safeJson(value: unknown): string {
  const text = JSON.stringify(value, null, 2);
  const escaped = (c: string): string =>
    Array.from({ length: c.length }, (_, i) => `\\u${c.charCodeAt(i).toString(16).padStart(4, '0')}`).join('');
  return `${text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (c) => (c === '\n' ? c : escaped(c)))}\n`;
}
