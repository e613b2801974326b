/** Switched identifiers: how many of those that were made are found, and what it costs. */
import { availableParallelism } from 'node:os';
import { DATA, dataFile } from '../data.ts';
import { callsLedger } from '../generate/ledgers.ts';
import { KEPT } from '../generate/switches/society.ts';
import { type Judged, settingsOf, worldTable } from '../generate/switches/world.ts';
import { type Contestant, compare, type Line } from '../measure/series.ts';
import type { Options, Outcome, Suite, Target } from '../suite.ts';
import { onLedger } from './stage.ts';

/** One world may be lucky. */
const WORLDS = ['switches', 'second', 'third', 'fourth'] as const;
const SWITCHES = 50;
/** More than a call takes as text, and in the ledger, bytes. */
const [ROW, ROOM] = [80, 250];

async function worldLedger(label: string, numbers: number, calls: number): Promise<string> {
  const settings = { threads: availableParallelism(), memory: 4096, spill: DATA };
  const table = await dataFile(`switches-${label}-${calls}.csv`, calls * ROW, (path) =>
    worldTable(label, settingsOf(numbers, SWITCHES), calls, path),
  );
  return dataFile(`switches-${label}-${calls}.duckdb`, calls * ROOM, (path) => callsLedger(path, table, settings));
}

/** A contestant that keeps how well its last run did. */
function judging(label: string, numbers: number, calls: number, ledger: string, into: Map<string, Judged>): Contestant {
  const stage = onLedger(`world ${label}, ${calls}`, calls, 'switches.ts', ledger, true);
  return {
    ...stage,
    prepare: async () => {
      const program = await stage.prepare();
      return { ...program, args: [...program.args, String(numbers), String(SWITCHES), label] };
    },
    finish: async (cost) => {
      const told = cost.output.trimEnd().split('\n').at(-2) ?? '';
      into.set(label, JSON.parse(told) as Judged);
      await stage.finish?.(cost);
    },
  };
}

const sum = (list: readonly number[]): number => list.reduce((all, one) => all + one, 0);

function targets(lines: readonly Line[], found: readonly Judged[]): Target[] {
  const right = sum(found.map((one) => one.right));
  const [switches, proposed] = [sum(found.map((one) => one.switches)), sum(found.map((one) => one.proposed))];
  const longest = Math.max(...lines.map(({ wall }) => wall.median));
  const largest = Math.max(...lines.map(({ peak }) => peak?.most ?? Number.NaN));
  return [
    { what: 'recall over all worlds', value: right / switches, unit: '', bound: 0.8, kind: 'least' },
    { what: 'precision over all worlds', value: right / proposed, unit: '', bound: 0.9, kind: 'least' },
    { what: 'time of a world', value: longest, unit: 's', bound: 120, kind: 'most' },
    { what: 'peak memory', value: largest, unit: 'MiB', bound: 3072, kind: 'most' },
  ];
}

function notesOf(found: ReadonlyMap<string, Judged>): string[] {
  const worlds = [...found].map(
    ([label, { right, proposed, switches }]) => `World ${label}: ${right} of ${switches} found, ${proposed} proposed.`,
  );
  const kept = KEPT.map((share) => {
    const of = [...found.values()].flatMap(({ byKept }) => byKept.filter((one) => one.kept === share));
    return `${share} % kept: ${sum(of.map((one) => one.found))} of ${sum(of.map((one) => one.switches))}`;
  });
  return [...worlds, `By the part of the circle that the switch kept: ${kept.join('; ')}.`];
}

async function run({ runs, small, say }: Options): Promise<Outcome> {
  const [numbers, calls] = small ? [5000, 500_000] : [100_000, 10_000_000];
  const found = new Map<string, Judged>();
  const lines: Line[] = [];
  for (const label of small ? WORLDS.slice(0, 1) : WORLDS) {
    const ledger = await worldLedger(label, numbers, calls);
    lines.push(...(await compare([judging(label, numbers, calls, ledger, found)], runs, say)));
  }
  return {
    title: 'Switched identifiers',
    doc:
      `Calls of a year by ${numbers} numbers, of which ${SWITCHES} fall silent and go on as another one within two weeks, with 30 to 70 ` +
      'per cent of the circle at that time, as many new counterparts as were lost (half of them of one office), and the same hours ' +
      'and use. Everybody has a family of four, friends (four of five in the same town of 1000) and an office of 6 to 17; three of ' +
      'ten friendships begin or end in the year; of 100 calls 85 go to the circle, 3 to hotlines, 12 to anybody. Decoys, of each ' +
      'thousand numbers: 30 fall silent without a successor, 30 start anew, and in two offices somebody leaves and another takes ' +
      'the place within two weeks. Nothing is known but the calls.',
    unit: 'calls',
    lines,
    targets: small ? [] : targets(lines, [...found.values()]),
    notes: notesOf(found),
  };
}

export const switches: Suite = { name: 'switches', run };
