/** The briefing of the demo case: what it says, and that others can check it. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Briefing } from '../../src/briefing/briefing.ts';
import { gatherBriefing } from '../../src/briefing/gather/gather.ts';
import { askedOf, headlineOf } from '../../src/briefing/gather/headline.ts';
import { briefingHtml } from '../../src/briefing/html/page.ts';
import { STYLE } from '../../src/briefing/html/style.ts';
import type { ManifestFile } from '../../src/briefing/manifest.ts';
import { briefingMarkdown } from '../../src/briefing/markdown/document.ts';
import { countView } from '../../src/case/views/count.ts';
import { writeBriefing } from '../../src/cli/brief/write.ts';
import { scratchFolder } from '../cli/run.ts';
import { check } from './checking.ts';
import { type OpenDemo, openDemo } from './demo.ts';
import { assertSound } from './markup.ts';

let demo: OpenDemo;
let briefing: Briefing;
let page: string;
before(async () => {
  demo = await openDemo();
  briefing = await gatherBriefing(demo.open, { spoolDir: null });
  page = briefingHtml(briefing);
});
after(() => demo.close());

test('it begins with the answer, with its bounds', async () => {
  const asked = askedOf(demo.open.files, headlineOf(demo.open.files)!);
  const { contacts, undisclosed } = await countView(demo.open, asked, false);
  assert.deepEqual(briefing.answer?.contacts, contacts);
  assert.deepEqual(briefing.answer?.undisclosed, undisclosed?.bounds);
  const words = briefing.answer!.sentence.map((piece) => (typeof piece === 'string' ? piece : piece.words)).join('');
  assert.match(words, new RegExp(`^At least ${undisclosed!.bounds.min}\\b`));
  assert.ok(page.indexOf('class="answer"') < page.indexOf('id="findings"'));
  assert.match(page, /no matching disclosure among those loaded, as of 2031-03-01/);
});

test('the page needs no script and nothing from outside, and forbids both', () => {
  assertSound(page);
  const hash = createHash('sha256').update(STYLE).digest('base64');
  assert.ok(page.includes(`content="default-src &#39;none&#39;; style-src &#39;sha256-${hash}&#39;`));
  assert.doesNotMatch(STYLE, /url\(|@import|expression/);
  assert.doesNotMatch(STYLE, /\bred\b|#f00|#ff0000/);
});

test('every number leads to its footnote, and every footnote to what stands in a source', () => {
  const keys = new Set(briefing.passages.map(({ key }) => key));
  const contacts = new Map(briefing.contacts.map((contact) => [contact.id, contact]));
  assert.ok(briefing.notes.length > 20);
  for (const note of briefing.notes) {
    for (const id of note.contacts) assert.ok(contacts.has(id), id);
    for (const key of note.passages) assert.ok(keys.has(key), key);
  }
  for (const { id, passages } of briefing.contacts) {
    assert.ok(passages.length > 0, `${id} stands nowhere`);
    for (const key of passages) assert.ok(keys.has(key), key);
  }
  const first = briefing.answer!.sentence.find((piece) => typeof piece !== 'string');
  const listed = briefing.notes[(first as { note: number }).note - 1]!;
  assert.ok(listed.contacts.length >= briefing.answer!.undisclosed!.min);
});

test('it says what the records do not show', () => {
  const { limits } = briefing;
  assert.ok(limits.coverage.some((line) => /covered/i.test(line)));
  assert.ok(limits.moves.length > 0 && limits.definition !== '');
  assert.ok(limits.problems.length > 0);
  for (const { path } of demo.open.files.case.sources) assert.ok(limits.sources.some(({ source }) => source === path));
});

test('statements, told counts and the story have their verdicts', () => {
  assert.equal(
    briefing.statements.length,
    demo.open.files.statements.statements.flatMap(({ claims }) => claims).length,
  );
  assert.ok(briefing.statements.some(({ verdict }) => verdict === 'contradicted'));
  assert.equal(briefing.story.length, demo.open.files.story.sentences.length);
  assert.ok(briefing.told.length >= demo.open.files.reports.counts.length);
});

test('pictures have a title, a description and the same in a table', () => {
  for (const title of ['Contacts over time', 'Who with whom']) assert.ok(page.includes(`>${title}</title>`));
  assert.equal([...page.matchAll(/<svg viewBox="0 0 \d+ \d+" role="img" aria-labelledby=/g)].length, 4);
  assert.equal([...page.matchAll(/<summary>The same as a table/g)].length, 2);
});

test('the Markdown has the same numbers', () => {
  const text = briefingMarkdown(briefing);
  for (const { number } of briefing.notes) assert.ok(text.includes(`\n[^${number}]: `), String(number));
  for (const { key } of briefing.passages) assert.ok(text.includes(`\n### ${key}\n`), key);
  assert.ok(
    text.includes(`**${briefing.answer!.undisclosed!.min}**`) ||
      text.includes(`${briefing.answer!.undisclosed!.min}[^1]`),
  );
});

test('a stranger checks it, and a broken byte is found', async () => {
  const folder = scratchFolder();
  const { files } = await writeBriefing(demo.open, join(folder, 'brief.html'));
  const [html, manifestPath, checker] = files as [string, string, string];
  const sound = check(checker, manifestPath, demo.folder);
  assert.equal(sound.status, 0, sound.stdout);
  const manifest = JSON.parse(readFileSync(manifestPath, 'utf8')) as ManifestFile;
  assert.match(
    sound.stdout,
    new RegExp(`${manifest.passages.length + manifest.sources.length + 1} hold, 0 do not, 0 could`),
  );

  const alone = check(checker, manifestPath);
  assert.equal(alone.status, 0);
  assert.match(alone.stdout, /1 hold, 0 do not/);

  const { range } = manifest.passages.find(({ file }) => file === manifest.sources[0]!.sha256)!;
  const bytes = readFileSync(join(demo.folder, manifest.sources[0]!.name));
  bytes[range![0] + 3]! ^= 1;
  writeFileSync(join(folder, 'carrier-a.csv'), bytes);
  const broken = check(checker, manifestPath, folder);
  assert.equal(broken.status, 1);
  assert.match(broken.stdout, /WRONG {2}sources\/carrier-a\.csv: a file of this name is here, and is not the one/);

  writeFileSync(html, `${readFileSync(html, 'utf8')} `);
  assert.equal(check(checker, manifestPath).status, 1);
});
