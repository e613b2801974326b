/** Writing to standard output and standard error: waits when the reader is slow, ends quietly when it is gone. */

/** Standard output was closed by its reader, as `head` does: nothing is wrong, and nothing more is wanted. */
export class ReaderGone extends Error {}

/** What is used of process.stdout and process.stderr. */
export interface Stream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(chunk: string | Uint8Array, done: (error?: Error | null) => void): boolean;
  on(event: 'error', listener: (error: Error) => void): unknown;
}

/** Collected before a write, characters: a write for every row would be most of the time of a large listing. */
const CHUNK = 1 << 16;

/** Standard output, in large pieces. */
export class Writer {
  readonly #stream: Stream;
  #waiting = '';

  constructor(stream: Stream) {
    this.#stream = stream;
    // Errors arrive at the callbacks of `write`; without a listener Node would end the program with a stack.
    stream.on('error', () => {});
  }

  /**
   * Writes a line, at once or with the next ones.
   * @throws ReaderGone when nobody reads any more; {Error} with the system's `code` when it cannot be written (ENOSPC)
   */
  async line(text: string): Promise<void> {
    this.#waiting += `${text}\n`;
    if (this.#waiting.length >= CHUNK) await this.flush();
  }

  /** Writes bytes after all lines before. @throws as `line` */
  async bytes(bytes: Uint8Array): Promise<void> {
    await this.flush();
    await this.#write(bytes);
  }

  /** Writes what is waiting. @throws as `line` */
  async flush(): Promise<void> {
    const text = this.#waiting;
    this.#waiting = '';
    if (text !== '') await this.#write(text);
  }

  #write(chunk: string | Uint8Array): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#stream.write(chunk, (error) => {
        if (error === null || error === undefined) resolve();
        else if ('code' in error && (error.code === 'EPIPE' || error.code === 'ERR_STREAM_DESTROYED'))
          reject(new ReaderGone());
        else reject(error);
      });
    });
  }
}
