/** A protected custodian, source or file name stands in no answer of any address. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { buildCase } from '../../src/case/build.ts';
import type { CaseOf } from '../bad-input/case-of.ts';
import { MARKER, protectedCase } from '../laws/protected-case.ts';
import { type Browser, browse } from './workbench.ts';

let made: CaseOf;
let browser: Browser;
before(async () => {
  made = protectedCase();
  await buildCase(made.folder);
  browser = await browse(made.folder);
});
after(async () => {
  await browser.close();
  made.remove();
});

/** Ids of records, contacts, findings and disclosures in an answer. */
const idsIn = (text: string): string[] => [...new Set(text.match(/\b[rcfd]:[0-9a-f]{16}\b/g) ?? [])];

const LISTS = [
  '/overview.json',
  '/overview/story.json',
  '/overview/changes.json',
  '/findings.json',
  '/contacts.json?all=true&limit=500',
  '/contacts/count.json?between=%40office',
  '/contacts/coverage.json?between=%40office&and=%40firm',
  '/timeline.json',
  '/timeline/bins.json',
  '/network.json',
  '/people.json',
  '/people/ada.json',
  '/people/bo.json',
  '/review.json',
  '/statements.json',
  '/sources.json',
  '/decisions.json',
  '/search.json?q=one',
  '/search.json?q=source:zaun',
  '/briefing.json',
  '/briefing/preview',
  '/briefing/download/md',
  '/briefing/download/manifest',
  '/export/contacts.csv?all=true',
  '/export/contacts.jsonl?all=true',
];

test('over every address, and every record, contact and finding that they lead to', async () => {
  const addresses = [...LISTS];
  const seen = new Set<string>(addresses);
  const pages: Readonly<{ [letter: string]: readonly string[] }> = {
    r: ['/records/ID.json', '/records/ID/raw.json', '/records/ID/html'],
    c: ['/contacts/ID.json'],
    f: ['/findings/ID.json'],
    d: [],
  };
  for (const address of addresses) {
    const { status, text, headers } = await browser.get(address);
    assert.ok(status === 200 || status === 404 || status === 400 || status === 409, `${address}: ${status} ${text}`);
    // The words of a query are its own, and a raw byte of a record is what the record says.
    const shown = `${text.replaceAll('source:zaun', '').replaceAll('source zaun', '')}${JSON.stringify(headers)}`;
    assert.doesNotMatch(shown, MARKER, address);
    for (const id of idsIn(text))
      for (const page of pages[id[0]!]!) {
        const next = page.replace('ID', encodeURIComponent(id));
        if (!seen.has(next)) addresses.push(next);
        seen.add(next);
      }
  }
  assert.ok(addresses.length > LISTS.length + 20, `${addresses.length} addresses`);
  assert.deepEqual(browser.mistakes, []);
});
