/** Makes the segments of the text that are not there, with threads, and keeps the others. */
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { checkSegment, finishSegment } from '../../text/manifest.ts';
import type { ShardSummary } from '../../text/writer.ts';
import type { SourcePlace } from '../citations/source-files.ts';
import { isNotedTorn, readFacts, readKept, writeKept } from './kept.ts';
import type { ShardRows, ShardTask, TextTally } from './message.ts';
import { type Indexer, startIndexer } from './pool.ts';
import type { IndexedShard } from './shard.ts';
import { NO_TEXT_TALLY, sumOf } from './tally.ts';

export interface TextContext {
  /** Folder of the segments; made when it is missing. */
  readonly folder: string;
  /** Where unpacked members of archives go for a while, and what the engine cannot hold. */
  readonly spool: string;
  readonly threads: number;
  readonly signal?: AbortSignal;
  /** Bytes of sources dealt with so far, of how many. */
  readonly onBytes: (done: number, total: number) => void;
}

/** The records of one shard, and the sources that they stand in. */
export interface ShardInput {
  readonly rows: ShardRows;
  readonly sources: readonly SourcePlace[];
  /** Whether its records have no time that is believed. */
  readonly doubtful: boolean;
}

/** What a segment is made of. */
export interface TextInput {
  /** Name of the segment. */
  readonly name: string;
  /** Records of its parts, with words and without. */
  readonly records: number;
  /** Bytes of its sources, for progress. */
  readonly bytes: number;
  /** Its shards: the records that have a time, oldest first, then the others. */
  shards(): AsyncGenerator<ShardInput>;
}

/** Sources of so many bytes are indexed sooner than a thread starts. */
const SMALL = 4 * 1024 * 1024;

/** A segment that is being made. */
interface Making {
  readonly input: TextInput;
  readonly folder: string;
  readonly facts: Uint8Array;
  readonly summaries: ShardSummary[];
  tally: TextTally;
  /** Shards that were begun and are not done. */
  open: number;
  /** Whether all shards were begun. */
  begun: boolean;
}

interface Work {
  readonly making: Making;
  readonly task: ShardTask;
}

/** Whether a segment is there and whole, as far as names and lengths of its files show. */
export function isTextWhole(folder: string): boolean {
  const kept = readKept(folder);
  if (kept === null || isNotedTorn(folder) || readFacts(folder, kept.records) === null) return false;
  return !kept.indexed || checkSegment(folder) === null;
}

/**
 * Makes segments.
 * @throws IndexingFailed and what the engine says when the disk is full; the signal's reason when it says so. Segments that
 *   are finished by then stay
 */
export async function makeText(inputs: readonly TextInput[], context: TextContext): Promise<void> {
  mkdirSync(context.folder, { recursive: true });
  const missing = new Map(inputs.map((input) => [input.name, input]));
  for (const name of [...missing.keys()]) if (isTextWhole(join(context.folder, name))) missing.delete(name);
  if (missing.size === 0) return;
  context.signal?.throwIfAborted();
  await makeAll([...missing.values()], context);
}

async function makeAll(inputs: readonly TextInput[], context: TextContext): Promise<void> {
  const works = worksOf(inputs, context);
  try {
    await new Run(works, inputs, context).finished();
  } catch (error) {
    context.signal?.throwIfAborted();
    throw error;
  } finally {
    await works.return(undefined);
    for (const input of inputs) rmSync(freshFolder(context, input), { recursive: true, force: true });
  }
}

/** The indexing of all that is missing: as many indexers as there are threads take shards until there are no more. */
class Run {
  readonly #works: AsyncGenerator<Work, void, undefined>;
  readonly #context: TextContext;
  readonly #total: number;
  readonly #indexers: Indexer[] = [];
  #ahead: Promise<IteratorResult<Work, void>> | null = null;
  #done = 0;
  /** The first thing that went wrong: then nobody takes another shard. */
  #failure: { readonly error: unknown } | null = null;

  constructor(works: AsyncGenerator<Work, void, undefined>, inputs: readonly TextInput[], context: TextContext) {
    this.#works = works;
    this.#context = context;
    this.#total = inputs.reduce((sum, { bytes }) => sum + bytes, 0);
  }

  async finished(): Promise<void> {
    const { signal, threads } = this.#context;
    const stop = (): void => this.#fail(signal?.reason);
    signal?.addEventListener('abort', stop);
    const takers = this.#total <= SMALL ? 1 : Math.max(1, threads);
    await Promise.all(Array.from({ length: takers }, () => this.#take().catch((error: unknown) => this.#fail(error))));
    signal?.removeEventListener('abort', stop);
    await this.#close();
    if (this.#failure !== null) throw this.#failure.error;
  }

  /** Takes shards; a thread starts when there is one for it. */
  async #take(): Promise<void> {
    let indexer: Indexer | null = null;
    for (;;) {
      const next = await this.#next();
      if (next.done === true || this.#failure !== null) return;
      if (indexer === null) {
        indexer = startIndexer(this.#total <= SMALL, (bytes) => this.#tell(bytes));
        this.#indexers.push(indexer);
      }
      take(next.value.making, next.value.task, await indexer.run(next.value.task), this.#context);
    }
  }

  /** The next shard. The one behind it is read meanwhile, so that nobody waits for the engine between two shards. */
  #next(): Promise<IteratorResult<Work, void>> {
    const next = this.#ahead ?? this.#works.next();
    this.#ahead = this.#works.next();
    this.#ahead.catch(() => undefined); // whoever takes it hears of it
    return next;
  }

  #tell(bytes: number): void {
    this.#done += bytes;
    this.#context.onBytes(Math.min(this.#done, this.#total), this.#total);
  }

  #fail(error: unknown): void {
    this.#failure ??= { error };
    void this.#close();
  }

  async #close(): Promise<void> {
    await Promise.all(this.#indexers.map((indexer) => indexer.close()));
  }
}

function freshFolder({ folder }: TextContext, { name }: TextInput): string {
  return join(folder, `new-${process.pid}-${name}`);
}

/** The shards of all segments, one after the other, as they are asked for. */
async function* worksOf(inputs: readonly TextInput[], context: TextContext): AsyncGenerator<Work, void, undefined> {
  for (const input of inputs) {
    const folder = freshFolder(context, input);
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder);
    const facts = new Uint8Array(input.records);
    const making: Making = { input, folder, facts, summaries: [], tally: NO_TEXT_TALLY, open: 0, begun: false };
    let shard = 0;
    for await (const part of input.shards()) {
      making.open++;
      yield { making, task: { ...part, folder, shard: shard++, spool: context.spool } };
    }
    making.begun = true;
    if (making.open === 0) finish(making, context);
  }
}

function take(making: Making, { rows }: ShardTask, shard: IndexedShard, context: TextContext): void {
  making.summaries.push(shard.summary);
  making.tally = sumOf(making.tally, shard.tally);
  for (let i = 0; i < rows.record.length; i++) making.facts[rows.record[i]!] = shard.facts[i]!;
  making.open--;
  if (making.begun && making.open === 0) finish(making, context);
}

/** Puts a segment into place. What stands there under its name is damaged. */
function finish({ input, folder, facts, summaries, tally }: Making, context: TextContext): void {
  const indexed = summaries.length > 0;
  if (indexed) finishSegment(folder, summaries);
  writeKept(folder, { records: facts.length, indexed, tally }, facts);
  const place = join(context.folder, input.name);
  if (existsSync(place)) rmSync(place, { recursive: true, force: true });
  renameSync(folder, place);
}
