/**
 * Reads a range of an mbox file: exactly the messages whose From_ line begins in it. What begins a message is decided by
 * the bytes around the line alone, so pieces that are read apart give what the file gives as a whole. The exception is
 * a file whose messages are measured by Content-Length (mboxcl, mboxcl2): there a line in the middle of a body may look
 * like a separator and only the message's own header says that it is none, so such a file is one range.
 */
import type { Input } from '../../bytes/input.ts';
import type { ReadOptions } from '../../model/source.ts';
import type { RecordSink } from '../format.ts';
import { MailColumns } from './columns.ts';
import { FIELD, Fields } from './fields.ts';
import { blankLength, isSeparator, LOOKAHEAD } from './from-line.ts';
import { giveRoom, takeRoom } from './kernel.ts';
import { LARGEST_MESSAGE, MessageReader } from './message.ts';
import { Separators } from './separators.ts';
import { WINDOW_LENGTH } from './window.ts';

/** Longest header block in which Content-Length is looked for. */
const HEADERS = 65_536;

/** How the messages of a file are divided. */
export type Division = 'separators' | 'lengths';

/**
 * Whether the messages of an mbox file are measured by Content-Length: whether that of the first message leads to another
 * separator or to the end of the file.
 * @param input an mbox file
 */
export function divisionOf(input: Input): Division {
  const walk = new Separators(input, Buffer.allocUnsafeSlow(2 * HEADERS));
  walk.open(0);
  const start = markLength(walk.window.bytes, walk.window.end);
  if (input.size === 0 || !walk.isFirst(start)) return 'separators';
  return byLength(input, walk, start) === -1 ? 'separators' : 'lengths';
}

/**
 * Places at which an mbox file can be cut so that the ranges between them can be read apart.
 * @param wanted how many ranges
 * @returns ascending, from 0 to the file's size; two places when the file must stay whole
 */
export function rangesOf(input: Input, wanted: number): number[] {
  const pieces = wanted > 1 && divisionOf(input) === 'separators' ? wanted : 1;
  const cuts = [0];
  for (let i = 1; i < pieces; i++) {
    const cut = Math.floor((input.size / pieces) * i);
    if (cut > cuts.at(-1)!) cuts.push(cut);
  }
  cuts.push(input.size);
  return cuts;
}

/**
 * Reads the messages whose From_ line begins at or after `from` and before `to`. Bytes before the first one belong to
 * the range that begins at 0.
 * @param division of the whole file, from divisionOf; with 'lengths' the range must be the whole file
 * @param held bytes of the file in memory at once
 */
export async function readRange(
  input: Input,
  from: number,
  to: number,
  sink: RecordSink,
  options: ReadOptions,
  division: Division,
  held: number = WINDOW_LENGTH,
): Promise<void> {
  if (from >= to && input.size > 0) return;
  const columns = new MailColumns(sink);
  const reader = new MessageReader(columns, sink, options);
  const room = takeRoom(held);
  const walk = new Separators(input, room.subarray(0, held));
  const skipped = { lines: 0, bytes: 0 };
  let place = firstOf(walk, from, sink);
  while (place < to && !walk.isEnd(place)) {
    walk.hold(place, place);
    const start = walk.afterLine(place);
    const measured = division === 'lengths' ? byLength(input, walk, place) : -1;
    const stop = measured === -1 ? walk.next(start, place) : measured;
    if (measured !== -1) walk.hold(stop, place);
    const length = readMessage(input, walk, reader, start, stop);
    if (length === 0) emptyMessage(sink, place);
    skipped.lines++;
    skipped.bytes += stop - place - length;
    const waiting = columns.flushFull();
    if (waiting !== undefined) await waiting;
    sink.progress(stop - from);
    place = stop;
  }
  if (walk.isEnd(place) && skipped.lines > 0) noteCut(walk, sink);
  const waiting = columns.flush();
  if (waiting !== undefined) await waiting;
  if (skipped.lines > 0) sink.skip('mbox separator', skipped.lines, skipped.bytes);
  reader.finish();
  giveRoom(room);
}

