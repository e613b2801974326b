/** Ten questions about who is who, answered by keys alone, and the last answer taken back. */
import assert from 'node:assert/strict';
import type { DecisionLine, DecisionsPage } from '../../../src/server/shapes/decisions.ts';
import type { ReviewPage } from '../../../src/server/shapes/review.ts';
import type { Setting } from '../harness/setting.ts';
import { until } from '../harness/until.ts';
import type { Visit } from '../harness/visit.ts';

const ANSWERS = ['y', 'n', 'y', 'u', 'y', 'n', 'y', 'y', 'n', 'y'] as const;
const KINDS = { y: 'same', n: 'not-same', u: 'unsure' } as const;

/** How often it is looked whether all is written down, and milliseconds between. */
const LOOKS = 150;
const PAUSE = 100;

/** The first of the two addresses that are asked about; '' while there is no question. */
const ASKED = "document.querySelector('main article h2')?.textContent ?? ''";

/** The decisions of the case, the newest first, when there are so many. */
async function written({ json, page }: Visit, count: number): Promise<readonly DecisionLine[]> {
  for (let look = 0; look < LOOKS; look++) {
    const { decisions } = await json<DecisionsPage>('/decisions.json');
    if (decisions.length >= count) return decisions;
    await page.waitForTimeout(PAUSE);
  }
  throw new Error(`not ${count} decisions after ${LOOKS * PAUSE} ms`);
}

export function reviewJourney(setting: Setting): void {
  setting.test('ten questions about who is who are answered by keys, and the last one is taken back', async () => {
    const visit = await setting.visit(await setting.ownCopy('alike'));
    const { page } = visit;
    const { rows } = await visit.json<ReviewPage>('/review.json?limit=25');
    assert.ok(rows.length >= ANSWERS.length);
    await visit.go('/review');
    const answered: string[] = [];
    for (const [n, key] of ANSWERS.entries()) {
      const pair = await page.evaluate<string>(ASKED);
      answered.push(pair);
      await page.keyboard.press(key);
      if (n === 0) {
        // Whoever decides says once who it is; the caret is put there.
        await page.keyboard.type('R. Reader');
        await page.keyboard.press('Enter');
        await page.keyboard.press(key);
      }
      // The next question stands there when the answer is kept.
      await until(page, `${ASKED} !== ${JSON.stringify(pair)}`);
    }
    assert.equal(new Set(answered).size, ANSWERS.length);
    // Answers are shown at once, and written down one after the other.
    const decisions = await written(visit, ANSWERS.length);
    assert.deepEqual(
      decisions.map(({ kind }) => kind).toReversed(),
      ANSWERS.map((key) => KINDS[key]),
    );
    assert.ok(decisions.every(({ who }) => who === 'R. Reader'));

    await page.keyboard.press('z');
    await until(page, `${ASKED} === ${JSON.stringify(answered.at(-1))}`);
    const [undo, last] = await written(visit, ANSWERS.length + 1);
    assert.equal(last?.undoneBy, undo?.hash);
    assert.deepEqual(visit.watched.errors, []);
    await visit.close();
  });
}
