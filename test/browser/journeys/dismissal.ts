/** A finding is dismissed with a reason; after a rebuild behind the open page the bar says so, and the finding is dismissed. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildCase } from '../../../src/case/build.ts';
import type { FindingPage, FindingsPage } from '../../../src/server/shapes/finding.ts';
import type { Setting } from '../harness/setting.ts';
import { secondWindow } from '../harness/visit.ts';

const WHY = 'The two met as members of one choir';

export function dismissalJourney(setting: Setting): void {
  setting.test('a dismissed finding is dismissed after a rebuild, which both open windows notice', async () => {
    const running = await setting.ownCopy('demo');
    const visit = await setting.visit(running);
    const { page } = visit;
    const [finding] = (await visit.json<FindingsPage>('/findings.json?limit=1')).rows;
    assert.equal(finding?.status, 'open');
    const path = `/findings/${encodeURIComponent(finding.id)}`;
    await visit.go(path);
    const second = await secondWindow(visit);
    await second.go('/findings');

    await page.getByLabel('Decided by').fill('R. Reader');
    await page.getByLabel('Why').fill(WHY);
    await page.getByRole('button', { name: 'Dismiss' }).click();
    await page.getByText(WHY).first().waitFor();
    assert.match(readFileSync(join(running.folder, 'decisions.jsonl'), 'utf8'), new RegExp(WHY));
    assert.equal((await visit.json<FindingPage>(`${path}.json`)).finding.waiting?.kind, 'dismiss');

    await buildCase(running.folder);
    for (const one of [visit, second]) {
      await one.page.bringToFront();
      await one.page.getByRole('button', { name: /show the new/i }).click();
      await one.settled();
    }
    assert.equal((await visit.json<FindingPage>(`${path}.json`)).finding.status, 'dismissed');
    await page.bringToFront();
    await page
      .locator('main')
      .getByText(/dismissed/i)
      .first()
      .waitFor();
    assert.ok((await page.locator('main').innerText()).includes(WHY));
    assert.deepEqual(visit.watched.errors, []);
    await visit.close();
  });
}
