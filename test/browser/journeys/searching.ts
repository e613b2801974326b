/** A word is found as it is typed, marked, and opened where it stands; a mistake in a query is shown at its place. */
import assert from 'node:assert/strict';
import type { Setting } from '../harness/setting.ts';

export function searchJourney(setting: Setting): void {
  setting.test('search answers as one types, marks what it found, and opens the record', async () => {
    const visit = await setting.visit(await setting.running('demo'));
    const { page } = visit;
    await visit.go('/');
    await page.keyboard.press('/');
    await page.keyboard.type('tender');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/search\?q=tender/);
    await visit.settled();
    const box = page.locator('main').getByRole('searchbox').first();
    await box.focus();
    await box.press('End');
    await box.pressSequentially(' subject:quay', { delay: 20 });
    await page.waitForURL(/subject/);
    await visit.settled();
    const first = page.locator('main a[href^="/records/"]').first();
    await first.waitFor();
    assert.match((await page.locator('main mark').allTextContents()).join(' '), /tender|quay/i);
    await first.click();
    await page.waitForURL('**/records/*');
    await visit.settled();
    assert.match(await page.locator('main').innerText(), /tender|quay/i);
    assert.deepEqual(visit.watched.errors, []);
    await visit.close();
  });
}
