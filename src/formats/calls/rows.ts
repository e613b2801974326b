/** The rows of one piece, one after another: the plain ones at once, all others as the general reader has them. */
import { isUtf8 } from 'node:buffer';
import { FLAG } from '../../model/record.ts';
import type { ReadOptions } from '../../model/source.ts';
import type { TableContext } from '../table/context.ts';
import type { Dialect } from '../table/delimited.ts';
import { isBlank } from '../table/fold.ts';
import { LINE_ENDING, type Notes } from '../table/notes.ts';
import { timePlan } from '../table/plan.ts';
import { recordOf, repeatText, titleRow } from '../table/read.ts';
import { TableReader } from '../table/reader.ts';
import { type RowMeaning, unknownText } from '../table/row/meaning.ts';
import { isTotal } from '../table/row/wording.ts';
import type { CallBatches } from './batches.ts';
import { textOf } from './cell-table.ts';
import type { CallLayout } from './layout.ts';
import { rowOfLine } from './line.ts';
import type { LineWindow } from './line-window.ts';
import { OTHER } from './lines.ts';
import { Meanings } from './meanings.ts';
import type { RowScan } from './scan.ts';
import { CallTimes } from './times.ts';

const ZERO = 48;
const NINE = 57;

/** Where a row stands. */
interface Place {
  readonly offset: number;
  readonly length: number;
  readonly number: number;
}

/** What the rows of a piece are read into. */
export interface PieceSinks {
  readonly batches: CallBatches;
  readonly notes: Notes;
  /** Rows of the table before the piece: a batch counts its rows from there. */
  readonly before: number;
  /** Number of the earlier row that a row repeats; 0 for none. */
  repeats(row: number): number;
}

export class CallRows {
  readonly #dialect: Dialect;
  readonly #layout: CallLayout;
  readonly #scan: RowScan;
  readonly #sinks: PieceSinks;
  readonly #reader: TableReader;
  readonly #meanings: Meanings;
  readonly #times: CallTimes;
  #endings = 0;
  #endingBytes = 0;

  constructor(
    context: TableContext,
    layout: CallLayout,
    dialect: Dialect,
    options: ReadOptions,
    scan: RowScan,
    sinks: PieceSinks,
  ) {
    this.#dialect = dialect;
    this.#layout = layout;
    this.#scan = scan;
    this.#sinks = sinks;
    this.#reader = new TableReader(context, options, sinks.notes);
    this.#meanings = new Meanings(context.template, context.layout, layout.meanings);
    this.#times = new CallTimes(layout, context.layout.uses, timePlan(context, options, 'call'));
  }

