/** Mail as it is found, where the data is present: hard cases against the parses of another program, and much ordinary mail. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { eml } from '../../src/formats/eml.ts';
import { bodyText } from '../../src/formats/mail/body-text.ts';
import { mbox } from '../../src/formats/mbox.ts';
import { filesOf, realArchive } from './archive.ts';
import { read, unaccounted } from './told.ts';

interface OtherAddress {
  readonly name: string | null;
  readonly address: string | null;
}

interface OtherHeader {
  readonly name: string | object;
  readonly value:
    | { Address?: { List?: OtherAddress[]; Group?: { addresses: OtherAddress[] }[] }; Text?: string }
    | string;
}

const HARD = realArchive('mime-torture/stalwart-eml.tar.gz');
const ORDINARY = realArchive('spamassassin-raw/spamassassin-dev.tar.gz');
const EXPORTED = realArchive('enron-inbox/maildir.tar.gz');
const absent = (path: string | null): string | false => (path === null ? 'the data is not on this computer' : false);

function addresses(headers: readonly OtherHeader[], role: string): string[] {
  return headers
    .filter(({ name }) => name === role)
    .flatMap(({ value }) => (typeof value === 'string' ? [] : [value.Address]))
    .flatMap((found) => [...(found?.List ?? []), ...(found?.Group ?? []).flatMap((group) => group.addresses)])
    .map(({ name, address }) => address ?? name ?? '');
}

test('hard messages: who, to whom and what as another program reads them', { skip: absent(HARD) }, async () => {
  const files = await filesOf(HARD!);
  let compared = 0;
  for (const [name, bytes] of files) {
    if (!/\.eml$/.test(name) && !/\/(cur|new)\//.test(name)) continue;
    const told = await read(eml, bytes);
    assert.equal(unaccounted(told, bytes.length), 0, name);
    assert.equal(typeof eml.view!(bytes, 0), 'string');
    const expected = files.get(name.replace(/\.eml$/, '.json'));
    if (expected === undefined || expected === bytes) continue;
    const { headers } = (JSON.parse(expected.toString()) as { parts: { headers: OtherHeader[] }[] }).parts[0]!;
    const record = told.records[0]!;
    for (const role of ['from', 'to', 'cc', 'bcc']) {
      const people = record.people.filter((person) => person.startsWith(`${role} `));
      const mine = people.map((person) => person.replace(/^\w+ \w+:/, '').replace(/ ".*"$/, ''));
      assert.deepEqual(mine, addresses(headers, role), `${role} of ${name}`);
    }
    const subject = headers.find((header) => header.name === 'subject')?.value;
    const text = typeof subject === 'object' ? (subject.Text ?? null) : null;
    // Bytes of no named charset: the other program gives up on them, this one takes them for Windows-1252.
    if (!text?.includes('\ufffd')) assert.equal(record.subject || null, text || null, name);
    compared++;
  }
  assert.ok(compared >= 85, `${compared} compared`);
});

test('ordinary mail of many programs is read, alone and as one mailbox', { skip: absent(ORDINARY) }, async () => {
  const files = await filesOf(ORDINARY!);
  let messages = 0;
  for (const [name, bytes] of files) {
    const told = await read(eml, bytes);
    assert.equal(unaccounted(told, bytes.length), 0, name);
    const own = told.records.filter(({ part }) => part === 0);
    assert.equal(own.length, 1, name);
    assert.equal(typeof bodyText(bytes), 'string');
    messages++;
  }
  assert.equal(messages, 3250);
  const separated = [...files.values()].filter((bytes) => bytes.toString('latin1', 0, 5) === 'From ');
  const box = Buffer.concat(separated.flatMap((bytes) => [bytes, Buffer.from('\n')]));
  const told = await read(mbox, box);
  assert.equal(told.records.filter(({ part }) => part === 0).length, separated.length);
  assert.equal(unaccounted(told, box.length), 0);
});

test('an export of Exchange: every message, no blind copies', { skip: absent(EXPORTED) }, async () => {
  const files = await filesOf(EXPORTED!);
  const count = { messages: 0, dated: 0, bcc: 0, quoted: 0, equations: 0 };
  for (const [name, bytes] of files) {
    const told = await read(eml, bytes, {}, name);
    const own = told.records.filter(({ part }) => part === 0);
    assert.equal(own.length, 1, name);
    count.messages++;
    count.dated += own[0]!.earliest === null ? 0 : 1;
    count.bcc += own[0]!.people.filter((person) => person.startsWith('bcc')).length;
    count.equations += own[0]!.equations.length;
    count.quoted += told.records.length - 1;
  }
  assert.deepEqual([count.messages, count.dated, count.bcc], [28_225, 28_225, 0]);
  assert.ok(count.quoted > 14_000, `${count.quoted} quoted`);
  assert.ok(count.equations > 10_000, `${count.equations} equations`);
});
