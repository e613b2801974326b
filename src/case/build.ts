/** Builds a case: sources and case files in, one finished ledger out, or nothing at all. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename, join } from 'node:path';
import { assemble, readSegment, type Segment } from '../ledger/assemble.ts';
import type { LedgerSettings } from '../ledger/duckdb.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { PROGRAM } from '../model/program.ts';
import { clear, currentBuild, type LedgerFolder, ledgerFolder, lock, pointTo } from './build/folder.ts';
import { type Plan, planSources } from './build/plan.ts';
import { buildTotals, type EntryTime, sourceReports } from './build/report.ts';
import { writeSources } from './build/sources.ts';
import { runStages } from './build/stages.ts';
import type { BuildProgress, BuildReport } from './build-report.ts';
import { CaseError } from './error.ts';
import { formatMistake } from './files/index.ts';
import { type ReadCase, readCase } from './read-case.ts';
import { type ReadUnit, readUnits } from './reading/reading.ts';
import { Seen } from './reading/seen.ts';

export interface BuildOptions {
  /** Milliseconds of a clock that only runs forward, for how long things took; they are 0 without it. */
  readonly clock?: () => number;
  readonly onProgress?: (progress: BuildProgress) => void;
  /** Ends the build at the next chance; the last ledger stays. */
  readonly signal?: AbortSignal;
  /** Stops after the records, for measuring; nothing becomes current. */
  readonly until?: 'records';
  /** Threads for reading and for the engine; as many as the machine has when absent. */
  readonly threads?: number;
  /** Memory for the engine, MiB. */
  readonly memory?: number;
  /** Builds in a folder of its own, from nothing, and leaves the case's ledger alone; for comparing. */
  readonly scratch?: string;
}

/** Memory that the engine may hold before it spills to disk, MiB. */
const MEMORY = 1536;
/** Raise it when the same inputs would give other tables. */
const STAGES_VERSION = 1;

/** A read unit with what its segment holds. */
interface Part extends ReadUnit {
  readonly segment: Segment;
}

/**
 * Builds a case incrementally: what did not change is not read again, and nothing is done when nothing changed. Another
 * process can go on reading the last build meanwhile.
 * @param folder the case folder
 * @throws CaseError when the case files have mistakes, a source is missing or changes, another build runs, the disk is full;
 *   an AbortError when the signal says so. The last ledger stays in all these cases
 */
export async function buildCase(folder: string, options: BuildOptions = {}): Promise<BuildReport> {
  const clock = options.clock ?? (() => 0);
  const began = clock();
  const seconds = (): number => Math.round(clock() - began) / 1000;
  const read = readCase(folder);
  const paths = ledgerFolder(options.scratch ?? folder);
  const unlock = lock(paths);
  try {
    const plan = planSources(folder, read.files);
    const parts = await readParts(plan, paths, options);
    const id = buildId(read, plan, parts);
    const last = options.until === undefined && currentBuild(paths) === id ? manifestOf(paths, id) : null;
    if (last !== null) return { ...last, unchanged: true, seconds: seconds(), sources: last.sources.map(again) };
    const report = await makeBuild(folder, read, plan, parts, id, paths, options);
    return { ...report, seconds: seconds() };
  } catch (error) {
    throw explained(error);
  } finally {
    unlock();
  }
}

const again = (source: BuildReport['sources'][number]): BuildReport['sources'][number] => ({
  ...source,
  reused: true,
  seconds: 0,
});

function manifestOf(paths: LedgerFolder, id: string): BuildReport | null {
  const path = join(paths.builds, id, 'build.json');
  if (!existsSync(path) || !existsSync(join(paths.builds, id, 'ledger.duckdb'))) return null;
  return JSON.parse(readFileSync(path, 'utf8')) as BuildReport;
}

function explained(error: unknown): unknown {
  const text = error instanceof Error ? error.message : '';
  const code = error instanceof Error && 'code' in error ? error.code : '';
  if (code === 'ENOSPC' || /No space left|could not write|Disk quota/i.test(text)) {
    return new CaseError('the disk is full', 'free some space and build again; the last ledger stays');
  }
  return error;
}

