/** Marks stand where the engine would put them, and snippets show them. */
import assert from 'node:assert/strict';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import fc from 'fast-check';
import { TEXT_COLUMNS } from '../../src/text/document.ts';
import { matchOf } from '../../src/text/search/expression.ts';
import { highlighter, type Snippet } from '../../src/text/snippet/snippet.ts';
import { WORDS_TOKENIZER } from '../../src/text/unicode/streams.ts';
import { query, someQuery } from './corpus.ts';
import { someWords } from './random-text.ts';
import { isHit, scanned } from './scan.ts';

/** A snippet in one line. */
function told({ pieces }: Snippet): string {
  return pieces.map(({ text, marked }) => (marked ? `[${text}]` : text)).join('');
}

function shown(text: string, written: string, width = 60): string {
  return told(highlighter(query(written)).snippet(text, 'body', width));
}

test('words, phrases, prefixes and neighbours are marked; what is excluded is not', () => {
  const text = 'We talk about the annual budget plan of Łódź and 北京市場.';
  for (const [written, marked] of [
    ['budget', 'We talk about the annual [budget] plan of Łódź and 北京市場.'],
    ['"annual budget"', 'We talk about the [annual budget] plan of Łódź and 北京市場.'],
    ['"annual budget" "budget plan"', 'We talk about the [annual budget plan] of Łódź and 北京市場.'],
    ['bud* -talk', 'We talk about the annual [budget] plan of Łódź and 北京市場.'],
    ['NEAR(talk budget, 3)', 'We [talk] about the annual [budget] plan of Łódź and 北京市場.'],
    ['NEAR(talk budget, 2)', 'We talk about the annual budget plan of Łódź and 北京市場.'],
    ['lodz', 'We talk about the annual budget plan of [Łódź] and 北京市場.'],
    ['京市', 'We talk about the annual budget plan of Łódź and 北[京市]場.'],
    ['場 OR 北', 'We talk about the annual budget plan of Łódź and [北]京市[場].'],
    ['subject:budget', 'We talk about the annual budget plan of Łódź and 北京市場.'],
  ] as const)
    assert.equal(shown(text, written), marked);
});

test('the place with the most different words is shown, cut between words, in one line', () => {
  const text = `${'nothing of interest here. '.repeat(20)}the budget\n\n  plan of the year ${'and so on and on '.repeat(20)}budget`;
  assert.equal(shown(text, 'budget plan'), '…interest here. the [budget] [plan] of the year and so on and …');
  assert.equal(shown(text, 'zebra'), 'nothing of interest here. nothing of interest here. nothing …');
  assert.equal(shown('short', 'zebra'), 'short');
  assert.equal(shown('', 'zebra'), '');
});

test('a snippet is a part of its text, not much longer than asked, and never half a character', () => {
  fc.assert(
    fc.property(
      fc.array(someWords, { maxLength: 20 }),
      someQuery,
      fc.integer({ min: 10, max: 80 }),
      (texts, written, width) => {
        const text = texts.join(' \u{1f914}\u{20000} ').replaceAll('\ud800', ' ');
        const { pieces } = highlighter(query(written)).snippet(text, 'body', width);
        const whole = pieces.map((piece) => piece.text).join('');
        assert(whole.isWellFormed());
        const plain = (part: string): string => part.replace(/\s+/g, ' ');
        const inner = pieces
          .filter((piece) => piece.text !== '…')
          .map((piece) => piece.text)
          .join('');
        assert(plain(text).includes(plain(inner)), `${whole} / ${text}`);
        const longest = Math.max(0, ...pieces.filter(({ marked }) => marked).map((piece) => piece.text.length));
        assert(whole.length <= width + longest + 30, whole);
      },
    ),
    { numRuns: 200 },
  );
});

test('long texts are looked at to their end, also where a piece of them ends', () => {
  const filler = 'nothing of interest here '.repeat(12_000);
  for (const cut of [0, 1, 5, 9, 12, 14]) {
    const before = filler.slice(0, 128 * 1024 - cut);
    const text = `${before} the budget plan ${filler}`;
    assert.equal(shown(text, '"budget plan"', 40).includes('the [budget plan] '), true);
    assert.equal(shown(text, 'NEAR(the plan, 1) zebra', 40).includes('[the] budget [plan] '), true);
    assert.equal(shown(text, 'dget OR udget OR lan'), shown(text, 'zebra'), 'no word is cut');
  }
  assert.equal(shown(`${filler}last`, 'last').endsWith('here [last]'), true);
  assert.equal(shown(`budget ${filler} plan and budget`, 'plan budget').endsWith('[plan] and [budget]'), true);
});

test('something is marked where the index finds a phrase, and nothing where it does not', () => {
  const written = someQuery.filter((one) => ['phrase', 'near'].includes(query(one).root.kind));
  fc.assert(
    fc.property(someWords, written, (text, one) => {
      const asking = query(one);
      const document = scanned({ record: 0, time: 0, subject: '', body: [text], names: [] });
      const { found } = highlighter(asking).snippet(text, 'body', 1000);
      assert.equal(
        found,
        isHit(asking.root, document, () => false),
      );
    }),
    { numRuns: 500 },
  );
});

test('phrases are marked as the engine marks them', () => {
  const database = new DatabaseSync(':memory:');
  database.exec(`create virtual table t using fts5(${TEXT_COLUMNS.join(', ')}, tokenize = "${WORDS_TOKENIZER}")`);
  const insert = database.prepare("insert into t(rowid, subject, body, names) values (1, '', ?, '')");
  const mark = database.prepare("select highlight(t, 1, '[', ']') as text from t where t match ?");
  const words = fc.array(fc.constantFrom('alpha', 'Alphabet', 'bêta', 'a', 'Ёж', 'x1', ', ', '\n'), { maxLength: 30 });
  const phrase = fc.array(fc.constantFrom('alpha', 'alphabet', 'beta', 'a', 'x1'), { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(words, phrase, fc.boolean(), (parts, wanted, prefix) => {
      const text = parts.join(' ');
      database.exec('delete from t');
      insert.run(text);
      const { root } = query(`"${wanted.join(' ')}"${prefix ? '*' : ''}`);
      assert(root.kind === 'phrase');
      const engine = (mark.get(matchOf(root).expression)?.text as string | undefined) ?? text;
      const ours = told(highlighter({ text: '', root, conditions: [] }).snippet(text, 'body', 10_000));
      assert.equal(ours, engine.replace(/\s+/g, ' '));
    }),
    { numRuns: 300 },
  );
});
