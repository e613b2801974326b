/**
 * Sources to records, as `backchannel build` does it, without the stages that follow; compiled, as users have it.
 * Argument: a case folder.
 */
const compiled = new URL('../../dist/case/build.js', import.meta.url).href;
const { buildCase } = (await import(compiled)) as typeof import('../../src/case/build.ts');

const [, , folder = ''] = process.argv;
const report = await buildCase(folder, { until: 'records' });
for (const { path, items, read, failed } of report.sources)
  process.stdout.write(`${path}: ${items} items, ${read} read, ${failed} failed\n`);
