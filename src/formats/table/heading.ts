/** The header that rows stand under, and other headers further down: exports are put together from several. */
import type { Template } from '../templates/template.ts';
import { foldHeader, isBlank } from './fold.ts';
import { type Layout, matchHeader, missing } from './layout.ts';
import { indexUses, type UseIndex } from './row/access.ts';

/** Fewest filled cells of a row that is taken for a header of other columns. */
const FEWEST = 3;

export class Heading {
  readonly #template: Template;
  layout: Layout;
  uses: UseIndex;
  /** The last row that looks like a header of columns that the template does not know, from 1; 0 for none. */
  foreign = 0;

  constructor(layout: Layout, template: Template) {
    this.#template = template;
    this.layout = layout;
    this.uses = indexUses(layout);
  }

  /**
   * Looks whether a row that is not blank is a header; where it is another one of the template, it holds from here on.
   * @param number of the row, from 1
   * @returns `same` for the header again, `other` for another one, `foreign` for one that the template does not know
   */
  meet(cells: readonly string[], number: number): 'same' | 'other' | 'foreign' | null {
    const { header, width } = this.layout;
    if (header === null) return null;
    const folded = foldHeader(cells.find((cell) => !isBlank(cell))!);
    const known = folded !== '' && header.includes(folded);
    if (known && header.every((name, i) => name === foldHeader(cells[i] ?? ''))) {
      this.foreign = 0;
      return 'same';
    }
    const wordy = isWordy(cells, width);
    if (!known && !wordy) return null;
    const other = matchHeader(cells, this.#template);
    if (missing(other, this.#template).length === 0 && other.explained >= 0.5) {
      this.layout = { ...other, width: Math.max(other.width, width) };
      this.uses = indexUses(this.layout);
      this.foreign = 0;
      return 'other';
    }
    // A row of calls without a digit tells of no call; of a register it may be one without a day.
    if (!wordy || (this.#template.kind !== 'call' && other.explained < 0.5)) return null;
    this.foreign = number;
    return 'foreign';
  }
}

/** Whether a row has only words, each once, in half of its columns or more. */
function isWordy(cells: readonly string[], width: number): boolean {
  if (cells.some((cell) => /\p{N}/u.test(cell))) return false;
  const filled = cells.filter((cell) => !isBlank(cell));
  return filled.length >= Math.max(FEWEST, width / 2) && new Set(filled.map(foldHeader)).size === filled.length;
}
