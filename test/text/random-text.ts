/** Random texts in several scripts, with what makes cutting them hard. */
import fc from 'fast-check';

/** Words that are one another's beginnings, or the same but for case and marks. */
const WORDS = [
  ...[
    'alpha',
    'Alphabet',
    'ALPHA',
    'beta',
    'b\u00eata',
    'be\u0302ta',
    'gamma',
    'a',
    'x1',
    '10',
    'e-mail',
    'na\u00efve',
    'nai\u0308ve',
  ],
  ...[
    'stra\u00dfe',
    'STRASSE',
    '\u0141\u00f3d\u017a',
    'lodz',
    '\ufb01nance',
    'finance',
    'in\u00advest',
    'invest',
    '\uff21\uff22',
    'ab',
  ],
  ...[
    '\u0391\u03b8\u03ae\u03bd\u03b1',
    '\u0391\u0398\u0397\u039d\u0391',
    '\u0401\u043b\u043a\u0430',
    '\u0435\u043b\u043a\u0430',
    '\u0439\u043e\u0434',
  ],
  ...[
    '\u05e9\u05b8\u05c1\u05dc\u05d5\u05b9\u05dd',
    '\u05e9\u05dc\u05d5\u05dd',
    '\u0643\u0650\u062a\u0627\u0628',
    '\u0643\u062a\u0627\u0628',
    '\u0915\u093f\u0924\u093e\u092c',
  ],
];

/** Letters of scripts without spaces: Han, kana with its half-width and voiced forms, Hangul in one piece and in parts, Thai. */
const LETTERS = [
  ...'\u5317\u4eac\u5e02\u5834\u304b\u304c\u30ab\uff76\ud68c\uc758\uc5d0\u0e01\u0e35\u0e48',
  'か\u3099',
  '\u1112\u116c',
  '\u5317\ufe00',
];

/** What stands between: also a line end inside of a run, a paragraph, quotes, an emoji, and a surrogate without its other half. */
const BETWEEN = [
  ' ',
  ' ',
  ' ',
  ', ',
  '\n',
  '\r\n',
  '\n\n',
  '\u3000',
  '-',
  '"',
  "'",
  '(',
  '*',
  ' \ud83e\udd14',
  '\u2019',
  '\ud800',
  '\u200b',
  '\u200c',
  '\0',
  '',
];

const word = fc.constantFrom(...WORDS);
const run = fc.array(fc.constantFrom(...LETTERS), { minLength: 1, maxLength: 5 }).map((letters) => letters.join(''));

/** A few words of several scripts. */
export const someWords: fc.Arbitrary<string> = fc
  .array(
    fc.tuple(fc.oneof({ weight: 3, arbitrary: word }, { weight: 1, arbitrary: run }), fc.constantFrom(...BETWEEN)),
    {
      maxLength: 10,
    },
  )
  .map((parts) => parts.flat().join(''));

/** One word or run. */
export const oneWord: fc.Arbitrary<string> = fc.oneof({ weight: 3, arbitrary: word }, { weight: 1, arbitrary: run });
