/**
 * Sources to records, as `backchannel build` does it, without the stages that follow; compiled, as users have it.
 * Argument: a case folder.
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const compiled = join(import.meta.dirname, '..', '..', 'dist', 'case', 'build.js');
const { buildCase } = (await import(pathToFileURL(compiled).href)) as typeof import('../../src/case/build.ts');

const [, , folder = ''] = process.argv;
const report = await buildCase(folder, { until: 'records' });
for (const { path, items, read, failed } of report.sources)
  process.stdout.write(`${path}: ${items} items, ${read} read, ${failed} failed\n`);
