/** Looks at the characters of a query one after another. */
import { type Place, QueryStopped } from './mistake.ts';

/** Quotation marks that open and close a phrase, also the typographic ones of word processors and telephones. */
const QUOTES = '"\u201c\u201d\u201e';
const SPACE = /\s/;
/** How much of a query a message repeats. */
const SHOWN = 40;

/** A piece of a query in quotes, or a bare one. */
export interface Piece {
  readonly text: string;
  readonly quoted: boolean;
  /** A star stands behind it. */
  readonly prefix: boolean;
  /** With its quotes and star. */
  readonly place: Place;
}

export class QueryReader {
  readonly #text: string;
  at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** The character that comes; '' at the end. */
  char(ahead = 0): string {
    return this.#text.charAt(this.at + ahead);
  }

  /** Goes past white space. @returns whether something comes */
  more(): boolean {
    while (SPACE.test(this.char())) this.at++;
    return this.at < this.#text.length;
  }

  /** What comes, up to where a bare word would end. */
  word(): string {
    return this.#text.slice(this.at, this.#wordEnd(''));
  }

  /** Goes past a word in capitals that stands by itself: AND, OR, NOT. */
  accept(operator: string): boolean {
    if (this.word() !== operator) return false;
    this.at += operator.length;
    return true;
  }

  /** The name of a field before a colon; '' when what comes is none. */
  field(): string {
    const match = /^([A-Za-z][A-Za-z-]*):/.exec(this.word());
    return match === null ? '' : match[1]!;
  }

  /**
   * Reads a bare or quoted piece.
   * @param ends characters besides white space, parentheses and quotes at which a bare piece ends
   */
  piece(ends = ''): Piece {
    return QUOTES.includes(this.char()) && this.char() !== '' ? this.#quoted() : this.#bare(ends);
  }

  /** A stretch from a place to here. */
  from(at: number): Place {
    return { at, length: this.at - at };
  }

  /** How a stretch is named in a message. */
  shown({ at, length }: Place): string {
    const text = this.#text.slice(at, at + Math.min(length, SHOWN));
    return length > SHOWN ? `${text}…` : text;
  }

  /** Stops the reading. @param place where; absent: at what comes */
  fail(message: string, advice: string, place: Place = { at: this.at, length: 1 }): never {
    throw new QueryStopped({ ...place, message, advice });
  }

  #wordEnd(ends: string): number {
    let end = this.at;
    for (; end < this.#text.length; end++) {
      const char = this.#text.charAt(end);
      if (SPACE.test(char) || char === '(' || char === ')' || QUOTES.includes(char) || ends.includes(char)) break;
    }
    return end;
  }

  #bare(ends: string): Piece {
    const at = this.at;
    this.at = this.#wordEnd(ends);
    const written = this.#text.slice(at, this.at);
    const prefix = written.length > 1 && written.endsWith('*');
    return { text: prefix ? written.slice(0, -1) : written, quoted: false, prefix, place: this.from(at) };
  }

  #quoted(): Piece {
    const at = this.at++;
    const from = this.at;
    while (this.at < this.#text.length && !QUOTES.includes(this.char())) this.at++;
    if (this.at >= this.#text.length) {
      this.at = at;
      return this.fail('this quotation mark is not closed', 'close it with another ", or leave it out');
    }
    const text = this.#text.slice(from, this.at++);
    const prefix = this.char() === '*';
    if (prefix) this.at++;
    return { text, quoted: true, prefix, place: this.from(at) };
  }
}
