/** Rows of the ledger by their numbers, loaded a page at a time: a query for each row would cost more than its use. */

/** Loads the rows `from` to `to` (exclusive), by their numbers. */
export type LoadPage<T> = (from: number, to: number) => Promise<ReadonlyMap<number, T>>;

export class Pages<T> {
  readonly #load: LoadPage<T>;
  readonly #width: number;
  readonly #most: number;
  readonly #held = new Map<number, ReadonlyMap<number, T>>();

  /**
   * @param width rows of a page
   * @param most pages that are held; the one used longest ago goes
   */
  constructor(load: LoadPage<T>, width: number, most: number) {
    this.#load = load;
    this.#width = width;
    this.#most = most;
  }

  /** @returns null where there is no such row */
  async get(no: number): Promise<T | null> {
    const place = Math.floor(no / this.#width);
    const page = this.#held.get(place) ?? (await this.#load(place * this.#width, (place + 1) * this.#width));
    this.#held.delete(place);
    this.#held.set(place, page);
    if (this.#held.size > this.#most) this.#held.delete(this.#held.keys().next().value!);
    return page.get(no) ?? null;
  }
}
