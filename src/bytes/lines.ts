/** Lines of a file with their byte offsets, in bounded memory. */
import type { Input } from './input.ts';

/** A line, or a piece of one that is longer than allowed. */
export interface Line {
  /** Byte offset of the first byte of this piece in the input. */
  readonly offset: number;
  /** The content without its ending. A view, valid until the next line is taken: copy what must stay. */
  readonly bytes: Buffer;
  /** Bytes of the line ending that follow: 0 (end of file, or an unfinished piece), 1 or 2. */
  readonly ending: 0 | 1 | 2;
  /** Whether the line begins with this piece. */
  readonly first: boolean;
  /** Whether the line ends with this piece. */
  readonly last: boolean;
}

/** How lines are cut. */
export interface LineOptions {
  /** First byte to look at; default 0. */
  readonly from?: number;
  /** Byte after the last to look at; default the end of the input. */
  readonly to?: number;
  /** Longest content that is handed over in one piece, in bytes; default 1 MiB. */
  readonly maxLength?: number;
  /** Whether a CR that no LF follows ends a line too (files of the classic Mac OS); default no. */
  readonly loneCr?: boolean;
}

const LF = 10;
const CR = 13;
const READ = 256 * 1024;

/**
 * Cuts an input into lines at LF or CR LF (and lone CR where asked). Pieces and endings together cover every byte from
 * `from` to `to`, in order, exactly once. Memory: twice the longest allowed piece and 256 KiB, whatever the file holds.
 */
export function* lines(input: Input, options: LineOptions = {}): Generator<Line> {
  const maxLength = Math.max(1, options.maxLength ?? 1024 * 1024);
  const held = new Window(input, options.from ?? 0, Math.min(options.to ?? input.size, input.size), maxLength + 2);
  let first = true;
  for (;;) {
    const cut = held.nextEnd(options.loneCr ?? false);
    if (cut === null && held.isShort()) {
      held.refill();
      continue;
    }
    const content = cut === null ? held.length : cut.length;
    if (cut === null && content === 0 && first) return;
    const last = content <= maxLength;
    const ending = last && cut !== null ? cut.ending : 0;
    yield { ...held.take(last ? content : maxLength, ending), ending, first, last };
    first = last;
  }
}

/** The part of the input that is in memory: enough for one longest piece with its ending, unless the input ends first. */
class Window {
  readonly #input: Input;
  readonly #to: number;
  readonly #enough: number;
  readonly #buffer: Buffer;
  /** Byte offset in the input of the first byte of the buffer. */
  #base: number;
  #start = 0;
  #end = 0;
  /** Places in the buffer of the next LF and CR at or after #start, Infinity for none; stale when before #start. */
  #lf = -1;
  #cr = -1;
  #ended: boolean;

  constructor(input: Input, from: number, to: number, enough: number) {
    this.#input = input;
    this.#base = Math.max(0, from);
    this.#to = to;
    this.#enough = enough;
    this.#ended = this.#base >= to;
    this.#buffer = Buffer.allocUnsafeSlow(Math.max(1, Math.min(enough * 2 + READ, to - this.#base)));
  }

  get length(): number {
    return this.#end - this.#start;
  }

  /** Whether reading on could still bring the end of the line within the longest piece. */
  isShort(): boolean {
    return !this.#ended && this.length < this.#enough;
  }

  /** Moves what is held to the front and fills the rest of the buffer. */
  refill(): void {
    this.#buffer.copyWithin(0, this.#start, this.#end);
    this.#end -= this.#start;
    this.#base += this.#start;
    this.#start = 0;
    this.#lf = this.#cr = -1;
    const room = Math.min(this.#buffer.length - this.#end, this.#to - this.#base - this.#end);
    const got = this.#input.readInto(this.#buffer, this.#end, this.#base + this.#end, room);
    this.#end += got;
    this.#ended = got === 0 || this.#base + this.#end >= this.#to;
  }

  /** The next line's content length and ending, as far as it lies in memory; null when no ending is known yet. */
  nextEnd(loneCr: boolean): { length: number; ending: 1 | 2 } | null {
    if (this.#lf < this.#start) this.#lf = this.#find(LF);
    if (loneCr && this.#cr < this.#start) this.#cr = this.#find(CR);
    if (loneCr && this.#cr < this.#lf - 1) {
      // Whether a CR stands alone shows only in the byte after it.
      if (this.#cr === this.#end - 1 && !this.#ended) return null;
      return { length: this.#cr - this.#start, ending: 1 };
    }
    if (this.#lf === Number.POSITIVE_INFINITY) return null;
    const pair = this.#lf > this.#start && this.#buffer[this.#lf - 1] === CR;
    return pair ? { length: this.#lf - 1 - this.#start, ending: 2 } : { length: this.#lf - this.#start, ending: 1 };
  }

  /** Hands over the first bytes and steps over them and their ending. */
  take(length: number, ending: number): { offset: number; bytes: Buffer } {
    const offset = this.#base + this.#start;
    const bytes = this.#buffer.subarray(this.#start, this.#start + length);
    this.#start += length + ending;
    return { offset, bytes };
  }

  #find(byte: number): number {
    const at = this.#buffer.indexOf(byte, this.#start);
    return at === -1 || at >= this.#end ? Number.POSITIVE_INFINITY : at;
  }
}
