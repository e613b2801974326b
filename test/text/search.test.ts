/** The index answers as a look at every document does, however the documents are cut into segments and shards. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isDamage } from '../../src/text/damage.ts';
import type { Query } from '../../src/text/query/ast.ts';
import { openText, type TextIndex } from '../../src/text/search/open.ts';
import type { Hit, RecordSets, SearchPage, SearchRequest } from '../../src/text/search/request.ts';
import { type Draft, inFolder, query, segmentOf, someDrafts, someQuery } from './corpus.ts';
import { fitting, isHit, scanned } from './scan.ts';

/** A document found, by its place among all drafts. */
interface Cut {
  readonly index: TextIndex;
  /** First draft of each segment. */
  readonly bases: readonly number[];
  readonly sizes: readonly number[];
}

/** How drafts are cut: places where a segment ends, and documents of a shard. */
interface Cutting {
  readonly ends: readonly number[];
  readonly shardSize: number;
  readonly threads: number;
}

async function opened(folder: string, drafts: readonly Draft[], cutting: Cutting): Promise<Cut> {
  const ends = [...new Set([...cutting.ends.map((end) => end % (drafts.length + 1)), drafts.length])].sort(
    (a, b) => a - b,
  );
  const bases = [0, ...ends.slice(0, -1)];
  const folders = ends.map((end, i) => segmentOf(folder, `${i}`, drafts.slice(bases[i], end), cutting.shardSize));
  const index = await openText(folders, { threads: cutting.threads });
  assert(!isDamage(index));
  return { index, bases, sizes: ends.map((end, i) => end - bases[i]!) };
}

/** Sets of records for which something holds. */
function setsOf({ bases, sizes }: Cut, holds: (draft: number) => boolean): RecordSets {
  return sizes.map((size, segment) => {
    const set = new Uint8Array((size + 7) >>> 3);
    for (let record = 0; record < size; record++)
      if (holds(bases[segment]! + record)) set[record >>> 3]! |= 1 << (record & 7);
    return set;
  });
}

async function asked(cut: Cut, asking: Query, more: Partial<SearchRequest>): Promise<SearchPage> {
  const conditions = asking.conditions.map((_, condition) => setsOf(cut, (draft) => fitting(asking, condition, draft)));
  const page = await cut.index.search({ query: asking, conditions, limit: 1000, countUpTo: 1000, ...more });
  assert(!isDamage(page), JSON.stringify(page));
  return page;
}

const draftOf = ({ bases }: Cut, { segment, record }: Hit): number => bases[segment]! + record;

/** Hits of all pages. */
async function paged(cut: Cut, asking: Query, limit: number, more: Partial<SearchRequest> = {}): Promise<number[]> {
  const found: number[] = [];
  let after: string | null = null;
  do {
    const page: SearchPage = await asked(cut, asking, { ...more, limit, ...(after === null ? {} : { after }) });
    assert(page.hits.length === limit || page.next === null);
    found.push(...page.hits.map((hit) => draftOf(cut, hit)));
    after = page.next;
  } while (after !== null);
  return found;
}

/** What a look at every document finds, newest first. */
function expected(drafts: readonly Draft[], asking: Query): number[] {
  const time = (draft: number): number =>
    Number.isNaN(drafts[draft]!.time) ? Number.NEGATIVE_INFINITY : drafts[draft]!.time;
  return drafts
    .map((draft, record) => scanned({ ...draft, record }))
    .filter((one) => isHit(asking.root, one, (condition) => fitting(asking, condition, one.document.record)))
    .map(({ document }) => document.record)
    .sort((a, b) => (time(a) === time(b) ? 0 : time(b) - time(a)) || b - a);
}

const someCutting: fc.Arbitrary<Cutting> = fc.record({
  ends: fc.array(fc.nat({ max: 24 }), { maxLength: 3 }),
  shardSize: fc.integer({ min: 1, max: 12 }),
  threads: fc.constant(0),
});

const someQueries = fc.array(someQuery, { minLength: 1, maxLength: 8 });

test('hits, their order, their number and their pages are those of a scan', async () => {
  const check = fc.asyncProperty(
    someDrafts,
    someQueries,
    someCutting,
    fc.integer({ min: 1, max: 5 }),
    (drafts, written, cutting, limit) =>
      inFolder(async (folder) => {
        const cut = await opened(folder, drafts, cutting);
        for (const asking of written.map(query)) {
          const wanted = expected(drafts, asking);
          const page = await asked(cut, asking, {});
          assert.deepEqual(
            page.hits.map((hit) => draftOf(cut, hit)),
            wanted,
            asking.text,
          );
          assert.deepEqual([page.total, page.exact, page.next], [wanted.length, true, null]);
          assert.deepEqual(await paged(cut, asking, limit), wanted, asking.text);
          const few = await asked(cut, asking, { limit: 1, countUpTo: 2 });
          assert.deepEqual([few.total, few.exact], [Math.min(2, wanted.length), wanted.length <= 2]);
        }
        await cut.index.close();
      }),
  );
  await fc.assert(check, { numRuns: 30, endOnFailure: true });
});

