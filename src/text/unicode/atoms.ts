/** Texts as atoms: words, and runs of letters that are written without spaces. */
import { classOf, foldOf, HANGUL, IGNORED, LETTER, SEPARATOR, SPACELESS } from './characters.ts';

/** A word, or a run of letters of spaceless scripts. Places are UTF-16 units in the text. */
export type Atom =
  | { readonly kind: 'word'; readonly folded: string; readonly from: number; readonly to: number }
  /** `letters[i]` stands at `from[i]` to `to[i]`; several may share a place where one character is made of them. */
  | {
      readonly kind: 'run';
      readonly letters: readonly string[];
      readonly from: readonly number[];
      readonly to: readonly number[];
    };

/** What may stand between two letters of a run where a line ends; two line ends make a paragraph, which ends the run. */
const BREAK = /[ \t\u3000]*(?:\r\n|\r|\n)?[ \t\u3000]*/y;

/** Letters that join with the one before them into one character: voicing marks, vowels and finals of Korean. */
const JOINS = /[\u3099\u309a\uff9e\uff9f\u1160-\u11ff\ud7b0-\ud7fb]/;

function width(code: number): number {
  return code > 0xffff ? 2 : 1;
}

/** Reads one text from its beginning to its end. */
class AtomReader {
  readonly #text: string;
  at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  next(): Atom | null {
    for (; this.at < this.#text.length; ) {
      const code = this.#text.codePointAt(this.at)!;
      const kind = classOf(code);
      if (kind === LETTER) return this.#word();
      if (kind === SPACELESS || kind === HANGUL) return this.#run();
      this.at += width(code);
    }
    return null;
  }

  #word(): Atom {
    const from = this.at;
    let to = from;
    let folded = '';
    for (; this.at < this.#text.length; ) {
      const code = this.#text.codePointAt(this.at)!;
      const kind = classOf(code);
      if (kind !== LETTER && kind !== IGNORED) break;
      this.at += width(code);
      if (kind === IGNORED) continue;
      folded += foldOf(code);
      to = this.at;
    }
    return { kind: 'word', folded, from, to };
  }

  #run(): Atom {
    const letters: string[] = [];
    const from: number[] = [];
    const to: number[] = [];
    let last = SEPARATOR;
    for (;;) {
      const start = this.at;
      const code = start < this.#text.length ? this.#text.codePointAt(start)! : 0;
      const kind = classOf(code);
      if (kind === IGNORED) this.at += width(code);
      else if (kind === SPACELESS || kind === HANGUL) {
        last = kind;
        this.at += width(code);
        while (JOINS.test(this.#text.charAt(this.at))) this.at++;
        for (const letter of shape(this.#text.slice(start, this.at))) {
          letters.push(letter);
          from.push(start);
          to.push(this.at);
        }
      } else if (last !== SPACELESS || !this.#goesOn()) break;
    }
    return { kind: 'run', letters, from, to };
  }

  /** Whether the run goes on behind white space; moves there. Korean never does: it has spaces between words. */
  #goesOn(): boolean {
    BREAK.lastIndex = this.at;
    BREAK.test(this.#text);
    const behind = BREAK.lastIndex;
    if (behind === this.at || behind >= this.#text.length) return false;
    if (classOf(this.#text.codePointAt(behind)!) !== SPACELESS) return false;
    this.at = behind;
    return true;
  }
}

/** Letters that have no other shape: nearly all. */
const USUAL = /^[\u3041-\u3096\u30a1-\u30fa\u4e00-\u9fff\uac00-\ud7a3]$/;

/** A letter as it is compared: half-width kana, compatibility ideographs and letters in parts as the usual ones. */
function shape(letter: string): string[] {
  return USUAL.test(letter) ? [letter] : [...letter.normalize('NFKC')];
}

/** The atoms of a text, in order. */
export function* atomsOf(text: string): Generator<Atom> {
  const reader = new AtomReader(text);
  for (let atom = reader.next(); atom !== null; atom = reader.next()) yield atom;
}
