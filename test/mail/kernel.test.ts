/** The compiled searches: made from the text beside them, and finding what the plain code finds. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { headersEnd } from '../../src/formats/mail/header-block.ts';
import { giveRoom, searchesOf, takeRoom } from '../../src/formats/mail/kernel.ts';
import { mayQuote } from '../../src/formats/mail/quoted/marks.ts';
import { COMPILED, compiledModule } from './compile-kernel.ts';

test('the compiled kernel is fresh', async () => {
  assert.equal(readFileSync(COMPILED, 'utf8'), await compiledModule(), 'run node test/mail/compile-kernel.ts');
});

const pieces = fc.constantFrom(
  '\nFrom ',
  '\nFrom',
  'From ',
  '\n',
  '\r\n',
  '\n\n',
  '\n\r\n',
  '\r',
  'F',
  'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx',
  'Subject:',
  'x:',
  ':\n',
  ':\r',
  ' :',
  '\u00a0:',
  '*:',
  '>:',
  ':',
  '\u00ef\u00bc\u009a',
  '\u00ef',
  '=A0:',
  '\u00d0\u00b0:',
  'Betreff: x',
  'http://',
  '\u0000',
);
const bytes = fc.array(pieces, { maxLength: 40 }).map((all) => Buffer.from(all.join(''), 'latin1'));

test('they find what the plain code finds', () => {
  const room = takeRoom(65_536);
  const searches = searchesOf(room)!;
  fc.assert(
    fc.property(bytes, fc.nat(40), fc.nat(40), (content, skip, cut) => {
      // What lies around the searched bytes is the same on both sides, as it is in a window.
      const plain = Buffer.concat([Buffer.from('\nab\n'), content, Buffer.from('\nFrom x:\n\n')]);
      assert.equal(searchesOf(plain), null);
      plain.copy(room);
      const start = 4 + Math.min(skip, content.length);
      const end = Math.max(start, 4 + content.length - cut);
      assert.equal(mayQuote(room, start, end), mayQuote(plain, start, end));
      assert.equal(headersEnd(room, start, end), headersEnd(plain, start, end));
      const expected = plain.subarray(0, end).indexOf('\nFrom ', start);
      const found = searches.nextFrom(room.byteOffset + start, room.byteOffset + end);
      assert.equal(found === -1 ? -1 : found - room.byteOffset, expected);
    }),
    { numRuns: 3000 },
  );
  giveRoom(room);
});
