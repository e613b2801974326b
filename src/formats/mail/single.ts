/** Reads a file that is one message. */
import type { Input } from '../../bytes/input.ts';
import type { ReadOptions } from '../../model/source.ts';
import type { RecordSink } from '../format.ts';
import { MailColumns } from './columns.ts';
import { giveRoom, takeRoom } from './kernel.ts';
import { withLineFeeds } from './line-ends.ts';
import { LARGEST_MESSAGE, MessageReader } from './message.ts';
import { WINDOW_LENGTH } from './window.ts';

/** What is known of a message from elsewhere than its bytes. */
export interface Beside {
  /** Bits of FLAG. */
  readonly flags: number;
  /** Extras of the record, null for none. */
  readonly extras: Readonly<Record<string, string>> | null;
}

/** Records of one message, nearly always. */
const FEW = 8;

/** What reads one file after another. */
interface Reader {
  readonly zone: string | null;
  readonly columns: MailColumns;
  readonly messages: MessageReader;
}

/** The reader of the last file: for a message of some kilobytes, making a new one costs as much as reading it. */
let idle: Reader | null = null;

function readerFor(sink: RecordSink, options: ReadOptions): Reader {
  const reader = idle;
  idle = null; // a reader that fails in the middle of a file is not used again
  if (reader === null || reader.zone !== options.zone) {
    const columns = new MailColumns(sink, FEW);
    return { zone: options.zone, columns, messages: new MessageReader(columns, sink, options) };
  }
  reader.columns.restart(sink);
  reader.messages.restart(sink);
  return reader;
}

/** Reads a file as one message; a byte order mark and a line "From …" before it are skipped. */
export function readSingle(input: Input, sink: RecordSink, options: ReadOptions, beside: Beside): void | Promise<void> {
  const reader = readerFor(sink, options);
  if (input.size > WINDOW_LENGTH) {
    const held = input.read(0, Math.min(input.size, LARGEST_MESSAGE));
    readBytes(withLineFeeds(held), held.length < LARGEST_MESSAGE ? held.length : input.size, reader, sink, beside);
  } else {
    const room = takeRoom(WINDOW_LENGTH);
    const held = room.subarray(0, input.readInto(room, 0, 0, input.size));
    readBytes(withLineFeeds(held), held.length, reader, sink, beside);
    giveRoom(room);
  }
  const waiting = reader.columns.flush();
  idle = reader;
  return waiting;
}

/** @param size of the file; more than `bytes` when only its beginning is held */
function readBytes(bytes: Buffer, size: number, reader: Reader, sink: RecordSink, beside: Beside): void {
  const start = preamble(bytes, sink);
  if (start >= size) {
    sink.problem({ code: 'file-empty', severity: 'note', message: 'the file is empty', offset: start, length: 0 });
    return;
  }
  const { columns, messages } = reader;
  messages.read(bytes, start, bytes.length, start, size - start, 0, beside.flags);
  if (beside.extras !== null) columns.extras(0, JSON.stringify(beside.extras));
  sink.progress(size);
  messages.finish();
}

/** Steps over what may stand before the headers. @returns where they begin */
function preamble(bytes: Buffer, sink: RecordSink): number {
  let at = 0;
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) {
    at = 3;
    sink.skip('byte order mark', 1, 3);
  }
  if (/^From [^\n]*\n/.test(bytes.toString('latin1', at, at + 2000))) {
    const end = bytes.indexOf(10, at) + 1;
    sink.skip('mbox separator', 1, end - at);
    at = end;
  }
  const before = at;
  while (at < bytes.length && at - before < 1000 && (bytes[at] === 10 || bytes[at] === 13)) at++;
  if (at > before) sink.skip('blank lines', 1, at - before);
  return at;
}
