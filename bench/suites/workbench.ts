/** The workbench in a real browser, on a generated case of five million calls and on a released archive of mail. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildCase } from '../../src/case/build.ts';
import { NO_CHROMIUM } from '../../test/browser/harness/chromium.ts';
import { type Figures, figuresIn } from '../children/workbench/figures.ts';
import { checkRoom, DATA } from '../data.ts';
import { generatedCaseFiles } from '../generate/workbench/case.ts';
import { type Contestant, compare, spread } from '../measure/series.ts';
import type { Options, Outcome, Suite, Target } from '../suite.ts';
import { callTable } from './calls.ts';

const CHILD = fileURLToPath(new URL('../children/workbench/main.ts', import.meta.url));
/** More than a call takes in a built case, segment and ledger together, bytes. */
const ROOM = 800;

/** What part 4 of the workbench promises: figure, bound, unit. */
const BOUNDS: readonly (readonly [what: string, bound: number, unit: string, kind: Target['kind']])[] = [
  ['server ready, s', 0.8, 's', 'most'],
  ['first paint of the first page, s', 1, 's', 'most'],
  ['rows and bounds of a filter, median, s', 0.15, 's', 'most'],
  ['rows and bounds of a filter, 95th percentile, s', 0.4, 's', 'most'],
  ['frames a second while panning and zooming', 50, 'frames/s', 'least'],
  ['network drawn, s', 1.5, 's', 'most'],
  ['memory of the page, MiB', 300, 'MiB', 'most'],
];

/** The generated case, built; it stays beside the generated data, and a build that is still good is not made again. */
async function generatedCase(calls: number, say: (text: string) => void): Promise<string> {
  const csv = await callTable(calls);
  const folder = join(DATA, `workbench-${calls}`);
  if (!existsSync(folder)) checkRoom(calls * ROOM, 'the case of the workbench');
  for (const [name, text] of await generatedCaseFiles(csv)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  const { contacts, unchanged, seconds } = await buildCase(folder, { clock: () => performance.now() });
  say(`${contacts.toLocaleString('en')} contacts, ${unchanged ? 'built before' : `built in ${seconds} s`}`);
  return folder;
}

function contestant(name: string, items: number, folder: string, kind: string, told: Figures[]): Contestant {
  return {
    name,
    items,
    prepare: () => ({ command: process.execPath, args: [CHILD, folder, kind] }),
    finish: ({ output }) => told.push(figuresIn(output)),
  };
}

/** Median over the runs of each figure. */
function medians(told: readonly Figures[]): Figures {
  const names = Object.keys(told[0] ?? {});
  return Object.fromEntries(names.map((name) => [name, spread(told.map((figures) => figures[name] ?? 0)).median]));
}

function targetsOf(name: string, figures: Figures): Target[] {
  return BOUNDS.flatMap(([what, bound, unit, kind]) => {
    const value = figures[what];
    return value === undefined
      ? []
      : [{ what: `${name}: ${what.replace(/, (s|MiB)$/, '')}`, value, unit, bound, kind }];
  });
}

function notesOf(name: string, figures: Figures): string {
  const parts = Object.entries(figures).map(([what, value]) => `${what} ${value.toFixed(value < 10 ? 3 : 0)}`);
  return `${name}: ${parts.join('; ')}.`;
}

/** Contacts of a built case. */
function contactsOf(folder: string): number {
  const id = readFileSync(join(folder, '.ledger/current'), 'utf8').trim();
  return (JSON.parse(readFileSync(join(folder, '.ledger/builds', id, 'build.json'), 'utf8')) as { contacts: number })
    .contacts;
}

async function run({ runs, small, say }: Options): Promise<Outcome> {
  if (NO_CHROMIUM !== false) throw new Error(NO_CHROMIUM);
  const calls = small ? 50_000 : 5_000_000;
  const cases: (readonly [name: string, folder: string, kind: string])[] = [
    ['generated calls', await generatedCase(calls, say), 'generated'],
  ];
  const mail = process.env.BENCH_MAIL_CASE;
  if (mail !== undefined) {
    await buildCase(mail);
    cases.push(['released mail', mail, 'mail']);
  }
  const told = cases.map((): Figures[] => []);
  const lines = await compare(
    cases.map(([name, folder, kind], i) => contestant(name, contactsOf(folder), folder, kind, told[i]!)),
    runs,
    say,
  );
  const figures = cases.map(([name], i) => [name, medians(told[i]!)] as const);
  return {
    title: 'The workbench in a browser',
    doc:
      'The compiled server and Chromium without a graphics processor on one machine: the first page, thirty filters asked once each for a hundred rows ' +
      'and their bounds, the timeline under a hand that pans and zooms, a network of ten thousand edges (or all there are), and the memory of the page.',
    unit: 'contacts',
    lines,
    targets: small ? [] : figures.flatMap(([name, one]) => targetsOf(name, one)),
    notes: [
      ...figures.map(([name, one]) => notesOf(name, one)),
      ...(mail === undefined
        ? ['A case of mail was left out: BENCH_MAIL_CASE names its folder (examples/enron-inbox).']
        : []),
    ],
  };
}

export const workbench: Suite = { name: 'workbench', run };
