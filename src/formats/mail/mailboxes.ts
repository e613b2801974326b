/**
 * The thorough parser of address lists: RFC 5322, 3.4 and 4.4, and what programs write instead. It is slow and sees
 * everything; address-lists.ts handles the plain cases itself and comes here for the others.
 */
import { ADDRESS_KINDS } from '../../model/record.ts';
import { cleanSpec } from './addr-spec.ts';
import { guessed } from './charset.ts';
import { decodeWords, tidy } from './encoded-word.ts';
import { classify, nameWithin } from './exchange.ts';

/** One address of a list: `kind` is a place in ADDRESS_KINDS, `name` is empty when none is written. */
export interface Mailbox {
  readonly kind: number;
  readonly raw: string;
  readonly name: string;
}

/** Deepest nesting of comments, and of addresses inside encoded names, that is followed. */
const DEEPEST = 20;

/** What is known of the mailbox that is being read. */
class Draft {
  /** Words as a person reads them: quotes undone. */
  display = '';
  /** The same as written, for an address without angle brackets. */
  spec = '';
  comment = '';
  angle: string | null = null;
  quoted = false;

  get empty(): boolean {
    return this.angle === null && this.spec.trim() === '' && this.comment.trim() === '';
  }
}

/**
 * Parses an address list.
 * @param text a field's value as it stands in the header, Latin-1 and folded
 * @param depth 0 for the bytes of a header; more for text that is decoded already, a name that holds an address among it
 * @returns the addresses in order; those of groups among them, the groups' names not
 */
export function parseMailboxes(text: string, depth = 0): Mailbox[] {
  // Raw ISO-2022-JP: its two-byte characters look like punctuation until they are decoded.
  if (text.includes('\u001b$') && depth === 0) {
    return parseMailboxes(new TextDecoder('iso-2022-jp').decode(Buffer.from(text, 'latin1')), 1);
  }
  return new ListParser(text, depth).parse();
}

class ListParser {
  readonly #text: string;
  readonly #depth: number;
  #at = 0;
  #draft = new Draft();
  #inGroup = false;
  /** A bare name before a comma: perhaps the family name of "Family, Given <address>" without quotes. */
  #bare: string | null = null;
  readonly #found: Mailbox[] = [];

  constructor(text: string, depth: number) {
    this.#text = text;
    this.#depth = depth;
  }

