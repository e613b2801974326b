/** Rows of a delimited file with the bytes they stand in. */
import { isUtf8 } from 'node:buffer';
import type { Input } from '../../bytes/input.ts';
import { decode } from '../../bytes/text.ts';
import { splitCells } from './cells.ts';
import type { Dialect } from './delimited.ts';
import { Units } from './units.ts';

/** A row of any table. */
export interface Row {
  /** Bytes from the start of the file, and how many; without the line ending. */
  readonly offset: number;
  readonly length: number;
  /** From 1. */
  readonly number: number;
  readonly cells: readonly string[];
  /** What is wrong with it, if it was read all the same. */
  readonly faults: readonly RowFault[];
  /** Why there are no cells; null for a row that was read. */
  readonly failed: RowFault | null;
  /** Bytes of the line ending behind it. */
  readonly ending: number;
  /** Its bytes, where the input is read in them: a view that is valid until the next row is taken. */
  readonly bytes: Uint8Array;
}

export interface RowFault {
  readonly code: string;
  readonly message: string;
}

/** Longest row, in units: longer ones are no rows of any register or carrier. */
export const LONGEST_ROW: number = 1 << 20;
/** Most cells of a row: the columns of the largest spreadsheet. */
const MOST_CELLS = 16_384;

const LF = 10;
const CR = 13;
const QUOTE = 34;
const SPACE = 32;

const STRAY: RowFault = {
  code: 'quote-stray',
  message: 'quotation marks are not doubled or not closed; the row was read as well as it can be',
};
const NO_BYTES = new Uint8Array();
const TOO_LONG: RowFault = {
  code: 'row-too-long',
  message: `a row of more than ${LONGEST_ROW} characters was not read`,
};
const TOO_WIDE: RowFault = { code: 'row-too-wide', message: `a row of more than ${MOST_CELLS} cells was not read` };

/** Where a row ends. */
interface End {
  /** Unit after its content. */
  readonly content: number;
  /** Units of the line ending. */
  readonly ending: number;
}

/**
 * Cuts a file into rows. Rows and their line endings cover the bytes from the dialect's start to the end (but for half a
 * unit of UTF-16), in order, each once.
 * @param to byte after the last to look at
 */
export function* readRows(input: Input, dialect: Dialect, to: number = input.size): Generator<Row> {
  const units = new Units(input, dialect.start, to, LONGEST_ROW + 2, dialect.units);
  const scanner = new Scanner(units, dialect);
  let number = dialect.firstRow;
  while (units.fill()) {
    const offset = units.offsetOf(units.start);
    const end = scanner.rowEnd();
    if (end === null) {
      const { length, ending } = passOver(units, dialect);
      yield { offset, length, number, cells: [], faults: [], failed: TOO_LONG, ending, bytes: NO_BYTES };
    } else {
      const bytes = units.bytes(units.start, end.content);
      units.start = end.content + end.ending;
      yield rowOf(bytes, dialect, offset, number, end);
    }
    number++;
  }
}

function rowOf(bytes: Buffer, dialect: Dialect, offset: number, number: number, end: End): Row {
  const place = { offset, length: bytes.length, number, ending: end.ending * dialect.units.size, bytes };
  const { text, fault } = textOf(bytes, dialect.units.size === 2 ? 'utf-16le' : dialect.encoding);
  const faults: RowFault[] = fault === null ? [] : [fault];
  let { cells, clean } = splitCells(text, dialect.delimiter);
  if (dialect.wrapped && cells.length === 1) ({ cells, clean } = splitCells(cells[0]!, dialect.delimiter));
  if (!clean) faults.push(STRAY);
  if (text.includes('\0')) {
    faults.push({ code: 'nul-bytes', message: 'NUL characters were left out' });
    cells = cells.map((cell) => cell.replaceAll('\0', ''));
  }
  if (cells.length > MOST_CELLS) return { ...place, cells: [], faults: [], failed: TOO_WIDE };
  return { ...place, cells, faults, failed: null };
}

/** A row that is no UTF-8 in a file that is: exports put together from two sources; Windows-1252 is what the other one writes. */
function textOf(bytes: Buffer, encoding: string): { text: string; fault: RowFault | null } {
  if (encoding === 'utf-8' && !isUtf8(bytes)) {
    const message = 'the row is not UTF-8 as the rest of the file; it was read as Windows-1252';
    return { text: decode(bytes, 'windows-1252').text, fault: { code: 'text-damaged', message } };
  }
  const { text, problem } = decode(bytes, encoding);
  return { text, fault: problem === null ? null : { code: 'text-damaged', message: problem } };
}

