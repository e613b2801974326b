/** The number that a sentence is about as a link to its footnote. Other numbers of it are no count of these contacts. */
import { type Bounds, boundsText } from '../../model/bounds.ts';
import type { Piece, Sentence } from '../briefing.ts';

/** Where a count stands: at the beginning, or behind "recorded:". */
const COUNT = /(?<=^(?:at (?:least|most) )?|\brecorded: )\d+(?:–\d+)?(?![\d%–]|[.,]\d|-| %)/;
/** What stands there in place of a number: "no contact falls into it". */
const NONE = /^no [a-z]+(?: or [a-z]+)*(?= falls? into it)/;

/**
 * A sentence whose count leads to a footnote; null where it begins with none.
 * @param bounds the count, where it is known: another number is not taken for it
 */
export function countLinked(text: string, note: number, bounds: Bounds | null = null): Piece[] | null {
  const found = COUNT.exec(text) ?? NONE.exec(text);
  if (found === null) return null;
  const isNumber = /^\d/.test(found[0]);
  const known = bounds === null ? null : [boundsText(bounds), String(bounds.min), String(bounds.max)];
  if (isNumber && known !== null && !known.includes(found[0])) return null;
  return [text.slice(0, found.index), { words: found[0], note }, text.slice(found.index + found[0].length)].filter(
    (piece) => piece !== '',
  );
}

/**
 * A sentence whose count leads to a footnote; where it has none, the count stands behind it.
 * @param text without its full stop
 */
export function linked(text: string, bounds: Bounds, note: number): Sentence {
  return (
    countLinked(`${text}.`, note, bounds) ?? [`${text} (in the records: `, { words: boundsText(bounds), note }, ').']
  );
}