  parse(): Mailbox[] {
    const text = this.#text;
    while (this.#at < text.length) {
      const char = text[this.#at]!;
      if (char === '"') this.#quotedString();
      else if (char === '(') this.#comment();
      else if (char === '<') this.#angle();
      else if (char === '[') this.#literal();
      else if (char === ',' || char === ';') this.#separator(char);
      else if (char === ':' && this.#groupBegins()) this.#group();
      else this.#plain(char);
    }
    this.#finish('');
    this.#flushBare();
    return this.#found;
  }

  #plain(char: string): void {
    this.#at++;
    if (char === '>') return; // a closing bracket without an opening one
    if (char === '@' && this.#draft.angle !== null) {
      // Exchange appends the name of the gateway: "Name <a@b>@ORG".
      while (this.#at < this.#text.length && !' \t\r\n,;<'.includes(this.#text[this.#at]!)) this.#at++;
      return;
    }
    if (char === '\\' && this.#at < this.#text.length) {
      this.#draft.display += this.#text[this.#at];
      this.#draft.spec += char + this.#text[this.#at];
      this.#at++;
      return;
    }
    this.#draft.display += char;
    this.#draft.spec += char;
  }

  #quotedString(): void {
    let inside = '';
    let i = this.#at + 1;
    for (; i < this.#text.length && this.#text[i] !== '"'; i++) {
      if (this.#text[i] === '\\' && i + 1 < this.#text.length) i++;
      inside += this.#text[i];
    }
    if (i >= this.#text.length) {
      // The closing quote was lost: the opening one is noise, or the whole rest of the list would be one name.
      this.#at++;
      return;
    }
    this.#draft.display += inside;
    this.#draft.spec += this.#text.slice(this.#at, i + 1);
    this.#draft.quoted = true;
    this.#at = i + 1;
  }

  #comment(): void {
    let depth = 0;
    let inside = '';
    for (let i = this.#at; i < this.#text.length; i++) {
      const char = this.#text[i]!;
      if (char === '\\' && i + 1 < this.#text.length) inside += this.#text[++i];
      else if (char === '(') {
        if (depth++ > 0) inside += char;
        if (depth > DEEPEST) break;
      } else if (char === ')') {
        if (--depth === 0) {
          this.#draft.comment += (this.#draft.comment === '' ? '' : ' ') + inside;
          this.#draft.display += ' ';
          this.#draft.spec += ' ';
          this.#at = i + 1;
          return;
        }
        inside += char;
      } else inside += char;
    }
    this.#plain('('); // never closed
  }

  #angle(): void {
    let inside = '';
    let i = this.#at + 1;
    for (; i < this.#text.length; i++) {
      const char = this.#text[i]!;
      if (char === '>') break;
      if (char === '<') inside = '';
      else if (char === '"') {
        const close = this.#text.indexOf('"', i + 1);
        if (close === -1) continue;
        inside += this.#text.slice(i, close + 1);
        i = close;
      } else if (char === ';' && this.#text[i + 1] === '>') inside += char;
      else if (char === ';' || (char === ',' && !/^\s*@/.test(inside)))
        break; // the closing bracket was lost
      else inside += char;
    }
    if (this.#text[i] === '>') i++;
    while (this.#text[i] === '>') i++;
    this.#at = i;
    // In "a@b <c@d> <e@f>" the first bracket counts; Exchange appends its own: "Name <a@b>@ORG <IMCEA…>".
    if (this.#draft.angle === null) this.#draft.angle = inside;
  }

  #literal(): void {
    const close = this.#text.indexOf(']', this.#at);
    if (close === -1 || close - this.#at > 300) {
      this.#plain('[');
      return;
    }
    const literal = this.#text.slice(this.#at, close + 1);
    this.#draft.display += literal;
    this.#draft.spec += literal;
    this.#at = close + 1;
  }

  #groupBegins(): boolean {
    const { angle, spec } = this.#draft;
    return !this.#inGroup && angle === null && !spec.includes('@') && !/^\s*mailto$|=/i.test(spec);
  }

  #group(): void {
    this.#flushBare();
    this.#draft = new Draft();
    this.#inGroup = true;
    this.#at++;
  }

  #separator(char: ',' | ';'): void {
    this.#finish(char);
    if (char === ';') this.#inGroup = false;
    this.#at++;
  }

  #flushBare(): void {
    if (this.#bare !== null) this.#add(this.#bare, '', false);
    this.#bare = null;
  }

  #finish(separator: string): void {
    const draft = this.#draft;
    this.#draft = new Draft();
    if (draft.empty) {
      this.#flushBare();
      return;
    }
    const display = this.#name(draft.display);
    const comment = this.#name(draft.comment);
    if (draft.angle !== null) {
      const inGroup = /^[^"@]*:([^:]*);\s*$/.exec(draft.angle);
      if (inGroup !== null && this.#depth < 2) {
        this.#flushBare();
        this.#found.push(...parseMailboxes(inGroup[1]!, this.#depth + 1).filter((box) => /[^@]@/.test(box.raw)));
        return;
      }
      const address = cleanSpec(draft.angle);
      if (address === '') {
        this.#flushBare();
        if (display !== '' || comment !== '') this.#loose(draft, display, comment);
        return;
      }
      let name = display === '' ? comment : display;
      if (this.#bare !== null && display !== '' && !draft.quoted) {
        name = `${this.#bare}, ${display}`;
        this.#bare = null;
      }
      this.#flushBare();
      this.#add(address, name, true);
      return;
    }
    const isBare = separator === ',' && comment === '' && !draft.quoted && !/[@/=]/.test(display);
    this.#flushBare();
    if (isBare && display !== '' && display.split(/\s+/).length <= 3) {
      this.#bare = display;
      return;
    }
    this.#loose(draft, display, comment);
  }

  /** A mailbox without angle brackets. */
  #loose(draft: Draft, display: string, comment: string): void {
    const spec = draft.spec.trim();
    const address = cleanSpec(spec);
    const whole = classify(display, false);
    if (ADDRESS_KINDS[whole.kind] === 'x500') {
      this.#add(display, comment, false);
      return;
    }
    if ((!address.includes('@') || /^"[^"]*"$/.test(spec)) && display.includes('@') && this.#depth < 2) {
      // The whole mailbox stands in quotes or in an encoded word.
      this.#found.push(...parseMailboxes(display, this.#depth + 1));
      return;
    }
    if (!address.includes('@')) {
      const inComment = cleanSpec(draft.comment).replace(/^<|>$/g, '');
      if (/^[^\s@]+@[^\s@]+$/.test(inComment)) {
        this.#add(inComment, display, true);
        return;
      }
      if (display !== '') this.#add(display, comment, false);
      else if (comment !== '') this.#add(comment, '', false);
      return;
    }
    // Only the white space of RFC 5322 divides: an unbreakable space inside of an address is one of its characters.
    if (!/[ \t\r\n]/.test(address.replace(/"[^"]*"/g, ''))) {
      this.#add(address, comment, true);
      return;
    }
    // Brackets were left out: the words with "@" are addresses, the others are a name.
    const words = spec.split(/[ \t\r\n]+/);
    const addresses = words.filter((word) => /^[^@]+@[^@]+$/.test(cleanSpec(word)));
    if (addresses.length === 0) {
      this.#add(display, comment, false);
      return;
    }
    const rest = this.#name(words.filter((word) => !addresses.includes(word)).join(' '));
    for (const one of addresses) this.#add(cleanSpec(one), addresses.length === 1 ? rest || comment : '', true);
  }

  #add(text: string, name: string, angled: boolean): void {
    const { kind, raw } = classify(this.#depth === 0 ? guessed(text) : text, angled);
    this.#found.push({ kind, raw, name: name === raw ? '' : name || nameWithin({ kind, raw }) });
  }

  /** A display name as people read it: decoded, white space single, the apostrophes cut that Outlook puts around names. */
  #name(text: string): string {
    const name = tidy(this.#depth === 0 ? decodeWords(text) : text).replace(/\s{2,}/g, ' ');
    return name.startsWith("'") ? name.replace(/^'+|'+$/g, '').trim() : name;
  }
}
