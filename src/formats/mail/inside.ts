/** Finds the messages that a message carries or quotes. */

import { charsetText } from './charset.ts';
import { type ContentType, contentTypeOf, withFileName } from './content-type.ts';
import { FIELD, Fields } from './fields.ts';
import { headersEnd } from './header-block.ts';
import { htmlText } from './html-text.ts';
import { type Quotation, quotationsOf } from './quoted/blocks.ts';
import { mayQuote } from './quoted/marks.ts';
import { type Leaf, structureOf } from './structure.ts';
import { decodeTransfer, type Transfer, transferOf } from './transfer.ts';

/** Bytes of a text in which quoted messages are looked for. */
const SEARCHED = 1024 * 1024;

/** Attached messages inside of attached messages that are followed. */
const DEEPEST = 8;

/** Weaker messages of one message. */
const MOST = 1000;

/** A message found inside another one. */
export interface Inner {
  /** From 1 over the whole message; what is found inside of it has lower numbers, so no number means two things. */
  readonly part: number;
  /** Bytes from the start of the file; null when its bytes are encoded and only the whole message can be pointed at. */
  readonly offset: number | null;
  /** Bytes that hold it, between two places. */
  readonly bytes: Buffer;
  readonly start: number;
  readonly end: number;
  /** Charset of the text that quotes it. */
  readonly charset: string;
  /** How the text quotes it; null for an attached message. */
  readonly quotation: Quotation | null;
}

/** What a search gives. */
export interface Found {
  readonly inner: Inner[];
  /** A multipart without its last delimiter. */
  open: boolean;
  /** There is more, or it lies deeper, than is looked at. */
  cut: boolean;
}

/** The body of a message and how it is written. */
export interface Body {
  readonly bytes: Buffer;
  readonly start: number;
  readonly end: number;
  readonly type: ContentType;
  readonly transfer: Transfer;
  readonly attached: boolean;
  /** Place in the file of the first of `bytes`; null when they are decoded. */
  readonly base: number | null;
}

/** How the body behind some header fields is written. */
export function bodyOf(fields: Fields, bytes: Buffer, start: number, end: number, base: number | null): Body {
  const disposition = fields.value(FIELD['content-disposition']);
  return {
    bytes,
    start,
    end,
    type: withFileName(contentTypeOf(fields.value(FIELD['content-type'])), disposition),
    transfer: transferOf(fields.value(FIELD['content-transfer-encoding'])),
    attached: /^\s*attachment\b/i.test(disposition),
    base,
  };
}

/** Finds what a message carries and quotes, in the order of its parts. */
export function lookInside(body: Body): Found {
  const found: Found = { inner: [], open: false, cut: false };
  search(body, found, 0);
  return found;
}

function search(body: Body, found: Found, depth: number): void {
  const { bytes, base } = body;
  const structure = structureOf(bytes, body.start, body.end, body.type, body.transfer, body.attached);
  if (structure.open) found.open = true;
  if (structure.cut) found.cut = true;
  let plain = false;
  for (const leaf of structure.leaves) {
    if (leaf.type === 'message/rfc822' || leaf.type === 'message/global')
      attachedMessage(leaf, bytes, base, found, depth);
    else if (leaf.type === 'text/plain' && !leaf.attached) {
      plain = true;
      quotedMessages(leaf, bytes, base, found);
    }
  }
  if (plain) return;
  const html = structure.leaves.find((leaf) => leaf.type === 'text/html' && !leaf.attached);
  if (html !== undefined) quotedInHtml(html, bytes, found);
}

function attachedMessage(leaf: Leaf, bytes: Buffer, base: number | null, found: Found, depth: number): void {
  if (depth >= DEEPEST || found.inner.length >= MOST) {
    found.cut = true;
    return;
  }
  const exact = leaf.transfer === 'identity';
  const held = exact ? bytes : decodeTransfer(bytes, leaf.start, leaf.end, leaf.transfer);
  const start = afterBlankLines(held, exact ? leaf.start : 0);
  const end = exact ? leaf.end : held.length;
  const within = exact ? base : null;
  const fields = new Fields();
  fields.read(held.toString('latin1', start, headersEnd(held, start, Math.min(end, start + SEARCHED))));
  if (start >= end || fields.broken === 0) return;
  search(bodyOf(fields, held, Math.min(end, start + fields.body), end, within), found, depth + 1);
  push(found, held, start, end, within, '', null);
}

function afterBlankLines(bytes: Buffer, start: number): number {
  let at = start;
  while (bytes[at] === 10 || bytes[at] === 13) at++;
  return at;
}

function quotedMessages(leaf: Leaf, bytes: Buffer, base: number | null, found: Found): void {
  const end = Math.min(leaf.end, leaf.start + SEARCHED);
  if (leaf.transfer === 'identity') {
    if (mayQuote(bytes, leaf.start, end)) quotations(bytes, leaf.start, end, base, leaf.charset, found);
    return;
  }
  if (leaf.transfer === 'quoted-printable' && !mayQuote(bytes, leaf.start, end)) return;
  let decoded = decodeTransfer(bytes, leaf.start, end, leaf.transfer);
  let charset = leaf.charset;
  if (/^utf-?(?:16|32)/i.test(charset)) {
    decoded = Buffer.from(charsetText(decoded, charset), 'utf8');
    charset = 'utf-8';
  }
  if (mayQuote(decoded, 0, decoded.length)) quotations(decoded, 0, decoded.length, null, charset, found);
}

function quotedInHtml(leaf: Leaf, bytes: Buffer, found: Found): void {
  const end = Math.min(leaf.end, leaf.start + SEARCHED);
  const decoded = decodeTransfer(bytes, leaf.start, end, leaf.transfer);
  if (!mayQuote(decoded, 0, decoded.length)) return;
  const text = Buffer.from(htmlText(charsetText(decoded, leaf.charset)), 'utf8');
  if (mayQuote(text, 0, text.length)) quotations(text, 0, text.length, null, 'utf-8', found);
}

function quotations(
  bytes: Buffer,
  start: number,
  end: number,
  base: number | null,
  charset: string,
  found: Found,
): void {
  for (const quotation of quotationsOf(bytes.toString('latin1', start, end), charset)) {
    if (found.inner.length >= MOST) {
      found.cut = true;
      return;
    }
    push(found, bytes, start + quotation.start, start + quotation.end, base, charset, quotation);
  }
}

function push(
  found: Found,
  bytes: Buffer,
  start: number,
  end: number,
  base: number | null,
  charset: string,
  quotation: Quotation | null,
): void {
  const offset = base === null ? null : base + start;
  found.inner.push({ part: found.inner.length + 1, offset, bytes, start, end, charset, quotation });
}
