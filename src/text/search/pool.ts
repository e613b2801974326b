/** Asks shards in threads that each hold a part of them open. */
import { Worker } from 'node:worker_threads';
import type { TextDamage } from '../damage.ts';
import type { Executor, ShardQuestion } from './executor.ts';
import type { ShardAnswer, ShardPlace } from './job.ts';

/** To a thread: questions about its own shards. */
export interface Asked {
  readonly number: number;
  readonly questions: readonly ShardQuestion[];
}

/** From a thread. */
export type Told =
  | { readonly number: number; readonly answers: readonly (ShardAnswer | TextDamage)[] }
  /** A mistake in the program. */
  | { readonly number: number; readonly failed: string };

/** The file that threads run; the compiled package has another ending. */
const ENTRY = new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.js', import.meta.url);

interface Waiting {
  readonly resolve: (answers: readonly (ShardAnswer | TextDamage)[]) => void;
  readonly reject: (error: Error) => void;
}

/** One thread. */
class Searcher {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  #next = 0;
  #failure: Error | null = null;

  constructor(places: readonly ShardPlace[]) {
    // Flags of the process that uses the library (--input-type, --inspect) are not for its threads.
    this.#worker = new Worker(ENTRY, { workerData: { places }, execArgv: [] });
    this.#worker.unref();
    this.#worker.on('message', (told: Told) => this.#hear(told));
    this.#worker.on('error', (error) => this.#fail(error instanceof Error ? error : new Error(String(error))));
  }

  ask(questions: readonly ShardQuestion[]): Promise<readonly (ShardAnswer | TextDamage)[]> {
    if (this.#failure !== null) return Promise.reject(this.#failure);
    const number = this.#next++;
    return new Promise((resolve, reject) => {
      this.#waiting.set(number, { resolve, reject });
      // Whoever waits for an answer keeps the process alive; a thread that idles does not.
      this.#worker.ref();
      this.#worker.postMessage({ number, questions } satisfies Asked);
    });
  }

  async close(): Promise<void> {
    this.#fail(new Error('the search was closed'));
    await this.#worker.terminate();
  }

  #hear(told: Told): void {
    const waiting = this.#waiting.get(told.number);
    this.#waiting.delete(told.number);
    if (this.#waiting.size === 0) this.#worker.unref();
    if ('failed' in told) waiting?.reject(new Error(told.failed));
    else waiting?.resolve(told.answers);
  }

  #fail(error: Error): void {
    this.#failure = error;
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}

/** Shards are dealt out in turn, so that neighbours in time are searched by different threads. @param threads at least 2 */
export function inThreads(places: readonly ShardPlace[], threads: number): Executor {
  const searchers = Array.from(
    { length: threads },
    (_, i) => new Searcher(places.filter((_place, shard) => shard % threads === i)),
  );
  return {
    width: threads,
    ask: async (questions) => {
      const answers: (ShardAnswer | TextDamage)[] = new Array(questions.length);
      const shares = searchers.map((searcher, i) => askShare(searcher, i, threads, questions, answers));
      await Promise.all(shares);
      return answers;
    },
    close: async () => void (await Promise.all(searchers.map((searcher) => searcher.close()))),
  };
}

/** Asks one thread what is asked of its shards, and puts its answers into their places. */
async function askShare(
  searcher: Searcher,
  share: number,
  threads: number,
  questions: readonly ShardQuestion[],
  answers: (ShardAnswer | TextDamage)[],
): Promise<void> {
  const places = questions.flatMap(({ shard }, i) => (shard % threads === share ? [i] : []));
  if (places.length === 0) return;
  const asked = places.map((place) => {
    const { shard, job } = questions[place]!;
    return { shard: Math.floor(shard / threads), job };
  });
  for (const [i, answer] of (await searcher.ask(asked)).entries()) answers[places[i]!] = answer;
}
