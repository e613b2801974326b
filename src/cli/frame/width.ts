/** How many columns of a terminal text takes. Widths after UAX #11: wide and full-width characters and emoji take two. */

/** Nothing: marks that stand on the character before, and jamo that join the syllable before. */
const NO_WIDTH = /^(?:[\p{Mn}\p{Me}\p{Cf}]|[\u1160-\u11ff])$/u;
const WIDE =
  /^[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{16fe0}-\u{18cff}\u{1aff0}-\u{1b2ff}\u{20000}-\u{3fffd}]$/u;
const EMOJI = /^\p{Emoji_Presentation}$/u;

/** Columns of one character (code point). */
function characterWidth(character: string): number {
  if (character < '\u0300') return 1;
  if (NO_WIDTH.test(character)) return 0;
  return WIDE.test(character) || EMOJI.test(character) ? 2 : 1;
}

/** Columns of a text on one line, after `visible`. */
export function widthOf(text: string): number {
  if (/^[\x20-\u02ff]*$/.test(text)) return text.length;
  let width = 0;
  for (const character of text) width += characterWidth(character);
  return width;
}

/** The longest beginning of a text that takes at most so many columns; marks stay with their characters. */
export function headOf(text: string, columns: number): string {
  let width = 0;
  let length = 0;
  for (const character of text) {
    width += characterWidth(character);
    if (width > columns) break;
    length += character.length;
  }
  return text.slice(0, length);
}

/** Cut to so many columns, the cut shown by …; as it is when it fits. */
export function cutTo(text: string, columns: number): string {
  return widthOf(text) <= columns ? text : `${headOf(text, columns - 1)}…`;
}

/**
 * Broken into lines of at most so many columns: at spaces, behind `/`, `@`, `,` and `-` where a word is too long, else anywhere.
 * @returns at least one line; joined they are the text but for spaces at the breaks
 */
export function wrapped(text: string, columns: number): string[] {
  const lines: string[] = [];
  let rest = text;
  while (widthOf(rest) > columns) {
    // A character that is wider than the column is put out all the same, so that every round takes some.
    const head = headOf(rest, columns) || (/^./su.exec(rest)?.[0] ?? rest);
    const next = rest[head.length];
    const space = next === ' ' ? head.length : head.lastIndexOf(' ');
    const soft = Math.max(...['/', '@', ',', '-'].map((mark) => head.lastIndexOf(mark) + 1));
    const at = space > 0 ? space : soft > columns / 3 ? soft : head.length;
    lines.push(rest.slice(0, at).trimEnd());
    rest = rest.slice(at).trimStart();
  }
  return rest === '' && lines.length > 0 ? lines : [...lines, rest];
}
