/** From a number down to its bytes: records and search of the made-up case, asked over HTTP. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from './workbench.ts';

const enc = encodeURIComponent;
const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** The record of the first contact of a question. */
async function someRecord(browser: Browser, query: string): Promise<string> {
  const { rows } = await browser.data(`/contacts.json?${query}&limit=1`);
  return rows[0].record as string;
}

/** A mail is taken apart, and its raw bytes are those that are cited. */
export async function mailRecord(browser: Browser, folder: string): Promise<void> {
  const id = await someRecord(browser, 'between=%40harbour-office&state=undisclosed&channel=mail');
  const page = await browser.data(`/records/${enc(id)}.json`);
  const names = page.decoded.fields.map(({ name }: { name: string }) => name);
  assert.ok(names.includes('From') && names.includes('Subject') && page.decoded.body.text.length > 0);
  assert.ok(
    page.participants.some(
      ({ role, parties }: { role: string; parties: unknown[] }) => role === 'from' && parties.length > 0,
    ),
  );
  assert.equal(page.contact.record, page.witnesses[0].record);
  assert.equal(page.command, `backchannel cite ${id}`);
  const [offset, length] = page.citation.bytes;
  const bytes = readFileSync(join(folder, page.citation.source)).subarray(offset, offset + length);
  assert.equal(sha256(bytes), page.sha256);
  assert.equal((await browser.get(`/records/${enc(id)}/raw`)).text, bytes.toString('utf8'));
  let text = '';
  for (let at: number | null = 0; at !== null; ) {
    const window = await browser.data(`/records/${enc(id)}/raw.json?offset=${at}&length=97`);
    text += window.pieces
      .filter(({ cited }: { cited: boolean }) => cited)
      .map((piece: { text: string }) => piece.text)
      .join('');
    assert.ok(window.length <= 97 && window.at === offset + at);
    at = window.next;
  }
  assert.equal(text, bytes.toString('utf8'));
}

/** A row has its columns by name, and neighbours in its source. */
export async function rowRecord(browser: Browser): Promise<void> {
  const page = await browser.data(`/records/${enc(await someRecord(browser, 'channel=call'))}.json`);
  assert.ok(page.decoded.fields.some(({ name }: { name: string }) => name === 'caller'));
  const next = await browser.data(`/records/${enc(page.next)}.json`);
  assert.equal(next.previous, page.citation.record);
  assert.deepEqual(next.citation.source, page.citation.source);
}

/** A source that was changed is not shown as what was taken in. */
export async function changedSource(browser: Browser, folder: string): Promise<void> {
  const id = await someRecord(browser, 'channel=visit');
  const before = await browser.data(`/records/${enc(id)}.json`);
  const path = join(folder, before.citation.source);
  const [bytes, times] = [readFileSync(path), statSync(path)];
  const other = Buffer.from(bytes);
  other[bytes.length - 5]! ^= 1;
  writeFileSync(path, other);
  const changed = await browser.data(`/records/${enc(id)}.json`);
  assert.match(changed.decoded.fault, /was changed since it was taken in/);
  assert.deepEqual([changed.sha256, changed.decoded.fields], [null, []]);
  assert.equal((await browser.get(`/records/${enc(id)}/raw`)).status, 409);
  writeFileSync(path, bytes);
  utimesSync(path, times.atime, times.mtime);
  assert.deepEqual((await browser.data(`/records/${enc(id)}.json`)).decoded, before.decoded);
}

/** Search finds, says what it could not look through, and shows where a query is wrong. */
export async function searched(browser: Browser): Promise<void> {
  const found = await browser.data('/search.json?q=quay&limit=2');
  assert.ok(found.total > 2 && found.hits.length === 2 && found.cursor !== null && found.coverage.length > 0);
  assert.match(found.understood, /quay/);
  assert.equal((await browser.get(`/records/${enc(found.hits[0].record)}.json`)).status, 200);
  const next = await browser.data(`/search.json?q=quay&limit=2&cursor=${enc(found.cursor)}`);
  assert.notEqual(next.hits[0].record, found.hits[0].record);
  const wrong = await browser.get(`/search.json?q=${enc('quay AND (')}`);
  assert.deepEqual([wrong.status, JSON.parse(wrong.text).error.at], [400, [10, 1]]);
  assert.deepEqual((await browser.data('/search.json?q=')).hits, []);
}
