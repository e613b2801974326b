/** A window on a served case, let in by its address, watched from the first request on. */
import type { Browser, BrowserContext, BrowserContextOptions, Page } from './browser.ts';
import { WIDE } from './browser.ts';
import type { Served } from './served.ts';
import { until } from './until.ts';
import { type Watched, watch } from './watched.ts';

export interface Visit {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly watched: Watched;
  readonly origin: string;
  /** Opens a page of the workbench as somebody who typed its address, and waits until it is whole. */
  go(path: string): Promise<void>;
  /** Waits until the page that is shown is whole. */
  settled(): Promise<void>;
  /**
   * What an address of data gives, such as `/findings.json`: its `data`.
   * @throws Error where it is refused
   */
  json<T>(path: string): Promise<T>;
  /** How much of the page has jumped since it was opened, as browsers measure it (Cumulative Layout Shift): 0 is best, 0.1 still good. */
  jumped(): Promise<number>;
  close(): Promise<void>;
}

/** Milliseconds that a click or a navigation may take; the machine may be busy with other tests. */
const PATIENCE = 20_000;

/** A page is whole when it has its heading and nothing in it waits for an answer. */
const WHOLE = `(() => {
  const main = document.querySelector('main');
  if (main === null || main.querySelector('h1') === null) return main !== null && main.querySelector('.fault, .empty') !== null;
  return main.querySelector('.pending, [aria-busy="true"], .cell-space') === null;
})()`;

/** Adds up what moves without somebody having touched anything just before. */
const SHIFTS = `globalThis.layoutShifts = 0;
new PerformanceObserver((list) => {
  for (const { value, hadRecentInput } of list.getEntries()) if (!hadRecentInput) globalThis.layoutShifts += value;
}).observe({ type: 'layout-shift', buffered: true });`;

/** Opens a window on a served case. Windows share nothing: each has its own cookies. */
export async function visit(browser: Browser, served: Served, options: BrowserContextOptions = {}): Promise<Visit> {
  const context = await browser.newContext({
    viewport: WIDE,
    colorScheme: 'light',
    reducedMotion: 'reduce',
    ...options,
  });
  context.setDefaultTimeout(PATIENCE);
  const watched = watch(context, served.origin);
  await context.addInitScript(SHIFTS);
  const page = await context.newPage();
  await page.goto(served.entry);
  return visitOf(context, page, served.origin, watched);
}

/** A second window of the same browser: it has the cookies of the first. */
export async function secondWindow({ context, origin, watched }: Visit): Promise<Visit> {
  return visitOf(context, await context.newPage(), origin, watched);
}

function visitOf(context: BrowserContext, page: Page, origin: string, watched: Watched): Visit {
  const settled = (): Promise<void> => until(page, WHOLE);
  return {
    context,
    page,
    watched,
    origin,
    settled,
    go: async (path) => {
      await page.goto(origin + path);
      await settled();
    },
    json: async <T>(path: string) => {
      const response = await context.request.get(origin + path);
      if (!response.ok()) throw new Error(`${path}: ${response.status()} ${(await response.text()).slice(0, 300)}`);
      return ((await response.json()) as { data: T }).data;
    },
    jumped: () => page.evaluate<number>('globalThis.layoutShifts'),
    close: () => context.close(),
  };
}
