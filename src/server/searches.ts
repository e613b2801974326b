/** Searches of a build, on a connection of their own: a long one keeps nobody else waiting. */
import { tmpdir } from 'node:os';
import { type OpenCase, openBeside } from '../case/open.ts';
import { type CaseSearch, openSearch } from '../case/search.ts';

/** Threads that search besides the one that serves. */
const THREADS = 1;

/** An index that is open, and how it is closed. */
interface OpenIndex {
  readonly search: CaseSearch;
  close(): Promise<void>;
}

export class Searches {
  readonly #open: OpenCase;
  #index: Promise<OpenIndex> | null = null;

  /** @param open the case whose words are searched */
  constructor(open: OpenCase) {
    this.#open = open;
  }

  /** The searches; opened once. @throws CaseError where the build has no index of words, or it is torn */
  async open(): Promise<CaseSearch> {
    this.#index ??= this.#opening();
    // What could not be opened is tried again with the next search.
    this.#index.catch(() => {
      this.#index = null;
    });
    return (await this.#index).search;
  }

  async close(): Promise<void> {
    await (await this.#index?.catch(() => null))?.close();
  }

  async #opening(): Promise<OpenIndex> {
    const open = await openBeside(this.#open);
    try {
      const search = await openSearch(open, { threads: THREADS, spoolDir: tmpdir() });
      const close = async (): Promise<void> => {
        await search.close();
        await open.close();
      };
      return { search, close };
    } catch (error) {
      await open.close();
      throw error;
    }
  }
}