async function readParts(plan: Plan, paths: LedgerFolder, options: BuildOptions): Promise<Part[]> {
  const totalBytes = plan.entries.reduce((sum, { bytes }) => sum + bytes, 0);
  const seen = new Seen(paths.seen);
  const threads = threadsOf(options);
  const units = await readUnits(
    plan.units,
    {
      folder: paths.segments,
      spool: paths.spool,
      seen,
      threads,
      ...(options.signal === undefined ? {} : { signal: options.signal }),
      onBytes: (doneBytes, unit) => {
        const { entry } = plan.entries[unit.entry]!;
        const path = entry.protected ? `protected source ${unit.entry + 1}` : entry.path;
        options.onProgress?.({ stage: 'reading', path, doneBytes, totalBytes });
      },
    },
    () => (options.clock?.() ?? 0) / 1000,
  );
  seen.save();
  const parts: Part[] = [];
  for (const unit of units) parts.push({ ...unit, segment: await readSegment(unit.path, { threads, memory: 256 }) });
  return parts.sort(byContent);
}

/** The largest segment first, for its numbers are the ledger's; then by name, which is content. */
function byContent(a: Part, b: Part): number {
  return (
    b.segment.records - a.segment.records || (a.path < b.path ? -1 : a.path > b.path ? 1 : a.unit.entry - b.unit.entry)
  );
}

function threadsOf(options: BuildOptions): number {
  return options.threads ?? Math.max(1, availableParallelism());
}

function buildId(read: ReadCase, plan: Plan, parts: readonly Part[]): string {
  const told = JSON.stringify([
    PROGRAM,
    STAGES_VERSION,
    [...read.texts],
    parts.map(({ path, unit }) => [basename(path), unit.entry]),
    plan.entries.map(({ folder }) => folder),
    plan.unread.map(({ entry, problem }) => [entry, problem.name, problem.problem]),
  ]);
  return createHash('sha256').update(told).digest('hex').slice(0, 40);
}

async function makeBuild(
  folder: string,
  read: ReadCase,
  plan: Plan,
  parts: readonly Part[],
  id: string,
  paths: LedgerFolder,
  options: BuildOptions,
): Promise<BuildReport> {
  const fresh = join(paths.builds, `${id}.new`);
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { recursive: true });
  const settings: LedgerSettings = {
    threads: threadsOf(options),
    memory: options.memory ?? MEMORY,
    spill: paths.spool,
  };
  options.onProgress?.({ stage: 'records' });
  const ledger = await assemble(
    join(fresh, 'ledger.duckdb'),
    parts.map(({ segment }) => segment),
    settings,
  );
  let report: BuildReport;
  try {
    report = await fill(ledger, folder, read, plan, parts, id, options);
  } catch (error) {
    await ledger.close();
    rmSync(fresh, { recursive: true, force: true });
    throw error;
  }
  await ledger.close();
  if (options.until !== undefined) {
    rmSync(fresh, { recursive: true, force: true });
    return report;
  }
  writeFileSync(join(fresh, 'build.json'), `${JSON.stringify(report, null, 1)}\n`);
  rmSync(join(paths.builds, id), { recursive: true, force: true });
  renameSync(fresh, join(paths.builds, id));
  pointTo(paths, id);
  clear(paths, id, new Set(parts.map(({ path }) => basename(path))));
  return report;
}

async function fill(
  ledger: Ledger,
  folder: string,
  { files }: ReadCase,
  plan: Plan,
  parts: readonly Part[],
  id: string,
  options: BuildOptions,
): Promise<BuildReport> {
  const segments = parts.map(({ segment, unit }) => ({ segment, entry: unit.entry }));
  await writeSources(ledger, files, plan.entries, segments, plan.unread);
  if (options.until === undefined) {
    await runStages(ledger, files, folder, (stage) => {
      options.signal?.throwIfAborted();
      options.onProgress?.({ stage });
    });
  }
  const entryOf = [
    ...segments.flatMap(({ segment, entry }) => segment.sources.map(() => entry)),
    ...plan.unread.map(({ entry }) => entry),
  ];
  const times = plan.entries.map((_, i): EntryTime => {
    const units = parts.filter(({ unit }) => unit.entry === i);
    const seconds = units.reduce((sum, part) => sum + (part.reused ? 0 : part.seconds), 0);
    return { seconds: Math.round(seconds * 1000) / 1000, reused: units.every(({ reused }) => reused) };
  });
  const sources = await sourceReports(ledger, plan.entries, entryOf, times);
  await ledger.run({ name: 'checkpoint', sql: 'checkpoint' });
  const decisionProblems = files.decisions.problems.map((problem) => formatMistake(problem).split('\n')[0]!);
  return { id, sources, ...(await buildTotals(ledger)), decisionProblems, unchanged: false, seconds: 0 };
}
