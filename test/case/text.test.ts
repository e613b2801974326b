/** Searches end to end: a made-up case is built, and each of its words is found where it stands. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { buildCase } from '../../src/case/build.ts';
import type { BuildReport } from '../../src/case/build-report.ts';
import { type OpenCase, openCase } from '../../src/case/open.ts';
import { isRefused } from '../../src/case/search/refused.ts';
import { type CaseSearch, openSearch, type SearchAnswer, type SearchOptions } from '../../src/case/search.ts';
import { scratchFolder } from '../cli/run.ts';
import { MARKER, writeTextCase } from './text-case.ts';

describe('a case with a word in everything', () => {
  const folder = scratchFolder();
  let built: BuildReport;
  let open: OpenCase;
  let search: CaseSearch;

  before(async () => {
    await writeTextCase(folder);
    built = await buildCase(folder);
    open = await openCase(folder);
    search = await openSearch(open, { threads: 0, spoolDir: null });
  });
  after(async () => {
    await search.close();
    await open.close();
  });

  async function found(text: string, options: Partial<SearchOptions> = {}): Promise<SearchAnswer> {
    const answer = await search.search(text, { limit: 50, ...options });
    assert.ok(!isRefused(answer), JSON.stringify(answer));
    return answer;
  }
  const subjects = async (text: string): Promise<(string | null)[]> =>
    (await found(text)).hits.map(({ subject, channel }) => subject ?? channel);
  const snippet = async (text: string): Promise<string> =>
    (await found(text)).hits
      .map(({ words }) => words.snippet.map((piece) => (piece.marked ? `[${piece.text}]` : piece.text)).join(''))
      .join(' | ');

  test('words of messages are found, newest first, those without a time last', async () => {
    assert.deepEqual(await subjects('lantern'), ['Hidden', 'Elsewhere', 'Lantern delivery', 'No date']);
    assert.deepEqual(await subjects('LANTERN quay'), ['Lantern delivery']);
    assert.deepEqual(await subjects('"quay seven"'), ['Lantern delivery']);
    assert.deepEqual(await subjects('"seven quay"'), []);
    assert.deepEqual(await subjects('lant* NOT secret NOT undated'), ['Elsewhere', 'Lantern delivery']);
    assert.deepEqual(await subjects('oresund'), ['Page']);
    assert.deepEqual(await subjects('港口'), ['Code']);
    assert.deepEqual(await subjects('winch'), ['Fwd']);
  });

  test('words of attachments are found, and shown', async () => {
    for (const word of ['dredging', 'breakwater', 'escrow', 'buoys']) {
      const { hits } = await found(word);
      assert.deepEqual(
        hits.map(({ subject, words }) => [subject, words.place]),
        [['Papers', 'attachment']],
        word,
      );
      assert.match(await snippet(word), new RegExp(`\\[${word}\\]`));
    }
    const { hits } = await found('file:minutes');
    assert.deepEqual(
      hits.map(({ words }) => words.names.map((pieces) => pieces.map(({ text }) => text).join(''))),
      [['minutes.docx']],
    );
    assert.deepEqual(await subjects('has:attachment'), ['Fwd', 'Papers']);
    assert.deepEqual(await subjects('has:unread'), ['Papers']);
  });

  test('calendars, logs and what prose tells are found', async () => {
    assert.deepEqual(await subjects('regatta'), ['Regatta lunch']);
    assert.deepEqual(await subjects('"pilotage contract, as agreed"'), ['Regatta lunch']);
    assert.deepEqual(await subjects('boathouse'), ['Regatta lunch']);
    assert.equal((await found('cranes')).hits[0]?.channel, 'visit');
    assert.match(await snippet('causeway'), /spoke of the \[causeway\]/);
    assert.equal((await found('sluices')).hits[0]?.channel, 'report');
  });

  test('fields find parties by all their addresses, and one address by itself', async () => {
    const ofAda = ['Hidden', 'Fwd', 'Code', 'Page', 'Elsewhere', 'Papers', 'Lantern delivery', 'No date'];
    assert.deepEqual(await subjects('with:ada channel:mail'), ofAda);
    assert.deepEqual(await subjects('with:"Ada Kaj" channel:mail'), ofAda);
    assert.deepEqual(await subjects('with:@office channel:mail'), ofAda);
    assert.deepEqual(await subjects('with:night.owl@mail.example'), ['Elsewhere']);
    assert.deepEqual(await subjects('from:owl lantern'), ['Elsewhere']);
    assert.deepEqual(await subjects('from:ada to:bo lantern'), ['Hidden', 'Elsewhere', 'Lantern delivery', 'No date']);
    assert.deepEqual(await subjects('from:bo'), ['Fwd', 'Papers']);
    assert.deepEqual(await subjects('with:ada channel:call'), ['call']);
    assert.deepEqual(await subjects('with:ada OR from:bo regatta'), await subjects('with:ada OR (from:bo regatta)'));
  });

  test('days are those of the zone of the case, and events have names', async () => {
    assert.deepEqual(await subjects('lantern before:vote'), ['Lantern delivery']);
    assert.deepEqual(await subjects('lantern on:vote'), ['Elsewhere']);
    assert.deepEqual(await subjects('lantern after:vote'), ['Hidden']);
    assert.deepEqual(await subjects('lantern after:2030-02 before:2030-03-13'), ['Elsewhere', 'Lantern delivery']);
    assert.deepEqual(await subjects('lantern after:2030-03'), []);
    assert.deepEqual(await subjects('lantern on:2030'), ['Hidden', 'Elsewhere', 'Lantern delivery']);
    assert.deepEqual(await subjects('lantern source:box'), ['Elsewhere', 'Lantern delivery', 'No date']);
  });

  test('pages follow on each other, and ranked hits are the same ones', async () => {
    for (const text of ['lantern', 'channel:mail']) {
      const whole = await subjects(text);
      const paged: (string | null)[] = [];
      for (let after: string | undefined; ; ) {
        const page = await found(text, { limit: 2, ...(after === undefined ? {} : { after }) });
        assert.equal(page.total, whole.length);
        paged.push(...page.hits.map(({ subject }) => subject));
        if (page.next === null) break;
        after = page.next;
      }
      assert.deepEqual(paged, whole);
    }
    const ranked = (await found('lantern', { rank: true })).hits.map(({ subject }) => subject);
    assert.equal(ranked[0], 'Lantern delivery');
    assert.deepEqual([...ranked].sort(), (await subjects('lantern')).toSorted());
  });

  test('what a build tells adds up, and every answer says what cannot be found', async () => {
    const [box, calendar, log, calls, hidden, passages] = built.sources.map(({ text }) => text);
    assert.deepEqual(box, {
      indexed: 7,
      gone: 0,
      attachmentsRead: 4,
      attachmentsUnread: [
        { why: 'it has a password', items: 1 },
        { why: 'there is no text in it that can be read', items: 1 },
      ],
    });
    assert.deepEqual(
      [calendar, log, calls, hidden, passages].map((text) => text?.indexed),
      [1, 1, 0, 1, 1],
    );
    const { coverage, total } = await found('nowhere');
    assert.equal(total, 0);
    assert.deepEqual([coverage.records, coverage.withoutWords, coverage.attachmentsRead], [11, 1, 4]);
  });

  test('a protected source is named by its number alone', async () => {
    const answer = await found('secret');
    assert.equal(answer.hits[0]?.source, 'protected source 5');
    assert.ok(!JSON.stringify(answer.hits, (_, v) => (typeof v === 'bigint' ? String(v) : v)).includes(MARKER));
    assert.deepEqual(await subjects('source:"protected source 5"'), ['Hidden']);
    for (const text of [`source:${MARKER}`, `source:${MARKER}.mbo`]) {
      const refused = await search.search(text, { limit: 5 });
      assert.ok(isRefused(refused));
      assert.ok(!`${refused.mistake.message} ${refused.mistake.advice}`.includes(MARKER));
    }
  });

  test('a query that cannot be asked is a value with its place', async () => {
    const cases = [
      ['lantern from:nobody-here', 13],
      ['before:someday x', 7],
      ['channel:pigeon', 8],
      ['has:wings', 4],
      ['with:@offices', 5],
      ['"open', 0],
    ] as const;
    for (const [text, at] of cases) {
      const refused = await search.search(text, { limit: 5 });
      assert.ok(isRefused(refused), text);
      assert.equal(refused.mistake.at, at, text);
      assert.ok(refused.mistake.advice !== '');
    }
    assert.ok(isRefused(await search.search('a '.repeat(500_000), { limit: 5 })));
  });
});
