/** CSV after RFC 4180, with line feeds as most tools of the command line want them. */
import { textOf } from './cell.ts';
import type { Column } from './output.ts';

function field(text: string): string {
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The first line, without its end. */
export function csvHeading<Row>(columns: readonly Column<Row>[]): string {
  return columns.map(({ key }) => field(key)).join(',');
}

/**
 * A row as a line, without its end. Values are as they are: a cell that begins with = is one, for programs that read data;
 * `export` writes for spreadsheets.
 * @param shown makes text harmless where a terminal will show it
 */
export function csvLine<Row>(columns: readonly Column<Row>[], row: Row, shown: (text: string) => string): string {
  return columns.map((column) => field(shown(textOf(column.value(row))))).join(',');
}
