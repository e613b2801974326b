/** Makes one build: a ledger from segments, and the report beside it, in a folder that becomes current in one step. */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { assemble, type Segment } from '../../ledger/assemble.ts';
import type { LedgerSettings } from '../../ledger/duckdb.ts';
import { LAYOUT } from '../../ledger/layout.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { BuildReport } from '../build-report.ts';
import { changesBetween, textHashes, textsHash } from '../changes.ts';
import {
  type CaseFiles,
  conflictText,
  decisionHash,
  decisionPhrase,
  formatMistake,
  type SourceEntry,
} from '../files/index.ts';
import type { ReadCase } from '../read-case.ts';
import type { ReadUnit } from '../reading/reading.ts';
import { REPORTS_FILE } from '../stages/reports.ts';
import { buildText, withText } from '../text/build.ts';
import { clear, currentBuild, type LedgerFolder, pointTo } from './folder.ts';
import { movedBetween } from './moved.ts';
import { type BuildOptions, threadsOf } from './options.ts';
import type { Plan } from './plan.ts';
import { buildTotals, type EntryTime, sourceReports } from './report.ts';
import { writeSources } from './sources.ts';
import { runStages } from './stages.ts';

/** Memory that the engine may hold before it spills to disk, MiB. */
const MEMORY = 1536;

/** A read unit with what its segment holds. */
export interface Part extends ReadUnit {
  readonly segment: Segment;
}

/** Everything that a build is made of. */
export interface Making {
  /** The case folder. */
  readonly folder: string;
  readonly read: ReadCase;
  readonly plan: Plan;
  /** In the order of the ledger's numbers. */
  readonly parts: readonly Part[];
  readonly id: string;
  readonly paths: LedgerFolder;
  readonly options: BuildOptions;
}

/** What a build told when it was made; null when it is not there whole. */
export function reportOf(paths: LedgerFolder, id: string): BuildReport | null {
  const path = join(paths.builds, id, 'build.json');
  if (!existsSync(path) || !existsSync(join(paths.builds, id, 'ledger.duckdb'))) return null;
  return JSON.parse(readFileSync(path, 'utf8')) as BuildReport;
}

/** Makes the build and points to it. Up to that step nothing that others see has changed. */
export async function makeBuild(making: Making): Promise<BuildReport> {
  const { paths, id, parts, options } = making;
  const last = currentBuild(paths);
  const before = last === null ? null : reportOf(paths, last);
  const fresh = join(paths.builds, `${id}.new`);
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { recursive: true });
  try {
    const text = await buildText(making, fresh);
    const made = withText(await makeLedger(making, join(fresh, 'ledger.duckdb')), text);
    const changed = { ...made, changes: changesBetween(before, made) };
    if (options.until !== undefined) return changed;
    const { files } = making.read;
    const moved = await movedBetween(making.folder, files, paths.builds, before, changed, fresh);
    const report = moved === undefined ? changed : { ...changed, moved };
    writeFileSync(join(fresh, 'build.json'), `${JSON.stringify(report, null, 1)}\n`);
    rmSync(join(paths.builds, id), { recursive: true, force: true });
    renameSync(fresh, join(paths.builds, id));
    pointTo(paths, id);
    clear(paths, id, new Set(parts.map(({ path }) => basename(path))), new Set(text?.map(({ name }) => name)));
    return report;
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

async function makeLedger(making: Making, path: string): Promise<BuildReport> {
  const { parts, paths, options } = making;
  const settings: LedgerSettings = {
    threads: threadsOf(options),
    memory: options.memory ?? MEMORY,
    spill: paths.spool,
  };
  options.onProgress?.({ stage: 'records' });
  const segments = parts.map(({ segment }) => segment);
  const ledger = await assemble(path, segments, settings);
  try {
    return await fill(ledger, making);
  } finally {
    await ledger.close();
  }
}

async function fill(ledger: Ledger, { folder, read, plan, parts, id, paths, options }: Making): Promise<BuildReport> {
  const { files, texts } = read;
  const segments = parts.map(({ segment, unit }) => ({ segment, entry: unit.entry }));
  await writeSources(ledger, files, plan.entries, segments, plan.unread);
  if (options.until === undefined) {
    await runStages(ledger, files, folder, paths.spool, (stage) => {
      options.signal?.throwIfAborted();
      options.onProgress?.({ stage });
    });
  }
  const entryOf = [
    ...segments.flatMap(({ segment, entry }) => segment.sources.map(() => entry)),
    ...plan.unread.map(({ entry }) => entry),
  ];
  const own = ownEntries(files);
  const sources = await sourceReports(
    ledger,
    [...plan.entries, ...own],
    [...entryOf, ...own.map((_, i) => plan.entries.length + i)],
    [...timesOf(plan, parts), ...own.map(() => ({ seconds: 0, reused: false }))],
  );
  await ledger.run({ name: 'checkpoint', sql: 'checkpoint' });
  const decisionProblems = [
    ...files.decisions.problems.map((problem) => formatMistake(problem).split('\n')[0]!),
    ...files.decisions.conflicts.map(conflictText),
  ];
  const decided = files.decisions.decisions.map((decision) => ({
    hash: decisionHash(decision),
    phrase: decisionPhrase(decision),
  }));
  const totals = await buildTotals(ledger);
  return {
    id,
    layout: LAYOUT,
    sources,
    ...totals,
    decisionProblems,
    decided,
    inputs: textHashes(texts),
    changes: [],
    texts: textsHash(texts),
    unchanged: false,
    seconds: 0,
  };
}

/** reports.yaml is a source too, where it tells of contacts: the last one, read anew each time. */
function ownEntries({ reports: { reports } }: CaseFiles): Plan['entries'] {
  if (reports.length === 0) return [];
  const entry: SourceEntry = { path: REPORTS_FILE, side: 'record', protected: false };
  return [{ entry, folder: false, files: 1, bytes: 0 }];
}

function timesOf(plan: Plan, parts: readonly Part[]): EntryTime[] {
  return plan.entries.map((_, i) => {
    const units = parts.filter(({ unit }) => unit.entry === i);
    const seconds = units.reduce((sum, part) => sum + (part.reused ? 0 : part.seconds), 0);
    return { seconds: Math.round(seconds * 1000) / 1000, reused: units.every(({ reused }) => reused) };
  });
}
