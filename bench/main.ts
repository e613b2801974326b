/** `npm run bench [-- NAMES… --runs N --small]`: measures, and writes bench/results/. */
import { parseArgs } from 'node:util';
import { SUITES } from './list.ts';
import { shown, writeResult } from './report/page.ts';

const USAGE = `npm run bench -- [NAME…] [--runs N] [--small]
  names: ${SUITES.map((suite) => suite.name).join(', ')}; without one, all
  --runs N   runs of each contestant, 3 when not given
  --small    a hundredth of the size, to see that everything works; writes no results
  BENCH_DATA names the folder of generated data, some 40 GB at its largest; else bench/data
`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    runs: { type: 'string', default: '3' },
    small: { type: 'boolean', default: false },
    help: { type: 'boolean' },
  },
});
const runs = Number(values.runs);
const unknown = positionals.filter((name) => !SUITES.some((suite) => suite.name === name));
if (values.help === true || !Number.isInteger(runs) || runs < 1 || unknown.length > 0) {
  if (unknown.length > 0) process.stderr.write(`no such benchmark: ${unknown.join(', ')}\n`);
  process.stderr.write(USAGE);
  process.exit(values.help === true ? 0 : 2);
}

const say = (text: string): void => void process.stderr.write(`  ${text}\n`);
for (const suite of SUITES) {
  if (positionals.length > 0 && !positionals.includes(suite.name)) continue;
  process.stderr.write(`${suite.name}\n`);
  const outcome = await suite.run({ runs, small: values.small, say });
  process.stdout.write(`${shown(outcome)}\n`);
  if (!values.small) writeResult(suite.name, outcome);
}
