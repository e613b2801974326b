/** Sources to records, as `backchannel build` does it, without the stages that follow. Argument: a case folder. */
import { buildCase } from '../../src/case/build.ts';

const [, , folder = ''] = process.argv;
const report = await buildCase(folder, { until: 'records' });
for (const { path, items, read, failed } of report.sources)
  process.stdout.write(`${path}: ${items} items, ${read} read, ${failed} failed\n`);
