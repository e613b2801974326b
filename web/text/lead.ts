/** Long sentences in two parts: what is said first, and the reserves and figures behind it. Pure. */

/** What is said first may be so short that the next part belongs to it. */
const LEAST = 40;

/** What a part may end at: a bracket that opens, a full stop, a semicolon. */
const ENDS = [' (', '. ', '; '];

/**
 * Cuts a sentence where its first part ends, never inside of a quotation.
 * @param text one line, such as a finding's
 * @returns the first part as it stands, without what ended it, and the rest, '' where there is none
 */
export function leadOf(text: string): { readonly lead: string; readonly rest: string } {
  let quoted = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '“') quoted += 1;
    if (text[at] === '”') quoted -= 1;
    // A quotation that ends with a full stop and is followed by a capital ends the sentence too.
    const closes = text[at] === '”' && /^” \p{Lu}/u.test(text.slice(at, at + 3));
    if (quoted > 0 || at < LEAST) continue;
    if (closes) return { lead: text.slice(0, at + 1), rest: text.slice(at + 2) };
    const end = ENDS.find((mark) => text.startsWith(mark, at));
    if (end !== undefined)
      return { lead: text.slice(0, at), rest: text.slice(end === ' (' ? at + 1 : at + end.length) };
  }
  return { lead: text, rest: '' };
}
