/** Columns that grow together: typed arrays of one length, one for each value of a row. */

/** The rows of one kind in a batch that is being filled. */
export class Table<
  T extends Readonly<Record<string, Float64Array | Int32Array | Uint32Array | Int16Array | Uint8Array>>,
> {
  rows = 0;
  columns: T;
  #capacity: number;
  /** Columns without rows: most messages refer to nothing, and equate nothing. */
  #none: (T & { rows: number }) | null = null;

  constructor(capacity: number, columns: T) {
    this.columns = columns;
    this.#capacity = capacity;
  }

  /** Makes room for one more row. @returns its number */
  add(): number {
    if (this.rows === this.#capacity) this.#grow();
    return this.rows++;
  }

  #grow(): void {
    this.#capacity *= 2;
    const grown: Record<string, unknown> = {};
    for (const [name, column] of Object.entries(this.columns)) {
      const Kind = column.constructor as new (length: number) => typeof column;
      const wider = new Kind(this.#capacity);
      wider.set(column as never);
      grown[name] = wider;
    }
    this.columns = grown as T;
  }

  /** Copies of the filled rows, each with a buffer of its own; the table is empty afterwards. */
  take(): T & { rows: number } {
    if (this.rows === 0) {
      this.#none ??= this.#copied();
      return this.#none;
    }
    const taken = this.#copied();
    this.rows = 0;
    return taken;
  }

  #copied(): T & { rows: number } {
    const taken: Record<string, unknown> = { rows: this.rows };
    for (const [name, column] of Object.entries(this.columns)) taken[name] = column.slice(0, this.rows);
    return taken as T & { rows: number };
  }
}
