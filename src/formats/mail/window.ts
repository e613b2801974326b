/** A stretch of a file in memory that moves forward. */
import type { Input } from '../../bytes/input.ts';

/** Bytes that are held at once: they fit into the cache of a core. A message that is longer is read by itself. */
export const WINDOW_LENGTH: number = 1024 * 1024;

/** A window on a file. */
export class Window {
  readonly bytes: Buffer;
  /** Place in the file of the first byte held. */
  base = 0;
  /** Place in the file after the last byte held. */
  end = 0;
  readonly #input: Input;

  /** @param bytes room of the window; what it held is lost */
  constructor(input: Input, bytes: Buffer) {
    this.#input = input;
    this.bytes = bytes;
  }

  /** Whether the file goes on after what is held. */
  get more(): boolean {
    return this.end < this.#input.size;
  }

  /** Whether nothing can be added without dropping something. */
  get full(): boolean {
    return this.end - this.base === this.bytes.length;
  }

  /**
   * Moves on so that the window begins at a place and is as full as can be. Bytes from there on that are held stay.
   * @param from place in the file, not before `base` unless everything held is to go
   */
  moveTo(from: number): void {
    if (from >= this.base && from < this.end) {
      this.bytes.copyWithin(0, from - this.base, this.end - this.base);
      this.base = from;
    } else {
      this.base = from;
      this.end = from;
    }
    const room = this.bytes.length - (this.end - this.base);
    const got = this.#input.readInto(this.bytes, this.end - this.base, this.end, room);
    this.end += got;
    if (got < room) this.#short = true;
  }

  #short = false;

  /** Whether the end of the file has been reached, be it earlier than its size promised. */
  get atEnd(): boolean {
    return this.#short || !this.more;
  }
}
