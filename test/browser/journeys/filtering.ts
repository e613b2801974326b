/** A million contacts: filtered by who, when and state, scrolled to the end, and one opened. */
import assert from 'node:assert/strict';
import type { ContactsCount, ContactsPage } from '../../../src/server/shapes/contact.ts';
import { boundsOf } from '../harness/read.ts';
import type { Setting } from '../harness/setting.ts';

export function filteringJourney(setting: Setting): void {
  setting.test('a million contacts are filtered, scrolled to their end, and one is opened', async () => {
    const visit = await setting.visit(await setting.running('million'));
    const { page } = visit;
    const all = await visit.json<ContactsPage>('/contacts.json?all=true&limit=1');
    assert.equal(all.total, 1_000_000);
    await visit.go('/contacts?all=true');
    const rows = page.locator(
      'main [role="row"]:visible, main [role="option"]:visible, main li:visible a[href^="/contacts/"]',
    );
    await rows.first().waitFor();
    assert.ok((await page.locator('main *').count()) < 5000, 'only what is seen is in the document');
    await page.getByRole('grid').focus();
    await page.keyboard.press('End');
    await page.locator(`[aria-rowindex="${all.total + 1}"]`).waitFor();
    await visit.settled();

    for (const query of ['between=@office&and=@firm', 'between=@office&and=@firm&state=undisclosed&window=run-up']) {
      await visit.go(`/contacts?${query}`);
      const { contacts } = await visit.json<ContactsCount>(`/contacts/count.json?${query}`);
      await page.locator('main').getByText(boundsOf(contacts)).first().waitFor();
    }
    await page.locator('main a[href^="/contacts/c"]').first().click();
    await page.waitForURL('**/contacts/c*');
    await visit.settled();
    await page.locator('main a[href^="/records/"]').first().click();
    await visit.settled();
    await page.locator('main mark').first().waitFor();
    assert.deepEqual(visit.watched.errors, []);
    await visit.close();
  });
}
