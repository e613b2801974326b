/** Which template fits a table best. */
import { type Head, memoryInput } from '../../bytes/input.ts';
import { TEMPLATES } from '../templates/list.ts';
import { findDialect } from './dialect.ts';
import { isBlank } from './fold.ts';
import { fixedLayout, type Layout, looksLike, matchHeader, missing } from './layout.ts';
import { readRows } from './rows.ts';
import type { Target, Template } from './template.ts';
import { datesOf } from './time/rules.ts';
import { readDates } from './time/dates.ts';

/** A template on a table. */
export interface Fit {
  readonly template: Template;
  /** 0 to 1; 0 where something is missing. */
  readonly confidence: number;
  readonly layout: Layout;
  /** Place of the header row among the rows looked at; -1 where there is none. */
  readonly headerAt: number;
  /** What it lacks. */
  readonly missing: readonly (readonly Target[])[];
}

export interface Choice {
  readonly template: Template;
  readonly confidence: number;
  /** The next best one that fits; null where no other does. */
  readonly runnerUp: { readonly template: Template; readonly confidence: number } | null;
}

/** Filled rows that may stand above the header, and rows that are looked at in all. */
const TITLES = 30;
export const SAMPLE_ROWS = 100;
/** Share of filled date cells that must be dates. */
const DATED = 0.5;

type Cells = readonly string[];

/**
 * The template that reads a file, as far as its beginning shows.
 * @param head of a delimited file
 * @returns null where none fits
 */
export function chooseTemplate(head: Head): Choice | null {
  const input = memoryInput(head.name, head.bytes);
  const dialect = findDialect(input, null);
  const rows: Cells[] = [];
  for (const row of readRows(input, dialect)) {
    rows.push(row.cells);
    if (rows.length >= SAMPLE_ROWS) break;
  }
  // The last row may be cut; alone it is all there is.
  if (head.bytes.length < head.size && rows.length > 1 && rows.length < SAMPLE_ROWS) rows.pop();
  return choose(rows);
}

/** The same for rows that are read already. */
export function choose(rows: readonly Cells[]): Choice | null {
  const [best, next] = rank(rows).filter((fit) => fit.missing.length === 0 && fit.confidence > 0);
  if (best === undefined) return null;
  const { template, confidence } = best;
  return {
    template,
    confidence,
    runnerUp: next === undefined ? null : { template: next.template, confidence: next.confidence },
  };
}

/** All templates on a table, best first; equal ones in the order of the list. */
export function rank(rows: readonly Cells[], templates: readonly Template[] = TEMPLATES): Fit[] {
  return templates
    .map((template) => fitOf(rows, template))
    .sort((a, b) => a.missing.length - b.missing.length || b.confidence - a.confidence);
}

/** One template on a table. */
export function fitOf(rows: readonly Cells[], template: Template): Fit {
  return template.header === 'none' ? fitBlind(rows, template) : fitHeader(rows, template, template.header);
}

function fitHeader(rows: readonly Cells[], template: Template, header: 'find' | number): Fit {
  const candidates = candidatesOf(rows, header).map((headerAt) => {
    const layout = matchHeader(rows[headerAt]!, template);
    return { headerAt, layout, lacks: missing(layout, template) };
  });
  const none = { headerAt: -1, layout: matchHeader([], template), lacks: template.requires };
  const best = candidates.reduce(
    (a, b) =>
      b.lacks.length < a.lacks.length || (b.lacks.length === a.lacks.length && b.layout.explained > a.layout.explained + 1e-9)
        ? b
        : a,
    none,
  );
  const below = rows.slice(best.headerAt + 1);
  const layout = { ...best.layout, width: Math.max(best.layout.width, usualWidth(below)) };
  const dated = best.lacks.length === 0 && areDated(below, layout, template);
  const confidence = best.lacks.length > 0 ? 0 : template.confidence * (0.6 + 0.4 * layout.explained) * (dated ? 1 : 0.3);
  return { template, confidence, layout, headerAt: best.headerAt, missing: best.lacks };
}

function candidatesOf(rows: readonly Cells[], header: 'find' | number): number[] {
  if (header !== 'find') return header >= 1 && header <= rows.length ? [header - 1] : [];
  const filled = rows.flatMap((cells, i) => (cells.some((cell) => !isBlank(cell)) ? [i] : []));
  return filled.slice(0, TITLES);
}

function fitBlind(rows: readonly Cells[], template: Template): Fit {
  const filled = rows.filter((cells) => cells.some((cell) => !isBlank(cell)));
  const like = filled.filter((cells) => looksLike(cells, template)).length;
  const share = filled.length === 0 ? 0 : like / filled.length;
  const layout = fixedLayout(template);
  return {
    template,
    confidence: share < 0.8 ? 0 : template.confidence * share,
    layout,
    headerAt: -1,
    missing: missing(layout, template),
  };
}

/** Cells that most rows have, filled ones only: a last column may have no header. */
function usualWidth(rows: readonly Cells[]): number {
  const widths = new Map<number, number>();
  for (const cells of rows) {
    const width = cells.findLastIndex((cell) => !isBlank(cell)) + 1;
    if (width > 0) widths.set(width, (widths.get(width) ?? 0) + 1);
  }
  return [...widths].reduce((a, b) => (b[1] > a[1] ? b : a), [0, 0])[0];
}

/** Whether the columns of dates hold dates, so that a table of something else with a column "date" is not taken for one. */
function areDated(rows: readonly Cells[], layout: Layout, template: Template): boolean {
  const rules = datesOf(template, 'either');
  const use = layout.uses.find(({ target }) => target === 'date' || target === 'start');
  if (use === undefined) return true;
  const filled = rows.map((cells) => cells[use.index] ?? '').filter((cell) => !isBlank(cell));
  const read = filled.filter((cell) => readDates(cell, rules).length > 0 || /^\D*$/.test(cell)).length;
  return filled.length === 0 || read >= DATED * filled.length;
}
