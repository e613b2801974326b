/** The briefing on paper: what is printed holds the answer, and nothing of the frame around it. */
import assert from 'node:assert/strict';
import type { BriefingPage } from '../../../src/server/shapes/briefing.ts';
import type { OverviewPage } from '../../../src/server/shapes/overview.ts';
import { paperOf } from '../harness/paper.ts';
import type { Setting } from '../harness/setting.ts';

export function printingJourney(setting: Setting): void {
  setting.test('the briefing is printed with its answer, and pages without navigation', async () => {
    const visit = await setting.visit(await setting.running('demo'));
    const { page, origin } = visit;
    const { answer } = await visit.json<OverviewPage>('/overview.json');
    assert.ok(answer?.undisclosed);
    await visit.go('/briefing');
    const { preview } = await visit.json<BriefingPage>('/briefing.json');
    assert.equal(await page.locator('main iframe').getAttribute('src'), preview);
    await page.goto(origin + preview);
    const briefing = await paperOf(await page.pdf({ format: 'A4' }));
    assert.ok(briefing.pages >= 2);
    assert.match(briefing.text, new RegExp(`\\b${answer.undisclosed.min}\\b`));
    assert.ok(briefing.text.includes(answer.with[0]!.party.name));

    await visit.go('/');
    const overview = await paperOf(await page.pdf({ format: 'A4' }));
    assert.ok(overview.text.includes(answer.with[0]!.party.name));
    assert.ok(!overview.text.includes('Search the records'));
    await visit.close();
  });
}
