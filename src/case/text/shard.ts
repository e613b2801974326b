/** Writes one shard of the index: in whatever thread it is called. */
import { openShardWriter, type ShardSummary } from '../../text/writer.ts';
import { SourceFiles } from '../citations/source-files.ts';
import { Extractor } from './extract/extractor.ts';
import type { ShardTask } from './message.ts';
import { indexShard, type ShardResult } from './work.ts';

/** A shard that is written. */
export interface IndexedShard extends ShardResult {
  readonly summary: ShardSummary;
}

/** Writes shards one after the other. What archives unpack to serves all of them. */
export class ShardMaker {
  readonly #extractor = new Extractor();
  readonly #onBytes: (bytes: number) => void;
  #members: SourceFiles | null = null;

  /** @param onBytes told bytes of records that are done since the last time */
  constructor(onBytes: (bytes: number) => void) {
    this.#onBytes = onBytes;
  }

  /** @throws TextWriteFailed, and {Error} with the system's `code`, when a file cannot be written */
  async run(task: ShardTask): Promise<IndexedShard> {
    const writer = openShardWriter(task.folder, task.shard, task.doubtful);
    const told = new Told(this.#onBytes);
    this.#members ??= new SourceFiles('', task.spool);
    const help = {
      members: this.#members,
      read: this.#extractor.read.bind(this.#extractor),
      onBytes: (bytes: number) => told.add(bytes),
    };
    try {
      const result = await indexShard(task, writer, help);
      const summary = writer.finish();
      told.flush();
      return { ...result, summary };
    } catch (error) {
      writer.abandon();
      throw error;
    }
  }

  async close(): Promise<void> {
    await this.#extractor.close();
    await this.#members?.close();
  }
}

/** Bytes after which others are told how far it is. */
const PROGRESS = 4 * 1024 * 1024;

/** Tells of bytes in large steps: a message for each record would cost as much as the record. */
class Told {
  readonly #onBytes: (bytes: number) => void;
  #untold = 0;

  constructor(onBytes: (bytes: number) => void) {
    this.#onBytes = onBytes;
  }

  add(bytes: number): void {
    this.#untold += bytes;
    if (this.#untold >= PROGRESS) this.flush();
  }

  flush(): void {
    this.#onBytes(this.#untold);
    this.#untold = 0;
  }
}
