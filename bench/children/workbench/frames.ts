/** How smoothly the timeline follows a hand that pans and zooms. */
import type { Page } from '../../../test/browser/harness/browser.ts';

export interface Frames {
  /** Frames that the page could show in a second. */
  readonly perSecond: number;
  /** Longest time between two of them, seconds. */
  readonly longest: number;
}

/** Keeps the times of all frames in the page until it is asked for them. */
const BEGIN = `(() => {
  const times = [];
  globalThis.benchFrames = times;
  const frame = (now) => { times.push(now); if (globalThis.benchFrames === times) requestAnimationFrame(frame); };
  requestAnimationFrame(frame);
})()`;
const END = '(() => { const times = globalThis.benchFrames; globalThis.benchFrames = null; return times; })()';

/** Steps of a hand, and how many of them go before it turns. */
const STEPS = 240;
const TURN = 40;

/**
 * Drags and wheels over the largest canvas of the page for some seconds.
 * @throws Error where the page has no canvas
 */
export async function framesOf(page: Page): Promise<Frames> {
  const canvases = await page.locator('main canvas:visible').all();
  const boxes = await Promise.all(canvases.map((canvas) => canvas.boundingBox()));
  const largest = boxes.filter((box) => box !== null).sort((a, b) => b.width * b.height - a.width * a.height)[0];
  if (largest === undefined) throw new Error(`${page.url()} has no canvas`);
  const [x, y] = [largest.x + largest.width / 2, largest.y + Math.min(largest.height / 2, 200)];
  await page.mouse.move(x, y);
  await page.evaluate(BEGIN);
  for (let step = 0; step < STEPS; step++) {
    const there = Math.floor(step / TURN) % 2 === 0 ? 1 : -1;
    if (Math.floor(step / TURN) % 3 === 0) await page.mouse.wheel(0, -30 * there);
    else {
      if (step % TURN === 0) await page.mouse.down();
      await page.mouse.move(x + there * 4 * (step % TURN), y);
      if (step % TURN === TURN - 1) await page.mouse.up();
    }
  }
  const times = await page.evaluate<number[]>(END);
  const gaps = times.slice(1).map((time, i) => time - times[i]!);
  const seconds = gaps.reduce((sum, gap) => sum + gap, 0) / 1000;
  return { perSecond: gaps.length / seconds, longest: Math.max(...gaps) / 1000 };
}
