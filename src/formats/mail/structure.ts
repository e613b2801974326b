/** The parts of a message and their bytes (RFC 2046), found without decoding anything. */
import { type ContentType, contentTypeOf, withFileName } from './content-type.ts';
import { FIELD, Fields } from './fields.ts';
import { headersEnd } from './header-block.ts';
import { type Transfer, transferOf } from './transfer.ts';

/** A part that holds no other parts, or an attached message as a whole. Places are in the bytes that were searched. */
export interface Leaf {
  readonly type: string;
  readonly charset: string;
  readonly transfer: Transfer;
  /** First byte of the content. */
  readonly start: number;
  /** Place after the content. */
  readonly end: number;
  /** Content-Disposition: attachment. */
  readonly attached: boolean;
  /** File name as written, empty when none. */
  readonly name: string;
  /** Number of the multipart/alternative that it is a form of, or in one; −1 for none. */
  readonly choice: number;
}

/** The parts of one message. */
export interface Structure {
  readonly leaves: readonly Leaf[];
  /** A multipart whose last delimiter is missing: the message may have been cut. */
  readonly open: boolean;
  /** There are more parts, or they lie deeper, than are looked at. */
  readonly cut: boolean;
}

/** Parts of a multipart/digest are messages (RFC 2046, 5.1.5). */
const DIGESTED: ContentType = { type: 'message/rfc822', charset: '', boundary: '', name: '' };

const DEEPEST = 20;
const MOST = 1000;

const partFields = new Fields();

/**
 * Finds the parts of a message.
 * @param bytes hold the body between two places
 * @param type of the message as a whole
 * @param transfer of the message as a whole; it holds for a body without parts only
 */
export function structureOf(
  bytes: Buffer,
  start: number,
  end: number,
  type: ContentType,
  transfer: Transfer,
  attached: boolean,
): Structure {
  const walk = new Walk(end === bytes.length ? bytes : bytes.subarray(0, end));
  walk.part(start, end, type, transfer, attached, 0);
  return walk;
}

class Walk implements Structure {
  readonly leaves: Leaf[] = [];
  open = false;
  cut = false;
  readonly #bytes: Buffer;
  /** The multipart/alternative that is being walked, and how many there were. */
  #choice = -1;
  #choices = 0;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  part(start: number, end: number, content: ContentType, transfer: Transfer, attached: boolean, depth: number): void {
    const { type, charset, boundary, name } = content;
    if (!type.startsWith('multipart/') || boundary === '') {
      if (this.leaves.length >= MOST) this.cut = true;
      else this.leaves.push({ type, charset, transfer, start, end, attached, name, choice: this.#choice });
      return;
    }
    if (depth >= DEEPEST) {
      this.cut = true;
      return;
    }
    const around = this.#choice;
    if (type === 'multipart/alternative') this.#choice = this.#choices++;
    this.#parts(start, end, Buffer.from(`--${boundary}`, 'latin1'), type === 'multipart/digest', depth);
    this.#choice = around;
  }

  /** Cuts a multipart at its delimiters. What stands before the first and after the last one is no part. */
  #parts(start: number, end: number, delimiter: Buffer, digest: boolean, depth: number): void {
    let previous = -1;
    let at = start;
    for (;;) {
      const found = this.#delimiter(delimiter, at, start, end);
      if (found === -1) break;
      if (previous !== -1) this.#entity(previous, lineStart(this.#bytes, found, previous), digest, depth);
      const after = found + delimiter.length;
      if (this.#bytes[after] === 45 && this.#bytes[after + 1] === 45) return;
      if (this.leaves.length >= MOST) {
        this.cut = true;
        return;
      }
      const newline = this.#bytes.indexOf(10, after);
      previous = newline === -1 || newline >= end ? end : newline + 1;
      at = previous;
      if (previous >= end) break;
    }
    this.open = true;
    if (previous !== -1 && previous < end) this.#entity(previous, end, digest, depth);
  }

  /** The next line that is the delimiter. */
  #delimiter(delimiter: Buffer, from: number, start: number, end: number): number {
    for (let at = from; at < end; ) {
      const found = this.#bytes.indexOf(delimiter, at);
      if (found === -1 || found + delimiter.length > end) return -1;
      const after = found + delimiter.length;
      const isLine = found === start || this.#bytes[found - 1] === 10;
      if (isLine && (after >= end || endsDelimiter(this.#bytes[after]!, this.#bytes[after + 1]))) return found;
      at = found + 1;
    }
    return -1;
  }

  /** A part with its own header fields. */
  #entity(start: number, end: number, digest: boolean, depth: number): void {
    const bodyLimit = Math.min(end, start + 65_536);
    const headers = headersEnd(this.#bytes, start, bodyLimit);
    partFields.read(this.#bytes.toString('latin1', start, headers));
    const raw = partFields.value(FIELD['content-type']);
    const content = raw === '' && digest ? DIGESTED : contentTypeOf(raw);
    const transfer = transferOf(partFields.value(FIELD['content-transfer-encoding']));
    const disposition = partFields.value(FIELD['content-disposition']);
    const attached = /^\s*attachment\b/i.test(disposition);
    const named = withFileName(content, disposition);
    this.part(Math.min(end, start + partFields.body), end, named, transfer, attached, depth + 1);
  }
}

/** Whether what follows a delimiter's text ends it: white space, or the two hyphens of the last one. */
function endsDelimiter(code: number, next: number | undefined): boolean {
  return code === 10 || code === 13 || code === 32 || code === 9 || (code === 45 && next === 45);
}

/** The line end before a delimiter belongs to the delimiter (RFC 2046, 5.1.1). */
function lineStart(bytes: Buffer, at: number, from: number): number {
  if (at > from && bytes[at - 1] === 10) return at - 1 > from && bytes[at - 2] === 13 ? at - 2 : at - 1;
  return at;
}
