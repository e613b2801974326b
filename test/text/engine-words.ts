/** Asks the engine itself how it cuts texts into words. */
import { DatabaseSync } from 'node:sqlite';

/** A function that gives the words of a text as an FTS5 tokeniser cuts it. */
export function engineTokenizer(tokenizer: string): (text: string) => string[] {
  const database = new DatabaseSync(':memory:');
  database.exec(`create virtual table t using fts5(x, content = '', tokenize = "${tokenizer}")`);
  database.exec("create virtual table places using fts5vocab(t, 'instance')");
  const insert = database.prepare('insert into t(rowid, x) values (1, ?)');
  const read = database.prepare('select term from places order by offset');
  return (text) => {
    database.exec("insert into t(t) values ('delete-all')");
    insert.run(text);
    return read.all().map(({ term }) => String(term));
  };
}
