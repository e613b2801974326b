/** What a thread does with the records of one shard. Knows nothing of threads. */
import { LARGEST_MESSAGE } from '../../formats/mail/message.ts';
import { TEXT_WAYS } from '../../ledger/queries/text/rows.ts';
import type { TextDocument } from '../../text/document.ts';
import type { SourceFiles } from '../citations/source-files.ts';
import { eventRecord, messageRecord, type ReadAttachment, type RecordText, rowRecord } from './document.ts';
import { type ShardTask, TEXT_FACT, type TextTally } from './message.ts';
import { TextSources } from './sources.ts';

/** Takes the documents of a shard in the order of their times. */
export interface DocumentSink {
  add(document: TextDocument): void;
}

/** What came of a shard. */
export interface ShardResult {
  readonly tally: TextTally;
  /** Bits of TEXT_FACT for each row. */
  readonly facts: Uint8Array;
}

/** What a shard needs besides its task. */
export interface ShardHelp {
  readonly members: SourceFiles;
  readonly read: ReadAttachment;
  /** Told the bytes of each record that is done. */
  readonly onBytes: (bytes: number) => void;
}

/**
 * Reads the records of a shard again and hands over their texts.
 * @throws {Error} with the system's `code` when the spool folder cannot be written to; never for content
 */
export async function indexShard(task: ShardTask, sink: DocumentSink, help: ShardHelp): Promise<ShardResult> {
  const { rows } = task;
  const sources = new TextSources(task.sources, help.members);
  const facts = new Uint8Array(rows.record.length);
  const sum = new Tally();
  try {
    for (let i = 0; i < rows.record.length; i++) {
      // Only what has to wait does: a promise for each record would cost as much as reading it.
      const waiting = textOf(task, i, sources, help.read);
      const text = waiting instanceof Promise ? await waiting : waiting;
      facts[i] = sum.add(text);
      const { subject, body, names } = text ?? rowRecord(rows.subject[i] ?? '', null);
      sink.add({ record: rows.record[i]!, time: rows.time[i]!, subject, body, names });
      help.onBytes(rows.length[i]!);
    }
  } finally {
    sources.close();
  }
  return { tally: sum.told(), facts };
}

/** @returns null when the record's bytes are gone */
function textOf(
  { rows }: ShardTask,
  row: number,
  sources: TextSources,
  read: ReadAttachment,
): RecordText | null | Promise<RecordText | null> {
  const subject = rows.subject[row] ?? '';
  const extras = rows.extras[row] ?? null;
  const way = TEXT_WAYS[rows.way[row]!]!;
  if (way === 'row') return rowRecord(subject, extras);
  const take = (bytes: Buffer | null): RecordText | null | Promise<RecordText> => {
    if (bytes === null) return null;
    return way === 'message' ? messageRecord(bytes, subject, read) : eventRecord(bytes, subject, extras);
  };
  const bytes = sources.read(rows.source[row]!, rows.offset[row]!, Math.min(rows.length[row]!, LARGEST_MESSAGE));
  return bytes instanceof Promise ? bytes.then(take) : take(bytes);
}

/** Adds up what came of records. */
class Tally {
  #documents = 0;
  #gone = 0;
  #read = 0;
  readonly #unread = new Map<string, number>();

  /** @returns bits of TEXT_FACT of the record */
  add(text: RecordText | null): number {
    if (text === null) {
      this.#gone++;
      return TEXT_FACT.unread;
    }
    this.#documents++;
    this.#read += text.read;
    for (const reason of text.unread) this.#unread.set(reason, (this.#unread.get(reason) ?? 0) + 1);
    const isAttached = text.names.length > 0 || text.read > 0 || text.unread.length > 0;
    return (isAttached ? TEXT_FACT.attachment : 0) | (text.unread.length > 0 ? TEXT_FACT.unread : 0);
  }

  told(): TextTally {
    return {
      documents: this.#documents,
      gone: this.#gone,
      read: this.#read,
      unread: Object.fromEntries([...this.#unread].sort(([a], [b]) => (a < b ? -1 : 1))),
    };
  }
}
