/** Address lists of headers, as the standards write them and as programs do. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { eml } from '../../src/formats/eml.ts';
import { message, read } from './told.ts';

/** A To field and the participants in it. */
const LISTS: readonly (readonly [list: string, ...people: string[]])[] = [
  ['a@b.example', 'mail:a@b.example'],
  ['<a@b.example>', 'mail:a@b.example'],
  ['A.B@C.Example', 'mail:A.B@C.Example'],
  ['Anna Adler <a@b.example>', 'mail:a@b.example "Anna Adler"'],
  ['"Adler, Anna" <a@b.example>', 'mail:a@b.example "Adler, Anna"'],
  ['"Anna \\"Ann\\" Adler" <a@b.example>', 'mail:a@b.example "Anna "Ann" Adler"'],
  [
    'Anna<a@b.example>,bo@b.example , <c@b.example>',
    'mail:a@b.example "Anna"',
    'mail:bo@b.example',
    'mail:c@b.example',
  ],
  ['a@b.example,\r\n\tc@d.example,\r\n e@f.example', 'mail:a@b.example', 'mail:c@d.example', 'mail:e@f.example'],
  [',, a@b.example,,', 'mail:a@b.example'],
  // Comments (RFC 5322, 3.2.2; the old way to give a name).
  ['a@b.example (Anna Adler)', 'mail:a@b.example "Anna Adler"'],
  ['Anna (of the (old) board) <a@b.example>', 'mail:a@b.example "Anna"'],
  ['(only a comment) a@b.example', 'mail:a@b.example "only a comment"'],
  ['Anna Adler (a@b.example)', 'mail:a@b.example "Anna Adler"'],
  // Groups.
  ['undisclosed-recipients:;'],
  ['Undisclosed recipients: ;'],
  [
    'Board: a@b.example, Bo <bo@b.example>;, c@d.example',
    'mail:a@b.example',
    'mail:bo@b.example "Bo"',
    'mail:c@d.example',
  ],
  ['<undisclosed-recipients:@b.example;>'],
  // Obsolete forms (RFC 5322, 4.4).
  ['<@x.example,@y.example:a@b.example>', 'mail:a@b.example'],
  ['Anna . Adler <a . b @ c . example>', 'mail:a.b@c.example "Anna . Adler"'],
  ['"a b"@c.example', 'mail:"a b"@c.example'],
  ['a@[192.0.2.1]', 'mail:a@[192.0.2.1]'],
  // What programs write.
  ['a@b.example; c@d.example;', 'mail:a@b.example', 'mail:c@d.example'],
  [
    'Adler, Anna <a@b.example>; Berg, Bo <bo@b.example>',
    'mail:a@b.example "Adler, Anna"',
    'mail:bo@b.example "Berg, Bo"',
  ],
  [
    'Adler, Anna <a@b.example>, Berg, Bo <bo@b.example>',
    'mail:a@b.example "Adler, Anna"',
    'mail:bo@b.example "Berg, Bo"',
  ],
  ["'a@b.example'", 'mail:a@b.example'],
  ['"\'a@b.example\'" <a@b.example>', 'mail:a@b.example'],
  ["'Adler Anna' <a@b.example>", 'mail:a@b.example "Adler Anna"'],
  ['<<a@b.example>>', 'mail:a@b.example'],
  ['Anna <a@b.example', 'mail:a@b.example "Anna"'],
  ['Anna a@b.example>', 'mail:a@b.example "Anna"'],
  ['Anna Adler a@b.example', 'mail:a@b.example "Anna Adler"'],
  ['a@b.example c@d.example', 'mail:a@b.example', 'mail:c@d.example'],
  ['Anna <mailto:a@b.example>', 'mail:a@b.example "Anna"'],
  ['"Anna Adler <a@b.example>', 'mail:a@b.example "Anna Adler"'],
  ['"a@b.example"', 'mail:a@b.example'],
  ['Anna <a@b.example>@GATE <IMCEA@b.example>', 'mail:a@b.example "Anna"'],
  ['a@b.example <c@d.example>', 'mail:c@d.example "a@b.example"'],
  // Names without an address.
  ['Anna Adler', 'name:Anna Adler'],
  ['"Adler, Anna"', 'name:Adler, Anna'],
  ['root', 'name:root'],
  ['<aadler>', 'handle:aadler'],
  ['Anna <aadler>', 'handle:aadler "Anna"'],
  ['Anna Adler <>', 'name:Anna Adler'],
  ['<>'],
  ['(nothing)', 'name:nothing'],
  // X.500 names, and the envelope in which Exchange sends one over SMTP.
  ['/O=HARBOUR/OU=EU/CN=RECIPIENTS/CN=AADLER', 'x500:/O=HARBOUR/OU=EU/CN=RECIPIENTS/CN=AADLER'],
  [
    'Adler, Anna </O=HARBOUR/OU=EU/CN=RECIPIENTS/CN=AADLER>',
    'x500:/O=HARBOUR/OU=EU/CN=RECIPIENTS/CN=AADLER "Adler, Anna"',
  ],
  [
    '<IMCEAEX-_O=HARBOUR_OU=EU_CN=RECIPIENTS_CN=A+20ADLER@harbour.example>',
    'x500:/O=HARBOUR/OU=EU/CN=RECIPIENTS/CN=A ADLER',
  ],
  ['<IMCEANOTES-+22Anna+22+20+3Ca+40b+2Eexample+3E+40GATE@harbour.example>', 'mail:a@b.example'],
  ['<IMCEANOTES-a+40b+2Eexample+40GATE@harbour.example>', 'mail:a@b.example'],
  ['<IMCEAFAX-Anna+40+2B46@harbour.example>', 'mail:IMCEAFAX-Anna+40+2B46@harbour.example'],
  ['Anna Adler/Board/Harbour@HARBOUR', 'x500:Anna Adler/Board/Harbour@HARBOUR "Anna Adler"'],
  // Encoded and raw names.
  ['=?utf-8?q?J=C3=BCrgen?= <a@b.example>', 'mail:a@b.example "Jürgen"'],
  ['"=?iso-8859-1?Q?J=FCrgen,_X?=" <a@b.example>', 'mail:a@b.example "Jürgen, X"'],
  ['=?utf-8?b?QWRsZXIsIEFubmE=?= <a@b.example>, c@d.example', 'mail:a@b.example "Adler, Anna"', 'mail:c@d.example'],
  ['=?utf-8?q?Anna_=3Ca=40b=2Eexample=3E?=', 'mail:a@b.example "Anna"'],
  ['Jürgen <a@b.example>', 'mail:a@b.example "Jürgen"'],
];

