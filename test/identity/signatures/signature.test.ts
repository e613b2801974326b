/** Signatures: what they tell, and of whom. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { ownText } from '../../../src/formats/mail/own-text.ts';
import { personName } from '../../../src/identity/names/person-name.ts';
import { signatureOf } from '../../../src/identity/signatures/signature.ts';

const DIRK = { local: 'dirk.bolverk', names: [personName('Bolverk, Dirk')!] };
const mail = (body: string, headers = ''): Buffer =>
  Buffer.from(`From: dirk.bolverk@quay.example\nSubject: Tides\n${headers}\n${body}`);

test('from the author’s name on, or from the mark on, to the end', () => {
  const told = signatureOf(
    [
      'Hello Ada,',
      'call Jo at 212-555-0199 about it.',
      '',
      'Best regards,',
      'Dirk Bolverk',
      'Vice President, Moorings',
      'Quay Builders Ltd.',
      '(212) 555-0101 (office)',
      '212.555.0102 fax',
      'Cell: +47 90 12 34 56',
      'd.bolverk@boats.example',
    ].join('\n'),
    DIRK,
  );
  assert.deepEqual(told, {
    name: 'Dirk Bolverk',
    title: 'Vice President, Moorings',
    organisation: 'Quay Builders Ltd.',
    phones: [
      { raw: '(212) 555-0101', use: 'phone' },
      { raw: '212.555.0102', use: 'fax' },
      { raw: '+47 90 12 34 56', use: 'mobile' },
    ],
    mails: ['d.bolverk@boats.example'],
  });
  const marked = signatureOf('Yes.\n--\nD. Bolverk | tel 22 33 44 55\nOslo, 12345-6789, 12/11/2031\n', DIRK);
  assert.deepEqual(marked?.phones, [{ raw: '22 33 44 55', use: 'phone' }]);
});

test('somebody else’s name, prose, closing words and what lawyers add are none', () => {
  const none = (text: string, author = DIRK): void => assert.equal(signatureOf(text, author), null, text);
  none('See the note.\nThanks,\nAda Strand\n212-555-0103\n');
  none('Call me at 212-555-0104 tomorrow.\nDirk\n');
  none('--\nAda Strand\n212-555-0103\n');
  none('David Thanks\n');
  none('Dirk Bolverk called from 212-555-0105 and said that nothing was sent to him by anybody there\n');
  none('--\nThe Desk\n212-555-0100\n', { local: 'info', names: [] });
  const cut = signatureOf('Dirk Bolverk\nThis mail is confidential.\nAsk Jo Quay: 212-555-0106\n', DIRK);
  assert.deepEqual(cut?.phones, []);
});

test('of an author of whom nothing is known a name below a closing word counts, one of another mailbox does not', () => {
  const text = 'Fine.\n\nCheers\nAnna Berg\n212-555-0107\n';
  assert.equal(signatureOf(text, { local: 'ab77', names: [] })?.name, 'Anna Berg');
  assert.equal(signatureOf(text, { local: 'jo.strand', names: [] }), null);
  assert.equal(signatureOf('Fine.\nAnna Berg\n', { local: 'ab77', names: [] }), null);
});

test('what is quoted or forwarded is not the author’s, and nothing below it', () => {
  const quoted = [
    'Agreed.',
    '',
    '-----Original Message-----',
    'From: Ada Strand <ada@strand.example>',
    'Sent: Monday, April 1, 2030 9:00 AM',
    'To: Dirk Bolverk',
    'Subject: Tides',
    '',
    'Dirk Bolverk',
    '212-555-0108',
  ].join('\n');
  assert.equal(ownText(mail(quoted)).trim(), 'Agreed.');
  assert.equal(ownText(mail('Yes\n> Dirk Bolverk\n> 212-555-0108\nno\n')), 'Yes\n');
  const encoded = Buffer.from('Grüße\nDirk\n').toString('base64');
  const headers = 'Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n';
  assert.equal(ownText(mail(encoded, headers)), 'Grüße\nDirk\n');
});

test('never throws, and tells nothing that is not written', () => {
  const line = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.constantFrom('Dirk Bolverk', '--', 'Regards,', '212-555-0109', 'x@y.example', 'Tel: +1 (212) 555 0110 ext 7'),
  );
  void fc.assert(
    fc.property(fc.array(line, { maxLength: 20 }), (lines) => {
      const text = lines.join('\n');
      const told = signatureOf(ownText(mail(text)), DIRK);
      for (const { raw } of told?.phones ?? []) assert.ok(text.includes(raw));
      for (const raw of told?.mails ?? []) assert.ok(text.includes(raw));
    }),
    { numRuns: 300 },
  );
});
