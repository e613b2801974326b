/** What attachments read like, and what is refused. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { attachmentKind } from '../../../src/formats/attachments/kind.ts';
import { ATTACHMENT_LIMITS } from '../../../src/formats/attachments/limits.ts';
import { type AttachmentText, attachmentText } from '../../../src/formats/attachments/read.ts';
import { lockedPdf, pdf } from '../../reports/made-pdf.ts';
import { docx, xlsx } from './made-office.ts';

const read = (
  kind: NonNullable<ReturnType<typeof attachmentKind>>,
  bytes: Uint8Array,
  limits: Partial<typeof ATTACHMENT_LIMITS> = {},
  charset = '',
): Promise<AttachmentText> => attachmentText({ kind, bytes, charset }, { ...ATTACHMENT_LIMITS, ...limits });

test('a kind follows from the type, and from the name where the type says nothing', () => {
  const kinds = [
    ['a.pdf', 'application/octet-stream', 'pdf'],
    ['', 'application/pdf', 'pdf'],
    ['plan.docx', '', 'docx'],
    ['x.bin', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'xlsx'],
    ['page.HTML', 'application/octet-stream', 'html'],
    ['page', 'text/html', 'html'],
    ['notes.txt', 'application/octet-stream', 'text'],
    ['notes', 'text/plain', 'text'],
    ['report.pdf', 'text/plain', 'pdf'],
    ['rows.csv', 'application/octet-stream', 'text'],
    ['data', 'application/vnd.example+json', 'text'],
    ['photo.jpg', 'image/jpeg', null],
    ['old.doc', 'application/msword', null],
    ['blob', 'application/octet-stream', null],
  ] as const;
  for (const [name, type, kind] of kinds) assert.equal(attachmentKind({ name, type }), kind, `${name} ${type}`);
});

test('texts and HTML are read by their charset, and only so far', async () => {
  assert.deepEqual(await read('text', Buffer.from('Fähre', 'latin1'), {}, 'iso-8859-1'), {
    text: 'Fähre',
    isCut: false,
  });
  assert.deepEqual(await read('text', Buffer.from('Fähre')), { text: 'Fähre', isCut: false });
  const html = Buffer.from('<style>x{}</style><p>The <b>ferry</b> terminal</p>');
  assert.deepEqual(await read('html', html), { text: 'The ferry terminal', isCut: false });
  assert.deepEqual(await read('text', Buffer.from('one two three'), { textBytes: 7 }), {
    text: 'one two',
    isCut: true,
  });
  assert.deepEqual(await read('text', Buffer.from('one two three'), { characters: 3 }), { text: 'one', isCut: true });
  assert.ok('fault' in (await read('text', Buffer.from([137, 80, 78, 71, 0, 0, 1]))));
});

test('a PDF gives the texts of its pages', async () => {
  assert.deepEqual(await read('pdf', pdf('Dredging permit', 'Second page')), {
    text: 'Dredging permit\nSecond page',
    isCut: false,
  });
  assert.deepEqual(await read('pdf', pdf('one', 'two', 'three'), { pages: 2 }), { text: 'one\ntwo', isCut: true });
  assert.deepEqual(await read('pdf', lockedPdf()), { fault: 'it has a password' });
  assert.ok('fault' in (await read('pdf', pdf(''))));
  assert.ok('fault' in (await read('pdf', Buffer.from('no PDF'))));
  assert.ok('fault' in (await read('pdf', Buffer.from('%PDF-1.4\nbroken'))));
});

test('a document and a workbook give their words', async () => {
  const document = await read('docx', docx(['Minutes of the harbour board', 'Quay seven']));
  assert.ok('text' in document && /Minutes of the harbour board\n+Quay seven/.test(document.text));
  const book = await read(
    'xlsx',
    await xlsx('Payments', [
      ['who', 'what'],
      ['Ada', 'lantern'],
    ]),
  );
  assert.deepEqual(book, { text: 'Payments\nwho\twhat\nAda\tlantern', isCut: false });
});

test('what unpacks too far, is damaged, or is something else has a fault and no text', async () => {
  assert.deepEqual(await read('docx', docx(['a'], 300_000), { unpacked: 200_000 }), {
    fault: 'it unpacks to more than is read',
  });
  const book = await xlsx('s', [['a']]);
  assert.deepEqual(await read('xlsx', book, { unpacked: 100 }), { fault: 'it unpacks to more than is read' });
  assert.ok('fault' in (await read('docx', docx(['a']).subarray(0, 200))));
  assert.ok('fault' in (await read('docx', Buffer.from('text'))));
  assert.ok('fault' in (await read('xlsx', Buffer.from('d0cf11e0a1b11ae1', 'hex'))));
  assert.deepEqual(await read('docx', docx(['a']), { bytes: 10 }), { fault: 'it is too large' });
});
