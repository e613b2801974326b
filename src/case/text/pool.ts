/** Threads that index text, each a shard at a time. */
import { Worker } from 'node:worker_threads';
import type { ShardTask } from './message.ts';
import { type IndexedShard, ShardMaker } from './shard.ts';
import type { FromIndexer } from './worker-message.ts';

/** The system or the engine refused to let a thread go on. */
class IndexingFailed extends Error {
  readonly code: string;
  constructor(message: string, code: string) {
    super(message);
    this.name = 'IndexingFailed';
    this.code = code;
  }
}

/** The file that the threads run; the compiled package has another ending. */
const ENTRY = new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.js', import.meta.url);

/** Texts live for a moment only, and a larger nursery costs memory in every thread. MiB. */
const YOUNG = { maxYoungGenerationSizeMb: 16 } as const;

/** What makes shards, one at a time. */
export interface Indexer {
  /** @throws an error with the system's `code` when a file cannot be written */
  run(task: ShardTask): Promise<IndexedShard>;
  /** Ends it; who waits for a shard of a thread hears of it. */
  close(): Promise<void>;
}

/**
 * Begins to index.
 * @param isSmall the work is done sooner in this thread than another one starts
 * @param onBytes told bytes of records that are done since the last time
 */
export function startIndexer(isSmall: boolean, onBytes: (bytes: number) => void): Indexer {
  return isSmall ? new ShardMaker(onBytes) : new IndexingThread(onBytes);
}

class IndexingThread implements Indexer {
  readonly #worker: Worker;
  readonly #onBytes: (bytes: number) => void;
  #settle: { resolve: (shard: IndexedShard) => void; reject: (error: Error) => void } | null = null;
  #failure: Error | null = null;

  constructor(onBytes: (bytes: number) => void) {
    this.#onBytes = onBytes;
    // Flags of the process that uses the library (--input-type, --inspect) are not for its threads.
    this.#worker = new Worker(ENTRY, { execArgv: [], resourceLimits: YOUNG });
    this.#worker.on('message', (message: FromIndexer) => this.#hear(message));
    this.#worker.on('error', (error) => this.#fail(error instanceof Error ? error : new Error(String(error))));
    this.#worker.on('exit', () => this.#fail(new Error('the indexing was stopped')));
  }

  run(task: ShardTask): Promise<IndexedShard> {
    return new Promise((resolve, reject) => {
      if (this.#failure !== null) return reject(this.#failure);
      this.#settle = { resolve, reject };
      this.#worker.postMessage(task);
    });
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }

  #hear(message: FromIndexer): void {
    if ('bytes' in message) {
      this.#onBytes(message.bytes);
      return;
    }
    const settle = this.#settle;
    this.#settle = null;
    if ('failed' in message) settle?.reject(new IndexingFailed(message.failed, message.code));
    else settle?.resolve(message.done);
  }

  #fail(error: Error): void {
    this.#failure ??= error;
    this.#settle?.reject(this.#failure);
    this.#settle = null;
  }
}
