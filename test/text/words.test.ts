/** Texts are cut into the same words by the engine, which indexes them, and by us, who ask for them and mark them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Atom, atomsOf } from '../../src/text/unicode/atoms.ts';
import { ELSEWHERE } from '../../src/text/unicode/characters.ts';
import { GRAMS_TOKENIZER, joinedStreams, streamsOf, WORDS_TOKENIZER } from '../../src/text/unicode/streams.ts';
import { engineTokenizer } from './engine-words.ts';
import { someWords } from './random-text.ts';

const engineWords = engineTokenizer(WORDS_TOKENIZER);
const engineGrams = engineTokenizer(GRAMS_TOKENIZER);

/** The words of the second table, said without the code that makes them. */
function gramsOf(atom: Atom): string[] {
  if (atom.kind === 'word') return [atom.folded];
  return atom.letters.map((letter, i) => letter + (atom.letters[i + 1] ?? ''));
}

function same(text: string): void {
  const atoms = [...atomsOf(text)];
  const { words, grams } = streamsOf(text);
  const ours = atoms.map((atom) => (atom.kind === 'word' ? atom.folded : ELSEWHERE));
  assert.deepEqual(engineWords(words), ours);
  assert.equal(
    grams !== null,
    atoms.some(({ kind }) => kind === 'run'),
  );
  if (grams !== null) assert.deepEqual(engineGrams(grams), atoms.flatMap(gramsOf));
}

/** All characters of a plane that can be written, each inside of a word, some hundred a text. */
function* charactersFrom(first: number, last: number): Generator<string> {
  for (let from = first; from <= last; from += 512) {
    let text = '';
    for (let code = from; code < Math.min(from + 512, last + 1); code++) text += `1${String.fromCodePoint(code)}2 `;
    yield text;
  }
}

test('every character up to the surrogates is to the engine what it is to us', () => {
  for (const text of charactersFrom(0, 0xd7ff)) same(text);
  for (const text of charactersFrom(0xe000, 0xffff)) same(text);
});

test('emoji, and letters of later Unicode versions than the engine knows, are what they are to us', () => {
  for (const text of charactersFrom(0x1f000, 0x1faff)) same(text);
  for (const text of charactersFrom(0x10400, 0x105ff)) same(text);
  assert.deepEqual(
    [...atomsOf('yes\u{1f914}no')].map((atom) => atom.kind === 'word' && atom.folded),
    ['yes', 'no'],
  );
});

test('random texts in several scripts are cut alike', () => {
  fc.assert(fc.property(someWords, same), { numRuns: 300 });
});

test('random characters are cut alike', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 60 }), same), { numRuns: 300 });
  fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), same), { numRuns: 200 });
});

test('what looks the same is the same word', () => {
  const folded = (text: string): unknown =>
    [...atomsOf(text)].map((atom) => (atom.kind === 'word' ? atom.folded : atom.letters));
  for (const [one, other] of [
    ['\u0391\u03b8\u03ae\u03bd\u03b1', '\u0391\u0398\u0397\u039d\u0391'], // Greek accents fall away in capitals
    ['\u03a3\u03af\u03c3\u03c5\u03c6\u03bf\u03c2', '\u03c3\u03b9\u03c3\u03c5\u03c6\u03bf\u03c3'], // final sigma
    ['\u0401\u043b\u043a\u0430', '\u0435\u043b\u043a\u0430'], // Cyrillic io
    ['caf\u00e9', 'cafe\u0301'], // an accent written apart, as file names from macOS have it
    ['\u0141\u00f3d\u017a', 'lodz'],
    ['stra\u00dfe', 'STRASSE'],
    ['\u0130stanbul', 'istanbul'],
    ['bud\u00adget', 'budget'], // soft hyphen
    ['bud\u200bget', 'budget'], // a zero-width space that hides a word
    ['\ufb01nal', 'final'], // ligature of a PDF
    ['\uff21\uff22', 'ab'], // full width
    ['\u05e9\u05b8\u05c1\u05dc\u05d5\u05b9\u05dd', '\u05e9\u05dc\u05d5\u05dd'], // Hebrew points
    ['\uff76\uff9e', '\u30ac'], // half-width kana
    ['\u304b\u3099', '\u304c'], // voicing written apart
    ['\u1112\u116c', '\ud68c'], // Hangul in parts
    ['\u5317\u4eac\n\u5e02\u5834', '\u5317\u4eac\u5e02\u5834'], // a line ends inside of a word
  ] as const)
    assert.deepEqual(folded(one), folded(other), `${one} ${other}`);
});

test('two different words stay different', () => {
  const words = (text: string): unknown => [...atomsOf(text)];
  assert.equal((words('\ud68c\uc758\n\uacb0\uc815') as Atom[]).length, 2, 'lines of Korean end between words');
  assert.equal((words('\u5317\u4eac\n\n\u5e02\u5834') as Atom[]).length, 2, 'a paragraph ends a run');
  assert.deepEqual(
    [...atomsOf('\u0915\u093f\u0924\u093e\u092c \u0915\u0924\u092c')].map(
      (atom) => atom.kind === 'word' && atom.folded,
    ),
    ['\u0915\u093f\u0924\u093e\u092c', '\u0915\u0924\u092c'],
    'vowel signs of Devanagari belong to the word',
  );
});

test('several texts are joined with a mark between them, in both tables', () => {
  const { words, grams } = joinedStreams(['one two', 'three \u5317\u4eac']);
  assert.deepEqual(engineWords(words), ['one', 'two', '\ue000', 'three', '\ue001']);
  assert.deepEqual(engineGrams(grams!), ['one', 'two', '\ue000', 'three', '\u5317\u4eac', '\u4eac']);
  assert.deepEqual(
    engineWords(streamsOf('a\ue000b\ue001c').words),
    ['a', 'b', 'c'],
    'a text cannot bring the marks along',
  );
});
