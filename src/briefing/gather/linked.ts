/** Numbers inside a sentence as links to their footnotes. */
import { type Bounds, boundsText } from '../../model/bounds.ts';
import type { Sentence } from '../briefing.ts';

/**
 * A sentence whose first mention of some bounds leads to a footnote; where it does not mention them, they stand behind it.
 * @param text without its full stop
 */
export function linked(text: string, bounds: Bounds, note: number): Sentence {
  const words = boundsText(bounds);
  const found = new RegExp(`(?<![\\d–.,-])${words}(?![\\d–-]|[.,]\\d)`).exec(text);
  if (found === null) return [`${text} (in the records: `, { words, note }, ').'];
  return [text.slice(0, found.index), { words, note }, `${text.slice(found.index + words.length)}.`];
}
