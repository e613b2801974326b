/** Rows whose cells are not where the header says. */

import { isBlank } from '../fold.ts';
import type { Layout } from '../layout.ts';
import type { DateRules } from '../time/date.ts';
import { readDates } from '../time/dates.ts';

export interface Shaped {
  readonly cells: readonly string[];
  /** Whether cells had to be put together, and how surely. */
  readonly change: 'none' | 'sure' | 'likely';
}

/**
 * Puts a row into the columns of its header. A row with more filled cells than the header has was written without the quotation marks that
 * its delimiters need. Where exactly one of its cells is a date it tells how many cells belong before it: what is too many before joins
 * the first column, what is too many behind joins the column after the date.
 * @returns null where nothing tells
 */
export function shapeRow(cells: readonly string[], layout: Layout, rules: DateRules, delimiter: string): Shaped | null {
  const filled = cells.findLastIndex((cell) => !isBlank(cell)) + 1;
  if (filled <= layout.width) return { cells, change: 'none' };
  const date = layout.uses.find(({ target }) => target === 'date')?.index;
  if (date === undefined) return null;
  const row = cells.slice(0, filled);
  const dates = row.flatMap((cell, i) => (readDates(cell, rules).length > 0 ? [i] : []));
  const [at] = dates;
  if (at === undefined || dates.length > 1 || at < date) return null;
  const before = at - date;
  const behind = filled - layout.width - before;
  // With several columns before the date nothing tells which of them had the delimiters.
  if (behind < 0 || (before > 0 && date !== 1)) return null;
  const join = (from: number, count: number): string => row.slice(from, from + count).join(delimiter);
  const head = date === 0 ? [] : [join(0, before + 1), ...row.slice(before + 1, at)];
  const tail = at + 1 < filled ? [join(at + 1, behind + 1), ...row.slice(at + 2 + behind)] : [];
  const sure = behind === 0 || layout.width - date === 2;
  return { cells: [...head, row[at]!, ...tail], change: sure ? 'sure' : 'likely' };
}
