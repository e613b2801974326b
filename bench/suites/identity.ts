/** People: who is one person, how well and how fast. */
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ledgerFolder } from '../../src/case/build/folder.ts';
import { planSources } from '../../src/case/build/plan.ts';
import { writeSources } from '../../src/case/build/sources.ts';
import { buildCase } from '../../src/case/build.ts';
import { readCase } from '../../src/case/read-case.ts';
import { BIT } from '../../src/identity/linkage/weights.ts';
import { assemble, readSegment } from '../../src/ledger/assemble.ts';
import { DATA, dataFile, toFile, workFolder } from '../data.ts';
import { people } from '../generate/people.ts';
import { type Contestant, compare, type Line } from '../measure/series.ts';
import type { ThresholdRow } from '../score/thresholds.ts';
import type { Curve, Options, Outcome, Suite, Target } from '../suite.ts';

const PUBLIC = process.env.BACKCHANNEL_DATA ?? fileURLToPath(new URL('../../../shared/data', import.meta.url));
const child = (name: string): string => fileURLToPath(new URL(`../children/${name}`, import.meta.url));

type Row = { readonly [column: string]: string | number | boolean };

/** Runs a child that prints JSON lines. @throws Error with its standard error when it fails */
function rows(name: string, ...args: string[]): Row[] {
  const { status, stdout, stderr } = spawnSync(process.execPath, [child(name), ...args], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${name}: ${stderr}`);
  return stdout
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line));
}

/** What a part of the benchmark gives. */
interface Part {
  readonly notes: string[];
  readonly targets: Target[];
  readonly curves: Curve[];
}

/** Rows of thresholds as curves; the others as they are. */
function apart(all: readonly Row[]): { readonly curves: Curve[]; readonly rest: Row[] } {
  const points = all.filter((row) => 'curve' in row) as unknown as ThresholdRow[];
  const curves = [...Map.groupBy(points, ({ curve }) => curve)].map(
    ([what, of]): Curve => ({
      what,
      of: 'weight to join at, bits',
      points: of.map(({ at, precision, recall }) => ({ at: at / BIT, precision, recall })),
    }),
  );
  return { curves, rest: all.filter((row) => !('curve' in row)) };
}

const shown = (row: object): string =>
  Object.entries(row)
    .map(([key, value]) => `${key} ${typeof value === 'number' && !Number.isInteger(value) ? value.toFixed(4) : value}`)
    .join(', ');

/** Precision, recall and what was missed, as notes; and the bounds that are meant to hold. */
function records(): Part {
  const folder = join(PUBLIC, 'entity-resolution');
  if (!existsSync(folder))
    return { notes: [`records with duplicates: skipped, ${folder} is not here`], targets: [], curves: [] };
  const { rest: all, curves } = apart(rows('identity-names.ts', folder));
  const without = rows('identity-names.ts', folder, 'soc_sec_id').filter(({ set }) => String(set).startsWith('FEBRL'));
  return {
    curves,
    notes: [...all.map(shown), ...without.map((row) => `without soc_sec_id: ${shown(row)}`)],
    targets: all.map(({ set, blocked, f1 }) => ({
      what: `F1 over pairs of clusters, ${set}${blocked ? ', blocked' : ', all pairs'}`,
      value: Number(f1),
      unit: '',
      bound: String(set).startsWith('FEBRL') ? 0.995 : 0.95,
      kind: 'least',
    })),
  };
}

/** A case with one file, read up to its records. @returns its ledger */
async function recordsOf(folder: string): Promise<string> {
  await buildCase(folder, { until: 'records' });
  const { segments, spool } = ledgerFolder(folder);
  const [name] = readdirSync(segments).filter((file) => file.endsWith('.duckdb'));
  const segment = await readSegment(join(segments, name!), {});
  const path = join(folder, 'records.duckdb');
  const ledger = await assemble(path, [segment], { spill: spool });
  const { files } = readCase(folder);
  const plan = planSources(folder, files);
  await writeSources(ledger, files, plan.entries, [{ segment, entry: 0 }], plan.unread);
  await ledger.close();
  return path;
}

/** The inboxes as a case. @returns its ledger and folder; null when the data are not here */
async function inboxes(): Promise<{ readonly ledger: string; readonly folder: string } | null> {
  const archive = join(PUBLIC, 'enron-inbox', 'maildir.tar.gz');
  if (!existsSync(archive)) return null;
  const folder = workFolder();
  mkdirSync(join(folder, 'sources'));
  symlinkSync(archive, join(folder, 'sources', 'maildir.tar.gz'));
  copyFileSync(
    fileURLToPath(new URL('../../examples/enron-inbox/case.yaml', import.meta.url)),
    join(folder, 'case.yaml'),
  );
  writeFileSync(join(folder, 'people.yaml'), 'parties: []\n');
  return { ledger: await recordsOf(folder), folder };
}

async function mail(): Promise<Part> {
  const made = await inboxes();
  if (made === null)
    return { notes: ['accounts in headers: skipped, the inboxes are not here'], targets: [], curves: [] };
  const { rest: all, curves } = apart(rows('identity-mail.ts', made.ledger, made.folder));
  return {
    curves,
    notes: all.map((row) => `accounts in headers: ${shown(row)}`),
    targets: all.flatMap((row): Target[] => [
      { what: `recall, half ${row.half}`, value: Number(row.recall), unit: '', bound: 0.9, kind: 'least' },
      {
        what: `precision, half ${row.half}, other accounts of one name not counted as wrong`,
        value:
          (Number(row.right) + Number(row.others)) / (Number(row.right) + Number(row.others) + Number(row.othersNamed)),
        unit: '',
        bound: 0.98,
        kind: 'least',
      },
    ]),
  };
}

async function generated(size: number): Promise<Contestant> {
  const path = await dataFile(`people-${size}.csv`, size * 100, (file) => toFile(file, (write) => people(size, write)));
  return {
    name: `who is one person, ${size}`,
    items: size,
    prepare: () => ({ command: process.execPath, args: [child('identity-people.ts'), path, DATA] }),
  };
}

function speed([few, many]: readonly Line[]): Target[] {
  if (few === undefined || many === undefined) return [];
  return [
    { what: `time, ${few.items} records`, value: few.wall.median, unit: 's', bound: 10, kind: 'most' },
    { what: `time, ${many.items} records`, value: many.wall.median, unit: 's', bound: 180, kind: 'most' },
    { what: 'peak memory', value: many.peak?.most ?? Number.NaN, unit: 'MiB', bound: 3072, kind: 'most' },
  ];
}

async function run({ runs, small, say }: Options): Promise<Outcome> {
  const lines: Line[] = [];
  for (const size of small ? [500, 10_000] : [50_000, 1_000_000])
    lines.push(...(await compare([await generated(size)], runs, say)));
  const parts = [records(), ...(small ? [] : [await mail()])];
  return {
    title: 'Who is one person',
    doc:
      'Generated person records, three of ten of them repetitions with slips, short names, moves and gaps: blocking, comparison, ' +
      'estimate and clusters. Beside it public sets with known answers, with the same defaults for all.',
    unit: 'records',
    lines,
    targets: small ? [] : [...speed(lines), ...parts.flatMap(({ targets }) => targets)],
    curves: parts.flatMap(({ curves }) => curves),
    notes: parts.flatMap(({ notes }) => notes),
  };
}

export const identity: Suite = { name: 'identity', run };
