/** Lengths that people read: whatever is longer is cut, with a mark that says how much is missing. */

/** Longest line of an excerpt, and longest subject, name or quote that is printed, in characters. */
const LINE = 400;
/** Longest excerpt, in characters. */
const EXCERPT = 1800;

/** The first characters of a text, none of them cut in two. @param most UTF-16 code units */
function head(text: string, most: number): string {
  const last = text.charCodeAt(most - 1);
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? most - 1 : most);
}

const commas = (n: number): string => String(n).replace(/\B(?=(\d{3})+$)/g, ',');

/** A text on one line, as long as people read. */
export function cutLine(text: string, most: number = LINE): string {
  if (text.length <= most) return text;
  const shown = head(text, most);
  return `${shown}… [cut: ${commas(text.length - shown.length)} more characters]`;
}

/** The same of a text that may be absent. */
export function cutOrNull(text: string | null): string | null {
  return text === null ? null : cutLine(text);
}

/**
 * The beginning of a text of several lines.
 * @returns it, and how many characters it leaves out
 */
export function cutText(text: string): { readonly text: string; readonly cut: number } {
  const whole = text.replace(/\r\n?/g, '\n').replace(/\s+$/, '');
  // Lines are cut before the text is, so that a subject of a megabyte does not push out the message.
  const lines = head(whole, EXCERPT * 40)
    .split('\n')
    .map((line) => (line.length <= LINE ? line : cutLine(line)));
  const shown = head(lines.join('\n'), EXCERPT);
  return { text: shown, cut: shown === whole ? 0 : Math.max(0, whole.length - shown.length) };
}
