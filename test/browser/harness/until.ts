/** Waiting for something to become true in a page. */
import type { Page } from './browser.ts';

/** Milliseconds between two looks. */
const EVERY = 25;
/** Milliseconds after which it will not become true any more; the machine may be busy with other tests. */
const PATIENCE = 20_000;

/** The beginning of what a page says, for the error. */
const SHOWN = "(document.querySelector('main') ?? document.body)?.innerText.slice(0, 300) ?? 'nothing'";

/**
 * Looks again and again from outside: what polls inside a page needs the eval that the page's policy forbids.
 * @param expression of JavaScript, truthy when the waiting ends
 * @throws Error with the expression and what the page shows when it stays false
 */
export async function until(page: Page, expression: string, patience: number = PATIENCE): Promise<void> {
  const end = performance.now() + patience;
  for (;;) {
    // While a document is exchanged for the next one there is nothing to ask.
    if (await page.evaluate<unknown>(expression).catch(() => false)) return;
    if (performance.now() > end) {
      const shown = await page.evaluate<string>(SHOWN).catch(String);
      throw new Error(`${page.url()}: still not after ${patience} ms: ${expression}\nIt shows: ${shown}`);
    }
    await new Promise((resolve) => setTimeout(resolve, EVERY));
  }
}
