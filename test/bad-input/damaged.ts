/** Damaged and hostile files, and what a build must make of each. */
import { gzipSync } from 'node:zlib';
import { tar, zip } from '../bytes/making.ts';
import type { MadeSource } from './case-of.ts';

export interface Damaged extends MadeSource {
  /** Items of which records are made, and places that could not be read. */
  readonly read: number;
  readonly failed: number;
  /** Codes of all problems, sorted, each once. */
  readonly codes: readonly string[];
}

const HEAD = 'From: ada@harbour.example\nTo: bo@firm.example\nDate: Fri, 1 Mar 2030 10:00:00 +0100\n';

/** A message with a subject. */
export function mail(subject: string, body = 'Good day.'): string {
  return `${HEAD}Subject: ${subject}\nMessage-ID: <${subject.replace(/\W/g, '')}@harbour.example>\n\n${body}\n`;
}

/** A mailbox of messages. */
export function box(...messages: string[]): string {
  return messages.map((text) => `From ada@harbour.example Fri Mar  1 10:00:00 2030\n${text}\n`).join('');
}

/** The header of a table of calls. */
export const TABLE = 'Call id,Start time,Calling number,Called number,Seconds\n';
/** A row of it. */
export const call = (i: number): string => `${i},2030-03-01 10:0${i % 10}:00,+46701740605,+46701740606,${60 + i}\n`;
const SAYS_CALLS = ['template: calls/generic', 'region: SE', 'zone: UTC'];
const THREE = box(mail('one'), mail('two'), mail('three'));

/** An entry of a calendar; further lines end with CR LF. */
export const event = (uid: string, more = ''): string =>
  `BEGIN:VEVENT\r\nUID:${uid}\r\nDTSTART:20300301T100000Z\r\nDTEND:20300301T110000Z\r\nORGANIZER:mailto:ada@harbour.example\r\nATTENDEE:mailto:bo@firm.example\r\nSUMMARY:${uid}\r\n${more}END:VEVENT\r\n`;
/** A calendar of entries. */
export const calendar = (...events: string[]): string =>
  `BEGIN:VCALENDAR\r\nVERSION:2.0\r\n${events.join('')}END:VCALENDAR\r\n`;

function nestedZip(depth: number): Buffer {
  let bytes = zip([{ name: 'core.eml', data: mail('core') }]);
  for (let i = 0; i < depth; i++) bytes = zip([{ name: `level${i}.zip`, data: bytes }]);
  return bytes;
}

