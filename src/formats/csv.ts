/** Tables whose cells a delimiter separates: CSV, TSV and their like. */
import type { Head, Input } from '../bytes/input.ts';
import type { ReadOptions } from '../model/source.ts';
import { BatchBuilder } from './builder.ts';
import { callPieces } from './calls/pieces.ts';
import type { Format, RecordSink } from './format.ts';
import { tableLikeness } from './table/choose.ts';
import type { Dialect } from './table/delimited.ts';
import { isCuttable } from './table/dialect.ts';
import { Notes } from './table/notes.ts';
import { readTable } from './table/read.ts';
import { RowMemory } from './table/repeated.ts';
import { type Row, readRows } from './table/rows.ts';
import { isChosen, planTable } from './table/table-plan.ts';

export const csv: Format = {
  name: 'csv',
  title: 'delimited table (CSV, TSV)',
  doc: [
    'Rows of cells separated by commas, semicolons, tabs or bars (RFC 4180 and what programs write instead): the delimiter',
    'is the one by which most rows have the same number of cells, or the one that a first line `sep=;` names. UTF-8 and',
    'UTF-16 with and without byte order mark, Windows and ISO code pages, Mac Roman and DOS code pages are told by their',
    'content. Line ends are LF, CR LF or CR. What the columns mean says a template; it is recognised by the header row, or',
    'by the look of the rows where there is none. A row is cited by its bytes without its line end. Rows with',
    'too many cells are put together where their date shows how; others are problems. A row that repeats an earlier one',
    'byte for byte is marked. Rows of more than 1,048,576 characters or 16,384 cells are not read.',
  ].join('\n'),
  version: 1,
  recognize: (head: Head): number => tableLikeness(head),
  read,
  pieces: callPieces,
};

async function read(input: Input, sink: RecordSink, options: ReadOptions): Promise<void> {
  if (input.size === 0) return;
  const { dialect, choice } = planTable(input, options);
  if (!isChosen(choice)) {
    const { code, message } = choice;
    return sink.problem({ code, severity: 'failed', message, offset: 0, length: input.size });
  }
  if (!isCuttable(dialect.encoding)) {
    const message = `rows cannot be told apart in the charset ${dialect.encoding}; save the table as UTF-8`;
    return sink.problem({ code: 'charset-unread', severity: 'failed', message, offset: 0, length: input.size });
  }
  const notes = new Notes(sink);
  aroundRows(input, dialect, notes);
  if (choice.rival !== null) {
    const message = `read by the template ${choice.template.name}; ${choice.rival} fits nearly as well: template: decides`;
    notes.once('note', 'template-close', message, { offset: dialect.start, length: 0, number: dialect.firstRow });
  }
  const memory = new RowMemory(input);
  const bytesOf = (row: Row): Uint8Array => (dialect.units.swap ? input.read(row.offset, row.length) : row.bytes);
  const table = {
    name: input.name,
    sheet: null,
    choice,
    delimiter: dialect.delimiter,
    rows: () => readRows(input, dialect),
    repeats: (row: Row, carried: string) => memory.add(bytesOf(row), carried, row.offset, row.number),
  };
  const builder = new BatchBuilder(sink);
  await readTable(table, { builder, notes, progress: (bytes) => sink.progress(bytes) }, options);
  await builder.flush();
  if (memory.forgotten) {
    const message = 'the table is so long that rows were compared with some two million rows before them only';
    notes.once('note', 'repeats-far', message, { offset: 0, length: input.size, number: dialect.firstRow });
  }
  notes.finish();
  sink.progress(input.size);
}

/** Accounts for what is in front of and behind the rows. */
function aroundRows(input: Input, dialect: Dialect, notes: Notes): void {
  if (dialect.mark > 0) notes.skip('byte order mark', dialect.mark);
  if (dialect.start > dialect.mark) notes.skip('delimiter line', dialect.start - dialect.mark);
  const left = (input.size - dialect.start) % dialect.units.size;
  if (left > 0) {
    const place = { offset: input.size - left, length: left, number: 0 };
    notes.failed('text-cut', 'the file ends inside a character of UTF-16', place, 0);
  }
}
