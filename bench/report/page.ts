/** Results as files: one of JSON for each benchmark, and one page of all of them for people. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Machine, machine } from '../measure/machine.ts';
import type { Line, Spread } from '../measure/series.ts';
import type { Curve, Outcome, Target } from '../suite.ts';

interface Result extends Outcome {
  readonly name: string;
  /** Day of the measurement, UTC. */
  readonly measured: string;
  readonly machine: Machine;
}

const FOLDER = fileURLToPath(new URL('../results/', import.meta.url));

function number(value: number): string {
  if (value >= 100) return String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, ',');
  return value.toFixed(value >= 10 ? 1 : 2);
}

function range({ median, least, most }: Spread): string {
  return least === most ? number(median) : `${number(median)} (${number(least)}–${number(most)})`;
}

function row(line: Line, unit: string): string[] {
  const { name, items, runs, wall, processor, peak, rate, parts } = line;
  const whole = [
    name,
    `${number(items)} ${unit}`,
    range(wall),
    range(processor),
    peak === null ? '–' : range(peak),
    number(rate),
    String(runs),
  ];
  const timed = Object.entries(parts).map(([part, seconds]) => [
    `– ${part}`,
    '',
    range(seconds),
    '',
    '',
    number(items / seconds.median),
    '',
  ]);
  return [whole, ...timed].map((cells) => `| ${cells.join(' | ')} |`);
}

function target({ what, value, unit, bound, kind }: Target): string {
  const held = kind === 'least' ? value >= bound : value <= bound;
  return `| ${what} | ${kind === 'least' ? '≥' : '≤'} ${number(bound)} ${unit} | ${number(value)} ${unit} | ${held ? 'held' : 'missed'} |`;
}

/** Curves as one table: a threshold a row, precision and recall of each curve in its columns. */
function curveTable(curves: readonly Curve[]): string {
  const [first] = curves;
  if (first === undefined) return '';
  const cells = (at: number): string[] =>
    curves.map(({ points }) => {
      const point = points.find((one) => one.at === at);
      return point === undefined ? '–' : `${point.precision.toFixed(3)} / ${point.recall.toFixed(3)}`;
    });
  return [
    `| ${first.of} | ${curves.map(({ what }) => what).join(' | ')} |`,
    `| --- |${' --- |'.repeat(curves.length)}`,
    ...first.points.map(({ at }) => `| ${[at, ...cells(at)].join(' | ')} |`),
    '',
    'Precision / recall.',
  ].join('\n');
}

/** One benchmark as Markdown. */
function section(result: Result): string {
  const versions = Object.entries(result.machine.versions).map(([name, version]) => `${name} ${version}`);
  const { processor, cores, memory, system } = result.machine;
  const parts = [
    `## ${result.title}`,
    result.doc,
    [
      `| | size | wall, s | processor, s | peak, MiB | ${result.unit}/s | runs |`,
      '| --- | --- | --- | --- | --- | --- | --- |',
      ...result.lines.flatMap((line) => row(line, result.unit)),
    ].join('\n'),
    result.targets.length === 0
      ? ''
      : ['| target | bound | measured | |', '| --- | --- | --- | --- |', ...result.targets.map(target)].join('\n'),
    curveTable(result.curves ?? []),
    result.notes.map((note) => `- ${note}`).join('\n'),
    `${result.measured} on ${processor}, ${cores} cores, ${memory} GiB, ${system}; ${versions.join(', ')}.`,
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

const HEAD = `# Measured speed and memory

Written by \`npm run bench\`. Every run is a whole process, started afresh and ended, on generated data that is in the page
cache; ways of doing one job run in turn. Figures are medians, with the least and the most in parentheses.`;

/** Writes the result of one benchmark, and the page of all that are there. */
export function writeResult(name: string, outcome: Outcome): void {
  mkdirSync(FOLDER, { recursive: true });
  const result: Result = { name, measured: new Date().toISOString().slice(0, 10), machine: machine(), ...outcome };
  writeFileSync(join(FOLDER, `${name}.json`), `${JSON.stringify(result, null, 2)}\n`);
  const results = readdirSync(FOLDER)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as Result);
  writeFileSync(join(FOLDER, 'README.md'), `${[HEAD, ...results.map(section)].join('\n\n')}\n`);
}

/** One benchmark for the terminal. */
export function shown(outcome: Outcome): string {
  const lines = outcome.lines.flatMap((line) => row(line, outcome.unit));
  return [`${outcome.title}`, ...lines, ...outcome.targets.map(target), ...outcome.notes]
    .map((l) => `  ${l}`)
    .join('\n');
}
