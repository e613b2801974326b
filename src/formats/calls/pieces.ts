/**
 * Large tables of calls, read in pieces by several threads. The table is looked through once; where it is plain (rows are
 * lines, its columns are those of calls and nothing else) its pieces give what reading it whole gives, with one difference:
 * what is told once for many rows is told once a piece.
 */
import type { Input } from '../../bytes/input.ts';
import type { Problem } from '../../model/problem.ts';
import type { ReadOptions } from '../../model/source.ts';
import type { Division, Pieces, RecordSink } from '../format.ts';
import type { Dialect } from '../table/delimited.ts';
import { Notes } from '../table/notes.ts';
import { isChosen, planTable } from '../table/table-plan.ts';
import { CallBatches } from './batches.ts';
import { callLayout } from './layout.ts';
import { LineWindow } from './line-window.ts';
import { lookThrough } from './look.ts';
import { contextOf, type PieceOfPlan, readPlan, writePlan } from './plan.ts';
import { CallRows } from './rows.ts';
import { RowScan } from './scan.ts';

/** Pieces for each step by which pieces get longer: every one tells its addresses anew, and long ones have fewer in all. */
const MANY = 16;
/** A piece is at most as long as so many that are wanted. */
const LONGEST = 4;

/** Charsets in which every ASCII byte is the character, wherever it stands. */
const ASCII_LIKE = /^(utf-8|windows-125\d|iso-8859-\d+|macintosh|koi8-r|ibm850|ibm437)$/;

export const callPieces: Pieces = { divide, read };

function divide(input: Input, length: number, options: ReadOptions): Division | null {
  const { dialect, choice } = planTable(input, options);
  if (!isChosen(choice) || !isPlain(dialect) || callLayout(choice.layout, choice.template) === null) return null;
  const { template, layout, headerAt, rival } = choice;
  const looked = lookThrough(input, lengthOf(input.size, length), { dialect, template, layout, headerAt });
  if (looked === null || looked.pieces.length === 0) return null;
  const { pieces, survey, forgotten } = looked;
  return {
    cuts: [...pieces.map(({ from }) => from), input.size],
    plan: writePlan({ dialect, template, layout, headerAt, rival, survey, forgotten }, pieces),
  };
}

/** @param wanted length of a piece */
function lengthOf(size: number, wanted: number): number {
  return wanted * Math.min(LONGEST, Math.max(1, Math.ceil(size / (wanted * MANY))));
}

function isPlain({ units, loneCr, wrapped, delimiter, encoding }: Dialect): boolean {
  return units.size === 1 && !loneCr && !wrapped && /^[\t!-~]$/.test(delimiter) && ASCII_LIKE.test(encoding);
}

async function read(
  input: Input,
  from: number,
  to: number,
  sink: RecordSink,
  options: ReadOptions,
  plan: string,
): Promise<number> {
  const part = readPlan(plan, from);
  const before = part.isFirst ? 0 : part.piece.row - 1;
  const notes = new Notes(fromRow(sink, before), part.pieces);
  const batches = new CallBatches();
  if (part.isFirst) tellBeginning(part, notes);
  const start = part.isFirst ? part.plan.dialect.start : from;
  const rows = new PieceRows(input, start, to, { part, notes, batches, before, options });
  for (let more = true; more; ) {
    more = rows.fill();
    const batch = batches.take();
    if (batch !== null) await sink.batch(batch);
    sink.progress(rows.done);
  }
  if (part.isLast && part.plan.forgotten) tellForgotten(input, part, notes);
  notes.finish();
  return rows.number - before;
}

/** A sink to which rows are told as a piece has them. */
function fromRow(sink: RecordSink, before: number): RecordSink {
  const shifted = (problem: Problem): Problem =>
    problem.row === undefined ? problem : { ...problem, row: problem.row - before };
  return {
    batch: (batch) => sink.batch(batch),
    problem: (problem) => sink.problem(shifted(problem)),
    skip: (rule, items, bytes) => sink.skip(rule, items, bytes),
    progress: (bytes) => sink.progress(bytes),
  };
}

/** What the general reader says of a table before its rows. */
function tellBeginning({ plan }: PieceOfPlan, notes: Notes): void {
  const { mark, start, firstRow } = plan.dialect;
  if (mark > 0) notes.skip('byte order mark', mark);
  if (start > mark) notes.skip('delimiter line', start - mark);
  if (plan.rival === null) return;
  const message = `read by the template ${plan.template.name}; ${plan.rival} fits nearly as well: template: decides`;
  notes.once('note', 'template-close', message, { offset: start, length: 0, number: firstRow });
}

function tellForgotten(input: Input, { plan }: PieceOfPlan, notes: Notes): void {
  const message = 'the table is so long that rows were compared with some two million rows before them only';
  const place = { offset: 0, length: input.size, number: plan.dialect.firstRow };
  notes.once('note', 'repeats-far', message, place);
}

interface Reading {
  readonly part: PieceOfPlan;
  readonly notes: Notes;
  readonly batches: CallBatches;
  readonly before: number;
  readonly options: ReadOptions;
}

/** The rows of a piece. */
class PieceRows {
  readonly #window: LineWindow;
  readonly #start: number;
  readonly #scan: RowScan;
  readonly #rows: CallRows;
  readonly #batches: CallBatches;
  /** Number of the header row; 0 in pieces that have none. */
  readonly #header: number;
  #at = 0;
  /** Number of the last row that was read. */
  number: number;

  constructor(input: Input, start: number, to: number, { part, notes, batches, before, options }: Reading) {
    const { dialect, layout, template, headerAt } = part.plan;
    this.#window = new LineWindow(input, start, to);
    this.#start = start;
    this.#scan = new RowScan(dialect.delimiter, layout.width + 1);
    this.#batches = batches;
    this.#header = part.isFirst ? dialect.firstRow + headerAt : 0;
    this.number = part.piece.row - 1;
    const sinks = { notes, batches, before, repeats: finder(part.piece.repeats) };
    const columns = callLayout(layout, template)!;
    this.#rows = new CallRows(contextOf(input, part.plan), columns, dialect, options, this.#scan, sinks);
  }

  /** Bytes that were read. */
  get done(): number {
    return this.#window.base + this.#at - this.#start;
  }

  /** Reads rows until a batch is full. @returns false when there are no more */
  fill(): boolean {
    const window = this.#window;
    for (;;) {
      this.#held();
      if (this.#batches.full) return true;
      if (window.ended || (!window.next() && !window.ended)) break;
      this.#at = 0;
    }
    this.#rows.finish();
    return false;
  }

  /** Reads rows that are in memory, until a batch is full. */
  #held(): void {
    const { bytes, base, stop, limit } = this.#window;
    const scan = this.#scan;
    while (this.#at < stop && !this.#batches.full) {
      const from = this.#at;
      scan.scan(bytes, from, limit);
      const number = ++this.number;
      if (number > this.#header) this.#rows.take(this.#window, from, base + from, number);
      else this.#rows.title(bytes, from, base + from, number, number === this.#header);
      this.#at = scan.next;
    }
  }
}

/** Finds out which row a row repeats, for numbers that ascend. @param pairs of numbers, a row's and that of the earlier one */
function finder(pairs: readonly number[]): (row: number) => number {
  let at = 0;
  return (row) => {
    while (at < pairs.length && pairs[at]! < row) at += 2;
    return pairs[at] === row ? pairs[at + 1]! : 0;
  };
}