test('only the records that are asked for are looked at', async () => {
  const check = fc.asyncProperty(someDrafts, someQuery, someCutting, (drafts, written, cutting) =>
    inFolder(async (folder) => {
      const cut = await opened(folder, drafts, cutting);
      const asking = query(written);
      const page = await asked(cut, asking, { within: setsOf(cut, (draft) => draft % 2 === 0) });
      assert.deepEqual(
        page.hits.map((hit) => draftOf(cut, hit)),
        expected(drafts, asking).filter((draft) => draft % 2 === 0),
      );
      await cut.index.close();
    }),
  );
  await fc.assert(check, { numRuns: 15, endOnFailure: true });
});

test('ranked hits and their scores do not depend on how documents are cut', async () => {
  const check = fc.asyncProperty(someDrafts, someQueries, someCutting, (drafts, written, cutting) =>
    inFolder(async (folder) => {
      const whole = await opened(folder, drafts, { ends: [], shardSize: 100, threads: 0 });
      await inFolder(async (other) => {
        const cut = await opened(other, drafts, cutting);
        for (const asking of written.map(query)) {
          const [one, two] = [await asked(whole, asking, { rank: true }), await asked(cut, asking, { rank: true })];
          const told = (from: Cut, page: SearchPage): unknown =>
            page.hits.map((hit) => [draftOf(from, hit), hit.score]);
          assert.deepEqual(told(cut, two), told(whole, one), asking.text);
          assert.deepEqual(new Set(one.hits.map((hit) => draftOf(whole, hit))), new Set(expected(drafts, asking)));
          assert.deepEqual(
            await paged(cut, asking, 3, { rank: true }),
            one.hits.map((hit) => draftOf(whole, hit)),
          );
        }
        await cut.index.close();
      });
      await whole.index.close();
    }),
  );
  await fc.assert(check, { numRuns: 15, endOnFailure: true });
});

test('threads answer as one does', async () => {
  const drafts = Array.from({ length: 80 }, (_, i): Draft => {
    const body = [`every ${i % 2 === 0 ? 'even' : 'odd'} ${i % 7 === 0 ? 'seventh' : ''} \u5317\u4eac`];
    return { time: i % 5 === 0 ? Number.NaN : (i * 31) % 40, subject: `s${i}`, body, names: [] };
  });
  const written = [
    'every',
    'odd',
    'seventh',
    's17',
    'odd -seventh',
    '\u4eac seventh',
    'from:ana OR s3',
    'NOT odd',
    'nothing',
  ];
  await inFolder(async (folder) => {
    const cut = await opened(folder, drafts, { ends: [11, 50], shardSize: 5, threads: 3 });
    for (const asking of written.map(query)) {
      const wanted = expected(drafts, asking);
      assert.deepEqual(await paged(cut, asking, 4), wanted, asking.text);
      const few = await asked(cut, asking, { limit: 1, countUpTo: 3 });
      assert.deepEqual([few.total, few.exact], [Math.min(3, wanted.length), wanted.length <= 3]);
      assert.equal((await asked(cut, asking, { rank: true })).total, wanted.length);
    }
    await cut.index.close();
    await assert.rejects(asked(cut, query('every'), {}), /closed/);
  });
});

test('runs of letters are found by any part of them, and whole beside other words', async () => {
  const drafts = [
    '\u5317\u4eac\u5e02\u5834 tower',
    '\u5317\u4eac tower',
    'tower\u5317\u4eac',
    '\u5317 \u4eac tower',
    '\u5317\u4eac, tower',
    '\ud68c\uc758\uc5d0\uc11c \uacb0\uc815',
    '\ud68c\uc758 \uc5d0\uc11c',
    'tower \u5317\u5317\u4eac\ntower',
  ].map((body, time): Draft => ({ time, subject: '', body: [body], names: [] }));
  await inFolder(async (folder) => {
    const cut = await opened(folder, drafts, { ends: [], shardSize: 100, threads: 0 });
    for (const [written, wanted] of [
      ['\u5317\u4eac', [0, 1, 2, 3, 4, 7]],
      ['\u4eac\u5e02', [0]],
      ['\u5834', [0]],
      ['\u5317\u5834', []],
      ['"\u5317\u4eac tower"', [1, 3, 4, 7]],
      ['"tower \u5317"', [2, 7]],
      ['"\u4eac tower"', [1, 3, 4, 7]],
      ['"tower \u4eac"', []],
      ['tow* \u5e02', [0]],
      ['\ud68c\uc758', [5, 6]],
      ['"\ud68c\uc758 \uc5d0\uc11c"', [6]],
      ['\uc758\uc5d0', [5]],
      ['NEAR(tower \u5317, 1)', [1, 2, 3, 4, 7]],
    ] as const) {
      const asking = query(written);
      assert.deepEqual((await paged(cut, asking, 10)).toReversed(), wanted, written);
      assert.deepEqual(expected(drafts, asking).toReversed(), wanted, written);
    }
    await cut.index.close();
  });
});
