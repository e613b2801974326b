/** Takes plain rows apart where they stand, without a string or an object a row. */

const LF = 10;
const CR = 13;
const SPACE = 32;
const QUOTE = 34;

/** What a byte is to a row. */
const ORDINARY = 0;
const HIGH = 1;
const DELIMITER = 2;
const MARK = 3;
const END = 4;
const RETURN = 5;
const NUL = 6;

/**
 * The cells of one row. A quoted cell is plain when it begins right behind a delimiter, holds no mark and ends right
 * before one; all else that splitCells and Scanner judge by rules of their own makes the row odd.
 */
export class RowScan {
  readonly #kinds: Uint8Array;
  readonly #delimiter: number;
  readonly #starts: Int32Array;
  readonly #ends: Int32Array;
  /** Cells of the row; places are kept of no more than asked for. */
  count = 0;
  /** Byte after the row's content, and the first of the next row. */
  content = 0;
  next = 0;
  /** Whether other rules have to look at it: then only its ends are sure, as long as no quoted cell goes on behind them. */
  odd = false;
  /** Whether it has bytes beyond ASCII. */
  high = false;
  /** The cell that was asked for last, without the spaces around it. */
  from = 0;
  to = 0;

  /** @param delimiter one ASCII character. @param most cells of which places are kept */
  constructor(delimiter: string, most: number) {
    this.#delimiter = delimiter.charCodeAt(0);
    this.#starts = new Int32Array(most);
    this.#ends = new Int32Array(most);
    this.#kinds = new Uint8Array(256).fill(HIGH, 128);
    this.#kinds[0] = NUL;
    this.#kinds[LF] = END;
    this.#kinds[CR] = RETURN;
    this.#kinds[QUOTE] = MARK;
    this.#kinds[this.#delimiter] = DELIMITER;
  }

  /**
   * Takes a row apart.
   * @param bytes with a line feed at or behind the row's end
   * @param start of the row
   * @param limit index of a line feed that is not of the file but stands behind its end; −1 where there is none
   */
  scan(bytes: Uint8Array, start: number, limit: number): void {
    const kinds = this.#kinds;
    let at = start;
    let cell = start;
    this.count = 0;
    this.odd = false;
    this.high = false;
    for (;;) {
      let kind = kinds[bytes[at]!]!;
      while (kind === ORDINARY) kind = kinds[bytes[++at]!]!;
      if (kind === DELIMITER) {
        this.#keep(cell, at);
        cell = ++at;
      } else if (kind === END) break;
      else if (kind === RETURN && bytes[at + 1] === LF && at + 1 !== limit) break;
      else if (kind === MARK) {
        const close = at === cell ? this.#close(bytes, at + 1, limit) : -1;
        if (close === -1) {
          this.odd = true;
          at++;
        } else {
          this.#keep(at + 1, close);
          at = close + 1;
          if (bytes[at] !== this.#delimiter) {
            this.#finish(bytes, at, limit);
            return;
          }
          cell = ++at;
        }
      } else {
        if (kind === HIGH) this.high = true;
        else this.odd = true;
        at++;
      }
    }
    this.#keep(cell, at);
    this.#finish(bytes, at, limit);
  }

  #keep(from: number, to: number): void {
    const place = this.count++;
    if (place >= this.#starts.length) return;
    this.#starts[place] = from;
    this.#ends[place] = to;
  }

  /** @param at the row's last byte plus one: a line feed, or a carriage return before one */
  #finish(bytes: Uint8Array, at: number, limit: number): void {
    this.content = at;
    this.next = bytes[at] === LF ? (at === limit ? at : at + 1) : at + 2;
  }

  /** The mark that closes a plain quoted cell; −1 where it is none. @param at behind the opening one */
  #close(bytes: Uint8Array, at: number, limit: number): number {
    const kinds = this.#kinds;
    let end = at;
    for (; ; end++) {
      const kind = kinds[bytes[end]!]!;
      if (kind === HIGH) this.high = true;
      else if (kind !== ORDINARY && kind !== DELIMITER) break;
    }
    if (bytes[end] !== QUOTE) return -1;
    const behind = bytes[end + 1];
    if (behind === this.#delimiter || behind === LF) return end;
    return behind === CR && bytes[end + 2] === LF && end + 2 !== limit ? end : -1;
  }

  /** Whether a cell has no bytes at all. */
  isEmpty(index: number): boolean {
    return this.#starts[index] === this.#ends[index];
  }

  /** Asks for a cell: its place is then in from and to. @returns false where it is blank or not there */
  cell(bytes: Uint8Array, index: number): boolean {
    if (index >= this.count) return false;
    let from = this.#starts[index]!;
    let to = this.#ends[index]!;
    while (from < to && bytes[from] === SPACE) from++;
    while (from < to && bytes[to - 1] === SPACE) to--;
    this.from = from;
    this.to = to;
    return from < to;
  }
}