  /**
   * Takes in the row that was scanned last.
   * @param window that it was scanned in
   * @param from its first byte there
   * @param offset of it in the file
   * @param number of it in the table
   */
  take(window: LineWindow, from: number, offset: number, number: number): void {
    const { bytes } = window;
    if (this.#isPlain(bytes, from) && this.#plain(window, from, offset, number)) return;
    this.#other(bytes, from, offset, number);
  }

  /** A row above the header, or the header. */
  title(bytes: Buffer, from: number, offset: number, number: number, isHeader: boolean): void {
    const line = bytes.subarray(from, this.#scan.next);
    titleRow(rowOfLine(line, this.#dialect, offset, number), isHeader, this.#sinks.notes);
  }

  #other(bytes: Buffer, from: number, offset: number, number: number): void {
    const { notes, batches, before, repeats } = this.#sinks;
    const row = rowOfLine(bytes.subarray(from, this.#scan.next), this.#dialect, offset, number);
    const record = recordOf(row, { sheet: null, repeats: () => repeats(number) }, this.#reader, notes);
    if (record !== null) batches.add(record, number - before);
  }

  /** Whether the row has the cells of the table, in bytes that mean what they seem to, and is no row of sums. */
  #isPlain(bytes: Buffer, from: number): boolean {
    const scan = this.#scan;
    const { width, date } = this.#layout;
    if (scan.odd || scan.count > width + 1) return false;
    if (scan.count === width + 1 && !scan.isEmpty(width)) return false;
    if (scan.high && !this.#isSound(bytes.subarray(from, scan.content))) return false;
    return (date !== -1 && scan.cell(bytes, date)) || !this.#maySum(bytes);
  }

  #isSound(row: Uint8Array): boolean {
    return this.#dialect.encoding === 'utf-8' && isUtf8(row);
  }

  #maySum(bytes: Uint8Array): boolean {
    const scan = this.#scan;
    let index = 0;
    while (index < scan.count && !scan.cell(bytes, index)) index++;
    if (index === scan.count) return true;
    const first = bytes[scan.from]!;
    return (first < ZERO || first > NINE) && mayBeTotal(bytes, scan.from, scan.to);
  }

  /** @returns false where the general reader has to look at the row; nothing was told of it then */
  #plain({ bytes, view }: LineWindow, from: number, offset: number, number: number): boolean {
    const scan = this.#scan;
    const meaning = this.#meanings.of(bytes, scan);
    if (meaning === null || meaning.kind !== 'call' || meaning.nil) return false;
    const { caller, callee, turned } = this.#layout;
    if (meaning.skip) return this.#skip(bytes, from);
    if (turned && meaning.direction === null) return false;
    const times = this.#times;
    if (!times.read(bytes, scan)) return false;
    const { batches, before } = this.#sinks;
    const a = scan.cell(bytes, caller) ? batches.lines.ofCell(bytes, view, scan.from, scan.to) : OTHER;
    const b = scan.cell(bytes, callee) ? batches.lines.ofCell(bytes, view, scan.from, scan.to) : OTHER;
    if (a === OTHER || b === OTHER) return false;
    const { columns } = batches;
    const i = columns.rows++;
    const incoming = turned && meaning.direction === 'incoming';
    const length = scan.content - from;
    columns.offset[i] = offset;
    columns.length[i] = length;
    columns.row[i] = number - before;
    columns.earliest[i] = times.earliest;
    columns.latest[i] = times.latest;
    columns.offsetMinutes[i] = times.offsetMinutes;
    columns.precision[i] = times.precision;
    columns.zone[i] = times.zone;
    columns.plausibility[i] = times.plausibility;
    columns.duration[i] = times.duration;
    columns.flags[i] = meaning.flags | this.#told(meaning, offset, length, number);
    columns.a[i] = incoming ? b : a;
    columns.b[i] = incoming ? a : b;
    return true;
  }

  /** Tells what is doubtful of a plain row. @returns the flag of a repeated one */
  #told(meaning: RowMeaning, offset: number, length: number, number: number): number {
    const { doubts } = this.#times;
    this.#ending();
    const earlier = this.#sinks.repeats(number);
    if (earlier === 0 && doubts.length === 0 && meaning.unknown.length === 0) return 0;
    const { notes } = this.#sinks;
    const place: Place = { offset, length, number };
    for (const value of meaning.unknown) notes.once('note', 'value-unknown', unknownText(value), place);
    for (const { code, message } of doubts) notes.row('doubtful', code, message, place);
    if (earlier === 0) return 0;
    notes.row('note', 'row-repeated', repeatText(earlier), place);
    return FLAG.repeated;
  }

  /** A row of another kind, such as one of data traffic; it must have enough cells to be no note. */
  #skip(bytes: Buffer, from: number): boolean {
    const scan = this.#scan;
    let filled = 0;
    for (let index = 0; index < scan.count && filled < 3; index++) if (scan.cell(bytes, index)) filled++;
    if (filled < 3) return false;
    this.#ending();
    this.#sinks.notes.skip('row of another kind', scan.content - from);
    return true;
  }

  /** The line ending behind a plain row; `finish` tells of them all. */
  #ending(): void {
    const { content, next } = this.#scan;
    if (next === content) return;
    this.#endings++;
    this.#endingBytes += next - content;
  }

  /** Accounts for what was counted only. */
  finish(): void {
    if (this.#endings > 0) this.#sinks.notes.skip(LINE_ENDING, this.#endingBytes, this.#endings);
    this.#endings = 0;
    this.#endingBytes = 0;
  }
}

/** Whether a row's first cell may be a word for a sum: cells that begin with other letters are none. */
function mayBeTotal(bytes: Uint8Array, from: number, to: number): boolean {
  const first = bytes[from]! | 0x20;
  if (first >= 0x61 && first <= 0x7a && first !== 0x67 && first !== 0x73 && first !== 0x74) return false;
  const text = textOf(bytes, from, to);
  return isBlank(text) || isTotal(text);
}
