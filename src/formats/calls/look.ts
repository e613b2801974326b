/**
 * One look through a whole table of calls before it is read in pieces: where rows begin, which of them repeat others,
 * how its dates are written, and whether it is as plain as its beginning.
 */
import type { Input } from '../../bytes/input.ts';
import type { Dialect } from '../table/delimited.ts';
import { foldHeader, isBlank } from '../table/fold.ts';
import { Heading } from '../table/heading.ts';
import type { Layout } from '../table/layout.ts';
import { LONGEST_ROW } from '../table/rows.ts';
import { NO_SURVEY, needsSurvey, type Survey, survey } from '../table/survey.ts';
import type { Template } from '../templates/template.ts';
import { textOf } from './cell-table.ts';
import { DoubtfulCells } from './doubtful-cells.ts';
import { isWholeRow, rowOfLine } from './line.ts';
import { LineWindow, WINDOW } from './line-window.ts';
import type { PlannedPiece } from './plan.ts';
import { RowRepeats } from './repeats.ts';
import { RowScan } from './scan.ts';

const SPACE = 32;
const QUOTE = 34;
/** Rows that the survey may want to see: a table with more of them is not plain. */
const MOST_DOUBTFUL = 100_000;

export interface Looked {
  readonly pieces: readonly PlannedPiece[];
  readonly survey: Survey;
  readonly forgotten: boolean;
}

interface Table {
  readonly dialect: Dialect;
  readonly template: Template;
  readonly layout: Layout;
  readonly headerAt: number;
}

/**
 * Looks through a table.
 * @param length wanted for a piece, bytes
 * @returns null where rows are no lines, where another header follows, or where it is not plain otherwise
 */
export function lookThrough(input: Input, length: number, table: Table): Looked | null {
  const look = new Look(input, length, table);
  const seen = survey(look.doubtful(), table.layout, table.template);
  if (look.refused) return null;
  const { layout, template } = table;
  return {
    pieces: look.pieces(),
    survey: needsSurvey(layout, template) ? seen : NO_SURVEY,
    forgotten: look.forgotten,
  };
}

class Look {
  readonly #length: number;
  readonly #table: Table;
  readonly #window: LineWindow;
  readonly #scan: RowScan;
  readonly #doubtful: DoubtfulCells;
  readonly #repeats: RowRepeats;
  readonly #heading: Heading;
  readonly #names: ReadonlySet<string>;
  /** Whether a name of the header has a digit: then one cannot tell by a digit that a cell is none. */
  readonly #digits: boolean;
  /** Places of the next row in the window and in the table. */
  #at = 0;
  #place = 0;
  /** Where the row that was scanned last begins in the window. */
  #from = 0;
  /** Byte of the file at or behind which the next piece begins. */
  #cutAt = 0;
  refused = false;
  readonly #starts: { readonly from: number; readonly row: number }[] = [];

  constructor(input: Input, length: number, table: Table) {
    const { dialect, layout, template } = table;
    this.#window = new LineWindow(input, table.dialect.start, input.size);
    this.#length = length;
    this.#table = table;
    this.#scan = new RowScan(dialect.delimiter, layout.width + 1);
    this.#doubtful = new DoubtfulCells(layout);
    this.#repeats = new RowRepeats(input, WINDOW);
    this.#heading = new Heading(layout, template);
    this.#names = new Set(layout.header ?? []);
    this.#digits = [...this.#names].some((name) => /\p{N}/u.test(name));
  }

  get forgotten(): boolean {
    return this.#repeats.forgotten;
  }

