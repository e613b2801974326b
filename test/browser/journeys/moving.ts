/** Back, forward, reload, a mailed address, and a second window all show the same. */
import assert from 'node:assert/strict';
import type { Setting } from '../harness/setting.ts';
import { secondWindow, type Visit } from '../harness/visit.ts';

/** Looks in a row that must agree, and milliseconds between them: parts of a page that have no place kept come later. */
const AGREEING = 4;
const PAUSE = 100;

/** What a page says, without what the shell says around it, when nothing is added to it any more. */
async function said({ page, settled }: Visit): Promise<string> {
  await settled();
  const main = page.locator('main');
  let text = await main.innerText();
  for (let agreed = 1; agreed < AGREEING; agreed++) {
    await page.waitForTimeout(PAUSE);
    const now = await main.innerText();
    if (now !== text) [text, agreed] = [now, 0];
  }
  return text.trim();
}

export function movingJourney(setting: Setting): void {
  setting.test('back, forward, reload and a second window show the view of the address', async () => {
    const visit = await setting.visit(await setting.running('demo'));
    const { page } = visit;
    const inNavigation = (name: string) =>
      page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name, exact: true });
    await visit.go('/');
    const overview = await said(visit);
    await inNavigation('Findings').click();
    await page.waitForURL('**/findings');
    const findings = await said(visit);
    assert.notEqual(findings, overview);
    await page.locator('main a[href^="/findings/"]').first().click();
    await page.waitForURL('**/findings/*');
    const finding = await said(visit);

    await page.goBack();
    assert.equal(await said(visit), findings);
    await page.goBack();
    assert.equal(await said(visit), overview);
    await page.goForward();
    await page.goForward();
    assert.equal(await said(visit), finding);
    await page.reload();
    assert.equal(await said(visit), finding);

    const filtered = '/contacts?between=%40harbour-office&and=%40contractor&state=undisclosed&window=run-up';
    await visit.go(filtered);
    const contacts = await said(visit);
    const other = await secondWindow(visit);
    await other.go(filtered);
    assert.equal(await said(other), contacts);
    // A page behind another one is not laid out.
    await page.bringToFront();
    await page.reload();
    assert.equal(await said(visit), contacts);
    assert.deepEqual(visit.watched.errors, []);
    await visit.close();
  });
}
