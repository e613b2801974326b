/** Before any row is read: how a delimited file is written, which template reads it, and which column holds what. */
import type { Input } from '../../bytes/input.ts';
import type { ReadOptions } from '../../model/source.ts';
import { TEMPLATES } from '../templates/list.ts';
import type { Template } from '../templates/template.ts';
import { type Fit, fitOf, rank, SAMPLE_ROWS } from './choose.ts';
import type { Dialect } from './delimited.ts';
import { findDialect } from './dialect.ts';
import { isBlank } from './fold.ts';
import { type Layout, namesFor } from './layout.ts';
import { readRows } from './rows.ts';

type Cells = readonly string[];

/** What a table is, as its beginning and the options say. */
export interface TableChoice {
  readonly template: Template;
  /** 0 to 1; 1 where the user named the template. */
  readonly confidence: number;
  /** Columns of the table by what they hold. */
  readonly layout: Layout;
  /** Place of the header among the rows of the file, from 0; −1 where there is none. */
  readonly headerAt: number;
  /** Filled rows above the header, their cells joined by spaces. */
  readonly titles: readonly string[];
  /** Another template that fits nearly as well; null for none. */
  readonly rival: string | null;
}

/** Why no template reads a table. */
export interface NoChoice {
  readonly code: 'template-unknown' | 'template-columns';
  /** One plain sentence. */
  readonly message: string;
}

/** A table that is to be read as a delimited file. */
export interface TablePlan {
  readonly dialect: Dialect;
  readonly choice: TableChoice | NoChoice;
}

/** A template that is less sure than this reads only what the user gave it. */
const SURE_ENOUGH = 0.3;
/** Templates nearer to each other than this cannot be told apart by their headers. */
const NEAR = 0.05;

/**
 * Plans the reading of a delimited file. Where the reader of plain call records wants to know whether a file is its own, it
 * asks this: the template's name, the dialect (delimiter, charset, first byte) and the layout (index of each column) are
 * all that the rows are read by.
 * @param input the whole file, or its head as a memoryInput: the charset may then be another one
 */
export function planTable(input: Input, options: ReadOptions): TablePlan {
  const named = TEMPLATES.find(({ name }) => name === options.template);
  const dialect = findDialect(input, named?.delimiter ?? null);
  const rows: Cells[] = [];
  for (const { cells } of readRows(input, dialect)) {
    rows.push(cells);
    if (rows.length >= SAMPLE_ROWS) break;
  }
  return { dialect, choice: chooseFor(rows, options.template) };
}

/** Whether there is a template. */
export function isChosen(choice: TableChoice | NoChoice): choice is TableChoice {
  return 'template' in choice;
}

/**
 * Chooses the template for a table by its first rows.
 * @param name of the template that the user gave; null to recognise one
 */
export function chooseFor(rows: readonly Cells[], name: string | null): TableChoice | NoChoice {
  if (name !== null) {
    const template = TEMPLATES.find((t) => t.name === name);
    if (template === undefined) return { code: 'template-unknown', message: `there is no template ${name}` };
    const fit = fitOf(rows, template);
    return fit.missing.length > 0 ? lacking(fit, rows) : chosen(fit, rows, 1, null);
  }
  const [best, next] = rank(rows);
  if (best === undefined || best.missing.length > 0 || best.confidence < SURE_ENOUGH) return unknown(best, rows);
  const near = next !== undefined && next.missing.length === 0 && best.confidence - next.confidence < NEAR;
  return chosen(best, rows, best.confidence, near ? next.template.name : null);
}

function chosen(fit: Fit, rows: readonly Cells[], confidence: number, rival: string | null): TableChoice {
  const { template, layout, headerAt } = fit;
  const titles = rows
    .slice(0, Math.max(0, headerAt))
    .map((cells) => cells.filter((cell) => !isBlank(cell)).join(' '))
    .filter((line) => line !== '');
  return { template, confidence, layout, headerAt, titles, rival };
}

function lacking(fit: Fit, rows: readonly Cells[]): NoChoice {
  return { code: 'template-columns', message: `${lackText(fit)}${headerText(rows)}` };
}

function unknown(best: Fit | undefined, rows: readonly Cells[]): NoChoice {
  const nearest = best === undefined || best.missing.length === 0 ? '' : `; nearest: ${lackText(best)}`;
  return {
    code: 'template-unknown',
    message: `no template fits the table, say which one with template:${nearest}${headerText(rows)}`,
  };
}

/** What a template lacks, with the headers that it would take. */
function lackText({ template, missing }: Fit): string {
  const wants = missing.map((targets) => {
    const names = targets.flatMap((target) => namesFor(target, template)).slice(0, 4);
    return `${targets.join(' or ')}${names.length === 0 ? '' : ` (a column such as ${names.map((n) => JSON.stringify(n)).join(', ')})`}`;
  });
  return `${template.name} needs ${wants.join(' and ')}`;
}

function headerText(rows: readonly Cells[]): string {
  const first = rows.find((cells) => cells.filter((cell) => !isBlank(cell)).length > 1);
  if (first === undefined) return '';
  const shown = first.slice(0, 12).map((cell) => JSON.stringify(cell.slice(0, 30)));
  return `; the table begins with ${shown.join(', ')}`;
}
