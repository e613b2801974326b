/** Tables of text that fit the terminal. */
import { countText, isBounds, textOf } from './cell.ts';
import { painted } from './colour.ts';
import { type Line, plainText, type Span, span, spansOf } from './line.ts';
import type { Column, Json } from './output.ts';
import { visible } from './visible.ts';
import { cutTo, widthOf, wrapped } from './width.ts';

/** Between columns, and before the first one. */
const GAP = 2;
/** Narrower than this a column that wraps is no help. */
const NARROWEST = 16;

interface Cell {
  readonly line: Line;
  readonly text: string;
  readonly width: number;
}

/** How a table is laid out; null: not enough room, every row stands as a block. */
export interface Layout<Row> {
  readonly columns: readonly Column<Row>[];
  readonly widths: readonly number[] | null;
  readonly right: readonly boolean[];
}

function titleOf<Row>({ key, title }: Column<Row>): string {
  return title ?? key.replaceAll('_', ' ');
}

function cellOf<Row>(column: Column<Row>, row: Row): Cell {
  const line = column.text?.(row) ?? shownValue(column.value(row));
  const text = visible(plainText(line));
  return { line, text, width: widthOf(text) };
}

/** As `textOf`, whole numbers with commas. */
function shownValue(value: Json): string {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 ? countText(value) : textOf(value);
}

function standsRight<Row>(column: Column<Row>, rows: readonly Row[]): boolean {
  if (column.align !== undefined) return column.align === 'right';
  const values = rows.map((row) => column.value(row)).filter((value) => value !== null);
  return values.length > 0 && values.every((value) => typeof value === 'number' || isBounds(value));
}

/**
 * Lays out a table from its first rows.
 * @param width columns of the terminal; null: as wide as it wants
 */
export function layoutOf<Row>(all: readonly Column<Row>[], rows: readonly Row[], width: number | null): Layout<Row> {
  const columns = all.filter(({ title }) => title !== null);
  const right = columns.map((column) => standsRight(column, rows));
  const wanted = columns.map((column) =>
    Math.max(widthOf(titleOf(column)), 1, ...rows.map((row) => cellOf(column, row).width)),
  );
  return { columns, right, widths: width === null ? wanted : squeezed(columns, wanted, width - GAP * columns.length) };
}

/** Takes from the widest column that may be narrower until all fit; null when they cannot. */
function squeezed<Row>(columns: readonly Column<Row>[], wanted: readonly number[], room: number): number[] | null {
  const widths = [...wanted];
  let over = widths.reduce((sum, w) => sum + w, 0) - room;
  while (over > 0) {
    let widest = -1;
    for (const [i, column] of columns.entries()) {
      if (column.fit === 'keep' || widths[i]! <= NARROWEST) continue;
      if (widest < 0 || widths[i]! > widths[widest]!) widest = i;
    }
    if (widest < 0) return null;
    widths[widest]!--;
    over--;
  }
  return widths;
}

function padded(text: string, width: number, room: number, right: boolean): string {
  const space = ' '.repeat(Math.max(0, room - width));
  return right ? space + text : text + space;
}

/** A cell's lines, painted and padded. A cell that is broken or cut has the tone of its first piece throughout. */
function cellLines(cell: Cell, room: number, right: boolean, fit: Column<unknown>['fit'], colour: boolean): string[] {
  if (cell.width <= room) return [padded(painted(cell.line, colour), cell.width, room, right)];
  const tone: Span['tone'] = spansOf(cell.line)[0]?.tone ?? 'plain';
  // A kept cell that came after the first thousand rows may be wider than its column: it pushes the rest aside.
  const lines = fit === 'cut' ? [cutTo(cell.text, room)] : fit === 'keep' ? [cell.text] : wrapped(cell.text, room);
  return lines.map((line) => padded(painted([span(tone, line)], colour), widthOf(line), room, right));
}

function assembled(cells: readonly (readonly string[])[], widths: readonly number[]): string[] {
  const height = Math.max(...cells.map((lines) => lines.length));
  return Array.from({ length: height }, (_, y) => {
    const parts = cells.map((lines, x) => lines[y] ?? ' '.repeat(widths[x]!));
    return parts
      .map((part) => ' '.repeat(GAP) + part)
      .join('')
      .trimEnd();
  });
}

/** The lines of the heading; none where rows stand as blocks. */
export function headingLines<Row>({ columns, widths, right }: Layout<Row>, colour: boolean): string[] {
  if (widths === null) return [];
  const cells = columns.map((column, i) => {
    const text = titleOf(column);
    const line = [span('heading', text)];
    return cellLines({ line, text, width: widthOf(text) }, widths[i]!, right[i]!, 'wrap', colour);
  });
  return assembled(cells, widths);
}

/** The lines of one row. */
export function rowLines<Row>(layout: Layout<Row>, row: Row, colour: boolean, width: number | null): string[] {
  const { columns, widths, right } = layout;
  if (widths === null) return blockLines(layout, row, colour, width ?? 80);
  const cells = columns.map((column, i) => cellLines(cellOf(column, row), widths[i]!, right[i]!, column.fit, colour));
  return assembled(cells, widths);
}

/** A row below its headings, one line or more for each column that has something: for very narrow terminals. */
function blockLines<Row>({ columns }: Layout<Row>, row: Row, colour: boolean, width: number): string[] {
  const lines = columns.flatMap((column) => {
    const { text } = cellOf(column, row);
    if (text === '') return [];
    const room = Math.max(4, width - 4);
    const title = titleOf(column);
    if (widthOf(title) + 2 + widthOf(text) <= room)
      return [`  ${painted([span('heading', title)], colour)}  ${painted(cellOf(column, row).line, colour)}`];
    return [`  ${painted([span('heading', title)], colour)}`, ...wrapped(text, room).map((line) => `    ${line}`)];
  });
  return [...lines, ''];
}
