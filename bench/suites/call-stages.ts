/** Call records to contacts and to links, timed apart. */
import { availableParallelism } from 'node:os';
import { DATA, dataFile } from '../data.ts';
import { callsLedger } from '../generate/ledgers.ts';
import { compare, type Line } from '../measure/series.ts';
import type { Options, Outcome, Suite } from '../suite.ts';
import { callTable } from './calls.ts';
import { onLedger } from './stage.ts';

/** More than a call takes in the ledger, bytes, with what making it takes. */
const ROOM = 250;

async function run({ runs, small, say }: Options): Promise<Outcome> {
  const lines: Line[] = [];
  for (const size of small ? [20_000, 200_000] : [2_000_000, 20_000_000]) {
    const csv = await callTable(size);
    const settings = { threads: availableParallelism(), memory: 4096, spill: DATA };
    const ledger = await dataFile(`calls-${size}.duckdb`, size * ROOM, (path) => callsLedger(path, csv, settings));
    lines.push(
      ...(await compare([onLedger(`contacts and links, ${size}`, size, 'call-stages.ts', ledger, true)], runs, say)),
    );
  }
  const [one, ten] = lines;
  return {
    title: 'Call records to contacts and links',
    doc:
      'The two stages after reading, on a ledger of generated call records of one carrier: which records witness one call, and the ' +
      'ordered pairs of parties of each, with whether the other side answered.',
    unit: 'calls',
    lines,
    targets:
      small || one === undefined || ten === undefined
        ? []
        : [
            {
              what: 'time, 10× against 1×',
              value: ten.wall.median / one.wall.median,
              unit: '×',
              bound: 11,
              kind: 'most',
            },
          ],
    notes: [],
  };
}

export const callStages: Suite = { name: 'call-stages', run };