for (const [list, ...people] of LISTS) {
  test(`to ${JSON.stringify(list)}`, async () => {
    const record = await message(['From: x@y.example', `To: ${list}`]);
    assert.deepEqual(
      record.people.filter((person) => person.startsWith('to ')),
      people.map((person) => `to ${person}`),
    );
  });
}

test('raw bytes are UTF-8 if they can be, else Windows-1252', async () => {
  const bytes = Buffer.from(
    'To: "J\u00fcrgen \u0096 X" <a@b.example>, "M\u00c3\u00bcller" <c@d.example>\n\n',
    'latin1',
  );
  const { records } = await read(eml, bytes);
  assert.deepEqual(records[0]!.people, ['to mail:a@b.example "Jürgen – X"', 'to mail:c@d.example "Müller"']);
});

test('raw ISO-2022-JP is decoded before it is taken apart', async () => {
  const { records } = await read(eml, Buffer.from('To: "\u001b$B"(\u001b(B" <a@b.example>\n\n', 'latin1'));
  assert.equal(records[0]!.people.length, 1);
  assert.match(records[0]!.people[0]!, /^to mail:a@b\.example/);
});

test('every role is kept; fields that occur again are read on, From is not', async () => {
  const { records, problems } = await read(
    eml,
    [
      'From: a@b.example',
      'From: z@b.example',
      'Sender: s@b.example',
      'Reply-To: r@b.example',
      'To: t1@b.example',
      'To: t2@b.example',
      'CC: c1@b.example',
      'cc: c2@b.example',
      'Bcc: b1@b.example',
      'Date: Thu, 3 Jan 2030 10:11:12 +0000',
      '',
      '',
    ].join('\n'),
  );
  assert.deepEqual(records[0]!.people, [
    'from mail:a@b.example',
    'sender mail:s@b.example',
    'reply-to mail:r@b.example',
    'to mail:t1@b.example',
    'to mail:t2@b.example',
    'cc mail:c1@b.example',
    'cc mail:c2@b.example',
    'bcc mail:b1@b.example',
  ]);
  assert.deepEqual(records[0]!.flags, ['sentCopy']);
  assert.deepEqual(
    problems.map(({ code }) => code),
    ['header-repeated'],
  );
});

