/** Tables in Parquet, written by the engine through a database of their own that is thrown away. */
import { rmSync } from 'node:fs';
import { DuckDBInstance } from '@duckdb/node-api';

/** Columns as `from_json` of the engine takes them: a type, a list of one such, or named ones. */
export type ParquetType =
  | 'VARCHAR'
  | 'INTEGER'
  | 'BIGINT'
  | 'BOOLEAN'
  /** Given as epoch seconds UTC, kept as an instant. */
  | 'INSTANT'
  | readonly [ParquetType]
  | { readonly [field: string]: ParquetType };

/** MiB; what does not fit waits in the database on disk. */
const MEMORY = 256;
/** Rows that a reader has to take in at once. */
const GROUP = 20_000;
/** Rows handed over in one statement. */
const PIECE = 1000;

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
const text = (value: string): string => `'${value.replaceAll("'", "''")}'`;

function structure(columns: { readonly [column: string]: ParquetType }): string {
  return JSON.stringify(columns, (_, type: unknown) => (type === 'INSTANT' ? 'BIGINT' : type));
}

/**
 * Writes a file in bounded memory. Rows keep their order, and the same rows give the same bytes: one thread, and Parquet
 * holds no date of writing.
 * @param path file that is written, and overwritten when it is there
 * @param columns in their order; an instant cannot stand inside a list or a map
 * @param pages rows as objects that JSON can hold
 * @throws Error when it cannot be written
 */
export async function writeParquet<Row>(
  path: string,
  columns: { readonly [column: string]: ParquetType },
  pages: AsyncIterable<readonly Row[]>,
): Promise<void> {
  const database = `${path}.rows`;
  const remove = (): void => {
    for (const file of [database, `${database}.wal`]) rmSync(file, { force: true });
    rmSync(`${database}.tmp`, { recursive: true, force: true });
  };
  remove();
  const instance = await DuckDBInstance.create(database, {
    threads: '1',
    memory_limit: `${MEMORY}MiB`,
    temp_directory: `${database}.tmp`,
    autoinstall_known_extensions: 'false', // nothing leaves the machine
    autoload_known_extensions: 'false',
    allow_community_extensions: 'false',
  });
  try {
    const connection = await instance.connect();
    const rows = `select unnest(from_json($rows, ${text(`[${structure(columns)}]`)})) as row`;
    await connection.run(`create table exported as select unnest(row) from (${rows})`, { rows: '[]' });
    for await (const page of pages) {
      for (let from = 0; from < page.length; from += PIECE) {
        const piece = JSON.stringify(page.slice(from, from + PIECE));
        await connection.run(`insert into exported select unnest(row) from (${rows})`, { rows: piece });
      }
    }
    const listed = Object.entries(columns).map(([name, type]) =>
      type === 'INSTANT' ? `to_timestamp(${quoted(name)}) as ${quoted(name)}` : quoted(name),
    );
    await connection.run(
      `copy (select ${listed.join(', ')} from exported order by rowid) to ${text(path)}
        (format parquet, compression zstd, row_group_size ${GROUP})`,
    );
    connection.closeSync();
  } finally {
    instance.closeSync();
    remove();
  }
}
