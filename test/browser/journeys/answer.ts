/** Somebody who never saw it: how many were undisclosed, with whom, and show me one. Visible links alone, three clicks at most. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OverviewPage } from '../../../src/server/shapes/overview.ts';
import type { RecordPage } from '../../../src/server/shapes/record.ts';
import { WIDE } from '../harness/browser.ts';
import type { Setting } from '../harness/setting.ts';

/** Bytes of a source as text, one character a byte. */
function bytesOf(path: string, [offset, length]: readonly [number, number]): string {
  return readFileSync(path).toString('latin1', offset, offset + length);
}

const squeezed = (text: string): string => text.replaceAll(/[^\x21-\x7e]+/g, '');

export function answerJourney(setting: Setting): void {
  setting.test('the overview answers how many, with whom, and leads to the bytes of one in three clicks', async () => {
    const running = await setting.running('demo');
    const visit = await setting.visit(running);
    const { page } = visit;
    await visit.go('/');
    const { answer } = await visit.json<OverviewPage>('/overview.json');
    assert.ok(answer?.undisclosed);

    // How many: without scrolling.
    const number = page.locator('main').getByText(String(answer.undisclosed.min), { exact: true }).first();
    const box = await number.boundingBox();
    assert.match(await page.locator('main').innerText(), new RegExp(`at most\\s+${answer.undisclosed.max}\\b`));
    assert.ok(box !== null && box.y + box.height <= WIDE.height, 'the number stands on the first screen');

    // With whom: every party with undisclosed contacts by name, as a link.
    for (const { party, undisclosed } of answer.with) {
      if (undisclosed === null || undisclosed.max === 0) continue;
      await page.locator('main').getByText(party.name).first().waitFor();
    }

    // Show me one: only by links that can be seen.
    let clicks = 0;
    const follow = async (selector: string): Promise<void> => {
      await page.locator(`main ${selector}:visible`).first().click();
      clicks += 1;
      await visit.settled();
    };
    if ((await page.locator('main a[href^="/records/"]:visible').count()) === 0) await follow('a[href^="/contacts/"]');
    await follow('a[href^="/records/"]');
    assert.ok(clicks <= 3);
    const shown = new URL(page.url());
    const record = await visit.json<RecordPage>(`${shown.pathname}.json`);
    const { citation } = record;
    assert.ok(citation.bytes !== null);

    // The very bytes, marked.
    await page.locator('main mark').first().waitFor();
    const marked = (await page.locator('main mark').allTextContents()).join('');
    const written = bytesOf(join(running.folder, citation.source), citation.bytes);
    assert.ok(squeezed(marked).length > 20 && squeezed(written).includes(squeezed(marked).slice(0, 60)), marked);
    assert.deepEqual(visit.watched.errors, []);
    await visit.close();
  });
}
