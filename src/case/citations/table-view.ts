/** Rows of tables with the headers of their columns. */
import { type Input, memoryInput } from '../../bytes/input.ts';
import { SAMPLE_ROWS } from '../../formats/table/choose.ts';
import { findDialect } from '../../formats/table/dialect.ts';
import { isBlank } from '../../formats/table/fold.ts';
import { readRows } from '../../formats/table/rows.ts';
import { chooseFor, isChosen } from '../../formats/table/table-plan.ts';
import { TEMPLATES } from '../../formats/templates/list.ts';
import { readWorkbook } from '../../formats/xlsx/sheets.ts';
import type { CitedRow } from '../../ledger/queries/citations/cited.ts';

type Cells = readonly string[];

/** The header as the template finds it that reads the table; null where there is none. */
function headerOf(rows: readonly Cells[], template: string | null): Cells | null {
  const choice = chooseFor(rows, template);
  return isChosen(choice) ? (rows[choice.headerAt] ?? null) : null;
}

/**
 * Lines `header: value` for the cells of a row that are filled or named.
 * @param header names of the columns; null for none
 * @param reference the name of a cell by its place; empty where cells have none
 */
function namedCells(cells: Cells, header: Cells | null, reference: (place: number) => string): string {
  const width = Math.max(cells.length, header?.length ?? 0);
  const lines: string[] = [];
  for (let i = 0; i < width; i++) {
    const name = (header?.[i] ?? '').replace(/\s+/g, ' ').trim();
    const value = cells[i] ?? '';
    if (name === '' && isBlank(value)) continue;
    lines.push(`${reference(i)}${name === '' ? `column ${i + 1}` : name}: ${value.replace(/\r\n?|\n/g, '\n    ')}`);
  }
  return `${lines.join('\n')}\n`;
}

/**
 * A row of a delimited table as lines `header: value`.
 * @param input the whole table: its charset and delimiter show in all of it
 * @param row its place, and the template that case.yaml names
 */
export function tableRowView(input: Input, row: CitedRow): string {
  const named = TEMPLATES.find(({ name }) => name === row.template);
  const dialect = findDialect(input, named?.delimiter ?? null);
  const sample: Cells[] = [];
  for (const { cells } of readRows(input, dialect)) {
    sample.push(cells);
    if (sample.length >= SAMPLE_ROWS) break;
  }
  const bytes = memoryInput('', input.read(row.byte_offset, row.byte_length));
  const [own] = readRows(bytes, { ...dialect, start: 0 });
  return namedCells(own?.cells ?? [], headerOf(sample, row.template), () => '');
}

/** The name of a column as spreadsheets show it: A, B … Z, AA … */
function columnName(place: number): string {
  const last = String.fromCharCode(65 + (place % 26));
  return place < 26 ? last : `${columnName(Math.floor(place / 26) - 1)}${last}`;
}

/**
 * A row of a workbook as lines `cell header: value`, under the name of its sheet.
 * @param row `part` is the place of the sheet
 */
export async function sheetRowView(input: Input, row: CitedRow): Promise<string> {
  const book = await readWorkbook(input);
  if ('fault' in book) return `${book.fault}\n`;
  const sheet = book.sheets[row.part];
  if (sheet === undefined) return '';
  const header = headerOf(sheet.rows.slice(0, SAMPLE_ROWS), row.template);
  const cells = namedCells(sheet.rows[row.row_no - 1] ?? [], header, (i) => `${columnName(i)}${row.row_no} `);
  return `sheet ${JSON.stringify(sheet.name)}\n${cells}`;
}
