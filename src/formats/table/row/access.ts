/** Values of one row by what they are. */

import type { Target } from '../../templates/template.ts';
import { isBlank } from '../fold.ts';
import type { Layout, Use } from '../layout.ts';

/** A filled cell. */
export interface Value {
  readonly text: string;
  /** Null for a value that stands outside of the row. */
  readonly use: Use | null;
}

export interface Access {
  /** The first filled one of a target; an empty text where there is none. */
  first(target: Target): Value;
  /** All filled ones of a target, in the order of the template. */
  all(target: Target): readonly Value[];
}

/** Targets to their uses. */
export type UseIndex = ReadonlyMap<Target, readonly Use[]>;

/** Columns by what they hold; several may hold one thing. */
export function indexUses(layout: Layout): UseIndex {
  return Map.groupBy(layout.uses, (use) => use.target);
}

const EMPTY: Value = { text: '', use: null };

/**
 * Access to the cells of a row.
 * @param cells after carrying down
 * @param beside values for rows whose own cell is empty, or that have none
 */
export function accessTo(cells: readonly string[], uses: UseIndex, beside: ReadonlyMap<Target, string>): Access {
  const all = (target: Target): readonly Value[] => {
    const filled = (uses.get(target) ?? []).flatMap((use): Value[] => {
      const text = clean(cells[use.index] ?? '');
      return text === '' ? [] : [{ text, use }];
    });
    const other = beside.get(target);
    return filled.length > 0 || other === undefined ? filled : [{ text: other, use: null }];
  };
  return { all, first: (target) => all(target)[0] ?? EMPTY };
}

/** A cell without the white space around it, of whatever kind. */
export function clean(cell: string): string {
  return isBlank(cell) ? '' : cell.replace(/^[\s\u200b\ufeff]+|[\s\u200b\ufeff]+$/g, '');
}
