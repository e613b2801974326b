/** A build that is open for the workbench, and who uses it. */
import { tmpdir } from 'node:os';
import { type OpenCase, openBeside, openCase } from '../case/open.ts';
import type { CaseSearch } from '../case/search.ts';
import { Index } from '../case/workbench/index-of-contacts.ts';
import { RecordBytes } from '../case/workbench/record-bytes.ts';
import { Searches } from './searches.ts';
import { Names } from './shaping/names.ts';

/** A build, with what was made of it so far. */
export interface Opened {
  readonly open: OpenCase;
  /** For long questions, which would keep the short ones waiting. */
  readonly slow: OpenCase;
  readonly index: Index;
  readonly names: Names;
  readonly bytes: RecordBytes;
  /** Searches of words; opened with the first of them. @throws CaseError where the build has no index */
  search(): Promise<CaseSearch>;
  /** Answers that stay as long as the build does, by their question. */
  readonly kept: Map<string, Promise<unknown>>;
  /** record_no of ids that were shown: asking for the number of an id takes a pass over all records. */
  readonly shown: Map<bigint, number>;
  close(): Promise<void>;
}

/** Opens the current build of a case. @throws CaseError where there is none, or its files have mistakes */
async function openBuild(folder: string): Promise<Opened> {
  const open = await openCase(folder);
  const others: OpenCase[] = [];
  try {
    for (let i = 0; i < 2; i++) others.push(await openBeside(open));
  } catch (error) {
    for (const each of [...others, open]) await each.close();
    throw error;
  }
  const [slow, apart] = others as [OpenCase, OpenCase];
  const index = new Index(apart);
  const bytes = new RecordBytes(folder, tmpdir());
  const searches = new Searches(open);
  return {
    open,
    slow,
    index,
    names: new Names(open),
    bytes,
    search: () => searches.open(),
    kept: new Map(),
    shown: new Map(),
    async close() {
      for (const each of [searches, bytes, index, slow, open]) await each.close();
    },
  };
}

/** A build on the desk: it is closed when it is old and nobody uses it any more. */
export class Lying {
  /** Id of the build. */
  readonly id: string;
  readonly #opened: Promise<Opened>;
  readonly #gone: PromiseWithResolvers<void> = Promise.withResolvers();
  #users = 0;
  #isOld = false;

  /** @param id of the current build */
  constructor(folder: string, id: string) {
    this.id = id;
    this.#opened = openBuild(folder);
    this.#opened.catch(() => undefined); // told to each who asks
  }

  /**
   * Works with it. It stays open until the work is done.
   * @param failed is told that it cannot be opened
   */
  async use<T>(work: (opened: Opened) => Promise<T>, failed: () => void): Promise<T> {
    this.#users++; // before anything is waited for: a new build must not close this one in between
    try {
      const opened = await this.#opened.catch((error: unknown) => {
        failed();
        throw error;
      });
      return await work(opened);
    } finally {
      this.#users--;
      this.#leave();
    }
  }

  /** Nobody new comes. @returns when it is closed */
  retire(): Promise<void> {
    this.#isOld = true;
    this.#leave();
    return this.#gone.promise;
  }

  #leave(): void {
    if (!this.#isOld || this.#users > 0) return;
    this.#opened.then((opened) => opened.close()).then(this.#gone.resolve, () => this.#gone.resolve());
  }
}

/** An answer that is made once for a build; a failure is not kept. */
export function once<T>({ kept }: Opened, key: string, make: () => Promise<T>): Promise<T> {
  const known = kept.get(key) as Promise<T> | undefined;
  if (known !== undefined) return known;
  const made = make();
  kept.set(key, made);
  made.catch(() => kept.delete(key));
  return made;
}
