/** The ledger in DuckDB: the only file that knows the engine's face; columns.ts knows its vectors. */
import { existsSync } from 'node:fs';
import {
  type DuckDBConnection,
  DuckDBDataChunk,
  DuckDBInstance,
  type DuckDBResult,
  type DuckDBType,
  type DuckDBValue,
} from '@duckdb/node-api';
import { columnFor, isFixed, readFixed, VECTOR, vectorOf, writeNulls, writerFor } from './columns.ts';
import type { ColumnData, Ledger, Parameters, Query, Row, TableWriter, Value } from './ledger.ts';
import type { Table } from './tables/table.ts';
import { createTable, TABLES, tableNamed } from './tables.ts';

export interface LedgerSettings {
  /** Threads the engine may use. */
  readonly threads?: number;
  /** Memory the engine may hold before it spills, MiB. */
  readonly memory?: number;
  /** Folder for spilled data; null forbids spilling. */
  readonly spill?: string | null;
}

function settingsOf(s: LedgerSettings, readOnly: boolean): { [key: string]: string } {
  const out: { [key: string]: string } = {
    access_mode: readOnly ? 'READ_ONLY' : 'READ_WRITE',
    memory_limit: `${s.memory ?? 2048}MiB`,
    autoinstall_known_extensions: 'false', // nothing leaves the machine
    autoload_known_extensions: 'false',
    allow_community_extensions: 'false',
  };
  if (s.threads !== undefined) out.threads = String(s.threads);
  if (s.spill !== undefined && s.spill !== null) out.temp_directory = s.spill;
  return out;
}

/**
 * Makes a new ledger.
 * @param path file that must not exist yet; ':memory:' for none
 * @param tables those that it gets; all without it. Each costs some milliseconds
 * @throws Error when the file exists or cannot be written
 */
export async function createLedger(
  path: string,
  settings: LedgerSettings = {},
  tables: readonly Table[] = TABLES,
): Promise<Ledger> {
  if (path !== ':memory:' && existsSync(path)) throw new Error(`the ledger exists already: ${path}`);
  // Without a folder the engine would spill what is in memory into one below the current folder.
  const spill = path === ':memory:' && settings.spill === undefined ? { temp_directory: '' } : {};
  const ledger = await open(path, { ...settingsOf(settings, false), ...spill });
  await ledger.run({ name: 'create-tables', sql: `set timezone = 'UTC'; ${tables.map(createTable).join('; ')}` });
  return ledger;
}

/**
 * Opens an unfinished ledger to go on with it.
 * @throws Error when there is none or another process has it open
 */
export async function continueLedger(path: string, settings: LedgerSettings = {}): Promise<Ledger> {
  const ledger = await open(path, settingsOf(settings, false));
  await ledger.run({ name: 'zone', sql: "set timezone = 'UTC'" });
  return ledger;
}

/**
 * Opens a finished ledger read-only; other processes may do so at the same time.
 * @throws Error when there is none or another process writes it
 */
export async function openLedger(path: string, settings: LedgerSettings = {}): Promise<Ledger> {
  return open(path, settingsOf(settings, true));
}

async function open(path: string, options: { [key: string]: string }): Promise<Ledger> {
  const instance = await DuckDBInstance.create(path, options);
  const connection = await instance.connect();
  return new DuckDBLedger(instance, connection);
}

function plain(value: DuckDBValue, type: string): Value {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return value;
  if (typeof value === 'bigint') return type === 'UBIGINT' ? value : Number(value);
  return String(value);
}

class DuckDBLedger implements Ledger {
  readonly #instance: DuckDBInstance;
  readonly #connection: DuckDBConnection;
  #last: Promise<void> = Promise.resolve();

  constructor(instance: DuckDBInstance, connection: DuckDBConnection) {
    this.#instance = instance;
    this.#connection = connection;
  }

  async run(query: Query, parameters: Parameters = {}): Promise<void> {
    await this.#do(query, () => this.#connection.run(query.sql, { ...parameters }));
  }

  async rows<T = Row>(query: Query, parameters: Parameters = {}): Promise<T[]> {
    const { result, chunks } = await this.#do(query, () => this.#all(query, parameters));
    const names = result.deduplicatedColumnNames();
    const types = result.columnTypes().map(String);
    return chunks.flatMap((chunk) => {
      const columns = names.map((_, i) => chunk.getColumnValues(i));
      return Array.from({ length: chunk.rowCount }, (_, r) => {
        const row: { [column: string]: Value } = {};
        for (let i = 0; i < names.length; i++) row[names[i]!] = plain(columns[i]![r]!, types[i]!);
        return row as T;
      });
    });
  }

