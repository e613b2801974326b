/** Builds a case: sources and case files in, one finished ledger out, or nothing at all. */
import { createHash } from 'node:crypto';
import { basename, join } from 'node:path';
import { readSegment } from '../ledger/assemble.ts';
import { LAYOUT } from '../ledger/layout.ts';
import { PROGRAM } from '../model/program.ts';
import { currentBuild, type LedgerFolder, ledgerFolder, lock } from './build/folder.ts';
import { makeBuild, type Part, reportOf } from './build/make.ts';
import { type BuildOptions, threadsOf } from './build/options.ts';
import { type Plan, planSources } from './build/plan.ts';
import type { BuildReport } from './build-report.ts';
import { type CitedFile, citedFiles } from './citations/passage.ts';
import { CaseError } from './error.ts';
import { type ReadCase, readCase } from './read-case.ts';
import { readUnits } from './reading/reading.ts';
import { Seen } from './reading/seen.ts';
import { mendText } from './text/build.ts';

export type { BuildOptions };

/** Raise it when the same inputs would give other tables. */
const STAGES_VERSION = 2;
/** Memory for looking into a segment, MiB. */
const SEGMENT_MEMORY = 256;

/**
 * Builds a case incrementally: what did not change is not read again, and nothing is done when nothing changed. Another
 * process can go on reading the last build meanwhile.
 * @param folder the case folder
 * @throws CaseError when the case files have mistakes, a source is missing or changes, another build runs, the disk is full;
 *   the signal's reason when it says so. The last ledger stays in all these cases
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
    const id = buildId(read, plan, parts, await citedFiles({ folder, files: read.files }));
    const last = options.until === undefined && currentBuild(paths) === id ? reportOf(paths, id) : null;
    if (last !== null) {
      await mendText({ folder, read, parts, paths, options }, join(paths.builds, id));
      return { ...last, unchanged: true, seconds: seconds(), sources: last.sources.map(again) };
    }
    const report = await makeBuild({ folder, read, plan, parts, id, paths, options });
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

/** The disk speaks through the system and through the engine. */
function explained(error: unknown): unknown {
  const text = error instanceof Error ? error.message : '';
  const code = error instanceof Error && 'code' in error ? error.code : '';
  if (code === 'ENOSPC' || code === 'EDQUOT' || /No space left on device|Disk quota exceeded/i.test(text)) {
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
  const settings = { threads, memory: SEGMENT_MEMORY };
  const parts: Part[] = [];
  for (const unit of units) parts.push({ ...unit, segment: await readSegment(unit.path, settings) });
  return parts.sort(byContent);
}

/** The largest segment first, for its numbers are the ledger's; then by name, which is content. */
function byContent(a: Part, b: Part): number {
  return (
    b.segment.records - a.segment.records || (a.path < b.path ? -1 : a.path > b.path ? 1 : a.unit.entry - b.unit.entry)
  );
}

function buildId(read: ReadCase, plan: Plan, parts: readonly Part[], cited: readonly CitedFile[]): string {
  const told = JSON.stringify([
    PROGRAM,
    STAGES_VERSION,
    LAYOUT,
    [...read.texts],
    parts.map(({ path, unit }) => [basename(path), unit.entry]),
    plan.entries.map(({ folder }) => folder),
    plan.unread.map(({ entry, problem }) => [entry, problem.name, problem.problem]),
    ...(cited.length === 0 ? [] : [cited]),
  ]);
  return createHash('sha256').update(told).digest('hex').slice(0, 40);
}
