/** The keyboard alone: a sheet of keys, the way between pages, and a theme that stays. */
import assert from 'node:assert/strict';
import type { Setting } from '../harness/setting.ts';
import { until } from '../harness/until.ts';

export function keysJourney(setting: Setting): void {
  setting.test('the sheet of keys opens and closes, and keys lead from page to page', async () => {
    const visit = await setting.visit(await setting.running('demo'));
    const { page } = visit;
    await visit.go('/');
    await page.keyboard.press('?');
    const sheet = page.getByRole('dialog');
    await sheet.waitFor();
    assert.match(await sheet.innerText(), /search/);
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'hidden' });

    await page.keyboard.press('g');
    await page.keyboard.press('c');
    await page.waitForURL('**/contacts');
    await visit.settled();
    await page.keyboard.press('Tab');
    const inside = await page.evaluate<boolean>("document.querySelector('main').contains(document.activeElement)");
    assert.ok(inside, 'the next Tab is inside the page');

    const ground = (): Promise<string> => page.evaluate<string>('getComputedStyle(document.body).backgroundColor');
    const light = await ground();
    await page.locator('h1').first().click();
    await page.keyboard.press('t');
    await until(page, `getComputedStyle(document.body).backgroundColor !== ${JSON.stringify(light)}`);
    const dark = await ground();
    await page.reload();
    await visit.settled();
    assert.equal(await ground(), dark);
    assert.deepEqual(visit.watched.errors, []);
    await visit.close();
  });
}
