/** Makes mailboxes for properties: separators, damaged separators, headers, quoted lines, in any order. */
import fc from 'fast-check';

const LINES = [
  'From anna@harbour.example Thu Jan  3 10:00:00 2030',
  'From - Thu Jan  3 10:00:00 2030',
  'From ???@??? Thu Jan 03 10:00:00 2030',
  'From 1234@xxx Thu Jan 03 10:00:00 +0000 2030',
  'From bo@harbour.example',
  'From here on it is prose.',
  '>From bo@harbour.example Thu Jan  3 10:00:00 2030',
  'From: "Adler, Anna" <anna@harbour.example>',
  'To: bo@harbour.example, Carl <carl@contractor.example>',
  'Cc: dora@contractor.example',
  'Bcc: dora@contractor.example',
  'Date: Thu, 3 Jan 2030 10:00:00 +0100',
  'Date: yesterday',
  'Subject: the tender',
  ' folded',
  'Message-ID: <1@harbour.example>',
  'References: <1@harbour.example> <2@harbour.example>',
  'Content-Type: multipart/mixed; boundary="b"',
  'Content-Type: message/rfc822',
  'Content-Transfer-Encoding: base64',
  'Content-Length: 20',
  '--b',
  '--b--',
  'On 3 January 2030 at 10:00, Anna Adler wrote:',
  '-----Original Message-----',
  'Sent: Thursday, January 3, 2030 10:00 AM',
  '> quoted',
  'some words',
  '',
  '',
  '',
  '\u0000\u0000',
  'ÿ\u00e4',
] as const;

/** Bytes of a mailbox of up to 60 lines with ends of both kinds, now and then with bytes that mean nothing. */
export const anyMailbox: fc.Arbitrary<Buffer> = fc
  .array(fc.tuple(fc.constantFrom(...LINES), fc.constantFrom('\n', '\n', '\n', '\r\n', '')), { maxLength: 60 })
  .map((lines) => Buffer.from(lines.map(([line, end]) => line + end).join(''), 'latin1'));

/** Bytes of a mailbox as a program writes it: every message whole, divided by the blank-line rule. */
export const soundMailbox: fc.Arbitrary<Buffer> = fc
  .array(fc.array(fc.constantFrom(...LINES.slice(6)), { maxLength: 12 }), { minLength: 1, maxLength: 8 })
  .map((messages) => Buffer.from(messages.map((lines) => `${LINES[0]}\n${lines.join('\n')}\n\n`).join(''), 'latin1'));
