/** What the benchmarks read is well-formed, and the same every time. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import PostalMime from 'postal-mime';
import { CALL_COLUMNS, calls } from '../../bench/generate/calls.ts';
import { mbox } from '../../bench/generate/mail/mbox.ts';
import { spread } from '../../bench/measure/series.ts';
import { normalizePhone } from '../../src/identity/phone.ts';

type Generator = (count: number, write: (chunk: Buffer) => void) => number;

function made(generate: Generator, count: number): Buffer {
  const chunks: Buffer[] = [];
  const size = generate(count, (chunk) => chunks.push(Buffer.from(chunk)));
  const whole = Buffer.concat(chunks);
  assert.equal(whole.length, size);
  return whole;
}

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

function messagesOf(whole: Buffer): Buffer[] {
  const starts = [...whole.toString('latin1').matchAll(/(?<=^|\n\n)From /g)].map((match) => match.index);
  return starts.map((start, i) => whole.subarray(whole.indexOf(0x0a, start) + 1, starts[i + 1] ?? whole.length));
}

test('generated mail: as much as asked, the same every time', () => {
  const whole = made(mbox, 500);
  assert.equal(sha256(made(mbox, 500)), sha256(whole));
  assert.equal(messagesOf(whole).length, 500);
  const average = whole.length / 500;
  assert.ok(average > 12_000 && average < 24_000, `${average} bytes a message`);
});

test('generated mail: another parser reads it whole, and finds every kind of message', async () => {
  const messages = messagesOf(made(mbox, 150));
  const ids = new Set<string>();
  const text = messages.join('');
  for (const bytes of messages) {
    const mail = await PostalMime.parse(bytes);
    assert.match(mail.from?.address ?? '', /^[a-z]+\.[a-z]+\d*@[a-z]+\d*\.example$/);
    assert.ok(mail.to!.length > 0 && mail.to!.every(({ address }) => address?.endsWith('.example')));
    assert.match(mail.date ?? '', /^20(28|29|30|31)-/);
    assert.ok((mail.text ?? '').length > 20 && !`${mail.text} ${mail.subject}`.includes('\ufffd'), mail.messageId);
    const answered = mail.inReplyTo;
    if (answered !== undefined) assert.ok(ids.has(answered), `${mail.messageId} answers ${answered}`);
    ids.add(mail.messageId!);
  }
  assert.equal(ids.size, messages.length);
  for (const kind of [
    'text/plain',
    'multipart/alternative',
    'multipart/mixed',
    'base64',
    'quoted-printable',
    '8bit',
    'iso-8859-1',
    'windows-1252',
    '=?utf-8?B?',
    '=?UTF-8?Q?',
    '\n> ',
  ]) {
    assert.ok(text.includes(kind), kind);
  }
});

test('generated calls: as many as asked, the same every time, in the order of their times', () => {
  const whole = made(calls, 3000);
  assert.equal(sha256(made(calls, 3000)), sha256(whole));
  const [header, ...rows] = whole.toString('utf8').trimEnd().split('\n');
  assert.equal(header, CALL_COLUMNS.join(','));
  assert.equal(rows.length, 3000);
  let before = '';
  for (const row of rows) {
    const [, start, caller, callee, duration, outcome] =
      /^\d{9},(2030-\d\d-\d\dT\d\d:\d\d:\d\dZ),([^,]+),([^,]+),(\d+),(answered|no answer|busy|failed)$/.exec(row) ?? [];
    assert.ok(start !== undefined && start >= before, row);
    before = start;
    assert.equal(Number(duration) > 0, outcome === 'answered', row);
    assert.match(normalizePhone(caller!, 'US'), /^\+1\d{3}555\d{4}$/);
    assert.notEqual(normalizePhone(caller!, 'US'), callee);
  }
});

test('the median of runs, and their spread', () => {
  assert.deepEqual(spread([3, 1, 2]), { median: 2, least: 1, most: 3 });
  assert.deepEqual(spread([4, 1, 2, 9]), { median: 3, least: 1, most: 9 });
});
