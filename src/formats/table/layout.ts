/** Which column of a table holds what: a header row against a template. */

import type { Column, Target, Template } from '../templates/template.ts';
import { foldHeader, foldText, isBlank } from './fold.ts';

/** One target in one column. */
export interface Use {
  readonly target: Target;
  /** From 0. */
  readonly index: number;
  readonly column: Column;
  /** Its header; empty for tables without one. */
  readonly header: string;
}

export interface Layout {
  readonly uses: readonly Use[];
  /** Cells that rows have. */
  readonly width: number;
  /** The header row, folded; null where there is none. */
  readonly header: readonly string[] | null;
  /** Share of the filled header cells that the template knows, 0 to 1. */
  readonly explained: number;
}

/** Longest name of a column, in characters: the pattern would take the square of a longer one's length. */
const LONGEST_HEADER = 500;

/** A header name in the forms that a template may know it by. */
function formsOf(cell: string): string[] {
  const header = cell.slice(0, LONGEST_HEADER);
  const bare = foldHeader(header.replace(/\([^)]*\)|\[[^\]]*\]/g, ' '));
  return [...new Set([foldHeader(header), bare])].filter((form) => form !== '');
}

/** Every file that may be a table is held against every template: what is asked of all is folded once. */
const foldedNames = new WeakMap<readonly string[], readonly string[]>();
const foldedCells = new WeakMap<readonly string[], readonly (readonly string[])[]>();

function once<K extends object, V>(kept: WeakMap<K, V>, key: K, make: () => V): V {
  const known = kept.get(key);
  if (known !== undefined) return known;
  const made = make();
  kept.set(key, made);
  return made;
}

/** Place of the first of a column's names that a header meets; -1 for none. */
function rankOf(names: readonly string[], forms: readonly string[]): number {
  const folded = once(foldedNames, names, () => names.map(foldHeader));
  return names.findIndex((name, i) => {
    const wanted = folded[i]!;
    return name.endsWith('*') ? forms.some((form) => form.startsWith(wanted)) : forms.includes(wanted);
  });
}

function targetsOf(column: Column): readonly Target[] {
  return typeof column.to === 'string' ? [column.to] : column.to;
}

/**
 * Puts a row against a template as its header. Each header belongs to the first column of the template that knows it; of several
 * headers a column takes the one with its best name, and all of them where that name ends in *.
 * @param cells of the row
 * @returns what was found; whether it is enough says {@link missing}
 */
export function matchHeader(cells: readonly string[], template: Template): Layout {
  const forms = once(foldedCells, cells, () => cells.map(formsOf));
  const taken = new Set<number>();
  const uses: Use[] = [];
  for (const column of template.columns) {
    const { names } = column;
    if (names === undefined) continue;
    const ranks = forms.map((form, i) => (taken.has(i) ? -1 : rankOf(names, form)));
    const best = Math.min(...ranks.filter((rank) => rank !== -1));
    if (best === Number.POSITIVE_INFINITY) continue;
    const all = names[best]!.endsWith('*');
    const found = ranks.flatMap((rank, i) => (rank === best ? [i] : [])).slice(0, all ? undefined : 1);
    for (const index of found) {
      taken.add(index);
      uses.push(...targetsOf(column).map((target) => ({ target, index, column, header: cells[index]! })));
    }
  }
  const filled = cells.filter((cell) => !isBlank(cell)).length;
  const last = cells.findLastIndex((cell) => !isBlank(cell));
  return {
    uses,
    width: last + 1,
    header: cells.slice(0, last + 1).map(foldHeader),
    explained: filled === 0 ? 0 : taken.size / filled,
  };
}

/** The columns of a template whose places are fixed. */
export function fixedLayout(template: Template): Layout {
  const placed = template.columns.filter((column) => column.at !== undefined);
  return {
    uses: placed.flatMap((column) =>
      targetsOf(column).map((target) => ({ target, index: column.at! - 1, column, header: '' })),
    ),
    width: template.width ?? Math.max(0, ...placed.map((column) => column.at!)),
    header: null,
    explained: 1,
  };
}

/** Targets that a template needs and a layout lacks: of each list one would be enough. */
export function missing(layout: Layout, template: Template): (readonly Target[])[] {
  const has = new Set(layout.uses.map((use) => use.target));
  return template.requires.filter((any) => !any.some((target) => has.has(target)));
}

/** Header names that would do for a target, for messages. */
export function namesFor(target: Target, template: Template): readonly string[] {
  return template.columns
    .filter((column) => targetsOf(column).includes(target))
    .flatMap((column) => column.names ?? []);
}

/** Whether a row of a table without a header looks like one of a template's. */
export function looksLike(cells: readonly string[], template: Template): boolean {
  if (template.width !== undefined && cells.length !== template.width) return false;
  return template.columns.every(({ at, looks }) => {
    if (at === undefined || looks === undefined) return true;
    return new RegExp(looks, 'u').test(foldText(cells[at - 1] ?? ''));
  });
}