/** Steps over a row that is too long, to the end of its line. @returns its length and that of its ending, in bytes */
function passOver(units: Units, dialect: Dialect): { length: number; ending: number } {
  const from = units.offsetOf(units.start);
  const { size } = dialect.units;
  const mark = dialect.loneCr ? CR : LF;
  for (;;) {
    const at = find(units.held, mark, units.start);
    if (at < units.end) {
      const pair = mark === LF && at > units.start && units.held[at - 1] === CR;
      units.start = at + 1;
      const ending = pair ? 2 : 1;
      return { length: units.offsetOf(units.start) - from - ending * size, ending: ending * size };
    }
    // The last unit stays: it may be the CR of a pair.
    units.start = units.complete ? units.end : units.end - 1;
    if (units.complete) return { length: units.offsetOf(units.end) - from, ending: 0 };
    units.fill();
  }
}

/** Finds the ends of rows in what is held. */
class Scanner {
  readonly #units: Units;
  readonly #delimiter: number;
  readonly #mark: number;
  /** The held units that the next two belong to. */
  #seen: Units['held'] | null = null;
  /** Next line end and quotation mark at or behind the start; the length of what is held where there is none. */
  #line = 0;
  #quote = 0;
  /** Byte of the file before which quotation marks quote nothing, because a row with them was too long. */
  #plainUntil = 0;

  constructor(units: Units, dialect: Dialect) {
    this.#units = units;
    this.#delimiter = dialect.delimiter.charCodeAt(0);
    this.#mark = dialect.loneCr ? CR : LF;
  }

  /** @returns null where the row is longer than allowed */
  rowEnd(): End | null {
    const { start, held } = this.#units;
    this.#look(start);
    const line = this.#lineEnd(this.#line);
    if (this.#quote >= (line === null ? held.length : line.content)) return line;
    if (this.#units.offsetOf(start) >= this.#plainUntil) {
      const quoted = this.#quotedEnd(start);
      if (quoted !== 'wrong' && quoted !== 'too long') return quoted;
      // Rows behind this one may be as long: trying each of them would take the square of their number.
      if (quoted === 'too long') this.#plainUntil = this.#units.offsetOf(Math.min(held.length, start + LONGEST_ROW));
    }
    return line;
  }

  /** Finds the next line end and mark, each of which is looked for once. */
  #look(start: number): void {
    const { held } = this.#units;
    const fresh = this.#seen !== held;
    this.#seen = held;
    if (fresh || this.#line < start) this.#line = find(held, this.#mark, start);
    if (fresh || this.#quote < start) this.#quote = find(held, QUOTE, start);
  }

  /** The row's end where a line ends. @param at its mark, or the length of what is held */
  #lineEnd(at: number): End | null {
    const { start, held, complete } = this.#units;
    if (at === held.length) {
      return complete && at - start <= LONGEST_ROW ? { content: at, ending: 0 } : null;
    }
    const pair = this.#mark === LF && at > start && held[at - 1] === CR;
    const content = pair ? at - 1 : at;
    return content - start > LONGEST_ROW ? null : { content, ending: pair ? 2 : 1 };
  }

  /**
   * The end of a row with quoted cells, whose marks quote as splitCells has it.
   * @returns 'wrong' where a cell of several lines meets a mark that looks like the beginning of another one, which means
   *   that it should not have been opened; 'too long' where it is not closed as far as a row may reach
   */
  #quotedEnd(start: number): End | 'wrong' | 'too long' {
    const { held } = this.#units;
    const most = Math.min(held.length, start + LONGEST_ROW + 2);
    let at = start;
    for (;;) {
      while (at < most && held[at] === SPACE) at++;
      if (at < most && held[at] === QUOTE) {
        const behind = this.#quotedCell(at + 1, most);
        if (typeof behind === 'string') return behind;
        at = behind;
      }
      const line = this.#lineEnd(find(held, this.#mark, at));
      if (line === null) return 'too long';
      const next = held.subarray(at, line.content).indexOf(this.#delimiter);
      if (next === -1) return line;
      at += next + 1;
    }
  }

  /** @param from behind the opening mark. @returns the unit behind the closing one */
  #quotedCell(from: number, most: number): number | 'wrong' | 'too long' {
    const { held } = this.#units;
    let at = from;
    for (;;) {
      const mark = held.indexOf(QUOTE, at);
      if (mark === -1 || mark >= most) return 'too long';
      at = mark + 1;
      if (at < most && held[at] === QUOTE) at++;
      else if (this.#closes(at, most)) return at;
      else if (this.#opens(mark) && find(held, this.#mark, from) < mark) return 'wrong';
    }
  }

  /** Whether a delimiter or a line end follows. */
  #closes(behind: number, most: number): boolean {
    const { held } = this.#units;
    let at = behind;
    while (at < most && held[at] === SPACE) at++;
    return at >= most || held[at] === this.#delimiter || held[at] === LF || held[at] === CR;
  }

  #opens(mark: number): boolean {
    const before = this.#units.held[mark - 1];
    return before === this.#delimiter || before === LF || before === CR;
  }
}

/** @returns the length where there is none */
function find(held: Units['held'], unit: number, from: number): number {
  const at = held.indexOf(unit, from);
  return at === -1 ? held.length : at;
}
