/** The little of HTML that reading a story needs. */

const BLOCKS: ReadonlySet<string> = new Set(
  'address article aside blockquote body br dd div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 head header hr html li main nav ol p pre script section style table tbody td th thead title tr ul'.split(
    ' ',
  ),
);

/** Elements whose content is no text. */
const UNREAD: ReadonlySet<string> = new Set(['script', 'style']);

/** Longest tag, comment or script that is passed over, characters: beyond it a `<` is a `<`. */
const LONGEST = 65_536;

/** Whether words on both sides of a tag are two words. */
export function isBlockTag(name: string): boolean {
  return BLOCKS.has(name);
}

function within(text: string, what: string, from: number): number {
  const at = text.slice(from, from + LONGEST).indexOf(what);
  return at === -1 ? -1 : from + at;
}

/**
 * A tag, comment, or a whole script or style sheet.
 * @param at place of its `<`
 * @returns its name in lower case, empty for comments, and how many code units it takes; null when it is none
 */
export function readTag(text: string, at: number): { readonly name: string; readonly length: number } | null {
  if (text.startsWith('<!--', at)) {
    const end = within(text, '-->', at + 4);
    return end === -1 ? null : { name: '', length: end + 3 - at };
  }
  const name = /^<[/!]?([a-z][a-z0-9]*)/i.exec(text.slice(at, at + 32))?.[1]?.toLowerCase();
  const end = name === undefined ? -1 : within(text, '>', at);
  if (name === undefined || end === -1) return null;
  if (!UNREAD.has(name) || text[at + 1] === '/') return { name, length: end + 1 - at };
  const close = within(text.slice(end, end + LONGEST).toLowerCase(), `</${name}`, 0);
  const closed = close === -1 ? -1 : within(text, '>', end + close);
  return { name, length: (closed === -1 ? end : closed) + 1 - at };
}
