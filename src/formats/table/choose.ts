/** Which template fits a table best. */
import { type Head, memoryInput } from '../../bytes/input.ts';
import { TEMPLATES } from '../templates/list.ts';
import type { Target, Template } from '../templates/template.ts';
import type { Dialect } from './delimited.ts';
import { findDialect } from './dialect.ts';
import { isBlank } from './fold.ts';
import { fixedLayout, type Layout, looksLike, matchHeader, missing, type Use } from './layout.ts';
import { readRows } from './rows.ts';
import { readDates } from './time/dates.ts';
import { datesOf } from './time/rules.ts';

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

/** Filled rows that may stand above the header, and rows that are looked at in all. */
const TITLES = 30;
export const SAMPLE_ROWS = 100;
/** Share of filled date cells that must be dates. */
const DATED = 0.5;
/** Of tables that no template knows: enough to be read, less than any format that knows its own. */
const FORM = 0.31;

type Cells = readonly string[];

/**
 * How sure it is that a file is a delimited table: as sure as the best template, or a little where its form alone shows it,
 * so that its user hears which columns are missing.
 * @param head of any file
 */
export function tableLikeness(head: Head): number {
  const input = memoryInput(head.name, head.bytes);
  const dialect = findDialect(input, null);
  if (isBinary(head.bytes, dialect)) return 0;
  const rows: Cells[] = [];
  for (const row of readRows(input, dialect)) {
    rows.push(row.cells);
    if (rows.length >= SAMPLE_ROWS) break;
  }
  // The last row may be cut; alone it is all there is.
  if (head.bytes.length < head.size && rows.length > 1 && rows.length < SAMPLE_ROWS) rows.pop();
  const best = rank(rows).find((fit) => fit.missing.length === 0);
  return Math.max(best?.confidence ?? 0, formLikeness(head.name, dialect, rows));
}

/** NUL bytes stand in texts of UTF-16, and one by one in damaged ones. */
function isBinary(bytes: Uint8Array, dialect: Dialect): boolean {
  if (dialect.units.size === 2) return false;
  let nul = 0;
  for (const byte of bytes) if (byte === 0) nul++;
  return nul * 50 > bytes.length;
}

/** Content first: cells in even rows; the name only tells a table of two columns from a text. */
function formLikeness(name: string, dialect: Dialect, rows: readonly Cells[]): number {
  const width = usualWidth(rows);
  if (dialect.confidence < 0.6 || width < 2 || rows.length < 2) return 0;
  if (/\.(csv|tsv|tab)$/i.test(name)) return FORM;
  return dialect.confidence > 0.95 && width >= 4 && rows.length >= 4 ? FORM : 0;
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
      b.lacks.length < a.lacks.length ||
      (b.lacks.length === a.lacks.length && b.layout.explained > a.layout.explained + 1e-9)
        ? b
        : a,
    none,
  );
  const below = rows.slice(best.headerAt + 1);
  // A last column may have no header. Cells that only push the dates aside are no column: shape.ts puts them together.
  const isEven = datedShare(below, best.layout, template, false) >= DATED;
  const layout = isEven ? { ...best.layout, width: Math.max(best.layout.width, usualWidth(below)) } : best.layout;
  const dated = best.lacks.length === 0 && datedShare(below, layout, template, true) >= DATED;
  const confidence =
    best.lacks.length > 0 ? 0 : template.confidence * (0.6 + 0.4 * layout.explained) * (dated ? 1 : 0.3);
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

/**
 * Share of filled date cells that are dates, so that a table of something else with a column "date" is not taken for one.
 * @param words whether words without a figure, such as `nil return`, count as dates
 * @returns 1 where there are none
 */
function datedShare(rows: readonly Cells[], layout: Layout, template: Template, words: boolean): number {
  const rules = datesOf(template, 'either');
  const of = (wanted: Target): Use | undefined => layout.uses.find(({ target }) => target === wanted);
  const use = of('date') ?? of('start') ?? of('arrival');
  if (use === undefined) return 1;
  const filled = rows.map((cells) => cells[use.index] ?? '').filter((cell) => !isBlank(cell));
  const read = filled.filter((cell) => readDates(cell, rules).length > 0 || (words && /^\D*$/.test(cell))).length;
  return filled.length === 0 ? 1 : read / filled.length;
}
