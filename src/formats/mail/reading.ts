/** A message as text: its own, or that of a message which it carries or quotes. */
import { charsetText, guessed } from './charset.ts';
import { FIELD, Fields } from './fields.ts';
import { headersEnd } from './header-block.ts';
import { htmlText } from './html-text.ts';
import { bodyOf, type Inner, lookInside } from './inside.ts';
import { withLineFeeds } from './line-ends.ts';
import { type Leaf, structureOf } from './structure.ts';
import { decodeTransfer } from './transfer.ts';

/** Bytes of one text that are decoded. */
const LONGEST = 8 * 1024 * 1024;

/** A message taken apart for a reader. */
export interface Reading {
  readonly fields: Fields;
  readonly leaves: readonly Leaf[];
  readonly bytes: Buffer;
  readonly body: number;
}

/**
 * Takes a message apart.
 * @param message all of its bytes
 */
export function readingOf(message: Buffer): Reading {
  const bytes = withLineFeeds(message);
  const fields = new Fields();
  fields.read(bytes.toString('latin1', 0, headersEnd(bytes, 0, Math.min(bytes.length, 1024 * 1024))));
  const body = bodyOf(fields, bytes, Math.min(fields.body, bytes.length), bytes.length, 0);
  const { leaves } = structureOf(bytes, body.start, body.end, body.type, body.transfer, body.attached);
  return { fields, leaves, bytes, body: body.start };
}

/** Text of a text part as it was meant: transfer encoding and charset undone, HTML reduced to text. */
export function leafText(leaf: Leaf, bytes: Buffer): string {
  const end = Math.min(leaf.end, leaf.start + LONGEST);
  const text = charsetText(decodeTransfer(bytes, leaf.start, end, leaf.transfer), leaf.charset);
  if (leaf.type === 'text/html') return htmlText(text);
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

/** The text of a message: its plain parts, or without any its HTML, or without that what else is text. */
export function textOf(reading: Reading): string {
  const inline = reading.leaves.filter((leaf) => !leaf.attached);
  const plain = inline.filter((leaf) => leaf.type === 'text/plain');
  const html = inline.filter((leaf) => leaf.type === 'text/html').slice(0, 1);
  const texts = plain.some((leaf) => leaf.end > leaf.start) || html.length === 0 ? plain : html;
  const rest = texts.length > 0 ? texts : inline.filter((leaf) => leaf.type.startsWith('text/'));
  return rest.map((leaf) => leafText(leaf, reading.bytes)).join('\n');
}

/** What a record's bytes and part number stand for: a message, or a text that quotes one. */
export type Shown = { readonly message: Buffer } | { readonly text: string; readonly body: string };

/**
 * What stands behind a record.
 * A weaker message that has bytes of its own is those bytes; one whose bytes are encoded in the message that holds it
 * comes as the whole message, and is found again in it by its number.
 */
export function shownBy(bytes: Buffer, part: number): Shown {
  if (part === 0) return { message: bytes };
  const reading = readingOf(bytes);
  const body = bodyOf(reading.fields, bytes, reading.body, bytes.length, 0);
  const inner = lookInside(body).inner.find((one) => one.part === part && one.offset === null);
  if (inner !== undefined) {
    if (inner.quotation === null) return { message: inner.bytes.subarray(inner.start, inner.end) };
    return { text: between(inner, inner.quotation.start), body: between(inner, inner.quotation.body) };
  }
  const isMessage = reading.fields.ended && reading.fields.broken === -1 && reading.fields.start[FIELD.from] !== -1;
  if (isMessage) return { message: bytes };
  const text = guessed(bytes.toString('latin1'));
  return { text, body: text };
}

/** Text of a quotation from a place on; places of a quotation count from the start of the text that holds it. */
function between(inner: Inner, from: number): string {
  const start = inner.start + (from - inner.quotation!.start);
  return charsetText(inner.bytes.subarray(start, inner.end), inner.charset);
}
