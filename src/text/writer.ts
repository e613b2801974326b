/** Writes one shard: a file of the engine with two tables of words, and with the numbers and times of their documents. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { TEXT_COLUMNS, type TextDocument } from './document.ts';
import { type FileStamp, stampFile } from './file-stamp.ts';
import { shardFile } from './shard-file.ts';
import { EngineFile, type EngineStatement, writeFailure } from './sqlite.ts';
import { GRAMS_TOKENIZER, joinedStreams, streamsOf, WORDS_TOKENIZER } from './unicode/streams.ts';
import { COLUMN_WEIGHTS } from './weights.ts';

/**
 * Documents of a shard at most. Two threads find enough shards in a mailbox, the words of one fit into memory, and each is
 * searched in a few milliseconds.
 */
export const SHARD_DOCUMENTS = 16_384;

/** Bytes of words that are gathered in memory before they are written: a shard of mail fits, and then needs no merging. */
const GATHERED = 32 * 1024 * 1024;
/** Pages that the engine keeps while it writes, KiB. */
const CACHE = 4 * 1024;

/** What a finished shard holds; can be moved between threads and written as JSON. */
export interface ShardSummary extends FileStamp {
  /** Its place in the segment. */
  readonly shard: number;
  readonly documents: number;
  readonly doubtful: boolean;
  /** Times of the first and last document, epoch seconds UTC; null in a doubtful shard. */
  readonly first: number | null;
  readonly last: number | null;
  /** UTF-16 units of all texts. */
  readonly characters: number;
  /** The same with the weights of columns: lengths for BM25F. */
  readonly weighted: number;
}

function tables(file: EngineFile): void {
  file.run(`pragma cache_size = -${CACHE}`);
  for (const [name, tokenizer] of [
    ['words', WORDS_TOKENIZER],
    ['grams', GRAMS_TOKENIZER],
  ] as const) {
    const options = `content = '', columnsize = 0, tokenize = "${tokenizer}"`;
    file.run(`create virtual table ${name} using fts5(${TEXT_COLUMNS.join(', ')}, ${options})`);
    file.run(`insert into ${name}(${name}, rank) values ('hashsize', ${GATHERED})`);
    // A segment of the engine more or less costs a search nothing, merging them costs the writer a third of its time.
    file.run(`insert into ${name}(${name}, rank) values ('automerge', 0)`);
  }
  file.run('create table documents (name text primary key, data blob) without rowid');
}

/**
 * One shard on its way. Everything is synchronous and nothing is shared, so that threads can each write one.
 * Documents come in the order of their rank: row numbers out of order cost the engine four times as much.
 */
class ShardWriter {
  readonly #path: string;
  readonly #shard: number;
  readonly #doubtful: boolean;
  readonly #file: EngineFile;
  readonly #words: EngineStatement;
  readonly #grams: EngineStatement;
  readonly #records: number[] = [];
  readonly #times: number[] = [];
  readonly #lengths: number[] = [];
  #characters = 0;
  #weighted = 0;

  constructor(folder: string, shard: number, doubtful: boolean) {
    this.#path = join(folder, shardFile(shard));
    this.#shard = shard;
    this.#doubtful = doubtful;
    this.#file = opened(this.#path);
    try {
      tables(this.#file);
      this.#file.run('begin');
      const insert = (table: string): EngineStatement =>
        this.#file.prepare(`insert into ${table}(rowid, ${TEXT_COLUMNS.join(', ')}) values (?, ?, ?, ?)`);
      this.#words = insert('words');
      this.#grams = insert('grams');
    } catch (error) {
      this.#file.close();
      throw writeFailure(error);
    }
  }

  /**
   * Adds the next document.
   * @throws RangeError when its time is earlier than the last one's: the caller did not sort; TextWriteFailed
   */
  add(document: TextDocument): void {
    const rank = this.#records.length;
    if (!this.#doubtful && !(document.time >= (this.#times.at(-1) ?? Number.NEGATIVE_INFINITY)))
      throw new RangeError('documents of a shard come in the order of their times');
    const columns = [streamsOf(document.subject), joinedStreams(document.body), joinedStreams(document.names)] as const;
    const [subject, body, names] = columns;
    try {
      if (columns.some(({ words }) => words !== '')) this.#words.run(rank, subject.words, body.words, names.words);
      if (columns.some(({ grams }) => grams !== null))
        this.#grams.run(rank, subject.grams ?? '', body.grams ?? '', names.grams ?? '');
    } catch (error) {
      throw writeFailure(error);
    }
    this.#measure(document);
    this.#records.push(document.record);
    this.#times.push(document.time);
  }

  /** Completes the file. @throws TextWriteFailed */
  finish(): ShardSummary {
    try {
      const keep = this.#file.prepare('insert into documents values (?, ?)');
      for (const [name, column] of [
        ['record', Int32Array.from(this.#records)],
        ['time', Float64Array.from(this.#times)],
        ['length', Int32Array.from(this.#lengths)],
      ] as const)
        keep.run(name, new Uint8Array(column.buffer));
      this.#file.run('commit');
      this.#file.close();
      return this.#summary(stampFile(this.#path));
    } catch (error) {
      throw writeFailure(error);
    }
  }

  /** Closes and removes the file; whoever failed or gave up calls it, or removes the folder. */
  abandon(): void {
    this.#file.close();
    rmSync(this.#path, { force: true });
  }

  #measure({ subject, body, names }: TextDocument): void {
    const sum = (texts: readonly string[]): number => texts.reduce((total, text) => total + text.length, 0);
    const lengths = { subject: subject.length, body: sum(body), names: sum(names) };
    let weighted = 0;
    for (const column of TEXT_COLUMNS) {
      this.#characters += lengths[column];
      weighted += COLUMN_WEIGHTS[column] * lengths[column];
    }
    this.#lengths.push(weighted);
    this.#weighted += weighted;
  }

  #summary(stamp: FileStamp): ShardSummary {
    return {
      ...stamp,
      shard: this.#shard,
      documents: this.#records.length,
      doubtful: this.#doubtful,
      first: this.#doubtful ? null : (this.#times[0] ?? null),
      last: this.#doubtful ? null : (this.#times.at(-1) ?? null),
      characters: this.#characters,
      weighted: this.#weighted,
    };
  }
}

function opened(path: string): EngineFile {
  try {
    return EngineFile.create(path);
  } catch (error) {
    throw writeFailure(error);
  }
}

/**
 * Begins a shard.
 * @param folder of its segment
 * @param shard its place in the segment, from 0: shards with believed times from old to new, then the doubtful ones
 * @param doubtful whether the times of its documents are missing or not believed: they come last in answers, by record
 * @throws TextWriteFailed
 */
export function openShardWriter(folder: string, shard: number, doubtful: boolean): ShardWriter {
  return new ShardWriter(folder, shard, doubtful);
}
