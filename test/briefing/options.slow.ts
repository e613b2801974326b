/** What `brief` does besides: redacted briefings, what is new since an earlier one, requests for a reply and their answers. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Briefing } from '../../src/briefing/briefing.ts';
import { gatherBriefing } from '../../src/briefing/gather/gather.ts';
import { briefingSince } from '../../src/briefing/gather/since.ts';
import { briefingHtml } from '../../src/briefing/html/page.ts';
import type { Manifest } from '../../src/briefing/manifest.ts';
import { briefingMarkdown } from '../../src/briefing/markdown/document.ts';
import { namingOf } from '../../src/briefing/names.ts';
import { safeJson } from '../../src/briefing/plain.ts';
import { publicPersons } from '../../src/briefing/redact/private-parties.ts';
import { redacted } from '../../src/briefing/redact/redact.ts';
import { replyHtml, replyMarkdown } from '../../src/briefing/reply/document.ts';
import { replyRequest } from '../../src/briefing/reply/reply.ts';
import { openCase } from '../../src/case/open.ts';
import { run, scratchFolder } from '../cli/run.ts';
import { CHECKER, check } from './checking.ts';
import { type OpenDemo, openDemo } from './demo.ts';
import { assertSound } from './markup.ts';

let demo: OpenDemo;
let briefing: Briefing;
before(async () => {
  demo = await openDemo();
  briefing = await gatherBriefing(demo.open, { spoolDir: null });
});
after(() => demo.close());

const KEY = Buffer.alloc(32, 9);

test('a redacted briefing has no private name, no address, no subject and no excerpt', async () => {
  const { people } = demo.open.files;
  const bare = (await redacted(demo.open, briefing, KEY)).briefing;
  const known = publicPersons(demo.open.files);
  assert.ok(known.has('harbour-chief-of-staff') && !known.has('contractor-director'));
  const hidden = people.parties.filter(({ id }) => !known.has(id));
  assert.ok(hidden.length > 5);
  assertSound(briefingHtml(bare));
  for (const form of [briefingHtml(bare), briefingMarkdown(bare), safeJson(bare)]) {
    for (const { id, name } of hidden) {
      assert.ok(!form.includes(name), name);
      assert.ok(!new RegExp(`(?<![\\w-])${id}(?![\\w-])`).test(form), id);
    }
    for (const { address } of people.parties.flatMap(({ aliases }) => aliases))
      assert.ok(!form.includes(address), address);
    // An organisation keeps its name, also where it is the subject of something.
    const kept = people.organisations.map(({ name }) => name).join('\n');
    for (const { subject } of briefing.contacts)
      if (subject !== null && subject.length > 12 && !kept.includes(subject))
        assert.ok(!form.includes(subject), subject);
    // What was said in public, or published, stands in quotes.
    for (const { record, excerpt } of briefing.passages)
      if (record !== null && excerpt !== null && excerpt.length > 40)
        assert.ok(!form.includes(excerpt.slice(0, 40)), excerpt);
    for (const { path } of demo.open.files.case.sources) assert.ok(!form.includes(path), path);
  }
  assert.equal(bare.manifest.passages.filter(({ sha256, raw }) => sha256 !== null || raw !== null).length, 0);
  assert.deepEqual([bare.manifest.tables, bare.manifest.stated, bare.manifest.decisions], [{}, [], []]);
  assert.ok(bare.findings.every(({ id }) => id === null));
  assert.deepEqual(bare.answer?.undisclosed, briefing.answer?.undisclosed);
  assert.ok(bare.redaction!.rules.length > 3);
});

test('single values are opened from the case, and the checker accepts them alone', () => {
  const folder = scratchFolder();
  const target = join(folder, 'bare.html');
  assert.equal(run(demo.folder, ['brief', '--redact', '-o', target]).status, 0);
  const manifest = target.replace('.html', '.manifest.json');
  const { commitments } = JSON.parse(readFileSync(manifest, 'utf8')) as Manifest;
  const opened = run(demo.folder, ['brief', '--open', 'passage/S1/sha256', '-o', join(folder, 'opened.json')]);
  assert.equal(opened.status, 0, opened.stderr);
  const { key } = JSON.parse(readFileSync(join(folder, 'opened.json'), 'utf8')) as { key: string };
  const keyFile = join(demo.folder, 'keys', 'redaction.key');
  assert.equal(statSync(keyFile).mode & 0o777, 0o600);
  assert.ok(!key.includes(readFileSync(keyFile, 'utf8').trim()));
  const checked = check(CHECKER, manifest, demo.folder, '--open', join(folder, 'opened.json'));
  assert.equal(checked.status, 0, checked.stdout);
  assert.match(checked.stdout, /^opened passage\/S1\/sha256: [0-9a-f]{64}$/m);
  assert.ok(commitments.length > 50);
  const none = run(demo.folder, ['brief', '--open', 'party/999/name']);
  assert.equal(none.status, 1);
  assert.match(none.stderr, /no redacted field/);
});

test('since an earlier briefing: nothing, then what is new, changed and gone', async () => {
  const same = await briefingSince(demo.open, briefing, safeJson(briefing), null);
  assert.deepEqual(same.since?.changes, []);
  assert.equal(same.findings.length + same.statements.length, 0);

  const [first, second, ...rest] = briefing.manifest.stated.filter(({ kind }) => kind === 'finding');
  const others = briefing.manifest.stated.filter(({ kind }) => kind !== 'finding');
  const claim = others.find(({ kind }) => kind === 'statement')!;
  const stated = [
    { ...second!, value: '1, open' },
    ...rest,
    { kind: 'finding' as const, id: 'f:0000000000000000', text: 'an old finding', value: '3, open', evidence: null },
    ...others.map((other) => (other === claim ? { ...claim, value: 'untested' } : other)),
  ];
  const since = await briefingSince(demo.open, briefing, JSON.stringify({ ...briefing.manifest, stated }), null);
  const told = since.since!.changes.map(({ kind, id, before, after: now }) => [kind, id, before, now]);
  assert.deepEqual(told, [
    ['finding', first!.id, null, first!.value],
    ['finding', second!.id, '1, open', second!.value],
    ['statement', claim.id, 'untested', claim.value],
    ['finding', 'f:0000000000000000', '3, open', null],
  ]);
  assert.deepEqual(since.findings.map(({ id }) => id).sort(), [first!.id, second!.id].sort());
  assert.equal(since.statements.length, 1);
  assert.deepEqual(since.manifest.stated, briefing.manifest.stated);
  assertSound(briefingHtml(since));
  assert.match(briefingHtml(since), /What changed since the briefing as of 2031-03-01/);
  await assert.rejects(briefingSince(demo.open, briefing, '{"a":1}', null), /no briefing that can be compared/);
});

test('a request for a reply has what is said of one party, and nobody else’s messages', () => {
  const request = replyRequest(briefing, 'contractor-lobbyist');
  assert.ok(request.items.length > 0);
  for (const { contacts } of request.items)
    for (const { from, to } of contacts)
      assert.ok([...from, ...to].some((end) => end.split(' or ').includes('contractor-lobbyist')));
  const page = replyHtml(request, namingOf(briefing));
  assertSound(page);
  assert.equal([...page.matchAll(/<div class="blank">Answer:<\/div>/g)].length, request.items.length);
  assert.equal([...replyMarkdown(request, namingOf(briefing)).matchAll(/^Answer:$/gm)].length, request.items.length);
  for (const { id } of demo.open.files.reports.informants) assert.ok(!new RegExp(`\\b${id}\\b`).test(page), id);
  assert.equal(replyRequest(briefing, 'nobody').items.length, 0);
});

test('an answer stands beside what it answers, and needs no new build', async () => {
  const finding = briefing.findings.find(({ detector }) => detector === 'undisclosed-contact')!;
  const statement = briefing.statements[0]!;
  const replies = [
    `- { to: "${finding.id!.slice(0, 12)}", by: contractor-director, on: 2031-03-02, text: These were about mooring. }`,
    `- { to: "${statement.id}", by: harbour-press-officer, on: 2031-03-03, text: I was not told. }`,
    '- { to: "c:00", by: contractor-director, on: 2031-03-02, text: To nothing. }',
  ];
  writeFileSync(join(demo.folder, 'replies.yaml'), `${replies.join('\n')}\n`);
  const open = await openCase(demo.folder);
  try {
    const later = await gatherBriefing(open, { spoolDir: null });
    assert.equal(later.findings.find(({ id }) => id === finding.id)?.replies[0]?.text, 'These were about mooring.');
    assert.equal(later.statements[0]?.replies[0]?.text, 'I was not told.');
    assert.deepEqual(
      later.otherReplies.map(({ text }) => text),
      ['To nothing.'],
    );
    assert.match(briefingHtml(later), /Reply of Dirk Bolverk, 2031-03-02<\/p><p>These were about mooring\./);
  } finally {
    await open.close();
  }
});

test('wrong usage is answered', () => {
  const cases: readonly (readonly [args: readonly string[], status: number, words: RegExp])[] = [
    [['-o', 'brief.pdf'], 1, /a briefing is no \.pdf/],
    [['--redact', '--reply', 'x'], 2, /do not go together/],
    [['--reply', 'nobody-at-all'], 1, /there is no party/],
    [['--since', 'not-there.json'], 2, /is not there/],
  ];
  for (const [args, status, words] of cases) {
    const done = run(demo.folder, ['brief', ...args]);
    assert.equal(done.status, status, done.stderr);
    assert.match(done.stderr, words);
  }
  assert.ok(!existsSync(join(demo.folder, 'brief.pdf')));
});
