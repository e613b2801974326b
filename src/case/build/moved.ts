/** Which answers moved from one build to the next: the same questions, asked of both ledgers. */
import { join } from 'node:path';
import { openLedger } from '../../ledger/duckdb.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { FINDING_BOUNDS } from '../../ledger/queries/people/moved.ts';
import type { Bounds } from '../../model/bounds.ts';
import { dayOf, endOfDay, startOfDay } from '../../reconcile/days.ts';
import { sideName } from '../../statements/claim.ts';
import type { BuildReport, CountChange, FindingChange, Moved } from '../build-report.ts';
import { causesBetween } from '../changes.ts';
import { countContacts } from '../count.ts';
import { CaseError } from '../error.ts';
import { type CaseFiles, resolveWindow } from '../files/index.ts';
import { withList } from '../views/count.ts';
import { keptCounts } from '../views/kept-counts.ts';
import { type AskedCount, askedCount } from '../views/question.ts';

/** Questions of each sort that are asked again. */
const MOST_ASKED = 24;
/** Findings that are told; the others are in the list of findings. */
const MOST_FINDINGS = 40;
const MEMORY = 512;

interface Asked {
  readonly asked: AskedCount;
  readonly during: string | null;
}

/** The questions that the case itself asks: each duty in each window, at any time where there is none. */
function namedQuestions(files: CaseFiles): Asked[] {
  const { duties, windows, zone, definition } = files.case;
  const periods = windows.length === 0 ? [null] : windows.map(({ id }) => id);
  return duties
    .flatMap((duty) =>
      periods.map((during): Asked => {
        const days = during === null ? null : resolveWindow(files, during);
        const question = {
          between: sideName(duty.who),
          and: duty.with === null ? null : sideName(duty.with),
          from: days === null || days.from === null ? null : startOfDay(zone, days.from),
          to: days === null || days.to === null ? null : endOfDay(zone, days.to),
          channels: null,
          definition: definition.definition,
        };
        return { asked: askedCount(question, null), during };
      }),
    )
    .slice(0, MOST_ASKED);
}

/** Questions that somebody asked. */
function keptQuestions(folder: string, files: CaseFiles): Asked[] {
  return keptCounts({ folder })
    .slice(0, MOST_ASKED)
    .map((asked): Asked => {
      const { from, to } = asked.question;
      const day = (instant: number | null): string => (instant === null ? 'open' : dayOf(files.case.zone, instant));
      return { asked, during: from === null && to === null ? null : `${day(from)} to ${day(to)}` };
    });
}

async function answer(ledger: Ledger, files: CaseFiles, asked: AskedCount): Promise<Bounds | null> {
  try {
    return await withList({ ledger, files }, asked, async () => {
      return (await countContacts(ledger, asked.question, false)).bounds;
    });
  } catch (error) {
    if (error instanceof CaseError) return null; // a side that was nobody then, or is nobody now
    throw error;
  }
}

const differ = (a: Bounds | null, b: Bounds | null): boolean => a?.min !== b?.min || a?.max !== b?.max;

async function countsMoved(
  { old, now }: Ledgers,
  files: CaseFiles,
  questions: readonly Asked[],
): Promise<CountChange[]> {
  const changes: CountChange[] = [];
  for (const { asked, during } of questions) {
    const [before, after] = [await answer(old, files, asked), await answer(now, files, asked)];
    const { between, and } = asked.question;
    if (differ(before, after)) changes.push({ id: asked.id, between, and, during, before, after });
  }
  return changes;
}

interface FindingBounds {
  readonly id: bigint;
  readonly text: string;
  readonly min: number;
  readonly max: number;
}

async function findingsMoved({ old, now }: Ledgers): Promise<FindingChange[]> {
  const rows = async (ledger: Ledger): Promise<Map<bigint, FindingBounds>> =>
    new Map((await ledger.rows<FindingBounds>(FINDING_BOUNDS)).map((row) => [row.id, row]));
  const [were, are] = [await rows(old), await rows(now)];
  const bounds = (row: FindingBounds | undefined): Bounds | null =>
    row === undefined ? null : { min: row.min, max: row.max };
  return [...new Set([...are.keys(), ...were.keys()])]
    .flatMap((id): FindingChange[] => {
      const [before, after] = [were.get(id), are.get(id)];
      if (!differ(bounds(before), bounds(after))) return [];
      return [{ text: (after ?? before)!.text, before: bounds(before), after: bounds(after) }];
    })
    .slice(0, MOST_FINDINGS);
}

interface Ledgers {
  readonly old: Ledger;
  readonly now: Ledger;
}

/**
 * Asks the questions of duties and windows, and those that were asked before, of the last build and of a new one.
 * @param builds folder of builds
 * @param fresh folder of the new build, with its ledger closed
 * @returns undefined where nothing differs that can move an answer, or there was no build before that can be asked
 */
export async function movedBetween(
  folder: string,
  files: CaseFiles,
  builds: string,
  before: BuildReport | null,
  after: BuildReport,
  fresh: string,
): Promise<Moved | undefined> {
  const causes = causesBetween(before, after);
  if (before === null || before.layout !== after.layout || causes.length === 0) return undefined;
  const settings = { memory: MEMORY, spill: null };
  const old = await openLedger(join(builds, before.id, 'ledger.duckdb'), settings);
  const now = await openLedger(join(fresh, 'ledger.duckdb'), settings);
  try {
    const questions = new Map([...namedQuestions(files), ...keptQuestions(folder, files)].map((q) => [q.asked.id, q]));
    const ledgers = { old, now };
    const counts = await countsMoved(ledgers, files, [...questions.values()]);
    return { causes, asked: questions.size, counts, findings: await findingsMoved(ledgers) };
  } finally {
    await old.close();
    await now.close();
  }
}
