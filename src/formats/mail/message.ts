/** Reads one message: its header block into a row, and what it quotes and carries into weaker rows. */
import { FLAG } from '../../model/record.ts';
import type { ReadOptions } from '../../model/source.ts';
import type { RecordSink } from '../format.ts';
import type { MailColumns } from './columns.ts';
import { Envelope } from './envelope.ts';
import { headersEnd } from './header-block.ts';
import { bodyOf, type Inner, lookInside } from './inside.ts';
import { mayQuote } from './quoted/marks.ts';
import { writeQuoted } from './quoted/record.ts';

/** Bytes of a message that are looked at; what a longer one carries further on is accounted for but not searched. */
export const LARGEST_MESSAGE: number = 64 * 1024 * 1024;

/** Longest header block, bytes. */
const LONGEST_HEADERS = 1024 * 1024;

/** What a crash leaves in a mailbox where data never reached the disk; what stood there may have been another message. */
const HOLE = Buffer.alloc(16);

/** A message and where it lies in its file, bytes. */
interface Place {
  readonly offset: number;
  readonly length: number;
}

/** Reads messages into columns. */
export class MessageReader {
  readonly #columns: MailColumns;
  #sink: RecordSink;
  readonly #envelope: Envelope;

  constructor(columns: MailColumns, sink: RecordSink, options: ReadOptions) {
    this.#columns = columns;
    this.#sink = sink;
    this.#envelope = new Envelope(columns, sink, options.zone);
  }

  /** Begins with another file; its columns must have been restarted. */
  restart(sink: RecordSink): void {
    this.#sink = sink;
    this.#envelope.restart(sink);
  }

  /**
   * Reads a message.
   * @param bytes hold it between two places, from its first header on
   * @param offset of the message in its file
   * @param length of the message with the empty line that may divide it from the next one; more than is held when only
   * its beginning is
   * @param blank length of that empty line, 0 when there is none
   * @param flags bits of FLAG that are known from elsewhere
   * @returns length of the record in bytes
   */
  read(bytes: Buffer, start: number, end: number, offset: number, length: number, blank: number, flags = 0): number {
    const { fields } = this.#envelope;
    const headers = headersEnd(bytes, start, Math.min(end, start + LONGEST_HEADERS));
    fields.read(bytes.toString('latin1', start, headers));
    // The empty line after the headers of a message without a body belongs to the message.
    const used = fields.body > length - blank ? length : length - blank;
    const row = this.#columns.record(offset, used, 0);
    this.#columns.records.flags[row] = flags;
    this.#envelope.read(row, { offset, length: used, exact: true }, false);
    const stop = Math.min(end, start + used);
    if (start + fields.body < stop) this.#body(row, bytes, start, stop, { offset, length: used });
    const whole = bytes.subarray(start, stop);
    // Looking for one byte first is several times as fast.
    if (whole.includes(0) && whole.includes(HOLE)) this.#hole(offset, used);
    if (end - start < length)
      this.#note('message-large', 'only the beginning was searched for quoted messages', offset, used);
    if (headers - start >= LONGEST_HEADERS && !fields.ended) {
      const message = 'no empty line ends its headers within a mebibyte; the rest is taken for its body';
      this.#sink.problem({ code: 'header-long', severity: 'doubtful', message, offset, length: used });
    }
    return used;
  }

  /** Says what was left out by rule; call it once, after the last message. */
  finish(): void {
    const { repeatedBcc } = this.#envelope;
    if (repeatedBcc > 0) this.#sink.skip('bcc repeats cc', repeatedBcc, 0);
  }

  #body(row: number, bytes: Buffer, start: number, end: number, place: Place): void {
    const { fields } = this.#envelope;
    const body = bodyOf(fields, bytes, start + fields.body, end, place.offset - start);
    if (body.type.type === 'multipart/report') this.#columns.records.flags[row]! |= FLAG.automatic;
    // The plainest message: nothing to take apart, nothing quoted.
    if (body.type.type === 'text/plain' && body.transfer === 'identity' && !mayQuote(bytes, body.start, end)) return;
    const found = lookInside(body);
    if (found.open) {
      this.#note(
        'mime-not-closed',
        'the last delimiter of its parts is missing: it may be cut off',
        place.offset,
        place.length,
      );
    }
    if (found.cut) {
      this.#note('mime-too-deep', 'it has more or deeper parts than are searched', place.offset, place.length);
    }
    const inOrder = found.inner.toSorted(
      (a, b) => (a.offset ?? place.offset) - (b.offset ?? place.offset) || a.part - b.part,
    );
    const latest = this.#columns.records.latest[row]!;
    for (const inner of inOrder) this.#inner(inner, place, latest);
  }

  #inner(inner: Inner, outer: Place, latest: number): void {
    const exact = inner.offset !== null;
    const place = exact ? { offset: inner.offset, length: inner.end - inner.start } : outer;
    const row = this.#columns.record(place.offset, place.length, inner.part);
    this.#columns.records.flags[row] = FLAG.quoted;
    if (inner.quotation !== null) {
      const problem = writeQuoted(this.#columns, row, inner.quotation.block, inner.charset, latest);
      if (problem !== null) this.#sink.problem({ ...problem, ...place });
      return;
    }
    const { fields } = this.#envelope;
    const limit = Math.min(inner.end, inner.start + LONGEST_HEADERS);
    fields.read(inner.bytes.toString('latin1', inner.start, headersEnd(inner.bytes, inner.start, limit)));
    this.#envelope.read(row, { ...place, exact }, true);
  }

  #hole(offset: number, length: number): void {
    const message =
      'there is a hole of NUL bytes in it: what stood there is lost, and what follows may be another message';
    this.#sink.problem({ code: 'nul-hole', severity: 'doubtful', message, offset, length });
  }

  #note(code: string, message: string, offset: number, length: number): void {
    this.#sink.problem({ code, severity: 'note', message, offset, length });
  }
}
