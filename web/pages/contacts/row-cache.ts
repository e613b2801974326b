/** Rows of a long list that are here, and the questions for those that are not: a window at a time, given up when scrolled past. */

/** Rows in one window. */
export const WINDOW = 100;

/** Windows kept: some four thousand rows, a few megabytes. */
const KEPT = 40;

export interface RowCache<T> {
  /** The row at a place; null while it is not here. */
  readonly at: (place: number) => T | null;
  /** Asks for windows that are not here, the first ones first, and gives up the others that are on their way. */
  readonly want: (windows: readonly number[]) => void;
  /** Gives up everything. */
  readonly close: () => void;
}

interface Sources<T> {
  readonly ask: (offset: number, limit: number, signal: AbortSignal) => Promise<readonly T[]>;
  /** Something came: draw again. */
  readonly onRows: () => void;
  readonly onFault: (error: unknown) => void;
}

/** A cache of one list; another question is another list. */
export function rowCache<T>({ ask, onRows, onFault }: Sources<T>): RowCache<T> {
  const here = new Map<number, readonly T[]>();
  const coming = new Map<number, AbortController>();
  const begin = (window: number): void => {
    const abort = new AbortController();
    coming.set(window, abort);
    ask(window * WINDOW, WINDOW, abort.signal)
      .then((rows) => {
        here.set(window, rows);
        for (const oldest of here.keys()) {
          if (here.size <= KEPT) break;
          here.delete(oldest);
        }
        onRows();
      })
      .catch((error: unknown) => {
        if (!abort.signal.aborted) onFault(error);
      })
      .finally(() => {
        if (coming.get(window) === abort) coming.delete(window);
      });
  };
  return {
    at: (place) => here.get(Math.floor(place / WINDOW))?.[place % WINDOW] ?? null,
    want(windows) {
      for (const [window, abort] of coming) {
        if (windows.includes(window)) continue;
        abort.abort();
        coming.delete(window);
      }
      for (const window of windows) {
        const rows = here.get(window);
        if (rows === undefined) {
          if (!coming.has(window)) begin(window);
        } else {
          // Looked at again: the last to be forgotten.
          here.delete(window);
          here.set(window, rows);
        }
      }
    },
    close() {
      for (const abort of coming.values()) abort.abort();
      coming.clear();
    },
  };
}
