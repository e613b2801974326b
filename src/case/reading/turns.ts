/** Puts together what the readers of the parts of an archive tell. */
import type { Event, Tellings } from './message.ts';

/** A part whose events are taken up to the end of a block. */
class Part {
  readonly #tellings: Tellings;
  #left: readonly Event[] = [];
  isOver = false;

  constructor(tellings: Tellings) {
    this.#tellings = tellings;
  }

  /** The events of the next block. */
  async *block(): AsyncGenerator<readonly Event[]> {
    for (;;) {
      const end = this.#left.findIndex(({ type }) => type === 'turn');
      if (end !== -1) {
        yield this.#left.slice(0, end + 1);
        this.#left = this.#left.slice(end + 1);
        return;
      }
      if (this.#left.length > 0) yield this.#left;
      const { value, done } = await this.#tellings.next();
      this.#left = done === true ? [] : value;
      if (done === true) {
        this.isOver = true;
        return;
      }
    }
  }
}

/**
 * The events of all parts in the order of the archive: a block of the first, one of the second, and so on.
 * All parts must be running, or about to: none is taken to its end before the others.
 */
export async function* inTurns(tellings: readonly Tellings[]): AsyncGenerator<readonly Event[]> {
  const parts = tellings.map((one) => new Part(one));
  while (parts.some(({ isOver }) => !isOver)) for (const part of parts) if (!part.isOver) yield* part.block();
}
