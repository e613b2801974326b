/** What the author of a message wrote in it, without the messages that it quotes or forwards. */
import { quotationsOf } from './quoted/blocks.ts';
import { mayQuote } from './quoted/marks.ts';
import { readingOf, textOf } from './reading.ts';

/** Characters of the text that are looked at. */
const LONGEST = 64 * 1024;

/**
 * The text of a message down to the first thing that it quotes: a header block or an attribution of another message, or a
 * line with a quote mark. What is written below a quotation is left out, so that nothing of somebody else's is taken for the
 * author's. Never throws for content.
 * @param message its bytes from the first header field on; the end may be cut off
 * @returns decoded, lines end with LF
 */
export function ownText(message: Buffer): string {
  const text = textOf(readingOf(message)).slice(0, LONGEST);
  const marked = text.search(/^[ \t]*>/m);
  const before = marked === -1 ? text : text.slice(0, marked);
  const bytes = Buffer.from(before, 'utf8');
  if (!mayQuote(bytes, 0, bytes.length)) return before;
  const [first] = quotationsOf(bytes.toString('latin1'), 'utf-8');
  return first === undefined ? before : bytes.toString('utf8', 0, first.start);
}
