/** Hostile content and protected sources: neither does anything to a briefing, nor leaves by it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gatherBriefing } from '../../src/briefing/gather/gather.ts';
import { briefingHtml } from '../../src/briefing/html/page.ts';
import { briefingMarkdown } from '../../src/briefing/markdown/document.ts';
import { namingOf } from '../../src/briefing/names.ts';
import { safeJson } from '../../src/briefing/plain.ts';
import { redacted } from '../../src/briefing/redact/redact.ts';
import { replyHtml } from '../../src/briefing/reply/document.ts';
import { replyRequest } from '../../src/briefing/reply/reply.ts';
import { buildCase } from '../../src/case/build.ts';
import { openCase } from '../../src/case/open.ts';
import { caseOf } from '../bad-input/case-of.ts';
import { assertHidden, protectedCase } from '../laws/protected-case.ts';
import { assertSound } from './markup.ts';

const SCRIPT = '"><script>alert(1)</script><img src=x onerror=alert(1)>';
const BIDI = '\u202egnp.exe\u202c \u200b\u0007';
/** 1 MiB of one letter. */
const HUGE = 'A'.repeat(1 << 20);

function letter(n: number, subject: string, from = `"${SCRIPT.replaceAll('"', "'")}" <ada@office.example>`): string {
  return `From x Fri Mar  1 10:00:00 2030\nFrom: ${from}\nTo: bo@firm.example\nDate: Fri, ${n} Mar 2030 10:00:00 +0000\nMessage-ID: <${n}@office.example>\nSubject: ${subject}\nContent-Type: text/plain; charset=utf-8\n\n${SCRIPT} ${BIDI}\n\`\`\`\n# No heading [^1]: [link](https://evil.example)\n\n`;
}

const MORE = `groups:
  office: [ada]
  firm: [bo]
windows:
  spring: { from: 2030-03-01, to: 2030-05-31 }
events:
  - { id: vote, on: 2030-03-20, what: ${JSON.stringify(`${SCRIPT} | [x](javascript:alert(1))`)} }
duties:
  - { who: "@office", what: contacts with "@firm", audience: public, from: 2030-01-01 }
`;
const PEOPLE = `parties:
  - { id: ada, name: ${JSON.stringify(`Ada ${SCRIPT}`)}, aliases: [ada@office.example] }
  - { id: bo, name: ${JSON.stringify('Bo \u202eFirm')}, aliases: [bo@firm.example] }
`;

test('scripts, marks of direction and a subject of a megabyte', async () => {
  const mbox = [letter(1, SCRIPT), letter(2, HUGE), letter(3, BIDI), letter(4, '](x) `a` <b> &amp; [^2]')].join('');
  const made = caseOf(
    [
      { path: 'box.mbox', bytes: mbox },
      {
        path: 'register.csv',
        bytes: 'Entry,Date of contact,Date registered,Kind,Official,Organisation,Represented by,Subject\n',
        says: [
          'side: disclosed',
          'audience: public',
          'template: registers/meetings',
          'zone: UTC',
          'covers: { disclosers: "@office", from: 2030-01-01, to: 2030-12-31 }',
        ],
      },
    ],
    MORE,
  );
  made.write('people.yaml', PEOPLE);
  await buildCase(made.folder);
  const open = await openCase(made.folder);
  try {
    const briefing = await gatherBriefing(open, { spoolDir: null });
    assert.equal(briefing.answer?.contacts.max, 4);
    const page = briefingHtml(briefing);
    assertSound(page);
    assertSound(replyHtml(replyRequest(briefing, 'bo'), namingOf(briefing)));
    const text = briefingMarkdown(briefing);
    for (const form of [page, text, safeJson(briefing)]) {
      assert.doesNotMatch(form.replaceAll('\n', ''), /[\p{Cc}\p{Cf}]/u);
      assert.ok(form.length < 200_000, `${form.length} characters`);
    }
    assert.match(page, /⟨U\+202E⟩/);
    assert.match(page, /\[cut: [\d,]+ more characters\]/);
    // Outside of fenced blocks nothing of it is Markdown or HTML.
    const outside = text.replace(/^(`{3,})text\n[\s\S]*?\n\1$/gm, '');
    assert.doesNotMatch(outside, /(?<!\\)<script|(?<!\\)\]\(https|^# No heading/m);
    assert.equal([...text.matchAll(/^`{3,}text$/gm)].length, [...outside.matchAll(/^### S\d+$/gm)].length);
  } finally {
    await open.close();
    made.remove();
  }
});

test('what is protected is in no form of a briefing', async () => {
  const made = protectedCase();
  await buildCase(made.folder);
  const open = await openCase(made.folder);
  try {
    const briefing = await gatherBriefing(open, { spoolDir: null });
    assert.ok(briefing.passages.length > 0 && briefing.manifest.sources.length > 0);
    assert.ok(briefing.passages.every(({ excerpt, raw }) => excerpt === null && raw === null));
    const bare = (await redacted(open, briefing, Buffer.alloc(32, 7))).briefing;
    for (const form of [briefing, bare]) {
      assertHidden('HTML', briefingHtml(form));
      assertHidden('Markdown', briefingMarkdown(form));
      assertHidden('JSON', safeJson(form));
    }
  } finally {
    await open.close();
    made.remove();
  }
});
