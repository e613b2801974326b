/** A row of a delimited table with the headers of its columns. */
import { type Input, memoryInput } from '../../bytes/input.ts';
import { fitOf, rank, SAMPLE_ROWS } from '../../formats/table/choose.ts';
import { findDialect } from '../../formats/table/dialect.ts';
import { isBlank } from '../../formats/table/fold.ts';
import { readRows } from '../../formats/table/rows.ts';
import { TEMPLATES } from '../../formats/templates/list.ts';
import type { CitedRow } from '../../ledger/queries/citations/cited.ts';

type Cells = readonly string[];

/** The header as the template that read the table finds it; null where there is none. */
function headerOf(rows: readonly Cells[], templateName: string | null): Cells | null {
  const template = TEMPLATES.find(({ name }) => name === templateName);
  const fit = template === undefined ? rank(rows)[0] : fitOf(rows, template);
  return fit === undefined || fit.headerAt === -1 ? null : rows[fit.headerAt]!;
}

/**
 * Lines `header: value` for the cells of a row that are filled or named.
 * @param header names of the columns; null for none
 */
export function namedCells(cells: Cells, header: Cells | null): string {
  const width = Math.max(cells.length, header?.length ?? 0);
  const lines: string[] = [];
  for (let i = 0; i < width; i++) {
    const name = (header?.[i] ?? '').replace(/\s+/g, ' ').trim();
    const value = cells[i] ?? '';
    if (name === '' && isBlank(value)) continue;
    lines.push(`${name === '' ? `column ${i + 1}` : name}: ${value.replace(/\r\n?|\n/g, '\n    ')}`);
  }
  return `${lines.join('\n')}\n`;
}

/**
 * A row of a table as lines `header: value`.
 * @param input the whole table: its charset and delimiter show in all of it
 * @param row its place, and the template that read it
 */
export function tableRowView(input: Input, row: CitedRow): string {
  const template = TEMPLATES.find(({ name }) => name === row.template);
  const dialect = findDialect(input, template?.delimiter ?? null);
  const sample: Cells[] = [];
  for (const { cells } of readRows(input, dialect)) {
    sample.push(cells);
    if (sample.length >= SAMPLE_ROWS) break;
  }
  const bytes = memoryInput('', input.read(row.byte_offset, row.byte_length));
  const [own] = readRows(bytes, { ...dialect, start: 0 });
  return namedCells(own?.cells ?? [], headerOf(sample, row.template));
}
