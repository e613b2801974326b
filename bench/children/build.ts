/**
 * Sources to records, or to records and their index of words, as `backchannel build` does it, without the stages that
 * follow; compiled, as users have it. Arguments: a case folder; `records` or `text`.
 */
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const compiled = (path: string): string => pathToFileURL(join(import.meta.dirname, '..', '..', 'dist', path)).href;
const { startReadersEarly } = (await import(
  compiled('case/reading/pool.js')
)) as typeof import('../../src/case/reading/pool.ts');
startReadersEarly(availableParallelism());
const { buildCase } = (await import(compiled('case/build.js'))) as typeof import('../../src/case/build.ts');

const [, , folder = '', until = 'records'] = process.argv;
const report = await buildCase(folder, { until: until === 'text' ? 'text' : 'records' });
for (const { path, items, read, failed, text } of report.sources) {
  process.stdout.write(`${path}: ${items} items, ${read} read, ${failed} failed\n`);
  if (text !== undefined) process.stdout.write(`${text.indexed} indexed, ${text.gone} gone\n`);
}
