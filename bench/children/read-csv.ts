/** The peer for call records: DuckDB's own typed read_csv into a table on disk. Arguments: CSV, database, threads. */
import { DuckDBInstance } from '@duckdb/node-api';

const [, , csv = '', database = '', threads = '2'] = process.argv;
const instance = await DuckDBInstance.create(database, { threads, memory_limit: '2048MiB' });
const connection = await instance.connect();
const columns =
  "{'id': 'INTEGER', 'start_utc': 'TIMESTAMP', 'caller': 'VARCHAR', 'callee': 'VARCHAR', 'duration_seconds': 'INTEGER', 'outcome': 'VARCHAR'}";
await connection.run(
  `create table calls as select * from read_csv('${csv.replaceAll("'", "''")}', header = true, delim = ',', quote = '"', columns = ${columns})`,
);
await connection.run('checkpoint');
connection.closeSync();
instance.closeSync();
