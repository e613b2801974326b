/** The engine of the index: SQLite with FTS5, as Node brings it. No other file knows which one it is. */
import { DatabaseSync, type StatementSync } from 'node:sqlite';

/** Result codes of SQLite that tell what happened (sqlite.org/rescode.html); the low byte of an extended one. */
const FULL = 13;
const IO = 10;

/** A value that goes into a statement. */
export type EngineValue = string | number | Uint8Array;

/** The system refused to let a shard be written. */
class TextWriteFailed extends Error {
  /** ENOSPC where the disk is full, EIO otherwise. */
  readonly code: 'ENOSPC' | 'EIO';
  constructor(message: string, code: 'ENOSPC' | 'EIO') {
    super(message);
    this.name = 'TextWriteFailed';
    this.code = code;
  }
}

function resultOf(error: unknown): number {
  const code = error instanceof Error && 'errcode' in error ? error.errcode : null;
  return typeof code === 'number' ? code & 0xff : 0;
}

/** An error of the engine while writing as what it means; others as they are. */
export function writeFailure(error: unknown): unknown {
  const result = resultOf(error);
  if (result === FULL) return new TextWriteFailed('the disk is full', 'ENOSPC');
  return result === IO ? new TextWriteFailed((error as Error).message, 'EIO') : error;
}

/**
 * What the engine says where a file cannot be read; null for errors that are not its own. Statements are fixed and queries
 * are built to be valid, so that whatever it refuses lies in the file.
 */
export function unreadable(error: unknown): string | null {
  return error instanceof Error && 'code' in error && error.code === 'ERR_SQLITE_ERROR' ? error.message : null;
}

/** One file of the engine. */
export class EngineFile {
  readonly #database: DatabaseSync;

  private constructor(database: DatabaseSync) {
    this.#database = database;
  }

  /** A new file, whose writer alone knows it: without a journal, since what is torn is thrown away whole. */
  static create(path: string): EngineFile {
    const file = new EngineFile(new DatabaseSync(path));
    file.run('pragma journal_mode = off');
    file.run('pragma synchronous = off');
    file.run('pragma locking_mode = exclusive');
    return file;
  }

  /** A finished file, for reading. */
  static open(path: string): EngineFile {
    return new EngineFile(new DatabaseSync(path, { readOnly: true, allowExtension: false }));
  }

  run(sql: string): void {
    this.#database.exec(sql);
  }

  /** A statement that gives rows as arrays. */
  prepare(sql: string): EngineStatement {
    const statement = this.#database.prepare(sql);
    statement.setReturnArrays(true);
    return new EngineStatement(statement);
  }

  /** Closes it; twice is once. */
  close(): void {
    if (this.#database.isOpen) this.#database.close();
  }
}

/** A prepared statement. */
export class EngineStatement {
  readonly #statement: StatementSync;

  constructor(statement: StatementSync) {
    this.#statement = statement;
  }

  run(...values: readonly EngineValue[]): void {
    this.#statement.run(...values);
  }

  /** The first value of the first row; undefined without rows. */
  value(...values: readonly EngineValue[]): unknown {
    return (this.#statement.get(...values) as unknown as unknown[] | undefined)?.[0];
  }

  /** The first value of each row. */
  column(...values: readonly EngineValue[]): unknown[] {
    return (this.#statement.all(...values) as unknown as unknown[][]).map((row) => row[0]);
  }
}
