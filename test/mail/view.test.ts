/** Messages as people read them, and as they are compared. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import PostalMime from 'postal-mime';
import { eml } from '../../src/formats/eml.ts';
import { bodyText } from '../../src/formats/mail/body-text.ts';
import { mbox } from '../../src/formats/mbox.ts';
import { anyMailbox } from './mailboxes-made.ts';
import { read } from './told.ts';

function fixture(name: string): Buffer {
  return readFileSync(join(import.meta.dirname, name));
}

const MIXED = [
  'From: =?utf-8?q?J=C3=BCrgen?= <j@harbour.example>',
  'To: bo@contractor.example,',
  ' carl@contractor.example',
  'Subject: =?iso-8859-1?q?gr=FCn?=',
  'Date: Thu, 3 Jan 2030 10:00:00 +0100',
  'X-Internal: not shown',
  'Content-Type: multipart/mixed; boundary=m',
  '',
  'preamble',
  '--m',
  'Content-Type: multipart/alternative; boundary="a b"',
  '',
  '--a b',
  'Content-Type: text/plain; charset=iso-8859-1',
  'Content-Transfer-Encoding: quoted-printable',
  '',
  'Sch=F6ne Gr=FC=',
  '=DFe',
  '>From there',
  '--a b',
  'Content-Type: text/html; charset=utf-8',
  '',
  '<p>not shown: there is a plain part</p>',
  '--a b--',
  '--m',
  'Content-Type: application/pdf; name="=?utf-8?q?Bl=C3=A4tter.pdf?="',
  'Content-Transfer-Encoding: base64',
  'Content-Disposition: attachment',
  '',
  'AAAA',
  '--m',
  'Content-Type: message/rfc822',
  '',
  'From: carl@contractor.example',
  'Subject: inside',
  '',
  'not shown',
  '--m--',
  '',
].join('\n');

test('headers decoded, text decoded, what is attached listed', () => {
  assert.equal(
    eml.view!(Buffer.from(MIXED), 0),
    [
      'From: Jürgen <j@harbour.example>',
      'To: bo@contractor.example, carl@contractor.example',
      'Date: Thu, 3 Jan 2030 10:00:00 +0100',
      'Subject: grün',
      '',
      'Schöne Grüße',
      '>From there',
      '',
      '[attached: Blätter.pdf, application/pdf, 4 bytes as sent]',
      '[attached message: inside, 56 bytes as sent]',
      '',
    ].join('\n'),
  );
});

test('what an mbox quoted is unquoted in the view, once', () => {
  const text = 'Subject: x\n\n>From a\n>>From b\n> From c\n';
  assert.match(mbox.view!(Buffer.from(text), 0), /\nFrom a\n>From b\n> From c\n$/);
  assert.match(eml.view!(Buffer.from(text), 0), /\n>From a\n>>From b\n/);
});

test('HTML becomes lines, tabs and signs; scripts, styles and comments vanish', () => {
  const html = [
    '<html><head><title>t</title><style>p{}</style></head><body><!-- hidden -->',
    '<p>One &amp; two&nbsp;three &lt;x&gt; &#8364; &#x41;</p><script>alert("x")</script>',
    '<table><tr><td>a</td><td>b</td></tr></table>1 < 2<br>end</body>',
  ].join('\n');
  const text = eml.view!(Buffer.from(`Content-Type: text/html; charset=utf-8\n\n${html}`), 0);
  assert.equal(text, '\nOne & two three <x> € A\n\n\ta\tb\n\n1 < 2\nend\n');
});

test('a weaker message is shown by its own bytes, or found again in the message that holds it', async () => {
  const bytes = fixture('attached/input.eml');
  const { records } = await read(eml, bytes);
  const shown = records
    .filter(({ part }) => part > 0)
    .map(({ offset, length, part }) => [part, eml.view!(bytes.subarray(offset, offset + length), part)] as const);
  const of = new Map(shown);
  assert.match(of.get(1)!, /^On Thu, 3 Jan 2030 at 16:12, Bo <bo@contractor\.example> wrote:\n> encoded, so only/);
  assert.match(of.get(2)!, /^-----Original Message-----\nFrom: Dora\n[\s\S]*hello\n?$/);
  assert.match(of.get(3)!, /^From: carl@contractor\.example\n[\s\S]*Subject: in base64\n\nhi\n$/);
  assert.match(of.get(4)!, /^From: bo@contractor\.example\n[\s\S]*Subject: first\n/);
});

test('every weaker message of a mailbox is shown from its bytes', async () => {
  for (const name of ['languages/input.mbox', 'forwards/input.mbox', 'outlook-thread/input.eml']) {
    const bytes = fixture(name);
    const format = name.endsWith('.eml') ? eml : mbox;
    const { records } = await read(format, bytes);
    for (const { offset, length, part } of records.filter((record) => record.part > 0)) {
      const view = format.view!(bytes.subarray(offset, offset + length), part);
      assert.ok(view.length > 20, `${name} ${offset}`);
      assert.notEqual(bodyText(bytes.subarray(offset, offset + length), part), '', `${name} ${offset}`);
    }
  }
});

test('texts of copies compare equal: wrapping, quote marks, signature, list footer, encoding', () => {
  const text = 'The board met the contractor on Thursday and agreed on the price of the new quay.';
  const of = (body: string, ...headers: string[]): string => bodyText(Buffer.from([...headers, '', body].join('\n')));
  const plain = of(text, 'Subject: x');
  assert.equal(plain, text);
  assert.equal(of(text.replace(/ (\w+) (\w+)/g, ' $1\r\n$2'), 'Subject: y'), plain);
  assert.equal(
    of(`> ${text.slice(0, 40)}\n> ${text.slice(40)}`.replace('> hurs', '>hurs'), 'Subject: y').replace(/ /g, ''),
    plain.replace(/ /g, ''),
  );
  assert.equal(of(`${text}\n-- \nAnna Adler\nHarbour`, 'Subject: y'), plain);
  assert.equal(of(`${text}\n${'_'.repeat(47)}\nBoard mailing list\nBoard@harbour.example`, 'Subject: y'), plain);
  assert.equal(of(Buffer.from(text).toString('base64'), 'Content-Transfer-Encoding: base64'), plain);
  assert.equal(of(`<p>${text}</p>`, 'Content-Type: text/html'), plain);
});

test('neither view nor text throws, whatever the bytes', () => {
  fc.assert(
    fc.property(
      fc.oneof(anyMailbox, fc.uint8Array({ maxLength: 200 })),
      fc.integer({ min: 0, max: 5 }),
      (bytes, part) => {
        assert.equal(typeof eml.view!(bytes, part), 'string');
        assert.equal(typeof mbox.view!(bytes, part), 'string');
        assert.equal(typeof bodyText(bytes, part), 'string');
      },
    ),
    { numRuns: 500 },
  );
});

test('another parser of MIME sees the same text, subject and addresses', async () => {
  for (const bytes of [
    Buffer.from(MIXED),
    ...['outlook-thread', 'attached', 'html-only'].map((name) => fixture(`${name}/input.eml`)),
  ]) {
    const other = await PostalMime.parse(bytes, { forceRfc822Attachments: true });
    const { records } = await read(eml, bytes);
    const { subject, people } = records[0]!;
    assert.equal(subject ?? '', other.subject ?? '');
    assert.deepEqual(
      people.filter((person) => person.startsWith('to ')).map((person) => person.replace(/^to mail:(\S+).*$/, '$1')),
      other.to?.map(({ address }) => address),
    );
    if (other.text !== undefined) {
      const squeezed = (text: string): string => text.replace(/\s+/g, ' ').trim();
      assert.equal(squeezed(eml.view!(bytes, 0)).includes(squeezed(other.text).slice(0, 200)), true, other.text);
    }
  }
});
