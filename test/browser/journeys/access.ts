/** Every page by the rules of WCAG 2.2 AA, as far as a program can tell; and nothing wider than the window. */
import assert from 'node:assert/strict';
import { violations } from '../harness/accessible.ts';
import { pagesOf } from '../harness/addresses.ts';
import { NARROW, WIDE } from '../harness/browser.ts';
import type { Setting } from '../harness/setting.ts';

/** A way of looking at a page. */
export interface Look {
  readonly name: string;
  readonly viewport: typeof WIDE | typeof NARROW;
  readonly colorScheme: 'light' | 'dark';
}

/** All of them. */
export const LOOKS: readonly Look[] = (['light', 'dark'] as const).flatMap((colorScheme) => [
  { name: `wide, ${colorScheme}`, viewport: WIDE, colorScheme },
  { name: `narrow, ${colorScheme}`, viewport: NARROW, colorScheme },
]);

/** Layout shift that counts as good; web.dev/cls. */
const STEADY = 0.1;

/** Elements that stick out of the window to the right while their scroller does not hold them; words of the first ones. */
const STICKING_OUT = `(() => {
  const wide = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= wide) return [];
  const all = [...document.querySelectorAll('body *')].filter((one) => one.getBoundingClientRect().right > wide + 1);
  return all.slice(0, 5).map((one) => one.tagName + '.' + one.className + ': ' + (one.textContent ?? '').slice(0, 40));
})()`;

export function accessJourney(setting: Setting, looks: readonly Look[]): void {
  for (const { name, viewport, colorScheme } of looks) {
    setting.test(`every page keeps to WCAG 2.2 AA, stays within its window and does not jump (${name})`, async () => {
      const visit = await setting.visit(await setting.running('demo'), { viewport, colorScheme });
      const wrong: string[] = [];
      for (const { name: page, path } of await pagesOf(visit, 'tender')) {
        await visit.go(path);
        wrong.push(...(await violations(visit.page)).map((line) => `${page}: ${line}`));
        const wide = await visit.page.evaluate<string[]>(STICKING_OUT);
        const jumped = await visit.jumped();
        if (jumped > STEADY) wrong.push(`${page} jumps: ${jumped.toFixed(3)}`);
        wrong.push(...wide.map((line) => `${page} is wider than its window: ${line}`));
      }
      assert.deepEqual(wrong, []);
      assert.deepEqual(visit.watched.errors, []);
      await visit.close();
    });
  }
}
