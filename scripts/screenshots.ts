/**
 * Pictures of every page of the workbench, light and dark, wide and narrow, to be looked at:
 *   node scripts/screenshots.ts [FOLDER] [--case DIR] [--only NAME,…] [--readme]
 * Without FOLDER into a temporary one, which is printed; without --case of the demo. --readme writes the four pictures of
 * README.md into docs/images/ instead.
 */
import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type PageAddress, pagesOf } from '../test/browser/harness/addresses.ts';
import { type Browser, launch } from '../test/browser/harness/browser.ts';
import { buildPages } from '../test/browser/harness/built-pages.ts';
import { makeCase } from '../test/browser/harness/cases.ts';
import { type Served, serve } from '../test/browser/harness/served.ts';
import { type Visit, visit } from '../test/browser/harness/visit.ts';
import { LOOKS, type Look } from '../test/browser/journeys/access.ts';

const IMAGES = fileURLToPath(new URL('../docs/images/', import.meta.url));
/** Taller than any window: what is cut off below is looked at too. */
const TALLEST = 6000;
/** Milliseconds in which a canvas is drawn after its page is whole. */
const PAINTING = 400;

/** The pictures of the README: page, look, and how much of it. */
const README: readonly (readonly [name: string, look: string, height: number])[] = [
  ['overview', 'wide, light', 1000],
  ['timeline', 'wide, light', 800],
  ['finding', 'wide, dark', 900],
  ['record', 'narrow, light', 844],
];

/** Takes one page as it is seen, at most `tallest` CSS pixels of it. */
async function take(
  open: Visit,
  { path }: PageAddress,
  file: string,
  tallest: number,
  quality: 'whole' | 'small',
): Promise<void> {
  const { page } = open;
  await open.go(path);
  await page.waitForTimeout(PAINTING);
  const { width } = page.viewportSize()!;
  const height = await page.evaluate<number>('document.documentElement.scrollHeight');
  await page.screenshot({
    path: file,
    fullPage: true,
    clip: { x: 0, y: 0, width, height: quality === 'small' ? tallest : Math.min(height, tallest) },
    animations: 'disabled',
    caret: 'hide',
  });
}

async function takeAll(browser: Browser, served: Served, folder: string, only: readonly string[]): Promise<void> {
  for (const look of LOOKS) {
    const open = await visit(browser, served, { viewport: look.viewport, colorScheme: look.colorScheme });
    for (const address of await pagesOf(open, 'tender')) {
      if (only.length > 0 && !only.includes(address.name)) continue;
      const file = join(folder, `${address.name}-${look.name.replace(', ', '-')}.png`);
      await take(open, address, file, TALLEST, 'whole').catch((error: unknown) => {
        process.stderr.write(`${address.name}, ${look.name}: ${String(error).split('\n')[0]}\n`);
      });
    }
    for (const error of new Set(open.watched.errors)) process.stderr.write(`${look.name}: ${error}\n`);
    await open.close();
  }
}

async function takeReadme(browser: Browser, served: Served): Promise<void> {
  mkdirSync(IMAGES, { recursive: true });
  for (const [name, wanted, height] of README) {
    const look: Look = LOOKS.find((one) => one.name === wanted)!;
    const open = await visit(browser, served, { viewport: look.viewport, colorScheme: look.colorScheme });
    const address = (await pagesOf(open, 'tender')).find((one) => one.name === name)!;
    await take(open, address, join(IMAGES, `${name}.png`), height, 'small');
    await open.close();
  }
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    case: { type: 'string' },
    only: { type: 'string', default: '' },
    readme: { type: 'boolean', default: false },
  },
});
buildPages();
const made = values.case === undefined ? await makeCase('demo', 0) : null;
const served = await serve(made?.folder ?? resolve(values.case!));
const browser = await launch();
try {
  if (values.readme) {
    await takeReadme(browser, served);
    process.stdout.write(`${IMAGES}\n`);
  } else {
    const folder = resolve(positionals[0] ?? mkdtempSync(join(tmpdir(), 'backchannel-pages-')));
    mkdirSync(folder, { recursive: true });
    await takeAll(
      browser,
      served,
      folder,
      values.only.split(',').filter((name) => name !== ''),
    );
    process.stdout.write(`${folder}\n`);
  }
} finally {
  await browser.close();
  await served.stop();
  made?.remove();
}
