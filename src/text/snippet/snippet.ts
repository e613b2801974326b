/** A piece of a text that shows why it was found. */
import type { TextColumn } from '../document.ts';
import type { Query } from '../query/ast.ts';
import { type Leaf, leavesOf, type Mark } from './marks.ts';
import { bestPlace } from './place.ts';

/** A stretch of a snippet. */
export interface SnippetPiece {
  readonly text: string;
  readonly marked: boolean;
}

export interface Snippet {
  /** White space is one space each; an ellipsis stands where the text goes on. */
  readonly pieces: readonly SnippetPiece[];
  /** Whether anything is marked; if not, it is the beginning of the text. */
  readonly found: boolean;
}

/** Makes snippets for one query. */
export interface Highlighter {
  /**
   * @param text as it was given to the index
   * @param column as what
   * @param width UTF-16 units at most, about
   */
  snippet(text: string, column: TextColumn, width: number): Snippet;
}

/** How far a cut moves back to a space, so that no word is cut. */
const BACK = 24;
const ELLIPSIS = '…';

/** A stretch of the text. */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Moves a cut back to behind a space if one is near, and out of a character of two units. */
function cutBefore(text: string, at: number, least: number): number {
  for (let back = at; back > Math.max(least, at - BACK); back--) if (/\s/.test(text.charAt(back - 1))) return back;
  const low = text.charCodeAt(at);
  return low >= 0xdc00 && low < 0xe000 ? at - 1 : at;
}

function stretchFor(text: string, mark: Mark | null, width: number): Stretch {
  if (text.length <= width) return { from: 0, to: text.length };
  if (mark === null) return { from: 0, to: cutBefore(text, width, 0) };
  const lead = Math.min(mark.from, Math.max(0, Math.floor(width / 5)));
  const from = mark.from - lead === 0 ? 0 : cutBefore(text, mark.from - lead, 0);
  const to = Math.min(text.length, Math.max(from + width, mark.to));
  return { from, to: to === text.length ? to : cutBefore(text, to, Math.min(to, mark.to)) };
}

/** Marks as stretches that do not overlap, cut to a part of the text. */
function merged(marks: readonly Mark[], part: Stretch): Stretch[] {
  const out: { from: number; to: number }[] = [];
  for (const mark of marks) {
    const from = Math.max(mark.from, part.from);
    const to = Math.min(mark.to, part.to);
    const last = out.at(-1);
    if (from >= to) continue;
    if (last !== undefined && from <= last.to) last.to = Math.max(last.to, to);
    else out.push({ from, to });
  }
  return out;
}

function piecesOf(text: string, marks: readonly Mark[], part: Stretch): SnippetPiece[] {
  const pieces: SnippetPiece[] = [];
  const add = (from: number, to: number, marked: boolean): void => {
    if (from < to) pieces.push({ text: text.slice(from, to).replace(/\s+/g, ' '), marked });
  };
  if (part.from > 0) pieces.push({ text: ELLIPSIS, marked: false });
  let at = part.from;
  for (const { from, to } of merged(marks, part)) {
    add(at, from, false);
    add(from, to, true);
    at = to;
  }
  add(at, part.to, false);
  if (part.to < text.length) pieces.push({ text: ELLIPSIS, marked: false });
  return pieces;
}

/** Makes what marks a query's words in texts that are read again from their sources; the index keeps no text. */
export function highlighter(query: Query): Highlighter {
  const leaves: readonly Leaf[] = leavesOf(query.root);
  return {
    snippet(text, column, width) {
      const { marks, first } = bestPlace(text, column, leaves, Math.floor(width * 0.8));
      return { pieces: piecesOf(text, marks, stretchFor(text, first, width)), found: first !== null };
    },
  };
}
