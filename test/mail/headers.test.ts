/** Header blocks: encoded words, ids, damage. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { eml } from '../../src/formats/eml.ts';
import { idOf, message, read } from './told.ts';

/** A Subject field, its bytes as Latin-1, and what it says. */
const SUBJECTS: readonly (readonly [written: string, read: string])[] = [
  ['plain', 'plain'],
  ['  spaces  around  ', 'spaces  around'],
  ['folded\r\n\tonce', 'folded once'],
  ['=?utf-8?q?J=C3=BCrgen_X?=', 'Jürgen X'],
  ['=?UTF-8?B?SsO8cmdlbg==?=', 'Jürgen'],
  ['=?iso-8859-1?Q?J=FCrgen?=', 'Jürgen'],
  ['=?windows-1251?B?8uXs4A==?=', 'тема'],
  ['=?koi8-r?B?1MXNwQ==?=', 'тема'],
  ['=?iso-2022-jp?B?GyRCN28bKEI=?= =?iso-2022-jp?B?GyRCTD4bKEI=?=', '件名'],
  ['=?utf-7?Q?Fr+APY-sche?=', 'Frösche'],
  ['=?utf-8*de?q?gr=C3=BCn?=', 'grün'],
  // White space between words belongs to neither; between a word and text it stays (RFC 2047, 6.2).
  ['=?utf-8?q?a?= =?utf-8?q?b?=', 'ab'],
  ['=?utf-8?q?a?=\r\n =?utf-8?q?b?=', 'ab'],
  ['=?utf-8?q?a?= b =?utf-8?q?c?=', 'a b c'],
  ['=?iso-8859-1?q?a?= =?utf-8?q?=C3=BC?=', 'aü'],
  // A character cut in two by a program that counts bytes.
  ['=?utf-8?q?J=C3?= =?utf-8?q?=BCrgen?=', 'Jürgen'],
  ['=?utf-8?b?Sg==?= =?utf-8?b?w7w=?=', 'Jü'],
  // Broken: spaces and question marks inside, no padding, no end, no such encoding, no such charset.
  ['=?utf-8?q?a b?=', 'a b'],
  ['=?utf-8?q?what??=', 'what?'],
  ['=?utf-8?b?SsO8cmdlbg?=', 'Jürgen'],
  ['=?utf-8?q?cut_of', 'cut of'],
  ['=?utf-8?q?never ended', '=?utf-8?q?never ended'],
  ['=?utf-8?x?a?=', '=?utf-8?x?a?='],
  ['=?nosuch-1?q?J=C3=BCrgen?=', 'Jürgen'],
  ['=?utf-8?q?=ZZ=?=', '=ZZ='],
  ['=?utf-8?q?J=FCrgen?=', 'Jürgen'],
  ['a =?utf-8?q?b =?utf-8?q?c?=', 'a =?utf-8?q?b c'],
  ['=?', '=?'],
  ['J\u00fcrgen \u0096 raw', 'Jürgen – raw'],
  ['J\u00c3\u00bcrgen', 'Jürgen'],
  ['=?utf-8?q?line=0Abreak=00?=', 'line break'],
];

for (const [written, expected] of SUBJECTS) {
  test(`subject ${JSON.stringify(written)}`, async () => {
    const { records } = await read(eml, Buffer.from(`Subject: ${written}\n\n`, 'latin1'));
    assert.equal(records[0]!.subject, expected);
  });
}

test('any text is read back from encoded words', async () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 60 }).map((s) => s.replace(/[\p{C}\p{Z}\s]+/gu, ' ').trim());
  await fc.assert(
    fc.asyncProperty(text, fc.integer({ min: 1, max: 30 }), fc.boolean(), async (subject, size, q) => {
      const bytes = Buffer.from(subject, 'utf8');
      const words: string[] = [];
      for (let at = 0; at < bytes.length; at += size) {
        const piece = bytes.subarray(at, at + size);
        const hex = [...piece].map((byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');
        words.push(q ? `=?utf-8?Q?${hex}?=` : `=?utf-8?B?${piece.toString('base64')}?=`);
      }
      assert.equal((await message([`Subject: ${words.join('\r\n ')}`])).subject, subject);
    }),
    { numRuns: 300 },
  );
});

