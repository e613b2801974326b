/** Bytes on their way to a file, gathered in one large buffer that is used again and again. */
export class Output {
  readonly #write: (chunk: Buffer) => void;
  readonly #buffer: Buffer;
  #used = 0;
  #flushed = 0;

  /** @param write gets each full buffer, and may not keep it */
  constructor(write: (chunk: Buffer) => void, capacity: number = 1 << 22) {
    this.#write = write;
    this.#buffer = Buffer.allocUnsafe(capacity);
  }

  /** Bytes so far. */
  get length(): number {
    return this.#flushed + this.#used;
  }

  /** Appends text of one byte a character. */
  text(text: string): void {
    if (this.#used + text.length > this.#buffer.length) this.flush();
    this.#used += this.#buffer.write(text, this.#used, 'latin1');
  }

  bytes(bytes: Buffer): void {
    if (this.#used + bytes.length > this.#buffer.length) this.flush();
    if (bytes.length > this.#buffer.length) {
      this.#write(bytes);
      this.#flushed += bytes.length;
      return;
    }
    this.#used += bytes.copy(this.#buffer, this.#used);
  }

  flush(): void {
    if (this.#used === 0) return;
    this.#write(this.#buffer.subarray(0, this.#used));
    this.#flushed += this.#used;
    this.#used = 0;
  }
}
