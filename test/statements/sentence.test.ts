/** Verdicts on sentences of a story, and finding sentences in its text. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { claimVerdict, numberVerdict, rateVerdict } from '../../src/statements/sentence.ts';
import { findQuote, readStory, storyKind } from '../../src/statements/sentence-text.ts';

const atLeast = (min: number): { min: number; max: null } => ({ min, max: null });

test('a told number is supported by what is certain, exceeded by more, contradicted by whole records alone', () => {
  assert.equal(numberVerdict(atLeast(18), { min: 18, max: 22 }, false, false), 'supported');
  assert.equal(numberVerdict(atLeast(18), { min: 17, max: 22 }, true, true), 'untested');
  assert.equal(numberVerdict(atLeast(18), { min: 3, max: 9 }, true, false), 'untested', 'the export may have holes');
  assert.equal(numberVerdict(atLeast(18), { min: 3, max: 9 }, true, true), 'contradicted');
  assert.equal(numberVerdict({ min: 0, max: 12 }, { min: 13, max: 20 }, false, false), 'exceeded');
  assert.equal(numberVerdict({ min: 0, max: 12 }, { min: 11, max: 13 }, true, true), 'untested');
  assert.equal(
    numberVerdict({ min: 3, max: 3 }, { min: 3, max: 3 }, false, false),
    'untested',
    'there may be a fourth',
  );
  assert.equal(numberVerdict({ min: 3, max: 3 }, { min: 3, max: 3 }, true, false), 'supported');
});

test('no verdict is firmer than the truth allows', () => {
  const world = fc.record({
    truth: fc.nat(30),
    below: fc.nat(5),
    above: fc.nat(5),
    lost: fc.nat(5),
    min: fc.nat(30),
    span: fc.option(fc.nat(10)),
  });
  fc.assert(
    fc.property(world, ({ truth, below, above, lost, min, span }) => {
      // The records hold `truth` contacts; `lost` more took place where they do not reach.
      const told = { min, max: span === null ? null : min + span };
      const records = { min: Math.max(0, truth - below), max: truth + above };
      const isWhole = lost === 0;
      const happened = truth + lost;
      const verdict = numberVerdict(told, records, isWhole, isWhole);
      if (verdict === 'supported') assert.ok(happened >= told.min && (told.max === null || happened <= told.max));
      if (verdict === 'exceeded') assert.ok(told.max !== null && happened > told.max);
      if (verdict === 'contradicted') assert.ok(happened < told.min);
    }),
  );
});

test('what is at odds with the records but hedged is untested', () => {
  assert.equal(claimVerdict('contradicted'), 'contradicted');
  assert.equal(claimVerdict('consistent'), 'supported');
  assert.equal(claimVerdict('at-odds'), 'untested');
  assert.equal(claimVerdict('untested'), 'untested');
});

test('a change of rate is supported or contradicted only where it is more than chance', () => {
  assert.equal(rateVerdict('up', { isTestable: true, ratio: 2.8, changed: true }), 'supported');
  assert.equal(rateVerdict('up', { isTestable: true, ratio: 0.4, changed: true }), 'contradicted');
  assert.equal(rateVerdict('down', { isTestable: true, ratio: 0.4, changed: true }), 'supported');
  assert.equal(rateVerdict('up', { isTestable: true, ratio: null, changed: true }), 'supported', 'none before');
  assert.equal(rateVerdict('up', { isTestable: true, ratio: 2.8, changed: false }), 'untested');
  assert.equal(rateVerdict('up', { isTestable: false, ratio: 2.8, changed: true }), 'untested');
});

function cut(text: string, quote: string, path: string, encoding: 'utf8' | 'latin1' = 'utf8'): string {
  const bytes = Buffer.from(text, encoding);
  const found = findQuote(readStory(bytes, storyKind(path)), quote, storyKind(path));
  if (typeof found === 'string') return found;
  return bytes.subarray(found[0], found[0] + found[1]).toString(encoding);
}

test('a sentence is found over line ends, emphasis, headings and quotation marks', () => {
  const text = 'Åre.\n\n## At *least* “18\ncalls” [were](https://x.example/a_b) made\n> and more\n';
  assert.equal(
    cut(text, 'At least "18 calls" were made', 'a.md'),
    'At *least* “18\ncalls” [were](https://x.example/a_b) made',
  );
  assert.equal(cut(text, 'made and more', 'a.md'), 'made\n> and more');
  assert.equal(cut(text, 'At least', 'a.txt'), 'none', 'in plain text an asterisk is one');
});

test('of HTML only what is read counts', () => {
  const text =
    '<style>p { calls }</style><!-- calls --><p>Eigh<b>teen</b>&nbsp;calls &amp; mails</p><p>Two <script>if (a < b) calls()</script>more</p>';
  assert.equal(cut(text, 'Eighteen calls & mails', 'a.html'), 'Eigh<b>teen</b>&nbsp;calls &amp; mails');
  assert.equal(cut(text, 'mails Two more', 'a.html'), 'mails</p><p>Two <script>if (a < b) calls()</script>more');
  assert.equal(cut(text, 'calls', 'a.html'), 'calls');
});

test('a quotation must stand there once', () => {
  assert.equal(cut('one two one', 'one', 'a.txt'), 'several');
  assert.equal(cut('one two one', 'three', 'a.txt'), 'none');
  assert.equal(cut('one', ' ', 'a.txt'), 'none');
  assert.equal(
    cut('Vågbrytaren är här', 'är här', 'a.txt', 'latin1'),
    'är här',
    'and bytes that are no UTF-8 are windows-1252',
  );
});

test('whatever bytes a story has, every character stands for some of them, in order', () => {
  const kinds = fc.constantFrom('text' as const, 'markdown' as const, 'html' as const);
  const bits = fc.array(
    fc.constantFrom(
      '<!--',
      '-->',
      '<script>',
      '</script',
      '<b',
      '>',
      '&amp;',
      '&#0;',
      ']',
      '(',
      ')',
      '*',
      '\n# ',
      'å',
      '𝄞',
      '\ufeff',
      'a b',
    ),
  );
  const bytes = fc.oneof(
    bits.map((list) => new TextEncoder().encode(list.join(''))),
    fc.uint8Array({ maxLength: 60 }),
  );
  fc.assert(
    fc.property(bytes, kinds, (story, kind) => {
      const { text, starts, ends } = readStory(story, kind);
      assert.equal(starts.length, text.length);
      for (let i = 0; i < text.length; i++) {
        assert.ok(starts[i]! < ends[i]! && ends[i]! <= story.length);
        if (i > 0) assert.ok(starts[i]! >= starts[i - 1]!);
      }
    }),
  );
});