export const DAMAGED: readonly Damaged[] = [
  { path: 'empty.mbox', bytes: '', read: 0, failed: 0, codes: ['file-empty'] },
  { path: 'empty.csv', bytes: '', says: SAYS_CALLS, read: 0, failed: 0, codes: ['file-empty'] },
  {
    path: 'cut.mbox',
    bytes: THREE.slice(0, -120),
    read: 3,
    failed: 0,
    codes: ['date-absent', 'no-recipients', 'same-id-different-content'],
  },
  {
    path: 'cut-in-header.mbox',
    bytes: THREE.slice(0, THREE.length - 170),
    read: 2,
    failed: 0,
    codes: ['mbox-cut', 'same-id-different-content'],
  },
  {
    path: 'cut.zip',
    bytes: zip([{ name: 'a.mbox', data: THREE }]).subarray(0, 150),
    read: 0,
    failed: 1,
    codes: ['archive-damaged'],
  },
  {
    path: 'cut.mbox.gz',
    bytes: gzipSync(THREE).subarray(0, 150),
    read: 2,
    failed: 1,
    codes: ['archive-damaged', 'mbox-cut'],
  },
  {
    path: 'cut.tar.gz',
    bytes: gzipSync(tar([{ name: 'a.mbox', data: THREE }])).subarray(0, 200),
    read: 2,
    failed: 1,
    codes: ['archive-damaged', 'mbox-cut'],
  },
  {
    path: 'cut.tar',
    bytes: tar([
      { name: 'a.eml', data: mail('a') },
      { name: 'b.eml', data: mail('b') },
    ]).subarray(0, 1200),
    read: 1,
    failed: 1,
    codes: ['archive-damaged'],
  },
  {
    path: 'cut.ics',
    bytes: calendar(event('a'), event('b')).slice(0, -90),
    read: 2,
    failed: 0,
    codes: ['end-missing'],
  },
  {
    path: 'endless.ics',
    bytes: calendar(event('a'), event('b', 'RRULE:FREQ=SECONDLY\r\n')).replace('END:VCALENDAR\r\n', ''),
    read: 2,
    failed: 0,
    codes: ['end-missing', 'recurrence-doubtful'],
  },
  { path: 'header-only.eml', bytes: HEAD, read: 1, failed: 0, codes: [] },
  { path: 'nul.mbox', bytes: box(mail('a\0b', 'x\0y'), mail('two')), read: 2, failed: 0, codes: [] },
  {
    path: 'nul-block.mbox',
    bytes: Buffer.concat([Buffer.from(box(mail('one'))), Buffer.alloc(4096), Buffer.from(box(mail('two')))]),
    read: 1,
    failed: 0,
    codes: ['nul-hole', 'same-id-different-content'],
  },
  {
    path: 'nul.csv',
    bytes: `${TABLE}${call(1)}${call(2).replace('+467', '+4\u00007')}${call(3)}`,
    says: SAYS_CALLS,
    read: 3,
    failed: 0,
    codes: ['nul-bytes'],
  },
  {
    path: 'nul-block.csv',
    bytes: Buffer.concat([Buffer.from(`${TABLE}${call(1)}`), Buffer.alloc(3000), Buffer.from(`\n${call(2)}`)]),
    says: SAYS_CALLS,
    read: 0,
    failed: 1,
    codes: ['format-unknown'],
  },
  {
    path: 'header-twice.csv',
    bytes: `${TABLE}${call(1)}${TABLE}${call(2)}`,
    says: SAYS_CALLS,
    read: 2,
    failed: 0,
    codes: [],
  },
  {
    path: 'header-other.csv',
    bytes: `${TABLE}${call(1)}Called number,Calling number,Start time,Seconds,Call id\n+46701740606,+46701740605,2030-03-01 11:00:00,5,9\n`,
    says: SAYS_CALLS,
    read: 2,
    failed: 0,
    codes: [],
  },
  {
    path: 'header-foreign.csv',
    bytes: `${TABLE}${call(1)}Colour,Weight,Price,Stock,Shelf\nred,5,3,2,1\n`,
    says: SAYS_CALLS,
    read: 1,
    failed: 2,
    codes: ['header-changed'],
  },
  {
    path: 'quote-open.csv',
    bytes: `${TABLE}${call(1)}"2,2030-03-01 10:00:00,+46701740605,+46701740606,5\n${call(3)}`,
    says: SAYS_CALLS,
    read: 3,
    failed: 0,
    codes: ['quote-stray'],
  },
  { path: 'no-calls.csv', bytes: TABLE, says: SAYS_CALLS, read: 0, failed: 0, codes: [] },
  {
    path: 'cut-utf16.csv',
    bytes: Buffer.from(`\ufeff${TABLE}${call(1)}`, 'utf16le').subarray(0, -1),
    says: SAYS_CALLS,
    read: 1,
    failed: 1,
    codes: ['text-cut'],
  },
  {
    path: 'charset-wrong.eml',
    bytes: Buffer.from(
      `${HEAD}Subject: =?utf-8?q?S=F8r?=\nContent-Type: text/plain; charset=utf-8\n\nS\u00f8r\n`,
      'latin1',
    ),
    read: 1,
    failed: 0,
    codes: [],
  },
  {
    path: 'charset-none.eml',
    bytes: `${HEAD}Subject: =?x-no-such?q?S=F8r?=\nContent-Type: text/plain; charset="x-no-such\n\nhello\n`,
    read: 1,
    failed: 0,
    codes: [],
  },
  {
    path: 'latin-row.csv',
    bytes: Buffer.concat([
      Buffer.from(`${TABLE}${call(1)}# ÅÄÖ\n`),
      Buffer.from('2,2030-03-01 10:02:00,+46701740605,\xe5\xe4,5\n', 'latin1'),
    ]),
    says: SAYS_CALLS,
    read: 2,
    failed: 0,
    codes: [],
  },
  {
    path: 'comments.eml',
    bytes: mail('x').replace(
      'To: bo@firm.example',
      'To: Firm (the (big) one): bo (\u00e5) @ (x) firm.example, "Quoted, Name" <cy@firm.example>;, undisclosed-recipients:;',
    ),
    read: 1,
    failed: 0,
    codes: [],
  },
  { path: 'no-recipients.eml', bytes: mail('x').replace(/To:.*\n/, ''), read: 1, failed: 0, codes: ['no-recipients'] },
  { path: 'no-sender.eml', bytes: mail('x').replace(/From:.*\n/, ''), read: 1, failed: 0, codes: ['no-author'] },
  {
    path: 'no-date.eml',
    bytes: mail('x').replace(/Date:.*\n/, 'Date: yesterday\n'),
    read: 1,
    failed: 0,
    codes: ['date-unreadable'],
  },
  { path: 'nested.zip', bytes: nestedZip(2), read: 1, failed: 0, codes: [] },
  { path: 'too-deep.zip', bytes: nestedZip(6), read: 0, failed: 1, codes: ['archive-depth', 'format-unknown'] },
  {
    path: 'escape.zip',
    bytes: zip([
      { name: '../../out.eml', data: mail('a') },
      { name: '/etc/passwd', data: mail('b') },
      { name: 'a\nb\u001b[31m.eml', data: mail('c') },
    ]),
    read: 3,
    failed: 0,
    codes: ['archive-name'],
  },
  {
    path: 'encrypted.zip',
    bytes: zip([
      { name: 'a.eml', data: mail('a'), flags: 0x801 },
      { name: 'b.eml', data: mail('b') },
    ]),
    read: 1,
    failed: 1,
    codes: ['archive-encrypted'],
  },
  { path: 'empty.zip', bytes: zip([]), read: 0, failed: 0, codes: [] },
  {
    path: 'noise.bin',
    bytes: Uint8Array.from({ length: 999 }, (_, i) => (i * 37) % 256),
    read: 0,
    failed: 1,
    codes: ['format-unknown'],
  },
  {
    path: 'rar.rar',
    bytes: Buffer.from('Rar!\u001a\u0007\u0000 and so on', 'latin1'),
    read: 0,
    failed: 1,
    codes: ['format-unknown'],
  },
  {
    path: 'lie.eml',
    bytes: zip([{ name: 'a.eml', data: mail('a') }]),
    says: ['as: eml'],
    read: 1,
    failed: 0,
    codes: ['date-absent', 'header-broken', 'no-author', 'no-recipients'],
  },
  { path: 'lie.csv', bytes: THREE, says: ['as: csv'], read: 0, failed: 1, codes: ['template-unknown'] },
  { path: 'lie.ics', bytes: THREE, says: ['as: ical'], read: 0, failed: 6, codes: ['not-calendar'] },
  {
    path: 'hole.csv',
    bytes: Buffer.concat([Buffer.from(`${TABLE}${call(1)}`), Buffer.alloc(3000), Buffer.from(`\n${call(2)}`)]),
    says: [...SAYS_CALLS, 'as: csv'],
    read: 2,
    failed: 0,
    codes: ['nul-bytes'],
  },
  {
    path: 'huge-subject.eml',
    bytes: mail('x').replace('From:', `X-Spam: ${'s'.repeat(2_000_000)}\nFrom:`),
    read: 1,
    failed: 0,
    codes: ['date-absent', 'header-long', 'no-author', 'no-recipients'],
  },
  {
    path: 'huge-names.eml',
    bytes: mail('x').replace(
      'To: bo@',
      `To: ${'n'.repeat(500_000)} <${'b'.repeat(300_000)}@${'c.'.repeat(20_000)}example>, bo@`,
    ),
    read: 1,
    failed: 0,
    codes: [],
  },
  {
    path: 'huge-cell.csv',
    bytes: `${TABLE}${call(1)}2,2030-03-01 10:00:00,${'9'.repeat(200_000)},+46701740606,5\n`,
    says: SAYS_CALLS,
    read: 2,
    failed: 0,
    codes: [],
  },
  {
    path: 'huge-columns.csv',
    bytes: `${TABLE}${call(1)}${'x,'.repeat(20_000)}\n${call(3)}`,
    says: SAYS_CALLS,
    read: 2,
    failed: 1,
    codes: ['row-too-wide'],
  },
  { path: 'huge-text.ics', bytes: calendar(event('s'.repeat(1_500_000))), read: 1, failed: 0, codes: [] },
  {
    path: 'lone-surrogates.eml',
    bytes: mail('=?utf-16be?b?2AAAYQ==?= =?utf-8?b?7aCA?='),
    read: 1,
    failed: 0,
    codes: [],
  },
  { path: 'lie.xlsx', bytes: THREE, says: ['as: xlsx'], read: 0, failed: 1, codes: ['workbook-unread'] },
];
