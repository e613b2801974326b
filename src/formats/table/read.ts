/** One table as records: what is around the rows is passed over, each row goes to the reader, repeats are marked. */
import { FLAG, type SourceRecord } from '../../model/record.ts';
import type { ReadOptions } from '../../model/source.ts';
import type { BatchBuilder } from '../builder.ts';
import { factsOfHeading, factsOfName } from './facts.ts';
import { isBlank } from './fold.ts';
import type { Layout } from './layout.ts';
import { LINE_ENDING, type Notes } from './notes.ts';
import { TableReader } from './reader.ts';
import { cutCells } from './row/cut.ts';
import type { Row } from './rows.ts';
import { NO_SURVEY, needsSurvey, survey } from './survey.ts';
import type { TableChoice } from './table-plan.ts';

/** A table to be read. */
export interface Table {
  /** Of the file. */
  readonly name: string;
  /** Which sheet of its file the table is; null where the file is the table. */
  readonly sheet: { readonly index: number; readonly name: string; readonly only: boolean } | null;
  readonly choice: TableChoice;
  /** Between cells; `,` where cells have places of their own. */
  readonly delimiter: string;
  /** All rows from the first; called once or twice. */
  rows(): Iterable<Row>;
  /** Number of the earlier row that a row repeats; 0 for none. `carried` are the values carried down to it. */
  repeats(row: Row, carried: string): number;
}

/** Rows between two words about progress. */
const STEP = 4096;

function* cellsOf(rows: Iterable<Row>, from: number, layout: Layout): Generator<readonly string[]> {
  let place = 0;
  for (const row of rows) if (place++ >= from) yield cutCells(row.cells, layout);
}

/** Where a table's rows go. */
export interface TableSinks {
  /** One for all tables of a file; the caller flushes it. */
  readonly builder: BatchBuilder;
  /** Likewise; the caller finishes them. */
  readonly notes: Notes;
  progress(bytes: number): void;
}

/** Reads a table. Rows of which no record comes are problems or skips; so are line endings. */
export async function readTable(table: Table, sinks: TableSinks, options: ReadOptions): Promise<void> {
  const { choice, sheet } = table;
  const { builder, notes } = sinks;
  const { template, layout, headerAt } = choice;
  const reader = new TableReader(
    {
      template,
      layout,
      survey: needsSurvey(layout, template)
        ? survey(cellsOf(table.rows(), headerAt + 1, layout), layout, template)
        : NO_SURVEY,
      name: factsOfName(table.name, template),
      heading: factsOfHeading(choice.titles, template),
      delimiter: table.delimiter,
      sheet: sheet === null || sheet.only ? '' : `sheet ${sheet.index + 1}, `,
    },
    options,
    notes,
  );
  let place = -1;
  for (const row of table.rows()) {
    place++;
    if (place <= headerAt) titleRow(row, place === headerAt, notes);
    else {
      const record = recordOf(row, table, reader, notes);
      const wait = record === null ? undefined : builder.add(record);
      if (wait !== undefined) await wait;
    }
    if (place % STEP === 0) sinks.progress(row.offset);
  }
}

/** Passes over a row above the header, or the header itself. */
export function titleRow(row: Row, isHeader: boolean, notes: Notes): void {
  if (row.failed !== null) {
    notes.failed(row.failed.code, row.failed.message, row, row.ending);
    return;
  }
  notes.skip(isHeader ? 'header row' : row.cells.every(isBlank) ? 'blank row' : 'title row', row.length);
  passEnding(row, notes);
}

function passEnding(row: Row, notes: Notes): void {
  if (row.ending > 0) notes.skip(LINE_ENDING, row.ending);
}

/**
 * The record of a row below the header; what else there is to say of it goes to the notes.
 * @returns null for a row of which there is none
 */
export function recordOf(
  row: Row,
  table: Pick<Table, 'repeats' | 'sheet'>,
  reader: TableReader,
  notes: Notes,
): SourceRecord | null {
  if (row.failed !== null) {
    notes.failed(row.failed.code, row.failed.message, row, row.ending);
    return null;
  }
  for (const { code, message } of row.faults) notes.row('doubtful', code, message, row);
  const result = reader.read(row);
  if ('failed' in result) {
    notes.failed(result.failed.code, result.failed.message, row, row.ending);
    return null;
  }
  passEnding(row, notes);
  if ('skip' in result) {
    notes.skip(result.skip, row.length);
    return null;
  }
  const earlier = table.repeats(row, result.carried);
  const record = ofSheet(result.record, table.sheet);
  if (earlier === 0) return record;
  notes.row('note', 'row-repeated', repeatText(earlier), row);
  return { ...record, flags: (record.flags ?? 0) | FLAG.repeated };
}

/** What is said of a row that repeats another. @param earlier number of that one */
export function repeatText(earlier: number): string {
  return `the row repeats row ${earlier}`;
}

/** Records of the first sheet have part 0, of the next 1; where there are several each says the name of its own. */
function ofSheet(record: SourceRecord, sheet: Table['sheet']): SourceRecord {
  if (sheet === null || sheet.only) return record;
  return {
    ...record,
    place: { ...record.place, part: sheet.index },
    extras: { ...record.extras, sheet: sheet.name },
  };
}
