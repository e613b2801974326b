/** Hands pieces from somebody who makes them inside of a call to somebody who takes them one by one. */

/** One piece lies on the table at a time: who makes waits until it is taken. */
export class Handover<T> {
  #lying: { readonly piece: T; readonly taken: () => void } | null = null;
  #arrived: (() => void) | null = null;
  #ended = false;
  #failure: unknown;
  #stopped = false;

  /** Lays down a piece. @returns false when nobody takes any more */
  give(piece: T): Promise<boolean> {
    if (this.#stopped) return Promise.resolve(false);
    return new Promise((resolve) => {
      this.#lying = { piece, taken: () => resolve(!this.#stopped) };
      this.#arrived?.();
    });
  }

  /** The pieces that `make` gives, in their order; what it throws comes out after those before. */
  async *pieces(make: () => Promise<void>): AsyncGenerator<T> {
    const made = make().then(
      () => this.#end(),
      (error: unknown) => this.#end(error),
    );
    try {
      while (await this.#next()) {
        yield this.#lying!.piece;
        const { taken } = this.#lying!;
        this.#lying = null;
        taken();
      }
      if (this.#failure !== undefined) throw this.#failure;
    } finally {
      this.#stopped = true;
      this.#lying?.taken();
      this.#lying = null;
      await made;
    }
  }

  #end(failure?: unknown): void {
    this.#ended = true;
    this.#failure = failure;
    this.#arrived?.();
  }

  async #next(): Promise<boolean> {
    while (this.#lying === null && !this.#ended) {
      await new Promise<void>((resolve) => {
        this.#arrived = resolve;
      });
      this.#arrived = null;
    }
    return this.#lying !== null;
  }
}
