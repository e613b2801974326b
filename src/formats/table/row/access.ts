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

const NO_USES: readonly Use[] = [];
const EMPTY: Value = { text: '', use: null };

/**
 * Access to the cells of a row.
 * @param cells after carrying down
 * @param beside values for rows whose own cell is empty, or that have none
 */
export function accessTo(cells: readonly string[], uses: UseIndex, beside: ReadonlyMap<Target, string>): Access {
  const outside = (target: Target): Value | null => {
    const text = beside.get(target);
    return text === undefined ? null : { text, use: null };
  };
  const all = (target: Target): readonly Value[] => {
    const filled = (uses.get(target) ?? []).flatMap((use): Value[] => {
      const text = clean(cells[use.index] ?? '');
      return text === '' ? [] : [{ text, use }];
    });
    const other = filled.length > 0 ? null : outside(target);
    return other === null ? filled : [other];
  };
  // Asked a dozen times for each row: no list for it.
  const first = (target: Target): Value => {
    for (const use of uses.get(target) ?? NO_USES) {
      const text = clean(cells[use.index] ?? '');
      if (text !== '') return { text, use };
    }
    return outside(target) ?? EMPTY;
  };
  return { all, first };
}

/** A cell without the white space around it, of whatever kind. */
export function clean(cell: string): string {
  const trimmed = cell.trim();
  if (trimmed === '' || isBlank(trimmed)) return '';
  return EDGES.test(trimmed) ? trimmed.replace(/^[\s\u200b\ufeff]+|[\s\u200b\ufeff]+$/g, '') : trimmed;
}

const EDGES = /^\u200b|\u200b$/;