test('blind copies that repeat the copies are none', async () => {
  const of = (cc: string, bcc: string): Promise<Awaited<ReturnType<typeof read>>> =>
    read(eml, `From: a@b.example\nTo: t@b.example\nCc: ${cc}\nBcc: ${bcc}\nDate: Thu, 3 Jan 2030 10:11:12 +0000\n\n`);
  const same = await of('c@b.example, d@b.example', 'c@b.example,\n d@b.example');
  assert.deepEqual(
    same.records[0]!.people.filter((person) => person.startsWith('bcc')),
    [],
  );
  assert.deepEqual(same.records[0]!.flags, []);
  assert.deepEqual(same.skips.get('bcc repeats cc'), { items: 1, bytes: 0 });
  const fewer = await of('c@b.example, d@b.example', 'c@b.example');
  assert.deepEqual(
    fewer.records[0]!.people.filter((person) => person.startsWith('bcc')),
    ['bcc mail:c@b.example'],
  );
});

test('an export that shows both names of one participant shows one account', async () => {
  const x500 = '/O=HARBOUR/OU=EU/CN=RECIPIENTS/CN=AADLER';
  const equations = async (...headers: string[]): Promise<string[]> => (await message(headers)).equations;
  assert.deepEqual(await equations('From: a@b.example', `X-From: Adler, Anna <${x500}>`), [
    `mail:a@b.example = x500:${x500}`,
  ]);
  assert.deepEqual(await equations('From: x@y.example', 'To: a@b.example', `X-To: Adler, Anna <${x500}>`), [
    `mail:a@b.example = x500:${x500}`,
  ]);
  // Two on either side: which is which is not known. A bare name is no account.
  assert.deepEqual(await equations('To: a@b.example, c@d.example', `X-To: <${x500}>`), []);
  assert.deepEqual(await equations('To: a@b.example', `X-To: <${x500}>, <${x500}B>`), []);
  assert.deepEqual(await equations('From: a@b.example', 'X-From: Anna Adler'), []);
});

test('a message without author or recipients is a record with problems', async () => {
  const { records, problems } = await read(eml, 'Subject: x\nDate: Thu, 3 Jan 2030 10:11:12 +0000\n\ny');
  assert.equal(records.length, 1);
  assert.deepEqual(
    problems.map(({ code, severity }) => [code, severity]),
    [
      ['no-author', 'doubtful'],
      ['no-recipients', 'note'],
    ],
  );
});

const word = fc.stringMatching(/^[A-Za-zÀ-öø-ÿ]{1,12}$/);
const local = fc.stringMatching(/^[a-z0-9]{1,8}(\.[a-z0-9]{1,6})?$/);
const person = fc.record({
  address: fc.tuple(local, local).map(([a, b]) => `${a}@${b}.example`),
  words: fc.array(word, { minLength: 0, maxLength: 3 }),
  style: fc.constantFrom('bare', 'plain', 'quoted', 'comma', 'encoded', 'comment'),
});

/** A mailbox as written, and as it must be read back. */
function written({
  address,
  words,
  style,
}: {
  address: string;
  words: string[];
  style: string;
}): readonly [string, string] {
  const name = words.join(' ');
  const ascii = /^[\x20-\x7e]*$/.test(name);
  if (name === '' || style === 'bare') return [address, `mail:${address}`];
  const read = `mail:${address} "${style === 'comma' ? words.join(', ') : name}"`;
  if (style === 'encoded' || !ascii) {
    const text = style === 'comma' ? words.join(', ') : name;
    return [`=?utf-8?B?${Buffer.from(text).toString('base64')}?= <${address}>`, read];
  }
  if (style === 'comment') return [`${address} (${name})`, read];
  if (style === 'plain') return [`${name} <${address}>`, read];
  return [`"${style === 'comma' ? words.join(', ') : name}" <${address}>`, read];
}

test('what is written is read back', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(person, { minLength: 1, maxLength: 8 }),
      fc.constantFrom(', ', ',\r\n ', ',', ' ,\n\t'),
      async (people, between) => {
        const boxes = people.map(written);
        const record = await message([`To: ${boxes.map(([box]) => box).join(between)}`]);
        assert.deepEqual(
          record.people,
          boxes.map(([, back]) => `to ${back}`),
        );
      },
    ),
    { numRuns: 400 },
  );
});
