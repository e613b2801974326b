/** Memory of a page: what its process holds for itself, and what of that its scripts hold. */
import { readFileSync } from 'node:fs';
import type { Browser, Page } from '../../../test/browser/harness/browser.ts';

export interface PageMemory {
  /** MiB of the process that draws it, pages of the program itself left out; null where there is no /proc. */
  readonly process: number | null;
  /** MiB of its scripts' heap. */
  readonly heap: number;
}

interface ProcessInfo {
  readonly type: string;
  readonly id: number;
}

function privateMiB(pid: number): number {
  try {
    const kib = [...readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8').matchAll(/^Private_\w+:\s+(\d+) kB/gm)];
    return kib.reduce((sum, [, n]) => sum + Number(n), 0) / 1024;
  } catch {
    return 0;
  }
}

/** Looks after garbage was collected. Of several pages in the browser it takes the largest process. */
export async function memoryOf(browser: Browser, page: Page): Promise<PageMemory> {
  const own = await page.context().newCDPSession(page);
  await own.send('HeapProfiler.collectGarbage');
  const { usedSize } = await own.send('Runtime.getHeapUsage');
  const whole = await browser.newBrowserCDPSession();
  const { processInfo } = (await whole.send('SystemInfo.getProcessInfo')) as { processInfo: ProcessInfo[] };
  const drawing = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => privateMiB(id));
  await Promise.all([own.detach(), whole.detach()]);
  const largest = Math.max(0, ...drawing);
  return { process: largest === 0 ? null : largest, heap: usedSize / (1 << 20) };
}