  /** The pieces, once all rows were looked at. */
  pieces(): PlannedPiece[] {
    const { found } = this.#repeats;
    let at = 0;
    return this.#starts.map(({ from, row }, i) => {
      const end = this.#starts[i + 1]?.row ?? Number.POSITIVE_INFINITY;
      const first = at;
      while (at < found.length && found[at]! < end) at += 2;
      return { from, row, repeats: found.slice(first, at) };
    });
  }

  /** All rows that a survey has to see, as their cells. */
  *doubtful(): Generator<readonly string[]> {
    const window = this.#window;
    let yielded = 0;
    while (!this.refused && !window.ended) {
      // A window without a line holds the beginning of a row that is too long.
      if (!window.next() && !window.ended) this.refused = true;
      this.#at = 0;
      while (this.#next()) {
        if (++yielded > MOST_DOUBTFUL) this.refused = true;
        yield this.#cells();
      }
      this.#repeats.settle(window.bytes, window.base);
    }
  }

  /** Goes on to the next doubtful row, which is then the one that was scanned last. @returns false at the window's end */
  #next(): boolean {
    const scan = this.#scan;
    const { bytes, stop, limit } = this.#window;
    while (this.#at < stop && !this.refused) {
      const from = this.#at;
      scan.scan(bytes, from, limit);
      this.#at = scan.next;
      this.#from = from;
      if (this.#row(from)) return true;
    }
    return false;
  }

  #cells(): readonly string[] {
    const line = this.#window.bytes.subarray(this.#from, this.#scan.next);
    return rowOfLine(line, this.#table.dialect, 0, 1).cells;
  }

  /** Looks at one row. @returns whether the survey has to see it */
  #row(from: number): boolean {
    const { dialect, headerAt } = this.#table;
    const scan = this.#scan;
    const { bytes, base, view } = this.#window;
    const number = dialect.firstRow + this.#place++;
    const offset = base + from;
    if (offset >= this.#cutAt) this.#cut(offset, number);
    const isLine = !scan.odd || isWholeRow(bytes.subarray(from, scan.content), dialect);
    if (!isLine || scan.content - from > LONGEST_ROW) this.refused = true;
    if (this.refused || this.#place <= headerAt + 1 || scan.content === from) return false;
    if (this.#mayBeHeader(from, number)) this.refused = true;
    this.#repeats.add(view, from, scan.content, number);
    return scan.odd || this.#doubtful.any(bytes, scan);
  }

  #cut(offset: number, row: number): void {
    // What stands in front of the rows belongs to the first piece.
    this.#starts.push({ from: this.#starts.length === 0 ? 0 : offset, row });
    this.#cutAt = (Math.floor(offset / this.#length) + 1) * this.#length;
  }

  /** Whether the row changes what its successors mean. A row that begins with a number does not: see Heading. */
  #mayBeHeader(from: number, number: number): boolean {
    const { delimiter } = this.#table.dialect;
    const { bytes } = this.#window;
    const { content } = this.#scan;
    const mark = delimiter.charCodeAt(0);
    let at = from;
    while (at < content && (bytes[at] === mark || bytes[at] === SPACE || bytes[at] === QUOTE)) at++;
    if (!this.#digits && isNumeric(bytes, at)) return false;
    if (at < content && bytes[at]! < SPACE) return this.#isHeader(number);
    let end = at;
    let digit = false;
    for (; end < content && bytes[end] !== mark && bytes[end] !== QUOTE; end++) {
      if (bytes[end]! >= 0x80) return this.#isHeader(number);
      if (bytes[end]! >= 48 && bytes[end]! <= 57) digit = true;
    }
    if (digit && !this.#digits) return false;
    for (let i = end; i < content && !digit; i++) if (bytes[i]! >= 48 && bytes[i]! <= 57) digit = true;
    const known = this.#scan.odd || this.#names.has(foldHeader(textOf(bytes, at, end)));
    return (known || !digit) && this.#isHeader(number);
  }

  #isHeader(number: number): boolean {
    const cells = this.#cells();
    if (cells.every(isBlank)) return false;
    const met = this.#heading.meet(cells, number);
    return met === 'other' || met === 'foreign';
  }
}

/** Whether a digit stands there, or behind a sign or a parenthesis. */
function isNumeric(bytes: Uint8Array, at: number): boolean {
  const first = bytes[at]!;
  const digit = first === 0x2b || first === 0x28 ? bytes[at + 1]! : first;
  return digit >= 48 && digit <= 57;
}
