/** What was said and told, in a few lines: verdicts on statements, and how told counts stand beside the records. */
import { TOLD_COUNTS, type ToldCountRow } from '../../ledger/queries/sourcing/told-counts.ts';
import { CLAIMS } from '../../ledger/queries/statements/claims.ts';
import type { ClaimRow } from '../claims/rows.ts';
import type { OpenCase } from '../open.ts';

/** Sums and verdicts as the last build found them. */
export interface SaidView {
  /** One a claim of statements.yaml, in its order. */
  readonly claims: readonly { readonly statement: string; readonly speaker: string; readonly verdict: string }[];
  /** Passages of reports.yaml that tell of contacts. */
  readonly reports: number;
  /** Told counts without their parts. */
  readonly counts: number;
  /** How many of them stand how, the most frequent first. */
  readonly verdicts: readonly { readonly verdict: string; readonly counts: number }[];
}

/** Verdicts on what statements.yaml and reports.yaml say. */
export async function saidView({ ledger, files }: Pick<OpenCase, 'ledger' | 'files'>): Promise<SaidView> {
  const claims = await ledger.rows<ClaimRow>(CLAIMS);
  const told = (await ledger.rows<ToldCountRow>(TOLD_COUNTS)).filter(({ part }) => part === 0);
  const verdicts = [...Map.groupBy(told, ({ verdict }) => verdict)]
    .map(([verdict, of]) => ({ verdict, counts: of.length }))
    .sort((a, b) => b.counts - a.counts || (a.verdict < b.verdict ? -1 : 1));
  return {
    claims: claims.map(({ statement, speaker, verdict_text }) => ({
      statement,
      speaker: speaker ?? '',
      verdict: verdict_text,
    })),
    reports: files.reports.reports.length,
    counts: told.length,
    verdicts,
  };
}
