/** Every character that there is, and many random texts, are cut alike by the engine and by us. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { atomsOf } from '../../src/text/unicode/atoms.ts';
import { ELSEWHERE } from '../../src/text/unicode/characters.ts';
import { streamsOf, WORDS_TOKENIZER } from '../../src/text/unicode/streams.ts';
import { engineTokenizer } from './engine-words.ts';

test('every character of every plane', () => {
  const engineWords = engineTokenizer(WORDS_TOKENIZER);
  for (let from = 0x10000; from < 0x110000; from += 512) {
    const text = Array.from({ length: 512 }, (_, i) => `1${String.fromCodePoint(from + i)}2`).join(' ');
    const ours = [...atomsOf(text)].map((atom) => (atom.kind === 'word' ? atom.folded : ELSEWHERE));
    assert.deepEqual(engineWords(streamsOf(text).words), ours, from.toString(16));
  }
});
