/** Workbooks of spreadsheets. */
import type { Head, Input } from '../bytes/input.ts';
import type { ReadOptions } from '../model/source.ts';
import { BatchBuilder } from './builder.ts';
import type { Format, RecordSink } from './format.ts';
import { SAMPLE_ROWS } from './table/choose.ts';
import { isBlank } from './table/fold.ts';
import { Notes } from './table/notes.ts';
import { readTable, type Table } from './table/read.ts';
import type { Row } from './table/rows.ts';
import { chooseFor, isChosen, type TableChoice } from './table/table-plan.ts';
import { readWorkbook, rowsOfSheet, type Sheet } from './xlsx/sheets.ts';

export const xlsx: Format = {
  name: 'xlsx',
  title: 'workbook of a spreadsheet (XLSX)',
  doc: [
    'Workbooks in Office Open XML (ECMA-376): each sheet is a table of its own that a template reads. Values are those that the',
    'sheet shows; formulas count by their last result, dates as the days and times they stand for. Rows are cited by the number that the',
    'spreadsheet shows; records of a second sheet and later ones carry its name (`sheet`). Hidden sheets are read like others. A sheet',
    'that no template fits is a problem, an empty one is passed over. Workbooks of more than 128 MiB, or 512 MiB unpacked, are not read,',
    'nor sheets that span more than 20 million cells.',
  ].join('\n'),
  version: 1,
  recognize,
  read,
};

/** A zip file whose first members, or whose directory in a small file, are those of a workbook. */
function recognize(head: Head): number {
  const bytes = Buffer.from(head.bytes.buffer, head.bytes.byteOffset, head.bytes.byteLength);
  if (!bytes.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004', 'latin1'))) return 0;
  const named = /\.xls[xm]$/i.test(head.name);
  if (bytes.includes('xl/workbook.xml') || bytes.includes('xl/worksheets/')) return 0.98;
  return named && bytes.includes('[Content_Types].xml') ? 0.9 : 0;
}

async function read(input: Input, sink: RecordSink, options: ReadOptions): Promise<void> {
  const book = await readWorkbook(input);
  if ('fault' in book) {
    const { fault: message } = book;
    return sink.problem({ code: 'workbook-unread', severity: 'failed', message, offset: 0, length: input.size });
  }
  const notes = new Notes(sink);
  const builder = new BatchBuilder(sink);
  const sinks = { builder, notes, progress: () => undefined };
  for (const [index, sheet] of book.sheets.entries()) {
    if (sheet.rows.every((cells) => cells.every(isBlank))) {
      notes.skip('empty sheet', 0);
      continue;
    }
    const choice = chooseFor(sheet.rows.slice(0, SAMPLE_ROWS), options.template);
    if (isChosen(choice))
      await readTable(tableOf(input.name, sheet, index, book.sheets.length, choice), sinks, options);
    else {
      const message = `the sheet ${JSON.stringify(sheet.name)}: ${choice.message}`;
      sink.problem({ code: choice.code, severity: 'failed', message, offset: 0, length: 0 });
    }
  }
  await builder.flush();
  // Rows have places in the sheet, not in the packed bytes: these belong to the workbook as a whole.
  notes.skip('workbook', input.size);
  notes.finish();
  sink.progress(input.size);
}

function tableOf(name: string, sheet: Sheet, index: number, sheets: number, choice: TableChoice): Table {
  const seen = new Map<string, number>();
  return {
    name,
    sheet: { index, name: sheet.name, only: sheets === 1 },
    choice,
    delimiter: ',',
    rows: () => rowsOfSheet(sheet),
    repeats({ cells, number }: Row, carried: string): number {
      const key = `${cells.join('\u0000')}\u0001${carried}`;
      const earlier = seen.get(key) ?? 0;
      if (earlier === 0) seen.set(key, number);
      return earlier;
    },
  };
}
