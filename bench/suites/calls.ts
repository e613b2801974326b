/** Call records: CSV to records, whole process, against DuckDB's own typed read_csv. */
import { rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { built } from '../build.ts';
import { dataFile, toFile, workFolder } from '../data.ts';
import { calls as generate } from '../generate/calls.ts';
import { type Contestant, compare, type Line } from '../measure/series.ts';
import type { Options, Outcome, Suite, Target } from '../suite.ts';

const CHILD = fileURLToPath(new URL('../children/read-csv.ts', import.meta.url));
/** More than a generated row takes, bytes. */
const ROW = 80;

/** A generated table of calls; made when it is not there. */
export function callTable(rows: number): Promise<string> {
  return dataFile(`calls-${rows}.csv`, rows * ROW, (path) => toFile(path, (write) => generate(rows, write)));
}

function readCsv(items: number, csv: string): Contestant {
  let folder = '';
  return {
    name: `DuckDB typed read_csv, ${items}`,
    items,
    prepare: () => {
      folder = workFolder();
      const args = [CHILD, csv, join(folder, 'calls.duckdb'), String(availableParallelism())];
      return { command: process.execPath, args };
    },
    finish: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function targets(lines: readonly Line[]): Target[] {
  const [one, onePeer, ten, tenPeer] = lines;
  if (one === undefined || onePeer === undefined || ten === undefined || tenPeer === undefined) return [];
  const peaks = [one, ten].map((line) => line.peak?.most ?? Number.NaN) as [number, number];
  return [
    {
      what: 'time against DuckDB, smaller size',
      value: one.wall.median / onePeer.wall.median,
      unit: '×',
      bound: 2.5,
      kind: 'most',
    },
    {
      what: 'time against DuckDB, ten times the size',
      value: ten.wall.median / tenPeer.wall.median,
      unit: '×',
      bound: 2.5,
      kind: 'most',
    },
    { what: 'peak memory', value: Math.max(...peaks), unit: 'MiB', bound: 2384, kind: 'most' },
    { what: 'peak memory, 10× against 1×', value: peaks[1] / peaks[0], unit: '×', bound: 1.25, kind: 'most' },
    { what: 'time, 10× against 1×', value: ten.wall.median / one.wall.median, unit: '×', bound: 10.5, kind: 'most' },
  ];
}

async function run({ runs, small, say }: Options): Promise<Outcome> {
  const lines: Line[] = [];
  for (const size of small ? [20_000, 200_000] : [2_000_000, 20_000_000]) {
    const csv = await callTable(size);
    const ours = built(`backchannel, to records, ${size}`, size, csv, [
      'template: calls/generic',
      'region: US',
      'zone: UTC',
    ]);
    lines.push(...(await compare([ours, readCsv(size, csv)], runs, say)));
  }
  return {
    title: 'Call records to records',
    doc:
      'A CSV of generated calls (id, start, caller, callee, duration, outcome; 200,000 written numbers of 160,000 lines) to record ' +
      'rows with two E.164 addresses each that can be cited, in a ledger on disk. The peer reads the same file into a table on disk ' +
      'with the types given and as many threads, and normalises nothing.',
    unit: 'rows',
    lines,
    targets: small ? [] : targets(lines),
    notes: [],
  };
}

export const calls: Suite = { name: 'calls', run };
