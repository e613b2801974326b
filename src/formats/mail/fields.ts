/** Finds the header fields of a message: one pass over the header block, no string made for a field that nobody asks for. */

/** The fields that are looked at; a field's number is its place. Names in lower case. */
const NAMES = [
  'from',
  'sender',
  'reply-to',
  'to',
  'cc',
  'bcc',
  'date',
  'subject',
  'message-id',
  'in-reply-to',
  'references',
  'auto-submitted',
  'precedence',
  'x-autoreply',
  'x-autorespond',
  'x-auto-reply',
  'list-id',
  'list-post',
  'return-path',
  'content-type',
  'content-transfer-encoding',
  'content-disposition',
  'content-length',
  'x-from',
  'x-to',
  'x-cc',
  'x-bcc',
  'x-folder',
  'x-gmail-labels',
  'x-unsent',
  'apparently-to',
] as const;
export type FieldName = (typeof NAMES)[number];

/** Numbers of the fields, by name. */
export const FIELD: Readonly<Record<FieldName, number>> = Object.fromEntries(
  NAMES.map((name, number) => [name, number]),
) as Record<FieldName, number>;

/** Slots of the hash table below: a power of two, several times the number of names. */
const SLOTS = 512;
const slots = new Int8Array(SLOTS).fill(-1);

function hashOf(text: string, from: number, to: number): number {
  let hash = 0;
  for (let i = from; i < to; i++) hash = (Math.imul(hash, 31) + (text.charCodeAt(i) | 32)) | 0;
  return hash;
}

for (const [number, name] of NAMES.entries()) {
  let slot = hashOf(name, 0, name.length) & (SLOTS - 1);
  while (slots[slot] !== -1) slot = (slot + 1) & (SLOTS - 1);
  slots[slot] = number;
}

function isName(text: string, from: number, to: number, name: string): boolean {
  if (to - from !== name.length) return false;
  for (let i = 0; i < name.length; i++) {
    if ((text.charCodeAt(from + i) | 32) !== name.charCodeAt(i)) return false;
  }
  return true;
}

const NEWLINE = 10;
const RETURN = 13;
const SPACE = 32;
const TAB = 9;
const COLON = 58;

/** Fields that may follow a broken line of a header block; anything else that follows one is a body. */
const KNOWN_FIELD =
  /^(?:from|to|cc|bcc|date|sender|subject|received|message-id|mime-version|return-path|reply-to|references|in-reply-to|content-[a-z-]+|x-[a-z-]+|list-[a-z-]+|dkim-signature|delivered-to|errors-to|precedence|status)[ \t]*:/i;

/** The fields of one header block. Reused from message to message. */
export class Fields {
  /** The block as Latin-1 text: places in it are bytes. */
  text = '';
  /** Per field: where the value of its first occurrence begins, −1 when it is absent. */
  readonly start: Int32Array = new Int32Array(NAMES.length).fill(-1);
  /** Per field: where that value ends, without the end of line. */
  readonly end: Int32Array = new Int32Array(NAMES.length);
  /** Per field: how often it occurs. */
  readonly count: Int32Array = new Int32Array(NAMES.length);
  /** Occurrences after the first: field, start, end, three numbers each. */
  readonly more: number[] = [];
  /** Where the body begins. */
  body = 0;
  /** Where the first line stands that is neither a field nor a continuation, −1 when there is none. */
  broken = -1;
  /** Whether an empty line ended the block. */
  ended = false;

  /**
   * Reads a header block.
   * Syntax: RFC 5322, 2.2 and 4.5 (white space before the colon), CRLF or LF, and lines that programs break: a line that
   * is no field is stepped over when a well-known field follows it, otherwise the body begins there.
   * @param text Latin-1 text that begins with the block and may go on with the body
   */
  read(text: string): void {
    this.#reset(text);
    const length = text.length;
    let at = 0;
    while (at < length) {
      const first = text.charCodeAt(at);
      if (first === NEWLINE || (first === RETURN && text.charCodeAt(at + 1) === NEWLINE)) {
        this.body = first === NEWLINE ? at + 1 : at + 2;
        this.ended = true;
        return;
      }
      const next = fieldEnd(text, at);
      let nameEnd = at;
      let hash = 0;
      let code = first;
      while (code > SPACE && code < 127 && code !== COLON) {
        hash = (Math.imul(hash, 31) + (code | 32)) | 0;
        code = text.charCodeAt(++nameEnd);
      }
      let colon = nameEnd;
      while (code === SPACE || code === TAB) code = text.charCodeAt(++colon);
      if (code !== COLON || nameEnd === at || colon >= next) {
        if (!this.#stepOver(at, next)) return;
      } else this.#take(at, nameEnd, hash, colon + 1, next);
      at = next;
    }
    this.body = length;
  }

  #reset(text: string): void {
    this.text = text;
    this.start.fill(-1);
    this.count.fill(0);
    if (this.more.length > 0) this.more.length = 0;
    this.body = 0;
    this.broken = -1;
    this.ended = false;
  }

  #take(at: number, nameEnd: number, hash: number, value: number, next: number): void {
    let slot = hash & (SLOTS - 1);
    for (let number = slots[slot]!; number !== -1; number = slots[slot]!) {
      if (isName(this.text, at, nameEnd, NAMES[number]!)) {
        let end = next;
        if (end > value && this.text.charCodeAt(end - 1) === NEWLINE) end--;
        if (end > value && this.text.charCodeAt(end - 1) === RETURN) end--;
        if (this.count[number]!++ === 0) {
          this.start[number] = value;
          this.end[number] = end;
        } else this.more.push(number, value, end);
        return;
      }
      slot = (slot + 1) & (SLOTS - 1);
    }
  }

  /** A line that is no field. @returns whether the block goes on after it */
  #stepOver(at: number, next: number): boolean {
    // A From_ line that an export left on top, or one that was quoted, is no damage.
    if (/^>?From /.test(this.text.slice(at, at + 6))) return true;
    if (this.broken === -1) this.broken = at;
    if (KNOWN_FIELD.test(this.text.slice(next, next + 40))) return true;
    this.body = at;
    return false;
  }

  /** The value of a field's first occurrence, still folded; empty when it is absent. */
  value(field: number): string {
    const start = this.start[field]!;
    return start === -1 ? '' : this.text.slice(start, this.end[field]!);
  }
}

/** Where the field that begins at a place ends, with its continuation lines and end of line. */
function fieldEnd(text: string, at: number): number {
  let end = text.indexOf('\n', at);
  for (;;) {
    if (end === -1) return text.length;
    end++;
    const code = text.charCodeAt(end);
    if (code !== SPACE && code !== TAB) return end;
    // A line of white space only continues the field (RFC 5322, 4.2, obs-FWS).
    end = text.indexOf('\n', end);
  }
}
