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
import type { OverviewPage } from '../src/server/shapes/overview.ts';
import { type PageAddress, pagesOf } from '../test/browser/harness/addresses.ts';
import { type Browser, launch } from '../test/browser/harness/browser.ts';
import { buildPages } from '../test/browser/harness/built-pages.ts';
import { makeCase } from '../test/browser/harness/cases.ts';
import { type Served, serve } from '../test/browser/harness/served.ts';
import { type Visit, visit } from '../test/browser/harness/visit.ts';
import { LOOKS } from '../test/browser/journeys/access.ts';

const IMAGES = fileURLToPath(new URL('../docs/images/', import.meta.url));
/** Taller than any window: what is cut off below is looked at too. */
const TALLEST = 6000;
/** Milliseconds in which a canvas is drawn after its page is whole. */
const PAINTING = 400;

/** A picture of the README. */
interface Picture extends PageAddress {
  readonly look: string;
  /** What of the page, CSS pixels. */
  readonly top: number;
  readonly height: number;
}

/** Its four: the answer, both sides of a finding, the timeline of the question, and a record down to its bytes. */
async function readmePictures({ json }: Visit): Promise<Picture[]> {
  const { answer, findings } = await json<OverviewPage>('/overview.json');
  const finding = findings.find(({ detector }) => detector === 'undisclosed-contact');
  const call = answer?.examples.find(({ channel }) => channel === 'call');
  if (answer === null || finding === undefined || call === undefined) throw new Error('the case has nothing to show');
  return [
    { name: 'overview', path: '/', look: 'wide, light', top: 0, height: 715 },
    { name: 'finding', path: `/findings/${encodeURIComponent(finding.id)}`, look: 'wide, dark', top: 0, height: 700 },
    { name: 'timeline', path: `/timeline?${answer.listed}`, look: 'wide, light', top: 0, height: 1000 },
    { name: 'record', path: `/records/${encodeURIComponent(call.record)}`, look: 'wide, light', top: 325, height: 606 },
  ];
}

/** Takes one page as it is seen, at most `tallest` CSS pixels of it below `top`. */
async function take(open: Visit, { path }: PageAddress, file: string, top: number, tallest: number): Promise<void> {
  const { page } = open;
  await open.go(path);
  // Without a head Chromium keeps room for a scroll bar that it does not draw.
  await page.evaluate("document.documentElement.style.scrollbarGutter = 'auto'");
  await page.waitForTimeout(PAINTING);
  const { width } = page.viewportSize()!;
  const height = await page.evaluate<number>('document.documentElement.scrollHeight');
  await page.screenshot({
    path: file,
    fullPage: true,
    clip: { x: 0, y: top, width, height: Math.min(height - top, tallest) },
    animations: 'disabled',
    caret: 'hide',
  });
}

async function takeAll(browser: Browser, served: Served, folder: string, only: readonly string[]): Promise<void> {
  for (const look of LOOKS) {
    const open = await visit(browser, served, look.options);
    for (const address of await pagesOf(open, 'tender')) {
      if (only.length > 0 && !only.includes(address.name)) continue;
      const file = join(folder, `${address.name}-${look.name.replace(', ', '-')}.png`);
      await take(open, address, file, 0, TALLEST).catch((error: unknown) => {
        process.stderr.write(`${address.name}, ${look.name}: ${String(error).split('\n')[0]}\n`);
      });
    }
    for (const error of new Set(open.watched.errors)) process.stderr.write(`${look.name}: ${error}\n`);
    await open.close();
  }
}

async function takeReadme(browser: Browser, served: Served): Promise<void> {
  mkdirSync(IMAGES, { recursive: true });
  const first = await visit(browser, served);
  const pictures = await readmePictures(first);
  await first.close();
  for (const picture of pictures) {
    const { options } = LOOKS.find(({ name }) => name === picture.look)!;
    const open = await visit(browser, served, options);
    await take(open, picture, join(IMAGES, `${picture.name}.png`), picture.top, picture.height);
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
