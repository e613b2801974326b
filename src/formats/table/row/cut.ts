/** Cells that are too long for what they hold. */
import type { Target } from '../../templates/template.ts';
import type { Layout } from '../layout.ts';

/** Longest cell with names, in characters: two hundred of them. Patterns take the square of a cell's length. */
const LONGEST_NAMES = 4000;
/** Longest cell with a date, a time, a number or a word. */
const LONGEST_VALUE = 400;

export const CELL_CUT: string = 'a cell is longer than any name or value; only its beginning was read';

function longest(target: Target): number {
  if (target === 'subject' || target.startsWith('extra.')) return Number.POSITIVE_INFINITY;
  return target.includes('.') ? LONGEST_NAMES : LONGEST_VALUE;
}

/**
 * Cuts cells that are longer than what their column holds can be: nobody wrote them for people to read.
 * @returns the cells themselves where none is
 */
export function cutCells(cells: readonly string[], { uses }: Layout): readonly string[] {
  if (cells.every((cell) => cell.length <= LONGEST_VALUE)) return cells;
  const cut = [...cells];
  for (const { target, index } of uses) cut[index] = (cut[index] ?? '').slice(0, longest(target));
  return cut.every((cell, i) => cell === cells[i]) ? cells : cut;
}
