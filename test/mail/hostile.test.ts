/** Content that was made to break a reader, or to make it slow. Nothing throws, nothing is lost, nothing takes long. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { eml } from '../../src/formats/eml.ts';
import { bodyText } from '../../src/formats/mail/body-text.ts';
import { mbox } from '../../src/formats/mbox.ts';
import { read, unaccounted } from './told.ts';

const HEAD = 'From: a@b.example\nTo: c@d.example\nDate: Thu, 3 Jan 2030 10:00:00 +0000\n';

function nested(depth: number): string {
  let text = `${HEAD}\ninnermost\n`;
  for (let i = 0; i < depth; i++) {
    text = `${HEAD}Content-Type: multipart/mixed; boundary="b${i}"\n\n--b${i}\nContent-Type: message/rfc822\n\n${text}\n--b${i}--\n`;
  }
  return text;
}

const MADE: readonly (readonly [name: string, text: string])[] = [
  ['messages in messages in messages', nested(60)],
  [
    'multiparts in multiparts',
    `${HEAD}${Array.from({ length: 60 }, (_, i) => `Content-Type: multipart/mixed; boundary=b${i}\n\n--b${i}\n`).join('')}`,
  ],
  ['thousands of parts', `${HEAD}Content-Type: multipart/mixed; boundary=b\n\n${'--b\n\nx\n'.repeat(20_000)}--b--\n`],
  ['a boundary that is everywhere', `${HEAD}Content-Type: multipart/mixed; boundary="-"\n\n${'-'.repeat(200_000)}`],
  ['an address list of nothing but brackets', `To: ${'<'.repeat(50_000)}\n${HEAD}\nx`],
  ['an address list of nothing but comments', `To: ${'('.repeat(50_000)}\n${HEAD}\nx`],
  ['an address list of nothing but quotes', `To: ${'"\\'.repeat(50_000)}\n${HEAD}\nx`],
  ['an address list of nothing but colons', `To: ${'a:'.repeat(50_000)}\n${HEAD}\nx`],
  [
    'twenty thousand recipients',
    `Cc: ${Array.from({ length: 20_000 }, (_, i) => `u${i}@b.example`).join(', ')}\n${HEAD}\nx`,
  ],
  ['an address of nothing but spaces and points', `To: a${' . '.repeat(20_000)}@b\n${HEAD}\nx`],
  ['encoded words that never end', `Subject: ${'=?utf-8?q?a'.repeat(20_000)}\n${HEAD}\nx`],
  ['encoded words with far ends', `Subject: ${'=?utf-8?q?'.repeat(20_000)}?=\n${HEAD}\nx`],
  ['a header line without an end', `Subject: ${'x'.repeat(3_000_000)}`],
  ['a body line without an end', `${HEAD}\n${'x'.repeat(6_000_000)}`],
  ['parameters without an end', `Content-Type: text/plain; ${'a="\\'.repeat(20_000)}\n${HEAD}\nx`],
  ['a date of digits', `Date: ${'1'.repeat(100_000)}\nFrom: a@b.example\n\nx`],
  [
    'quotes in quotes',
    `${HEAD}\n${Array.from({ length: 3000 }, (_, i) => `${'>'.repeat(i)} On 3 January 2030 at 10:00, A <a@b.example> wrote:`).join('\n')}`,
  ],
  ['headers of quoted messages without an end', `${HEAD}\n${'From: a\nSubject: b\nTo: c\n'.repeat(20_000)}`],
  ['labels without an end', `${HEAD}\n${'From: a\n'.repeat(50_000)}`],
  ['colons without an end', `${HEAD}\n${`${'a '.repeat(120)}wrote:\n`.repeat(5000)}`],
  ['tags without an end', `${HEAD}Content-Type: text/html\n\n${'<script>'.repeat(50_000)}Subject: x`],
  ['entities without an end', `${HEAD}Content-Type: text/html\n\n${'&#x'.repeat(50_000)}Subject: x`],
  [
    'quoted-printable of nothing but equals signs',
    `${HEAD}Content-Transfer-Encoding: quoted-printable\n\n${'='.repeat(200_000)}x:\n`,
  ],
  ['base64 of nothing', `${HEAD}Content-Transfer-Encoding: base64\n\n${'\n=\n'.repeat(100_000)}`],
  ['separators without messages', 'From a@b.example Thu Jan  3 10:00:00 2030\n'.repeat(5000)],
  [
    'separators that are none',
    `From a@b.example Thu Jan  3 10:00:00 2030\n${HEAD}\n${'\nFrom here on\n'.repeat(20_000)}`,
  ],
  ['a separator without an end', `From a@b.example Thu Jan  3 10:00:00 2030\n${HEAD}\n\nFrom ${'x'.repeat(200_000)}`],
  ['nothing but zeros', '\u0000'.repeat(300_000)],
];

for (const [name, text] of MADE) {
  test(name, async () => {
    const bytes = Buffer.from(text, 'latin1');
    for (const format of [eml, mbox]) {
      const told = await read(format, bytes);
      assert.equal(unaccounted(told, bytes.length), 0, format.name);
      const { length } = told.records;
      assert.ok(length <= 7000, `${format.name}: ${length} records`);
    }
    assert.equal(typeof bodyText(bytes), 'string');
    assert.equal(typeof eml.view!(bytes, 1), 'string');
  });
}

test('what is not searched is said', async () => {
  const codes = async (text: string): Promise<string[]> => (await read(eml, text)).problems.map(({ code }) => code);
  assert.deepEqual(await codes(nested(60)), ['mime-too-deep']);
  assert.deepEqual(
    await codes(`${HEAD}Content-Type: multipart/mixed; boundary=b\n\n${'--b\n\nx\n'.repeat(2000)}--b--\n`),
    ['mime-too-deep'],
  );
  assert.deepEqual(await codes(`${HEAD}Content-Type: multipart/mixed; boundary=b\n\n--b\n\nx\n`), ['mime-not-closed']);
});

test('words that every object knows are words like others', async () => {
  for (const word of ['constructor', 'valueOf', 'toString', '__proto__', 'hasOwnProperty']) {
    const text = [
      `From: ${word} <${word}@b.example>`,
      `To: =?${word}?q?J=FC?= <c@d.example>`,
      `Date: Thu, 3 Jan 2030 10:00:00 ${word}`,
      `${word}: x`,
      `Content-Type: text/html; charset=${word}; ${word}=${word}`,
      `Content-Transfer-Encoding: ${word}`,
      '',
      `&${word}; On ${word} 3 January 2030 10:00 ${word}, A <a@b.example> wrote:<br>${word}: Subject: x`,
    ].join('\n');
    const { records, problems } = await read(eml, text);
    assert.deepEqual(records[0]!.people, [`from mail:${word}@b.example "${word}"`, 'to mail:c@d.example "Jü"']);
    assert.equal(records[0]!.latest! - records[0]!.earliest!, 26 * 3600);
    assert.deepEqual(
      problems.map(({ code }) => code),
      ['zone-unreadable'],
    );
    assert.ok(eml.view!(Buffer.from(text), 0).includes(`&${word}; On ${word}`));
  }
});

test('a mailbox that was cut off says so', async () => {
  const { problems } = await read(mbox, `From a@b.example Thu Jan  3 10:00:00 2030\n${HEAD}\nhalf a li`);
  assert.deepEqual(
    problems.map(({ code, severity }) => [code, severity]),
    [['mbox-cut', 'note']],
  );
});
