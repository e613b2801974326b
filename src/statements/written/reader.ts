/** Looks at the words of a claim one after another. */
import type { ClaimMistake, Place } from './mistake.ts';
import { type Token, tokensOf } from './tokens.ts';

/** Ends the reading of a claim; caught where it began. */
export class Stopped extends Error {
  readonly mistake: ClaimMistake;

  constructor(mistake: ClaimMistake) {
    super(mistake.message);
    this.mistake = mistake;
  }
}

/** A cursor over the words of a claim. */
export class ClaimReader {
  readonly #tokens: readonly Token[];
  readonly #end: number;
  #next = 0;

  constructor(claim: string) {
    this.#tokens = tokensOf(claim);
    this.#end = claim.trimEnd().length;
  }

  /** The word that comes, or one further on; undefined behind the last. */
  peek(ahead = 0): Token | undefined {
    return this.#tokens[this.#next + ahead];
  }

  /** The word that comes in lower case; '' for quotes, commas and the end. */
  word(ahead = 0): string {
    const token = this.peek(ahead);
    return token?.kind === 'word' ? token.text.toLowerCase() : '';
  }

  /** Goes past some words. */
  skip(count = 1): void {
    this.#next += count;
  }

  /** Goes past words if they come in this order. */
  accept(...words: readonly string[]): boolean {
    if (!words.every((word, i) => this.word(i) === word)) return false;
    this.#next += words.length;
    return true;
  }

  /** Goes past a comma. */
  comma(ahead = 0): boolean {
    return this.peek(ahead)?.kind === 'comma';
  }

  /** The place of the word that comes; behind the last one where nothing does. */
  place(): Place {
    const token = this.peek();
    return token === undefined ? { at: this.#end, length: 1 } : { at: token.at, length: token.length };
  }

  /** How the word that comes is named in a message. */
  shown(): string {
    const token = this.peek();
    return token === undefined ? 'the claim ends here' : JSON.stringify(token.text);
  }

  /** Ends the reading. @param place where; at the word that comes without it */
  fail(message: string, advice: string, place: Place = this.place()): never {
    throw new Stopped({ message, advice, ...place });
  }
}