  async columns<T extends { [name: string]: unknown }>(
    query: Query,
    parameters: Parameters = {},
  ): Promise<T & { rows: number }> {
    const { result, chunks } = await this.#do(query, () => this.#all(query, parameters));
    const rows = chunks.reduce((sum, chunk) => sum + chunk.rowCount, 0);
    return gather(result, chunks, rows) as T & { rows: number };
  }

  async #all(query: Query, parameters: Parameters): Promise<{ result: DuckDBResult; chunks: DuckDBDataChunk[] }> {
    const result = await this.#connection.stream(query.sql, { ...parameters });
    const chunks: DuckDBDataChunk[] = [];
    for (
      let chunk = await result.fetchChunk();
      chunk !== null && chunk.rowCount > 0;
      chunk = await result.fetchChunk()
    ) {
      chunks.push(chunk);
    }
    return { result, chunks };
  }

  async append(table: string, rows: number, columns: Readonly<{ [column: string]: ArrayLike<Value> }>): Promise<void> {
    if (rows === 0) return;
    const writer = await this.writer(table);
    writer.write(rows, columns);
    writer.close();
  }

  async writer(table: string): Promise<TableWriter> {
    return new ChunkWriter(await this.#connection.createAppender(table), table);
  }

  async close(): Promise<void> {
    this.#connection.closeSync();
    this.#instance.closeSync();
  }

  /** One after the other: a second query on a connection ends the one that is being fetched, without a word. */
  async #do<T>(query: Query, work: () => Promise<T>): Promise<T> {
    const before = this.#last;
    let done = (): void => {};
    this.#last = new Promise<void>((resolve) => (done = resolve));
    await before;
    try {
      return await work();
    } catch (error) {
      throw new Error(`query ${query.name}: ${error instanceof Error ? error.message : String(error)}`, {
        cause: error,
      });
    } finally {
      done();
    }
  }
}

function gather(result: DuckDBResult, chunks: readonly DuckDBDataChunk[], rows: number): { [name: string]: unknown } {
  const out: { [name: string]: ColumnData | number } = { rows };
  result.deduplicatedColumnNames().forEach((name, i) => {
    const type = String(result.columnType(i));
    const column = columnFor(type, rows);
    let at = 0;
    for (const chunk of chunks) {
      const count = chunk.rowCount;
      if (isFixed(type)) readFixed(vectorOf(chunk.chunk, i), type, count, column, at);
      else for (const [k, v] of chunk.getColumnValues(i).entries()) (column as Value[])[at + k] = plain(v, type);
      at += count;
    }
    out[name] = column;
  });
  return out;
}

type Appender = Awaited<ReturnType<DuckDBConnection['createAppender']>>;

/** Writes columns to a table in chunks of one vector each, reusing the chunk. */
class ChunkWriter implements TableWriter {
  readonly #appender: Appender;
  readonly #names: readonly string[];
  readonly #types: readonly DuckDBType[];
  readonly #writers: readonly ReturnType<typeof writerFor>[];
  readonly #chunk: DuckDBDataChunk;

  constructor(appender: Appender, table: string) {
    const columns = tableNamed(table).columns;
    this.#appender = appender;
    this.#names = Object.keys(columns);
    this.#types = this.#names.map((_, i) => appender.columnType(i));
    this.#writers = Object.values(columns).map(writerFor);
    this.#chunk = DuckDBDataChunk.create(this.#types);
  }

  write(rows: number, columns: Readonly<{ [column: string]: ArrayLike<Value> }>): void {
    const unknown = Object.keys(columns).filter((name) => !this.#names.includes(name));
    if (unknown.length > 0) throw new RangeError(`no such columns: ${unknown.join(', ')}`);
    const chunk = this.#chunk;
    for (let from = 0; from < rows; from += VECTOR) {
      const count = Math.min(VECTOR, rows - from);
      chunk.reset();
      chunk.rowCount = count;
      this.#names.forEach((name, i) => {
        const source = columns[name];
        const vector = vectorOf(chunk.chunk, i);
        if (source === undefined) writeNulls(vector);
        else this.#writers[i]!(vector, source, from, count);
      });
      this.#appender.appendDataChunk(chunk);
    }
  }

  close(): void {
    this.#appender.flushSync();
    this.#appender.closeSync();
  }
}
