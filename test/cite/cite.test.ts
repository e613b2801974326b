/** What ids point at, down to the byte. */
import assert from 'node:assert/strict';
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { sha256 } from '../../src/bytes/hash.ts';
import { type Cited, cite } from '../../src/case/cite.ts';
import { locate } from '../../src/case/locate.ts';
import { type OpenCase, openCase } from '../../src/case/open.ts';
import { type IdKind, idText } from '../../src/model/ids.ts';
import { run } from '../cli/run.ts';
import { LETTER, LOG, MARKER, makeCase } from './made-case.ts';

const folder = mkdtempSync(join(tmpdir(), 'backchannel-cite-'));
after(() => rmSync(folder, { recursive: true, force: true }));
await makeCase(folder);

interface Shown extends Omit<Cited, 'pieces' | 'decoded' | 'context'> {
  readonly bytes: Buffer;
  readonly text: string;
  readonly before: string;
  readonly after: string;
}

async function shown(opened: OpenCase, id: string): Promise<Shown[]> {
  const all: Shown[] = [];
  for await (const cited of cite(opened, id, tmpdir())) {
    const { pieces, decoded, context, ...rest } = cited;
    const { before, after } = context();
    const around = { before: before.toString('latin1'), after: after.toString('latin1') };
    all.push({ ...rest, bytes: Buffer.concat([...pieces()]), text: await decoded(), ...around });
  }
  return all;
}

async function ids(opened: OpenCase, kind: IdKind, sql: string): Promise<string[]> {
  const rows = await opened.ledger.rows<{ id: bigint }>({ name: 'ids', sql });
  return rows.map(({ id }) => idText(kind, id));
}

const contactsOf = (path: string): string =>
  `select c.id from contact c join record r on r.record_no = c.contact_no join source s using (source_no)
   where s.path like '%${path}%' order by r.byte_offset`;

async function opened<T>(use: (opened: OpenCase) => Promise<T>): Promise<T> {
  const held = await openCase(folder);
  try {
    return await use(held);
  } finally {
    await held.close();
  }
}

test('a message in an archive: its bytes and its readable form', () =>
  opened(async (held) => {
    const [id] = await ids(held, 'contact', contactsOf('mail.zip'));
    const [one, ...none] = await shown(held, id!);
    assert.deepEqual(none, []);
    const bytes = Buffer.from(LETTER, 'latin1');
    assert.deepEqual(one!.bytes, bytes);
    assert.equal(one!.sha256, sha256(bytes));
    assert.equal(one!.path, `member("box/1.eml",zip)/range(0,${bytes.length})`);
    assert.equal(one!.file, sha256(readFileSync(join(folder, 'sources/mail.zip'))));
    assert.match(one!.text, /^From: Åsa <asa@harbour.example>\n/);
    assert.match(one!.text, /\nSubject: Kaj åtta\n/);
    assert.match(one!.text, /\nCaf\u00e9/);
    assert.equal((await locate(held.ledger, one!.id)).kind, 'record');
  }));

test('a row of a table: its bytes, its cells under their headers, its number and its neighbours', () =>
  opened(async (held) => {
    const [id] = await ids(held, 'contact', contactsOf('log.csv'));
    const [one] = await shown(held, id!);
    const start = LOG.indexOf('2030-03-05');
    const end = LOG.indexOf('\r\n2030-03-06');
    assert.equal(one!.bytes.toString('latin1'), LOG.slice(start, end));
    assert.deepEqual([one!.range, one!.row, one!.bates], [[start, end - start], 2, 'HB-0007']);
    assert.equal(one!.before, LOG.slice(0, start));
    assert.equal(one!.after, LOG.slice(end + 2));
    assert.match(one!.text, /^Date: 2030-03-05\nArrived: 09:00\n/);
    assert.match(one!.text, /\nHost: Åsa Kaj\nPurpose: Two\n {4}lines\nBates: HB-0007\n$/);
  }));

test('an entry of a calendar is unfolded', () =>
  opened(async (held) => {
    const [id] = await ids(held, 'contact', contactsOf('calendar.ics'));
    const [one] = await shown(held, id!);
    assert.match(one!.bytes.toString(), /^BEGIN:VEVENT[\s\S]*A very long\r\n {2}title/);
    assert.match(one!.text, /A very long title/);
  }));

