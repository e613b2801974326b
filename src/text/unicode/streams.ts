/**
 * What the engine is given. Two tables stand in each shard: `words` takes every text, with one mark in place of each run of
 * spaceless letters; `grams` takes only texts that have such runs, whole, with runs as overlapping pairs of letters and the
 * last letter alone. A phrase that touches a run is asked of `grams`, every other one of `words`, and both are exact.
 */
import { type Atom, atomsOf } from './atoms.ts';
import { BOUNDARY, classOf, ELSEWHERE, foldOf, IGNORED, LETTER } from './characters.ts';

/** The engine's tokeniser for `words`: marks belong to their letters, as the vowels of Indic scripts do. */
export const WORDS_TOKENIZER = "unicode61 remove_diacritics 2 categories 'L* N* Co Mn Mc'";
/** And for `grams`, whose texts are cut already: everything above ASCII is a letter to it. */
export const GRAMS_TOKENIZER = 'ascii';

/** First and last code units of what the engine's tokeniser and ours see alike, if it is not rare. */
const ALIKE =
  '\0\u00ac\u00ae\u00c5\u00c7\u00cf\u00d1\u00d7\u00d9\u00dd\u00e0\u00e5\u00e7\u00ef\u00f1\u00f7\u00f9\u00fd\u00ff\u010f' + // Latin
  '\u0112\u0125\u0128\u0130\u0132\u0140\u0143\u0148\u014a\u0151\u0154\u0165\u0168\u017f\u1e00\u1e99\u1ea0\u1eff' +
  '\u0391\u03a1\u03a3\u03a9\u03b1\u03c9\u0404\u0406\u0410\u0418\u041a\u0438\u043a\u044f\u0454\u0456' + // Greek, Cyrillic
  '\u05d0\u05ea\u0621\u0621\u0627\u063a\u0641\u064a\u0660\u0669' + // Hebrew, Arabic
  '\u0904\u0928\u092a\u0930\u0932\u0933\u0935\u0957\u0964\u096f' + // Devanagari
  '\u2000\u200a\u200c\u200c\u2010\u2027\u2030\u205f\u20a0\u20b9\u2190\u21ff'; // punctuation

/** 1 for code units that have to be rewritten or that begin something that does. */
const unlike = new Uint8Array(0x10000).fill(1);
for (let i = 0; i < ALIKE.length; i += 2) unlike.fill(0, ALIKE.charCodeAt(i), ALIKE.charCodeAt(i + 1) + 1);

/** Where the next stretch begins that is rewritten (wanted 1) or that is not (wanted 0). */
function next(text: string, from: number, wanted: number): number {
  let at = from;
  while (at < text.length && unlike[text.charCodeAt(at)] !== wanted) at++;
  return at;
}

/** Letters of spaceless scripts, and some characters beside them: a text without any has no runs. */
const SPACELESS_BLOCKS =
  /[\u0e01-\u0fff\u1000-\u109f\u1100-\u11ff\u1780-\u17ff\u1950-\u19ff\u1a20-\u1aaf\u2e80-\u9fff\ua960-\ua97f\ua9e0-\ua9ff\uaa60-\uaa7f\uac00-\ud7ff\uf900-\ufaff\uff66-\uffdc\u{116d0}-\u{116ff}\u{16fe0}-\u{18fff}\u{1aff0}-\u{1b2ff}\u{1f200}\u{20000}-\u{3ffff}]/u;

/** A text with every unlike stretch as it is compared. */
function rewritten(text: string): string {
  let out = '';
  for (let at = 0; at < text.length; ) {
    const from = next(text, at, 1);
    const to = next(text, from, 0);
    out += text.slice(at, from);
    for (at = from; at < to; ) {
      const code = text.codePointAt(at)!;
      at += code > 0xffff ? 2 : 1;
      const kind = classOf(code);
      if (kind === LETTER) out += foldOf(code);
      else if (kind !== IGNORED) out += ' ';
    }
  }
  return out;
}

/** Words of a run's letters: pairs, and the last letter if the run ends where it ends. */
export function pairsOf(letters: readonly string[], ends: boolean): string[] {
  const pairs = letters.slice(0, -1).map((letter, i) => letter + letters[i + 1]!);
  return ends ? [...pairs, letters.at(-1)!] : pairs;
}

/** One text for both tables; `grams` is null where it has no runs. */
export interface Streams {
  readonly words: string;
  readonly grams: string | null;
}

function both(atoms: Iterable<Atom>): Streams {
  const words: string[] = [];
  const grams: string[] = [];
  let runs = false;
  for (const atom of atoms) {
    if (atom.kind === 'word') {
      words.push(atom.folded);
      grams.push(atom.folded);
    } else {
      runs = true;
      words.push(ELSEWHERE);
      for (const pair of pairsOf(atom.letters, true)) grams.push(pair);
    }
  }
  return { words: words.join(' '), grams: runs ? grams.join(' ') : null };
}

/** What the engine is given for a text. Fast where a text is of Latin letters only: it goes in as it is. */
export function streamsOf(text: string): Streams {
  const first = next(text, 0, 1);
  if (first === text.length) return { words: text, grams: null };
  if (!SPACELESS_BLOCKS.test(text)) return { words: rewritten(text), grams: null };
  return both(atomsOf(text));
}

/** The streams of several texts of one column as one, between which no phrase reaches. */
export function joinedStreams(texts: readonly string[]): Streams {
  if (texts.length <= 1) return streamsOf(texts[0] ?? '');
  const all = texts.map(streamsOf);
  const some = all.some(({ grams }) => grams !== null);
  const whole = (stream: Streams, i: number): string => stream.grams ?? both(atomsOf(texts[i]!)).words;
  return {
    words: all.map(({ words }) => words).join(` ${BOUNDARY} `),
    grams: some ? all.map(whole).join(` ${BOUNDARY} `) : null,
  };
}
