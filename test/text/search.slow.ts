/** More hits than are compared for their rank: what is left out is said, and does not depend on threads. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isDamage } from '../../src/text/damage.ts';
import { openText } from '../../src/text/search/open.ts';
import type { SearchPage } from '../../src/text/search/request.ts';
import { type Draft, inFolder, query, segmentOf } from './corpus.ts';

const DRAFTS: readonly Draft[] = Array.from({ length: 80_000 }, (_, i) => ({
  time: i,
  subject: i % 9_999 === 0 ? 'budget' : '',
  body: [`budget ${i % 3 === 0 ? 'plan' : ''}`],
  names: [],
}));

test('the newest shards are compared until some 50,000 hits are', async () => {
  await inFolder(async (folder) => {
    const segments = [segmentOf(folder, 'a', DRAFTS, 11_000)];
    const answers: SearchPage[] = [];
    for (const threads of [0, 2, 3]) {
      const index = await openText(segments, { threads });
      assert(!isDamage(index));
      const page = await index.search({ query: query('budget'), conditions: [], limit: 5, countUpTo: 9, rank: true });
      const rest = await index.search({ query: query('plan'), conditions: [], limit: 5, countUpTo: 9, rank: true });
      await index.close();
      assert(!isDamage(page) && !isDamage(rest));
      assert.deepEqual([rest.total, rest.exact], [26_667, true]);
      answers.push(page);
    }
    const [first] = answers;
    // The newest shard is the short one.
    assert.deepEqual([first!.ranked, first!.exact], [80_000 - 2 * 11_000, false]);
    assert.deepEqual(
      first!.hits.slice(0, 3).map(({ record }) => record),
      [79_992, 69_993, 59_994],
    );
    for (const answer of answers) assert.deepEqual(answer, first);
  });
});
