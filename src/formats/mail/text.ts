/** What a message says, for an index of its words: subject, text, and what is attached. */
import { headerText } from './encoded-word.ts';
import { FIELD } from './fields.ts';
import { leafText, type Reading, readingOf } from './reading.ts';
import type { Leaf } from './structure.ts';
import { decodeTransfer, type Transfer } from './transfer.ts';

/** Attached messages inside of attached messages that are followed. */
const DEEPEST = 8;

/** Attachments of one message that are listed. */
const MOST = 1000;

/** A part that is no text of the message itself. Nothing of it is decoded before `attachedBytes` is asked. */
export interface AttachedPart {
  /** File name, decoded; empty when none is written. */
  readonly name: string;
  /** Media type in lower case, such as application/pdf. */
  readonly type: string;
  /** As written, empty when none. */
  readonly charset: string;
  readonly transfer: Transfer;
  /** Bytes that hold it between two places, its transfer encoding not undone. */
  readonly bytes: Buffer;
  readonly start: number;
  readonly end: number;
  /** Its text is part of the message's text already: a text that is shown inline and has a file name besides. */
  readonly isRead: boolean;
}

/** A message for an index. */
export interface MessageText {
  /** Decoded; empty when there is none. */
  readonly subject: string;
  /**
   * Text of the plain parts, and of HTML that is no other form of one of them; below it subject and text of attached
   * messages. Lines end with LF.
   */
  readonly body: string;
  /** In the order of the message, those of attached messages among them. */
  readonly attachments: readonly AttachedPart[];
  /** There is more, or it lies deeper, than was looked at. */
  readonly isCut: boolean;
}

/** What is gathered while attached messages are followed. */
interface Gathered {
  readonly texts: string[];
  readonly attachments: AttachedPart[];
  isCut: boolean;
}

/**
 * Takes a message apart. Never throws for content.
 * @param message all of its bytes, from its first header field on; not copied, so leave them alone while the result is used
 */
export function messageText(message: Buffer): MessageText {
  const gathered: Gathered = { texts: [], attachments: [], isCut: false };
  const reading = readingOf(message);
  gather(reading, gathered, 0);
  return {
    subject: headerText(reading.fields.value(FIELD.subject)),
    body: gathered.texts.length === 1 ? gathered.texts[0]! : gathered.texts.join('\n'),
    attachments: gathered.attachments,
    isCut: gathered.isCut,
  };
}

/**
 * The bytes of an attachment, transfer encoding undone.
 * @param most bytes that are wanted: no more than these are decoded
 */
export function attachedBytes(part: AttachedPart, most: number): Buffer {
  // Nothing is written with more than three bytes for one, and seldom used line ends are on top.
  const end = Math.min(part.end, part.start + 4 * most);
  const decoded = decodeTransfer(part.bytes, part.start, end, part.transfer);
  return decoded.length > most ? decoded.subarray(0, most) : decoded;
}

/** Unlike the text that is shown, this leaves out no HTML but that which says the same as a plain part beside it. */
function wholeText({ leaves, bytes }: Reading): string {
  const texts = leaves.filter((leaf) => !leaf.attached && leaf.type.startsWith('text/'));
  const isPlain = (leaf: Leaf): boolean => leaf.type === 'text/plain' && leaf.end > leaf.start;
  const isSaid = (leaf: Leaf): boolean =>
    leaf.type !== 'text/html' ||
    leaf.choice === -1 ||
    !texts.some((other) => other.choice === leaf.choice && isPlain(other));
  const said = texts.length > 1 ? texts.filter(isSaid) : texts;
  if (said.length === 1) return leafText(said[0]!, bytes);
  return said.map((leaf) => leafText(leaf, bytes)).join('\n');
}

function gather(reading: Reading, into: Gathered, depth: number): void {
  into.texts.push(wholeText(reading));
  for (const leaf of reading.leaves) {
    const isText = leaf.type.startsWith('text/');
    if (isMessage(leaf)) attachedMessage(leaf, reading.bytes, into, depth);
    else if (leaf.attached || !isText) list(leaf, reading.bytes, false, into);
    else if (leaf.name !== '') list(leaf, reading.bytes, true, into);
  }
}

function isMessage(leaf: Leaf): boolean {
  return leaf.type === 'message/rfc822' || leaf.type === 'message/global';
}

function attachedMessage(leaf: Leaf, bytes: Buffer, into: Gathered, depth: number): void {
  if (depth >= DEEPEST) {
    into.isCut = true;
    return;
  }
  if (leaf.name !== '') list(leaf, bytes, true, into);
  const reading = readingOf(decodeTransfer(bytes, leaf.start, leaf.end, leaf.transfer));
  const subject = headerText(reading.fields.value(FIELD.subject));
  if (subject !== '') into.texts.push(subject);
  gather(reading, into, depth + 1);
}

function list(leaf: Leaf, bytes: Buffer, isRead: boolean, into: Gathered): void {
  if (into.attachments.length >= MOST) {
    into.isCut = true;
    return;
  }
  const { type, charset, transfer, start, end } = leaf;
  const name = headerText(leaf.name);
  into.attachments.push({ name, type, charset, transfer, bytes, start, end, isRead });
}
