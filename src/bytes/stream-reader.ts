/** Takes exact numbers of bytes out of a stream of pieces. */
export class StreamReader {
  readonly #source: AsyncIterator<Buffer>;
  #held: Buffer = Buffer.alloc(0);
  #ended = false;
  /** Bytes taken or skipped so far. */
  offset = 0;

  /** @param source pieces of any size; the reader keeps views of them */
  constructor(source: AsyncIterable<Buffer>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  /** The next bytes without stepping over them; fewer than `length` only at the end. */
  async peek(length: number): Promise<Buffer> {
    while (this.#held.length < length && (await this.#more()));
    return this.#held.subarray(0, length);
  }

  /** The next bytes, fewer than `length` only at the end. */
  async take(length: number): Promise<Buffer> {
    const bytes = this.#held.length >= length ? this.#held.subarray(0, length) : await this.peek(length);
    this.#step(bytes.length);
    return bytes;
  }

  /** Some of the next bytes: at least one and at most `most`, none only at the end. */
  async some(most: number): Promise<Buffer> {
    if (this.#held.length === 0) await this.#more();
    const bytes = this.#held.subarray(0, most);
    this.#step(bytes.length);
    return bytes;
  }

  /** Steps over bytes. @returns how many there were, fewer than `length` only at the end */
  async skip(length: number): Promise<number> {
    let left = length;
    while (left > 0) {
      const bytes = await this.some(left);
      if (bytes.length === 0) break;
      left -= bytes.length;
    }
    return length - left;
  }

  /** Stops the source. */
  async close(): Promise<void> {
    this.#ended = true;
    await this.#source.return?.(undefined);
  }

  #step(length: number): void {
    this.#held = this.#held.subarray(length);
    this.offset += length;
  }

  async #more(): Promise<boolean> {
    if (this.#ended) return false;
    const next = await this.#source.next();
    if (next.done === true) {
      this.#ended = true;
      return false;
    }
    this.#held = this.#held.length === 0 ? next.value : Buffer.concat([this.#held, next.value]);
    return true;
  }
}
