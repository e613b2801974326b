/** The stage that holds told counts against the records. */
import type { Ledger } from '../../ledger/ledger.ts';
import type { CaseFiles } from '../files/index.ts';
import { beyondTogether, type Comparison, compareCount } from '../told/compare.ts';

/**
 * Fills told_count from the counts of reports.yaml. Needs the tables up to the states.
 * @returns how many told counts there are, with their parts
 */
export async function sourcingStage(ledger: Ledger, files: CaseFiles): Promise<number> {
  const rows: { readonly place: number; readonly comparison: Comparison }[] = [];
  for (const [place, entry] of files.reports.counts.entries())
    for (const comparison of await compareCount({ ledger, files }, entry, place)) rows.push({ place, comparison });
  if (rows.length === 0) return 0;
  const together = beyondTogether(rows.map(({ comparison }) => comparison));
  const column = <T>(value: (comparison: Comparison) => T): T[] => rows.map(({ comparison }) => value(comparison));
  await ledger.append('told_count', rows.length, {
    count_no: rows.map(({ place }) => place),
    part: column(({ part }) => part),
    entry: column(({ entry }) => entry),
    told_by: rows.map(({ place }) => files.reports.counts[place]!.toldBy),
    between_a: column(({ between }) => between[0]),
    between_b: column(({ between }) => between[1]),
    undisclosed: column(({ undisclosed }) => undisclosed),
    told_min: column(({ told }) => told.min),
    told_max: column(({ told }) => told.max),
    recorded_min: column(({ recorded }) => recorded.min),
    recorded_max: column(({ recorded }) => recorded.max),
    beyond: column(({ beyond }) => beyond),
    together: column((comparison) => together.get(comparison)!),
    verdict: column(({ verdict }) => verdict),
    reach: column(({ reach }) => reach),
    contacts: column(({ contacts }) => JSON.stringify(contacts)),
    question: column(({ question }) => JSON.stringify(question)),
    sentence: column(({ text }) => text),
  });
  return rows.length;
}
