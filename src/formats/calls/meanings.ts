/** What the values of a row mean, asked once for each combination of them. */
import type { Layout, Use } from '../table/layout.ts';
import { accessTo, indexUses, type UseIndex } from '../table/row/access.ts';
import { meaningOf, type RowMeaning } from '../table/row/meaning.ts';
import type { Template } from '../templates/template.ts';
import { CellTable, textOf } from './cell-table.ts';
import type { RowScan } from './scan.ts';

/** Distinct values of a column that are told apart; more are no words for a state. */
const MOST = 1023;

export class Meanings {
  readonly #template: Template;
  readonly #columns: readonly { readonly index: number; readonly table: CellTable }[];
  readonly #uses: UseIndex;
  readonly #known = new Map<number, RowMeaning>();
  #lastKey = -1;
  #last: RowMeaning | null = null;

  constructor(template: Template, layout: Layout, meanings: readonly Use[]) {
    this.#template = template;
    this.#columns = meanings.map(({ index }) => ({ index, table: new CellTable() }));
    this.#uses = indexUses({ ...layout, uses: meanings });
  }

  /** @returns null where a column has too many values for this */
  of(bytes: Uint8Array, scan: RowScan): RowMeaning | null {
    let key = 0;
    for (const { index, table } of this.#columns) {
      const number = scan.cell(bytes, index) ? table.number(bytes, scan.from, scan.to) + 1 : 0;
      if (number > MOST) return null;
      key = key * (MOST + 1) + number;
    }
    if (key === this.#lastKey) return this.#last;
    let meaning = this.#known.get(key);
    if (meaning === undefined) {
      meaning = this.#look(bytes, scan);
      this.#known.set(key, meaning);
    }
    this.#lastKey = key;
    this.#last = meaning;
    return meaning;
  }

  #look(bytes: Uint8Array, scan: RowScan): RowMeaning {
    const cells: string[] = [];
    for (const { index } of this.#columns) {
      if (scan.cell(bytes, index)) cells[index] = textOf(bytes, scan.from, scan.to);
    }
    return meaningOf(accessTo(cells, this.#uses, new Map()), this.#template);
  }
}
