/**
 * One visit to a large case in a real browser, measured. Arguments: the case folder; which filters, generated or mail.
 * Prints figures, then its times.
 */
import type { PeoplePage } from '../../../src/server/shapes/people.ts';
import { launch } from '../../../test/browser/harness/browser.ts';
import { serve } from '../../../test/browser/harness/served.ts';
import { until } from '../../../test/browser/harness/until.ts';
import { type Visit, visit } from '../../../test/browser/harness/visit.ts';
import { GENERATED_FILTERS, mailFilters } from '../../generate/workbench/questions.ts';
import { tell, timed } from '../timed.ts';
import { askAll } from './asking.ts';
import { type Figures, figuresLine, quantile } from './figures.ts';
import { framesOf } from './frames.ts';
import { memoryOf } from './memory.ts';

const [, , folder = '', kind = 'generated'] = process.argv;
/** Edges of the network that is drawn. */
const EDGES = 10_000;
/** A span of the generated year that holds about a million of five million contacts. */
const MILLION = 'all=true&from=2030-03-01&to=2030-05-12';

/** Seconds from the beginning of a navigation until the page marked what it drew. */
async function drawn({ page, origin }: Visit, path: string, mark: string): Promise<number> {
  await page.goto(origin + path, { waitUntil: 'commit' });
  await until(page, `performance.getEntriesByName(${JSON.stringify(mark)}).length > 0`, 120_000);
  return (await page.evaluate<number>(`performance.getEntriesByName(${JSON.stringify(mark)})[0].startTime`)) / 1000;
}

async function paints({ page, settled }: Visit): Promise<{ first: number; whole: number }> {
  const began = performance.now();
  await page.reload();
  await settled();
  const whole = (performance.now() - began) / 1000;
  const first = await page.evaluate<number>("performance.getEntriesByName('first-contentful-paint')[0].startTime");
  return { first: first / 1000, whole };
}

const served = await timed('server ready', () => serve(folder, 'compiled'));
const browser = await launch();
try {
  const open = await timed('browser and first page', () => visit(browser, served));
  const { page, settled } = open;
  await settled();
  const cold = await page.evaluate<number>("performance.getEntriesByName('first-contentful-paint')[0].startTime");
  const again = await paints(open);
  const people = kind === 'mail' ? (await open.json<PeoplePage>('/people.json?limit=3')).rows : [];
  const filters = kind === 'mail' ? mailFilters(people.map(({ key }) => key)) : GENERATED_FILTERS;
  await open.go('/contacts');
  const asked = await timed('filters', () => askAll(page, filters));
  const span = kind === 'mail' ? 'all=true' : MILLION;
  const timeline = await drawn(open, `/timeline?${span}`, 'timeline-drawn');
  const frames = await timed('pan and zoom', () => framesOf(page));
  const network = await drawn(open, `/network?all=true&edges=${EDGES}`, 'network-drawn');
  const memory = await memoryOf(browser, page);
  const both = asked.map(({ rows, count }) => Math.max(rows, count));
  const slowest = asked.reduce((a, b) => (Math.max(a.rows, a.count) > Math.max(b.rows, b.count) ? a : b));
  const figures: Figures = {
    'server ready, s': served.ready / 1000,
    'first paint of the first page, s': cold / 1000,
    'first paint of a page again, s': again.first,
    'overview whole again, s': again.whole,
    'rows of a filter, median, s': quantile(
      asked.map(({ rows }) => rows),
      0.5,
    ),
    'rows of a filter, 95th percentile, s': quantile(
      asked.map(({ rows }) => rows),
      0.95,
    ),
    'rows and bounds of a filter, median, s': quantile(both, 0.5),
    'rows and bounds of a filter, 95th percentile, s': quantile(both, 0.95),
    'timeline drawn, s': timeline,
    'frames a second while panning and zooming': frames.perSecond,
    'longest frame, s': frames.longest,
    'network drawn, s': network,
    'script heap, MiB': memory.heap,
    ...(memory.process === null ? {} : { 'memory of the page, MiB': memory.process }),
  };
  tell(`slowest filter: ${slowest.query}`, figuresLine(figures));
} finally {
  await browser.close();
  await served.stop();
}
