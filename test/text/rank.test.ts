/** Scores are those of the formula, written out again here. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isDamage } from '../../src/text/damage.ts';
import { openText } from '../../src/text/search/open.ts';
import type { SearchPage } from '../../src/text/search/request.ts';
import { type Draft, inFolder, query, segmentOf } from './corpus.ts';

const draft = (subject: string, body: string): Draft => ({ time: 0, subject, body: [body], names: [] });

const DRAFTS: readonly Draft[] = [
  draft('Budget', 'the budget of the year'),
  draft('Lunch', 'budget budget budget, and so on and on until the page is full of it'),
  draft('Plan', 'nothing here'),
  draft('Budgets', 'the plan of the budgets'),
];

async function ranked(written: string, drafts: readonly Draft[] = DRAFTS, limit = 10): Promise<SearchPage> {
  return inFolder(async (folder) => {
    const index = await openText([segmentOf(folder, 'a', drafts, 3), segmentOf(folder, 'b', [], 3)], { threads: 0 });
    assert(!isDamage(index));
    const page = await index.search({ query: query(written), conditions: [], limit, countUpTo: 10, rank: true });
    await index.close();
    assert(!isDamage(page));
    return page;
  });
}

/** One term's share: how often it stands in the subject and in the body, how many documents have it. */
function share(record: number, inSubject: number, inBody: number, having: number): number {
  const lengths = DRAFTS.map(({ subject, body }) => 3 * subject.length + body[0]!.length);
  const mean = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
  const often = 3 * inSubject + inBody;
  const idf = Math.log(1 + (DRAFTS.length - having + 0.5) / (having + 0.5));
  return (idf * often) / (often + 1.2 * (0.25 + (0.75 * lengths[record]!) / mean));
}

function near(actual: number, expected: number): void {
  assert(Math.abs(actual - expected) < 1e-12, `${actual} is not ${expected}`);
}

test('a word in several columns', async () => {
  const { hits } = await ranked('budget');
  assert.deepEqual(
    hits.map(({ record }) => record),
    [0, 1],
  );
  near(hits[0]!.score, share(0, 1, 1, 2));
  near(hits[1]!.score, share(1, 0, 3, 2));
});

test('several words, a word that is given twice, and one that hits cannot have', async () => {
  const { hits } = await ranked('(budget OR plan OR budget) -nothing');
  const scores = new Map(hits.map(({ record, score }) => [record, score]));
  assert.deepEqual([...scores.keys()].sort(), [0, 1, 3]);
  near(scores.get(0)!, share(0, 1, 1, 2));
  near(scores.get(3)!, share(3, 0, 1, 2));
});

test('a word of one column counts there alone', async () => {
  const { hits } = await ranked('body:budget');
  const scores = new Map(hits.map(({ record, score }) => [record, score]));
  near(scores.get(0)!, share(0, 0, 1, 2));
});

test('the beginning of words is one term', async () => {
  const { hits } = await ranked('budget*');
  const scores = new Map(hits.map(({ record, score }) => [record, score]));
  near(scores.get(3)!, share(3, 1, 1, 3));
  near(scores.get(1)!, share(1, 0, 3, 3));
});

test('pages of ranked hits follow each other, and a cursor that is none begins at the front', async () => {
  const { hits, next } = await ranked('budget*', DRAFTS, 2);
  assert.deepEqual([hits.length, next], [2, 'best_2']);
  const all = await ranked('budget*');
  assert.deepEqual(all.hits.slice(0, 2), hits);
  assert.deepEqual([all.total, all.exact, all.ranked, all.next], [3, true, 3, null]);
});
