/** The part of a table that is in memory: whole lines, with a line feed behind the last of them. */
import type { Input } from '../../bytes/input.ts';
import { BEHIND } from './short-cells.ts';

const LF = 10;
/** Bytes that are in memory at once: more than the longest row. */
export const WINDOW: number = 4 * 1024 * 1024;

export class LineWindow {
  readonly #input: Input;
  readonly #to: number;
  readonly bytes: Buffer = Buffer.allocUnsafeSlow(WINDOW + 1 + BEHIND);
  readonly view: DataView = new DataView(this.bytes.buffer, this.bytes.byteOffset, this.bytes.length);
  /** Byte of the file at which the window begins. */
  base: number;
  /** Index after the last whole line. */
  stop = 0;
  /** Index of a line feed that is not of the file; −1 where there is none. */
  limit = -1;
  #filled = 0;
  #ended = false;

  /** @param from first byte, of a line. @param to byte after the last */
  constructor(input: Input, from: number, to: number) {
    this.#input = input;
    this.#to = to;
    this.base = from;
  }

  /** Whether nothing follows what is held. */
  get ended(): boolean {
    return this.#ended;
  }

  /** Goes on to the lines behind those that are held. @returns false where no whole line is in memory */
  next(): boolean {
    const { bytes } = this;
    bytes.copyWithin(0, this.stop, this.#filled);
    this.base += this.stop;
    this.#filled -= this.stop;
    const at = this.base + this.#filled;
    const got = this.#input.readInto(bytes, this.#filled, at, Math.min(WINDOW - this.#filled, this.#to - at));
    this.#filled += got;
    this.#ended = got === 0 || at + got >= this.#to;
    if (this.#ended) bytes[this.#filled] = LF;
    this.stop = this.#ended ? this.#filled : bytes.lastIndexOf(LF, this.#filled - 1) + 1;
    this.limit = this.#ended ? this.#filled : -1;
    return this.stop > 0;
  }
}