/** Reads the message between two places. @returns length of its record in bytes, 0 when there is nothing */
function readMessage(input: Input, walk: Separators, reader: MessageReader, start: number, stop: number): number {
  if (start >= stop) return 0;
  const { bytes, base, end } = walk.window;
  const length = stop - start;
  if (start >= base && stop <= end) {
    const blank = blankLength(bytes, stop - base, start - base);
    return reader.read(bytes, start - base, stop - base, start, length, blank);
  }
  const tail = input.read(stop - 3, 3);
  const held = input.read(start, Math.min(length, LARGEST_MESSAGE));
  return reader.read(held, 0, held.length, start, length, blankLength(tail, tail.length, 0));
}

/** Where the first message of a range begins; what stands before the first of a file is accounted for here. */
function firstOf(walk: Separators, from: number, sink: RecordSink): number {
  walk.open(from);
  if (from > 0) return walk.next(from, from);
  const start = markLength(walk.window.bytes, walk.window.end);
  if (start > 0) sink.skip('byte order mark', 1, start);
  if (walk.isEnd(0)) {
    sink.problem({ code: 'file-empty', severity: 'note', message: 'the file is empty', offset: 0, length: 0 });
    return 0;
  }
  if (walk.isFirst(start)) return start;
  const place = walk.next(start + 1, start);
  const before = walk.window.base === 0 ? walk.window.bytes.toString('latin1', start, place) : 'x';
  if (place - start <= walk.window.bytes.length && /^\s*$/.test(before)) sink.skip('blank lines', 1, place - start);
  else {
    const message = walk.isEnd(place)
      ? 'no line "From sender date" begins a message anywhere in the file'
      : 'these bytes stand before the first line "From sender date"';
    sink.problem({ code: 'mbox-no-separator', severity: 'failed', message, offset: start, length: place - start });
  }
  return place;
}

function emptyMessage(sink: RecordSink, place: number): void {
  const message = 'a line "From sender date" with no message after it';
  sink.problem({ code: 'message-empty', severity: 'doubtful', message, offset: place, length: 0 });
}

/** Writers end a mailbox with a line end; without one it was cut off, and so was its last message. */
function noteCut(walk: Separators, sink: RecordSink): void {
  const { bytes, base, end } = walk.window;
  if (end <= base || bytes[end - base - 1] === 10) return;
  const message = 'the file ends in the middle of a line; its last message may be cut off';
  sink.problem({ code: 'mbox-cut', severity: 'note', message, offset: end, length: 0 });
}

/** Length of a byte order mark of UTF-8 at the start of a file. */
function markLength(bytes: Buffer, end: number): number {
  return end >= 3 && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
}

/**
 * Where the message at a From_ line ends by its Content-Length, if that leads to another separator or to the end of the
 * file: a message may have been edited, or the header forged, after it was written.
 * @returns place of the next separator or the end of the file, −1 when Content-Length is absent or wrong
 */
function byLength(input: Input, walk: Separators, place: number): number {
  const start = walk.afterLine(place);
  const held = input.read(start, HEADERS);
  const fields = new Fields();
  fields.read(held.toString('latin1', 0, held.length));
  const value = fields.value(FIELD['content-length']).trim();
  if (!fields.ended || !/^\d{1,15}$/.test(value)) return -1;
  const target = start + fields.body + Number(value);
  if (target > input.size) return -1;
  const around = Math.max(0, target - 3);
  const bytes = input.read(around, LOOKAHEAD + 16);
  let at = target - around;
  // Writers add an empty line after the body, or none.
  while (at < bytes.length && (bytes[at] === 10 || bytes[at] === 13)) at++;
  if (around + at >= input.size) return input.size;
  const isFrom = bytes.toString('latin1', at, at + 5) === 'From ' && (at === 0 || bytes[at - 1] === 10);
  return isFrom && isSeparator(bytes, at, bytes.length, true) ? around + at : -1;
}
