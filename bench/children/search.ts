/**
 * Asks a built case the same questions several times, all handles open, and tells how long a first page takes: the median
 * over the questions, and that of the commonest word. Compiled, as users have it. Argument: a case folder.
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { COMMONEST, QUESTIONS } from '../generate/mail/questions.ts';
import { spread } from '../measure/series.ts';

const compiled = (path: string): string => pathToFileURL(join(import.meta.dirname, '..', '..', 'dist', path)).href;
const { openCase } = (await import(compiled('case/open.js'))) as typeof import('../../src/case/open.ts');
const { openSearch } = (await import(compiled('case/search.js'))) as typeof import('../../src/case/search.ts');

/** Times that each question is asked; the first one only warms up. */
const TIMES = 6;
const PAGE = 20;

const [, , folder = ''] = process.argv;
const open = await openCase(folder);
const search = await openSearch(open, { threads: 2, spoolDir: null });

/** Seconds of a first page, the median; @throws Error when nothing is found, for then nothing was measured */
async function firstPage(text: string): Promise<number> {
  const seconds: number[] = [];
  for (let i = 0; i < TIMES; i++) {
    const started = performance.now();
    const answer = await search.search(text, { limit: PAGE });
    if (i > 0) seconds.push((performance.now() - started) / 1000);
    if ('mistake' in answer || !('hits' in answer) || answer.hits.length === 0)
      throw new Error(`nothing found: ${text}`);
  }
  return spread(seconds).median;
}

const each: number[] = [];
for (const text of QUESTIONS) {
  const seconds = await firstPage(text);
  each.push(seconds);
  process.stdout.write(`${(seconds * 1000).toFixed(1)} ms  ${text}\n`);
}
const commonest = await firstPage(COMMONEST);
await search.close();
await open.close();
const seconds = {
  'first page, median question': spread(each).median,
  'first page, slowest question': spread(each).most,
  'first page, commonest word': commonest,
};
process.stdout.write(`${JSON.stringify({ seconds })}\n`);
