/** The part of a file that is in memory, in units of one byte or, for UTF-16, of two. */
import type { Input } from '../../bytes/input.ts';

/** How the bytes of a file are units. */
export interface UnitForm {
  /** Bytes of a unit: 1 or 2. */
  readonly size: 1 | 2;
  /** Whether the two bytes of a unit have to change places to be little-endian. */
  readonly swap: boolean;
}

/** Units that are read at once beyond what is needed. */
const READ = 1 << 20;

/**
 * A window over a file that always holds a stretch of a stated length, unless the file ends first. Memory: that stretch and
 * a mebi of units, twice.
 */
export class Units {
  readonly form: UnitForm;
  /** The units that are held; those before the start are done with. A new array after every move. */
  held: Uint8Array | Uint16Array;
  start = 0;
  end = 0;
  readonly #all: Uint8Array | Uint16Array;
  readonly #input: Input;
  readonly #bytes: Buffer;
  readonly #enough: number;
  readonly #to: number;
  /** Byte of the file at which the buffer begins. */
  #base: number;
  #ended = false;

  /**
   * @param from first byte
   * @param to byte after the last
   * @param enough units that a row may have
   */
  constructor(input: Input, from: number, to: number, enough: number, form: UnitForm) {
    this.form = form;
    this.#input = input;
    this.#base = from;
    this.#to = to;
    this.#enough = enough;
    const most = Math.max(form.size, Math.min((enough + READ) * form.size, to - from + form.size));
    // Its own memory, not a part of the pool: units of two bytes have to lie at even places.
    this.#bytes = Buffer.allocUnsafeSlow(most + (most % form.size));
    this.#all =
      form.size === 1
        ? this.#bytes
        : new Uint16Array(this.#bytes.buffer, this.#bytes.byteOffset, this.#bytes.length / 2);
    this.held = this.#all.subarray(0, 0);
  }

  /** Byte offset in the file of a held unit. */
  offsetOf(index: number): number {
    return this.#base + index * this.form.size;
  }

  /** The bytes of held units, little-endian where they are of two; valid until the next fill. */
  bytes(from: number, to: number): Buffer {
    return this.#bytes.subarray(from * this.form.size, to * this.form.size);
  }

  /** Makes sure that enough units stand behind the start. @returns false at the end of the file */
  fill(): boolean {
    if (!this.#ended && this.end - this.start < this.#enough) {
      const { size } = this.form;
      this.#bytes.copyWithin(0, this.start * size, this.end * size);
      this.#base += this.start * size;
      this.end -= this.start;
      this.start = 0;
      while (!this.#ended && this.end < this.#enough) this.#read(size);
      this.held = this.#all.subarray(0, this.end);
    }
    return this.end > this.start;
  }

  /** Whether the file has nothing behind what is held. */
  get complete(): boolean {
    return this.#ended;
  }

  #read(size: number): void {
    const at = this.end * size;
    const offset = this.#base + at;
    const room = Math.min(this.#bytes.length - at, this.#to - offset);
    const got = room < size ? 0 : this.#input.readInto(this.#bytes, at, offset, room);
    const whole = got - (got % size);
    if (this.form.swap) this.#bytes.subarray(at, at + whole).swap16();
    this.end += whole / size;
    // A file of UTF-16 may end inside a unit; the reader accounts for the byte that is left.
    if (whole === 0 || offset + whole >= this.#to) this.#ended = true;
  }
}