test('a row of a workbook has cells and no bytes', () =>
  opened(async (held) => {
    const [id] = await ids(held, 'contact', contactsOf('book.xlsx'));
    const [one] = await shown(held, id!);
    assert.deepEqual(
      [one!.exactness, one!.range, one!.sha256, one!.row, one!.bytes.length],
      ['cell', null, null, 2, 0],
    );
    assert.match(one!.text, /^sheet "Calls"\nA2 Start time: 2030-03-08/);
    assert.match(one!.text, /\nC2 Callee: \+46701740606\nD2 Duration \(s\): 65\n$/);
  }));

test('a disclosure coded by hand: the lines of its entry', () =>
  opened(async (held) => {
    const texts: string[] = [];
    for (const id of await ids(held, 'disclosure', 'select id from disclosure')) {
      const [one] = await shown(held, id);
      const file = readFileSync(join(folder, 'disclosures.yaml'));
      assert.deepEqual(file.subarray(one!.range![0], one!.range![0] + one!.range![1]), one!.bytes);
      assert.equal(one!.sha256, sha256(one!.bytes));
      texts.push(one!.text);
    }
    const [block, line] = texts.sort();
    assert.match(block!, /^- by: asa\n[\s\S]*"på rådhuset"\n$/);
    assert.match(line!, /^- \{ by: asa[^\n]*\n$/);
  }));

test('a source is its file; a party stands in no one place', () =>
  opened(async (held) => {
    const [id] = await ids(held, 'source', "select id from source where path = 'sources/log.csv'");
    const [one] = await shown(held, id!);
    assert.equal(one!.bytes.toString('latin1'), LOG);
    assert.equal(one!.path, '');
    const [party] = await ids(held, 'party', "select md5_number_lower(key) as id from party where key = 'asa'");
    await assert.rejects(shown(held, party!), /stands in no one place/);
  }));

test('a protected source is shown, its names are not', () =>
  opened(async (held) => {
    const [id] = await ids(held, 'contact', contactsOf(MARKER));
    const [one] = await shown(held, id!);
    assert.match(one!.bytes.toString(), /two@harbour/);
    assert.equal(one!.source, 'protected source 5');
    assert.equal(one!.path, `member("(protected)",zip)/range(0,${one!.bytes.length})`);
    const { bytes: _bytes, text: _text, before: _before, after: _after, ...told } = one!;
    assert.ok(!JSON.stringify(told).includes(MARKER));
  }));

test('a source that was changed or is gone is not shown, and a protected one is not named', () =>
  opened(async (held) => {
    const log = join(folder, 'sources/log.csv');
    const hidden = join(folder, 'sources', MARKER, `${MARKER}.zip`);
    const kept = [log, hidden].map((path) => [path, readFileSync(path)] as const);
    const [row] = await ids(held, 'contact', contactsOf('log.csv'));
    const [secret] = await ids(held, 'contact', contactsOf(MARKER));
    appendFileSync(log, 'x');
    rmSync(hidden);
    await assert.rejects(shown(held, row!), /^CaseError: sources\/log.csv was changed since it was taken in/);
    await assert.rejects(shown(held, secret!), /^CaseError: protected source 5 cannot be opened/);
    for (const [path, bytes] of kept) writeFileSync(path, bytes);
    assert.equal((await shown(held, row!)).length, 1);
  }));

test('the command: bytes as they are in a pipe, where they stand beside them, no protected name anywhere', () =>
  opened(async (held) => {
    const [event] = await ids(held, 'contact', contactsOf('calendar.ics'));
    const bytes = run(folder, ['cite', event!.slice(0, 10)]);
    assert.equal(bytes.status, 0, bytes.stderr);
    assert.ok(readFileSync(join(folder, 'sources/calendar.ics'), 'utf8').includes(bytes.stdout));
    assert.ok(bytes.stderr.includes(`SHA-256 of these bytes ${sha256(Buffer.from(bytes.stdout))}`));
    assert.match(bytes.stderr, /sources\/calendar\.ics, bytes \d+–\d+, exact to the byte/);
    const [secret] = await ids(held, 'contact', contactsOf(MARKER));
    const context = run(folder, ['cite', secret!, '--context']);
    assert.match(context.stdout, /^> From: /);
    assert.match(context.stderr, /protected source 5, bytes 0–/);
    assert.ok(!`${context.stdout}${context.stderr}`.includes(MARKER));
    const wrong = run(folder, ['cite', 'c:nothing']);
    assert.deepEqual([wrong.status, wrong.stdout], [1, '']);
  }));
