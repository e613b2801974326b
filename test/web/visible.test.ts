/** Text from records on a page: nothing in it hides, turns the line around, or is lost. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { beginning, datesIn, type Stretch, visible } from '../../web/text/visible.ts';

function hiddenOf(text: string): string[] {
  return visible(text).flatMap((stretch) => (typeof stretch === 'string' ? [] : [stretch.hidden]));
}

test('ordinary text of any script is one stretch as it stands', () => {
  for (const text of ['Kajsund, Staffan', 'Łódź Ďumbier', 'שלום עולם', 'مرحبا ١٢٣', '東京都', 'a\tb\nc', 'a\r\nb'])
    assert.deepEqual(visible(text).filter((stretch) => typeof stretch !== 'string').length, 0, JSON.stringify(text));
});

test('overrides of direction, zero widths and controls are named where they stand', () => {
  assert.deepEqual(visible('Lunch?\u202egpj.exe'), ['Lunch?', { hidden: 'RLO' }, 'gpj.exe']);
  assert.deepEqual(visible('pay\u200bpal'), ['pay', { hidden: 'zero width' }, 'pal']);
  assert.deepEqual(hiddenOf('\u2066a\u2069\u0000\u001b[2J\u007f\ufeff\u00ad\u2028'), [
    'LRI',
    'PDI',
    'U+0000',
    'U+001B',
    'U+007F',
    'BOM',
    'soft hyphen',
    'U+2028',
  ]);
  assert.deepEqual(hiddenOf('tag\u{e0041}'), ['U+E0041']);
});

test('a joiner inside an emoji is how it is spelled; between letters it is named', () => {
  assert.deepEqual(visible('👩\u200d🚒'), ['👩\u200d🚒']);
  assert.deepEqual(visible('👩🏽\u200d🚒 ok'), ['👩🏽\u200d🚒 ok']);
  assert.deepEqual(hiddenOf('ad\u200dmin'), ['ZWJ']);
});

test('nothing that is seen gets lost, and nothing hidden is left', () => {
  const seen = (stretches: readonly Stretch[]): string =>
    stretches.map((stretch) => (typeof stretch === 'string' ? stretch : '')).join('');
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const shown = seen(visible(text));
      const without = text.replace(/[\u202a-\u202e\u2066-\u2069\u200b\u200e\u200f\ufeff]/gu, '');
      assert.equal(
        shown.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, ''),
        without.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, ''),
      );
      assert.doesNotMatch(shown, /[\u202a-\u202e\u2066-\u2069\u200b\u200e\u200f\ufeff]/u);
    }),
  );
});

test('a long text is cut with its whole length, and never inside of a character', () => {
  assert.deepEqual(beginning('abc', 3), { text: 'abc', of: null });
  assert.deepEqual(beginning('abcd', 3), { text: 'abc', of: 4 });
  assert.deepEqual(beginning('ab😀', 3), { text: 'ab', of: 4 });
  assert.equal(beginning('x'.repeat(1_000_000), 240).of, 1_000_000);
});

test('dates are told apart, so that they stay on one line, and nothing else changes', () => {
  assert.deepEqual(datesIn('from 2030-04-01 to 2030-11.'), ['from ', '2030-04-01', ' to ', '2030-11', '.']);
  assert.deepEqual(datesIn('+46 8 465-004-00'), ['+46 8 465-004-00']);
  fc.assert(fc.property(fc.string(), (text) => assert.equal(datesIn(text).join(''), text)));
});
