/** Tells mail by its content. */
import type { Head } from '../../bytes/input.ts';
import { FIELD, Fields } from './fields.ts';
import { isSeparator } from './from-line.ts';
import { withLineFeeds } from './line-ends.ts';

/** Fields that nearly every message has. */
const USUAL = [
  'from',
  'to',
  'date',
  'subject',
  'message-id',
  'return-path',
  'content-type',
  'cc',
  'reply-to',
  'x-from',
] as const;

/** Bytes within which nearly every header block ends. */
const USUAL_LENGTH = 4096;

const fields = new Fields();

function textOf(head: Head, at: number, length: number): string {
  const { buffer, byteOffset, byteLength } = head.bytes;
  return withLineFeeds(Buffer.from(buffer, byteOffset, byteLength)).toString('latin1', at, at + length);
}

function afterMark(head: Head): number {
  const { bytes } = head;
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
}

/** How sure it is that a file is a mailbox: by its first line, else by a separator further on. */
export function mboxLikeness(head: Head): number {
  const bytes = Buffer.from(head.bytes.buffer, head.bytes.byteOffset, head.bytes.byteLength);
  const named = /\.(mbox|mbx|mbs)$/i.test(head.name) || /(^|\/)mbox$/i.test(head.name);
  if (bytes.length === 0) return named ? 0.3 : 0;
  const start = afterMark(head);
  if (textOf(head, start, 5) === 'From ' && isSeparator(bytes, start, bytes.length, true)) {
    return fieldsSeen(head, lineAfter(bytes, start)) > 0 ? 0.95 : 0.8;
  }
  for (let at = bytes.indexOf('\nFrom '); at !== -1 && named; at = bytes.indexOf('\nFrom ', at + 1)) {
    if (isSeparator(bytes, at + 1, bytes.length, false)) return 0.7;
  }
  return named && !bytes.includes(0) ? 0.2 : 0;
}

function lineAfter(bytes: Buffer, at: number): number {
  const newline = bytes.indexOf(10, at);
  return newline === -1 ? bytes.length : newline + 1;
}

/** How many of the usual fields stand in the header block at a place; 0 when what stands there is none. */
function fieldsSeen(head: Head, at: number): number {
  fields.read(textOf(head, at, USUAL_LENGTH));
  if (!fields.ended) fields.read(textOf(head, at, 32_768));
  if (fields.broken === 0) return 0;
  const seen = USUAL.filter((name) => fields.start[FIELD[name]] !== -1).length;
  // Prose with a colon here and there is no header block: nothing broken may stand among so few fields.
  return fields.broken !== -1 && seen < 3 ? 0 : seen;
}

/** How sure it is that a file is one message: by the fields at its start, then by its name. */
export function emlLikeness(head: Head): number {
  const named = /\.(eml|emlx|mht|mhtml)$/i.test(head.name);
  if (head.bytes.length === 0) return named ? 0.3 : 0;
  const bytes = Buffer.from(head.bytes.buffer, head.bytes.byteOffset, head.bytes.byteLength);
  let start = afterMark(head);
  const behindFrom = textOf(head, start, 5) === 'From ';
  if (behindFrom) start = lineAfter(bytes, start);
  while (bytes[start] === 10 || bytes[start] === 13) start++;
  const seen = fieldsSeen(head, start);
  if (named) return seen > 0 ? 0.96 : 0.4;
  if (seen < 2) return 0;
  return Math.min(behindFrom ? 0.6 : 0.85, 0.4 + 0.1 * seen);
}
