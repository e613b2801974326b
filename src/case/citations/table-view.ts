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

/** A cell with the name of its column. */
export interface NamedCell {
  readonly name: string;
  readonly value: string;
}

/** A row of a table as people read it. */
export interface ShownRow {
  /** Name of the sheet; null where there are none. */
  readonly sheet: string | null;
  readonly cells: readonly NamedCell[];
  /** Why it cannot be read; null where it can. */
  readonly fault: string | null;
}

/**
 * The cells of a row that are filled or named.
 * @param header names of the columns; null for none
 * @param reference the name of a cell by its place; empty where cells have none
 */
function namedCells(cells: Cells, header: Cells | null, reference: (place: number) => string): NamedCell[] {
  const width = Math.max(cells.length, header?.length ?? 0);
  const named: NamedCell[] = [];
  for (let i = 0; i < width; i++) {
    const name = (header?.[i] ?? '').replace(/\s+/g, ' ').trim();
    const value = cells[i] ?? '';
    if (name === '' && isBlank(value)) continue;
    named.push({ name: `${reference(i)}${name === '' ? `column ${i + 1}` : name}`, value });
  }
  return named;
}

/** A row as lines `header: value`, under the name of its sheet. */
export function rowText({ sheet, cells, fault }: ShownRow): string {
  if (fault !== null) return `${fault}\n`;
  const lines = cells.map(({ name, value }) => `${name}: ${value.replace(/\r\n?|\n/g, '\n    ')}`);
  return sheet === null ? `${lines.join('\n')}\n` : `sheet ${JSON.stringify(sheet)}\n${lines.join('\n')}\n`;
}

/**
 * A row of a delimited table.
 * @param input the whole table: its charset and delimiter show in all of it
 * @param row its place, and the template that case.yaml names
 */
export function tableRow(input: Input, row: CitedRow): ShownRow {
  const named = TEMPLATES.find(({ name }) => name === row.template);
  const dialect = findDialect(input, named?.delimiter ?? null);
  const sample: Cells[] = [];
  for (const { cells } of readRows(input, dialect)) {
    sample.push(cells);
    if (sample.length >= SAMPLE_ROWS) break;
  }
  const bytes = memoryInput('', input.read(row.byte_offset, row.byte_length));
  const [own] = readRows(bytes, { ...dialect, start: 0 });
  const cells = namedCells(own?.cells ?? [], headerOf(sample, row.template), () => '');
  return { sheet: null, cells, fault: null };
}

/** The name of a column as spreadsheets show it: A, B … Z, AA … */
function columnName(place: number): string {
  const last = String.fromCharCode(65 + (place % 26));
  return place < 26 ? last : `${columnName(Math.floor(place / 26) - 1)}${last}`;
}

/**
 * A row of a workbook; its cells are named by their places too.
 * @param row `part` is the place of the sheet
 */
export async function sheetRow(input: Input, row: CitedRow): Promise<ShownRow> {
  const book = await readWorkbook(input);
  if ('fault' in book) return { sheet: null, cells: [], fault: book.fault };
  const sheet = book.sheets[row.part];
  if (sheet === undefined) return { sheet: null, cells: [], fault: null };
  const header = headerOf(sheet.rows.slice(0, SAMPLE_ROWS), row.template);
  const cells = namedCells(sheet.rows[row.row_no - 1] ?? [], header, (i) => `${columnName(i)}${row.row_no} `);
  return { sheet: sheet.name, cells, fault: null };
}
