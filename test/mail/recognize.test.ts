/** Mail is known by its content; the name decides only where the content leaves it open. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Head, headOf, memoryInput } from '../../src/bytes/input.ts';
import { eml } from '../../src/formats/eml.ts';
import { maildir } from '../../src/formats/maildir.ts';
import { mbox } from '../../src/formats/mbox.ts';
import { OPTIONS, read, remembering } from './told.ts';

const MESSAGE =
  'Received: from x by y; Thu, 3 Jan 2030 10:00:00 +0000\nFrom: a@b.example\nTo: c@d.example\nSubject: x\n\nhello\n';
const SEPARATOR = 'From a@b.example Thu Jan  3 10:00:00 2030\n';

function head(name: string, text: string): Head {
  return headOf(memoryInput(name, Buffer.from(text, 'latin1')));
}

function best(name: string, text: string): string {
  const sure = [mbox, eml, maildir].map((format) => ({ name: format.name, by: format.recognize(head(name, text)) }));
  const first = sure.toSorted((a, b) => b.by - a.by)[0]!;
  return first.by < 0.3 ? 'none' : first.name;
}

test('by content, by name', () => {
  assert.equal(best('1.', MESSAGE), 'eml');
  assert.equal(best('x.txt', MESSAGE.replaceAll('\n', '\r\n')), 'eml');
  assert.equal(best('x.eml', MESSAGE), 'eml');
  assert.equal(best('x.eml', SEPARATOR + MESSAGE), 'eml');
  assert.equal(best('x', `\u00ef\u00bb\u00bf${MESSAGE}`), 'eml');
  assert.equal(best('Inbox', SEPARATOR + MESSAGE), 'mbox');
  assert.equal(best('x.mbox', `junk\n\n${SEPARATOR}${MESSAGE}`), 'mbox');
  assert.equal(best('x.mbox', ''), 'mbox');
  assert.equal(best('box/cur/1.2.host:2,S', MESSAGE), 'maildir');
  assert.equal(best('box/new/1.2.host', MESSAGE), 'maildir');
});

test('what is no mail', () => {
  assert.equal(best('letter.txt', 'Dear Anna,\n\nFrom here on: prose.\nTo: be continued.\n'), 'none');
  assert.equal(best('calls.csv', 'from;to;date\n1;2;2030-01-03\n'), 'none');
  assert.equal(
    best('entry.ics', 'BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nSUMMARY:x\nEND:VEVENT\nEND:VCALENDAR\n'),
    'none',
  );
  assert.equal(best('case.yaml', 'title: x\nfrom: 2030-01-03\nzone: Europe/Stockholm\n'), 'none');
  assert.equal(best('page.html', '<html><head><title>From: x</title></head></html>'), 'none');
  assert.equal(best('zeros.bin', '\u0000'.repeat(1000)), 'none');
  assert.equal(best('x', ''), 'none');
});

test('a Maildir says in names what was done with its mail', async () => {
  const flags = async (name: string): Promise<[string[], string | null]> => {
    const { sink, told } = remembering();
    await maildir.read(memoryInput(name, Buffer.from(MESSAGE)), sink, OPTIONS);
    return [told.records[0]!.flags, told.records[0]!.extras];
  };
  assert.deepEqual(await flags('box/cur/1.2.host:2,S'), [[], null]);
  assert.deepEqual(await flags('box/cur/1.2.host:2,DS'), [['draft'], null]);
  assert.deepEqual(await flags('box/cur/1.2.host;2,ST'), [[], '{"trashed":"yes"}']);
  assert.deepEqual(await flags('box/.Sent/cur/1.2.host,S=100:2,S'), [['sentCopy'], null]);
  assert.deepEqual(await flags('box/.INBOX.Drafts/cur/1.2.host:2,'), [['draft'], null]);
  assert.deepEqual(await flags('box/cur/1.2.host'), [[], null]);
});

test('the same message is the same record in all three', async () => {
  const single = await read(eml, MESSAGE);
  const inBox = await read(mbox, `${SEPARATOR}${MESSAGE}\n`);
  const inDir = await read(maildir, MESSAGE, {}, 'box/cur/1.2.host:2,S');
  assert.deepEqual(inDir.records, single.records);
  assert.deepEqual(
    inBox.records.map((record) => ({ ...record, offset: 0 })),
    single.records,
  );
});