test('ids are taken out of what stands around them', async () => {
  const record = await message([
    'Message-ID:  <1@harbour.example>  ',
    'In-Reply-To: Your message of Thursday <2@harbour.example>',
    'References: <3@harbour.example>\r\n\t<4@harbour.example><2@harbour.example> junk',
  ]);
  assert.equal(record.id, idOf('1@harbour.example'));
  assert.deepEqual(record.references, [
    idOf('3@harbour.example'),
    idOf('4@harbour.example'),
    idOf('2@harbour.example'),
  ]);
  assert.deepEqual(record.flags, ['reply']);
  assert.equal((await message(['Message-ID: bare@harbour.example'])).id, idOf('bare@harbour.example'));
  assert.equal((await message(['Message-ID: <fol\r\n ded@harbour.example>'])).id, idOf('folded@harbour.example'));
  assert.equal((await message(['Message-ID: <>'])).id, '0:0');
  assert.deepEqual((await message(['In-Reply-To: 9@harbour.example'])).references, [idOf('9@harbour.example')]);
});

test('names of fields in any case, with white space before the colon, with CRLF', async () => {
  const { records } = await read(
    eml,
    'FROM : a@b.example\r\nto\t: c@d.example\r\nSubJect:x\r\n\r\nFrom: z@z.example\r\n',
  );
  assert.deepEqual(records[0]!.people, ['from mail:a@b.example', 'to mail:c@d.example']);
  assert.equal(records[0]!.subject, 'x');
});

test('lines that end in CR alone, as old Macintosh programs wrote them', async () => {
  const bytes = Buffer.from('From: a@b.example\rTo: c@d.example\rSubject: x\r\rone\rtwo\r');
  assert.ok(eml.recognize({ name: 'x', bytes, size: bytes.length }) > 0.5);
  const { records } = await read(eml, bytes);
  assert.deepEqual(records[0]!.people, ['from mail:a@b.example', 'to mail:c@d.example']);
  assert.equal(records[0]!.length, bytes.length);
  assert.match(eml.view!(bytes, 0), /Subject: x\n\none\ntwo\n/);
});

test('a line that is no field is stepped over when fields follow, and ends the headers when none do', async () => {
  const among = await read(
    eml,
    'From: a@b.example\nbroken line\nTo: c@d.example\nDate: Thu, 3 Jan 2030 10:00:00 +0000\n\nx',
  );
  assert.deepEqual(among.records[0]!.people, ['from mail:a@b.example', 'to mail:c@d.example']);
  assert.deepEqual(
    among.problems.map(({ code, offset }) => [code, offset]),
    [['header-broken', 18]],
  );
  const missing = await read(
    eml,
    'From: a@b.example\nTo: c@d.example\nDate: Thu, 3 Jan 2030 10:00:00 +0000\nDear Carl,\nsee below\n\nx',
  );
  assert.deepEqual(missing.records[0]!.people, ['from mail:a@b.example', 'to mail:c@d.example']);
  assert.deepEqual(
    missing.problems.map(({ code, severity }) => [code, severity]),
    [['header-broken', 'note']],
  );
});

test('a mark, a separator and empty lines before the headers are skipped', async () => {
  const told = await read(
    eml,
    '\ufeffFrom a@b.example Thu Jan  3 10:00:00 2030\n\nFrom: a@b.example\nTo: c@d.example\n\nx',
  );
  assert.equal(told.records[0]!.offset, 46);
  assert.deepEqual(
    [...told.skips],
    [
      ['byte order mark', { items: 1, bytes: 3 }],
      ['mbox separator', { items: 1, bytes: 42 }],
      ['blank lines', { items: 1, bytes: 1 }],
    ],
  );
});

test('an empty file and one without headers', async () => {
  const empty = await read(eml, '');
  assert.equal(empty.records.length, 0);
  assert.deepEqual(
    empty.problems.map(({ code, severity }) => [code, severity]),
    [['file-empty', 'note']],
  );
  const none = await read(eml, '\n\nonly words');
  assert.equal(none.records.length, 1);
  assert.ok(none.problems.some(({ code }) => code === 'no-author'));
});
