/** Every page by the rules of WCAG 2.2 AA, as far as a program can tell; and nothing wider than the window. */
import assert from 'node:assert/strict';
import { violations } from '../harness/accessible.ts';
import { pagesOf } from '../harness/addresses.ts';
import { type BrowserContextOptions, NARROW, WIDE } from '../harness/browser.ts';
import type { Setting } from '../harness/setting.ts';

/** A way of looking at a page. */
export interface Look {
  readonly name: string;
  readonly options: BrowserContextOptions;
}

/** All of them. A narrow window is a telephone's: its bars take no room, and it is touched. */
export const LOOKS: readonly Look[] = (['light', 'dark'] as const).flatMap((colorScheme) => [
  { name: `wide, ${colorScheme}`, options: { viewport: WIDE, colorScheme } },
  { name: `narrow, ${colorScheme}`, options: { viewport: NARROW, colorScheme, isMobile: true, hasTouch: true } },
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

/** @param only names of pages; without it all of them */
export function accessJourney(setting: Setting, looks: readonly Look[], only: readonly string[] | null = null): void {
  for (const { name, options } of looks) {
    const which = only === null ? 'every page' : `${only.join(', ')}:`;
    setting.test(`${which} keeps to WCAG 2.2 AA, stays within its window and does not jump (${name})`, async () => {
      const visit = await setting.visit(await setting.running('demo'), options);
      const wrong: string[] = [];
      for (const { name: page, path } of await pagesOf(visit, 'tender')) {
        if (only?.includes(page) === false) continue;
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
