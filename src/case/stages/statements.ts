/** The stage that holds what was said in public against the records. */
import type { Ledger } from '../../ledger/ledger.ts';
import { judgeClaim, THRESHOLD } from '../claims/judged.ts';
import { resolveClaim } from '../claims/resolve.ts';
import { type ClaimRow, claimRow } from '../claims/rows.ts';
import type { CaseFiles } from '../files/index.ts';

/**
 * Judges every claim of statements.yaml.
 * @param of the files, and a ledger whose stages are done up to the coverage; may be open read-only
 * @param threshold share of a scope that must be covered, per mille
 * @returns rows in the order of the file
 */
export async function claimRows(
  of: { readonly ledger: Ledger; readonly files: CaseFiles },
  threshold: number = THRESHOLD,
): Promise<ClaimRow[]> {
  const { statements, case: own } = of.files;
  const rows: ClaimRow[] = [];
  for (const { id, speaker, said, quote, claims } of statements.statements) {
    for (const [i, claim] of claims.entries()) {
      const resolved = resolveClaim(of.files, { claim, speaker, said });
      const judged = await judgeClaim(of, resolved, own.definition.definition, threshold);
      rows.push(claimRow({ statement: id, part: i + 1, quote: quote ?? null, judged }, own.zone));
    }
  }
  return rows;
}

/**
 * Fills claim.
 * @returns number of claims
 */
export async function statementsStage(ledger: Ledger, files: CaseFiles): Promise<number> {
  const rows = await claimRows({ ledger, files });
  if (rows.length === 0) return 0;
  const names = Object.keys(rows[0]!) as (keyof ClaimRow)[];
  const columns = Object.fromEntries(names.map((name) => [name, rows.map((row) => row[name])]));
  await ledger.append('claim', rows.length, { claim_no: rows.map((_, i) => i), ...columns });
  return rows.length;
}
