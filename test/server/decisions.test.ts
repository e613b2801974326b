/** What is decided in the workbench: appended as the command line does, seen at once, in force from the next build on. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { appendFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { buildCase } from '../../src/case/build.ts';
import { type SmallCase, smallCase } from '../views/small-case.ts';
import { type Answered, type Browser, browse } from './workbench.ts';

let small: SmallCase;
let browser: Browser;
before(async () => {
  small = await smallCase();
  // Two addresses of one name, about which somebody can be asked.
  const letter = (from: string, day: number): string =>
    `From x Tue Apr 02 10:00:00 2030\nFrom: Cara Quillfeather <${from}>\nTo: ann@office.example\nDate: ${day} Apr 2030 10:00:00 +0200\nSubject: x\nMessage-ID: <${from}${day}>\n\nHello\n\n`;
  const box = [10, 11, 12]
    .map((day) => letter('cara.quillfeather@firm.example', day) + letter('cquillfeather@home.example', day))
    .join('');
  appendFileSync(join(small.folder, 'sources/zebrafinch.mbox'), box);
  await buildCase(small.folder);
  browser = await browse(small.folder);
});
after(async () => {
  await browser.close();
  small.remove();
});

const written = (): string => readFileSync(join(small.folder, 'decisions.jsonl'), 'utf8');
const body = ({ text }: Answered) => JSON.parse(text);
const finding = async (id: string) => (await browser.data(`/findings/${encodeURIComponent(id)}.json`)).finding;
const waiting = async (): Promise<number> => body(await browser.get('/case.json')).page.waiting;

test('a finding is dismissed, seen as waiting, dismissed after the next build, and taken back', async () => {
  const [first] = (await browser.data('/findings.json')).rows;
  const before = body(await browser.get('/case.json')).page.build;
  const taken = await browser.post({ kind: 'dismiss', finding: first.id, who: 'R. Reader', why: 'read both sides' });
  assert.equal(taken.status, 201, taken.text);
  const { decision, waiting: left } = body(taken).data;
  assert.deepEqual(
    [decision.kind, decision.who, decision.when, decision.inBuild, left],
    ['dismiss', 'R. Reader', '2031-03-02T01:00:00+01:00', false, 1],
  );
  assert.equal(written().trimEnd().split('\n').length, 1);
  const seen = await finding(first.id);
  assert.deepEqual([seen.status, seen.waiting.kind, seen.waiting.why], ['open', 'dismiss', 'read both sides']);
  await buildCase(small.folder);
  const { page } = body(await browser.get('/case.json'));
  assert.notEqual(page.build, before, 'the new build is taken up');
  assert.equal(page.waiting, 0);
  const built = await finding(first.id);
  assert.deepEqual([built.status, built.decided.who, built.waiting], ['dismissed', 'R. Reader', null]);
  assert.deepEqual((await browser.data('/findings.json?status=dismissed')).total, 1);
  const undone = await browser.post({ kind: 'undo', finding: first.id, who: 'R. Reader', why: 'again' });
  assert.equal(undone.status, 201, undone.text);
  const again = await finding(first.id);
  assert.deepEqual([again.status, again.waiting.kind], ['dismissed', 'undo']);
  assert.equal(await waiting(), 1);
});

test('a question about people is answered, leaves the queue, and comes back when the answer is taken back', async () => {
  const queue = await browser.data('/review.json');
  assert.ok(queue.total > 0, 'there is a question');
  const [question] = queue.rows;
  assert.ok(question.a.evidence.records > 0 && question.agreements.length > 0 && question.moves.same !== '');
  const before = await waiting();
  const taken = await browser.post({ kind: 'same', question: question.id, who: 'R. Reader' });
  assert.equal(taken.status, 201, taken.text);
  assert.match(body(taken).data.decision.why, /^reviewed: /);
  const left = await browser.data('/review.json');
  assert.deepEqual([left.total, left.who], [queue.total - 1, 'R. Reader']);
  assert.equal(await waiting(), before + 1);
  const { hash } = body(taken).data.decision;
  const undone = await browser.post({ kind: 'undo', decision: hash, who: 'R. Reader', why: 'went back' });
  assert.equal(undone.status, 201, undone.text);
  assert.deepEqual((await browser.data('/review.json')).rows[0].id, question.id);
  assert.equal(await waiting(), before);
  const twice = await browser.post({ kind: 'undo', decision: hash, who: 'R. Reader', why: 'went back' });
  assert.equal(twice.status, 409);
  const { decisions } = await browser.data('/decisions.json');
  assert.ok(decisions[0].kind === 'undo' && decisions[1].undoneBy === decisions[0].hash);
});

test('what is no decision is refused, and nothing is written', async () => {
  const before = written();
  const [{ id }] = (await browser.data('/findings.json')).rows;
  const wrong: readonly (readonly [unknown, number])[] = [
    ['{', 400],
    ['[]', 400],
    ['null', 400],
    [{}, 400],
    [{ kind: 'dismiss', finding: id, who: '', why: 'x' }, 400],
    [{ kind: 'dismiss', finding: id, who: 'x' }, 400],
    [{ kind: 'dismiss', finding: id, who: ['x'], why: 'x' }, 400],
    [{ kind: 'dismiss', finding: 'f:0000000000000000', who: 'x', why: 'x' }, 404],
    [{ kind: 'dismiss', finding: 'c:00', who: 'x', why: 'x' }, 404],
    [{ kind: 'accept', proposal: 'x', who: 'x', why: 'x' }, 400],
    [{ kind: 'same', question: 'q:0000000000000000', who: 'x' }, 404],
    [{ kind: 'undo', decision: '0'.repeat(64), who: 'x', why: 'x' }, 404],
    [{ kind: 'dismiss', finding: id, who: 'x', why: 'y'.repeat(5_000) }, 400],
    [`{"kind":"dismiss","who":"${'x'.repeat(20_000)}"}`, 413],
  ];
  for (const [decision, status] of wrong) {
    const answered = await browser.post(decision);
    assert.equal(answered.status, status, `${JSON.stringify(decision).slice(0, 80)}: ${answered.text}`);
    assert.ok(body(answered).error.what.length > 0);
  }
  assert.equal(written(), before);
});

test('names and reasons are text, whatever is in them', async () => {
  const [{ id }] = (await browser.data('/findings.json')).rows;
  const who = '<img src=x onerror=alert(1)>\u202e"\n';
  assert.equal(
    (await browser.post({ kind: 'confirm', finding: id, who, why: '</script>{"kind":"same"}\n' })).status,
    201,
  );
  const last = JSON.parse(written().trimEnd().split('\n').at(-1)!);
  assert.equal(last.who, who.trim());
  assert.equal((await finding(id)).waiting.who, who.trim());
});

test('the briefing is a preview and files that belong together', async () => {
  const { files, preview, fault } = await browser.data('/briefing.json');
  assert.equal(fault, null);
  for (const { address, name, sha256: hash } of files) {
    const { text, headers } = await browser.get(address);
    assert.equal(createHash('sha256').update(text).digest('hex'), hash, name);
    assert.equal(headers['content-disposition'], `attachment; filename="${name}"`);
  }
  const shown = await browser.get(preview);
  assert.match(String(shown.headers['content-type']), /^text\/html/);
  assert.match(shown.text, /At least/);
});
