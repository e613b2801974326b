/** Address lists of headers, fast: most mailboxes have been seen before, and most lists are plain. */
import type { MailColumns } from './columns.ts';
import { type Mailbox, parseMailboxes } from './mailboxes.ts';
import { ownString } from './names.ts';
import { SeenMailboxes } from './seen-mailboxes.ts';

/** What a character means while the end of a mailbox is looked for. */
const PLAIN = 0;
const COMMA = 1;
const QUOTE = 2;
const ANGLE = 3;
const COMMENT = 4;
/** Groups, escapes, literals, stray brackets, semicolons: for the thorough parser. */
const ODD = 5;

const CLASS = new Uint8Array(256);
CLASS[44] = COMMA;
CLASS[34] = QUOTE;
CLASS[60] = ANGLE;
CLASS[40] = COMMENT;
for (const char of '):;\\[]>\u001b') CLASS[char.charCodeAt(0)] = ODD;

/** Bits of a hash: with more of them the engine makes an object of every other one. */
const HASH = 0x3fffffff;

/** Mailboxes whose parses are remembered at most. */
const MEMO = 50_000;

/** A mailbox with its text. The characters of all its texts are their own: a slice would keep the header block alive. */
interface Known extends Mailbox {
  readonly text: string;
}

/** What mailboxes hold, by their text: every piece of a file learns its mailboxes anew, but the same ones. */
const memo = new Map<string, Known | null>();

/**
 * The only mailbox of a text. Remembered, which changes no result.
 * @param slice of a header, as it stands there
 * @returns null where it holds no address or several
 */
export function mailboxIn(slice: string): Known | null {
  const known = memo.get(slice);
  if (known !== undefined) return known;
  if (memo.size >= MEMO) memo.clear();
  const text = ownString(slice);
  const [first, second] = parseMailboxes(text);
  const only = first === undefined || second !== undefined ? null : first;
  const read = only === null ? null : { text, kind: only.kind, raw: ownString(only.raw), name: ownString(only.name) };
  memo.set(text, read);
  return read;
}

/** Reads address lists into participants, remembering the mailboxes it has seen. */
export class AddressLists {
  readonly #columns: MailColumns;
  readonly #seen = new SeenMailboxes();
  /** Mailboxes of the list that is being read: numbers in `#seen`. */
  readonly #list: number[] = [];
  /** Addresses of the last list, as numbers of the dictionary; only the first `found` count. */
  readonly addresses: number[] = [];
  readonly names: number[] = [];
  found = 0;

  constructor(columns: MailColumns) {
    this.#columns = columns;
  }

  /** Begins with another file, whose addresses and names are numbered anew. */
  restart(): void {
    this.#seen.forget();
  }

  /**
   * Reads one list into `addresses`, `names` and `found`.
   * @param text holds the list between two places, as it stands in the header
   */
  read(text: string, from: number, to: number): void {
    this.found = 0;
    this.more(text, from, to);
  }

  /** Like read, but adds to what is there: a field that occurs again (RFC 5322, 4.5.3). */
  more(text: string, from: number, to: number): void {
    if (!this.#plain(text, from, to)) {
      this.#thorough(text.slice(from, to));
      return;
    }
    for (const box of this.#list) {
      this.addresses[this.found] = this.#seen.addresses[box]!;
      this.names[this.found++] = this.#seen.names[box]!;
    }
    if (this.#seen.full) this.#seen.forget();
  }

  #thorough(list: string): void {
    for (const { kind, raw, name } of parseMailboxes(list)) {
      this.addresses[this.found] = this.#columns.address(kind, raw);
      this.names[this.found++] = this.#columns.text(name);
    }
  }

  /** Cuts a list at its commas. @returns false when something in it needs the thorough parser */
  #plain(text: string, from: number, to: number): boolean {
    const list = this.#list;
    list.length = 0;
    let at = from;
    while (at < to) {
      const code = text.charCodeAt(at);
      if (code <= 32 || code === 44) {
        at++;
        continue;
      }
      const start = at;
      let isAddress = false;
      let hash = 0;
      for (; at < to; at++) {
        const char = text.charCodeAt(at);
        if (char === 64) isAddress = true;
        const meaning = CLASS[char]!;
        if (meaning === COMMA) break;
        hash = (Math.imul(hash, 31) + char) & HASH;
        if (meaning === PLAIN) continue;
        if (meaning === ODD || char > 255) return false;
        const close = closing(text, at, to, meaning);
        if (close === -1) return false;
        if (meaning === ANGLE) isAddress = true;
        for (let i = at + 1; i <= close; i++) hash = (Math.imul(hash, 31) + text.charCodeAt(i)) & HASH;
        at = close;
      }
      // A bare name may be half of an unquoted "Family, Given <address>".
      if (!isAddress) return false;
      const box = this.#mailbox(text, start, at, hash);
      if (box === -1) return false;
      list.push(box);
    }
    return true;
  }

  /** Number of a mailbox that holds exactly one address, −1 when it does not. */
  #mailbox(text: string, start: number, end: number, hash: number): number {
    const known = this.#seen.find(text, start, end, hash);
    if (known !== -1) return known;
    const only = mailboxIn(text.slice(start, end));
    if (only === null) return -1;
    const address = this.#columns.address(only.kind, only.raw, true);
    return this.#seen.add(only.text, hash, address, this.#columns.text(only.name, true));
  }
}

/** Where a quoted string, an address in brackets or a comment ends, −1 when it is not plain inside. */
function closing(text: string, at: number, to: number, meaning: number): number {
  const end = text.indexOf(meaning === QUOTE ? '"' : meaning === ANGLE ? '>' : ')', at + 1);
  if (end === -1 || end >= to) return -1;
  for (let i = at + 1; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code === 92 || code === 27) return -1;
    if (meaning === ANGLE && (code === 60 || code === 34 || code === 44 || code === 59)) return -1;
    if (meaning === COMMENT && code === 40) return -1;
  }
  return end;
}
