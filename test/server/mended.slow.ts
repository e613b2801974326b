/** A case that breaks while it is served. */
import assert from 'node:assert/strict';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { buildCase } from '../../src/case/build.ts';
import { type SmallCase, smallCase } from '../views/small-case.ts';
import { type Answered, type Browser, browse } from './workbench.ts';

let small: SmallCase;
let browser: Browser;
before(async () => {
  small = await smallCase();
  browser = await browse(small.folder);
});
after(async () => {
  await browser.close();
  small.remove();
});

const body = ({ text }: Answered) => JSON.parse(text);

test('a case that cannot be opened says why, and opens again when it is mended', async () => {
  const path = join(small.folder, 'case.yaml');
  const text = readFileSync(path, 'utf8');
  writeFileSync(path, text.replace('vote', 'election'));
  await buildCase(small.folder);
  writeFileSync(path, 'title: [');
  const broken = await browser.get('/overview.json');
  assert.equal(broken.status, 422);
  assert.match(body(broken).error.what, /case\.yaml/);
  writeFileSync(path, text);
  assert.equal((await browser.get('/overview.json')).status, 200);
  rmSync(join(small.folder, '.ledger/current'));
  const gone = await browser.get('/overview.json');
  assert.deepEqual([gone.status, body(gone).error.todo], [422, 'run backchannel build']);
  await buildCase(small.folder);
  assert.equal((await browser.get('/overview.json')).status, 200);
  assert.deepEqual(browser.mistakes, []);
});
