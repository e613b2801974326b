/** The place in a text that shows best why it was found. Long texts are looked at piece by piece: a log can have 50 MB. */
import type { TextColumn } from '../document.ts';
import { classOf, SEPARATOR } from '../unicode/characters.ts';
import { type Leaf, type Mark, marksIn } from './marks.ts';
import { viewsOf } from './views.ts';

/** UTF-16 units that are looked at together. */
const PIECE = 128 * 1024;
/** What is looked at beyond: phrases and neighbours that begin in a piece may end in the next one. */
const BEYOND = 16 * 1024;
/** How far a cut moves back to where no word is cut. */
const BACK = 4 * 1024;

export interface BestPlace {
  /** The marks of its piece, by where they begin. */
  readonly marks: readonly Mark[];
  /** The mark that it begins with; null where nothing is marked. */
  readonly first: Mark | null;
}

/** How much a stretch shows. */
interface Score {
  /** Different parts of the query. */
  readonly leaves: number;
  readonly marks: number;
}

const NOTHING: Score = { leaves: 0, marks: 0 };

function isBetter(one: Score, other: Score): boolean {
  return one.leaves > other.leaves || (one.leaves === other.leaves && one.marks > other.marks);
}

/** The stretch of a width with the most different parts of the query, then with the most marks; the first of equal ones. */
function bestStart(marks: readonly Mark[], width: number, before: number): { readonly mark: Mark | null } & Score {
  const counts = new Map<number, number>();
  let best: { readonly mark: Mark | null } & Score = { mark: null, ...NOTHING };
  let end = 0;
  for (const [start, mark] of marks.entries()) {
    if (mark.from >= before) break;
    for (; end < marks.length && (end <= start || marks[end]!.to <= mark.from + width); end++)
      counts.set(marks[end]!.leaf, (counts.get(marks[end]!.leaf) ?? 0) + 1);
    const score = { leaves: counts.size, marks: end - start };
    if (isBetter(score, best)) best = { mark, ...score };
    const left = counts.get(mark.leaf)! - 1;
    if (left === 0) counts.delete(mark.leaf);
    else counts.set(mark.leaf, left);
  }
  return best;
}

/** A place to cut at or before one; no word is cut where words are of a usual length. */
function cutAt(text: string, at: number): number {
  if (at >= text.length) return text.length;
  for (let back = at; back > at - BACK; back--) {
    const unit = text.charCodeAt(back);
    // Halves of a character would look as if they separated.
    const isHalf = unit >= 0xd800 && unit < 0xe000;
    if (!isHalf && classOf(unit) === SEPARATOR) return back;
  }
  return at;
}

/**
 * Looks for the best place; the first piece that has all parts of the query close together ends the search.
 * @param width of the stretch, UTF-16 units
 */
export function bestPlace(text: string, column: TextColumn, leaves: readonly Leaf[], width: number): BestPlace {
  let place: BestPlace = { marks: [], first: null };
  let best = NOTHING;
  for (let from = 0; from < text.length && best.leaves < leaves.length; ) {
    const to = cutAt(text, from + PIECE);
    const views = viewsOf(text.slice(from, cutAt(text, to + BEYOND)));
    const marks = marksIn(views, column, leaves).map((mark) => ({
      ...mark,
      from: from + mark.from,
      to: from + mark.to,
    }));
    const found = bestStart(marks, width, to);
    if (isBetter(found, best)) [place, best] = [{ marks, first: found.mark }, found];
    from = to;
  }
  return place;
}
