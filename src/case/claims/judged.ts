/** A claim with its verdict, as a build keeps it and as it is shown. */
import type { Ledger } from '../../ledger/ledger.ts';
import { CLAIM_CONTACTS, type ClaimContactRow } from '../../ledger/queries/statements/contacts.ts';
import { CHANNELS, type Definition } from '../../model/definition.ts';
import type { Claim } from '../../statements/claim.ts';
import { strongestFirst } from '../../statements/strength.ts';
import { type Judgement, judge } from '../../statements/verdict.ts';
import type { Covered } from '../coverage.ts';
import { type Reach, type WeighedClaim, weighClaim } from './weigh.ts';

/** When the contacts of a claim took place, seen from when it was made. */
export interface Timing {
  /** Certainly before it was said. */
  readonly before: number;
  /** Before or after it on that day is not known. */
  readonly sameDay: number;
  readonly after: number;
}

/** A claim that was held against the records. */
export interface JudgedClaim {
  readonly claim: Claim;
  readonly weighed: WeighedClaim;
  readonly judgement: Judgement;
  /** contact_no of those that certainly count by the case's definition, the strongest first. */
  readonly contacts: readonly number[];
  /** Null where nobody said when. */
  readonly timing: Timing | null;
  /** Share of the scope that had to be covered, per mille. */
  readonly threshold: number;
}

/** Share of a claim's scope that must be covered unless somebody says otherwise, per mille. */
export const THRESHOLD = 900;

/** Whether a contact was certainly over, or under way, when a claim was made. */
function wasBefore({ latest }: ClaimContactRow, { said }: Claim): boolean {
  return said === null || latest < said.from || (said.from === said.to && latest === said.to);
}

function timingOf(rows: readonly ClaimContactRow[], claim: Claim): Timing | null {
  const { said } = claim;
  if (said === null) return null;
  const before = rows.filter((row) => wasBefore(row, claim));
  const after = rows.filter((row) => row.earliest > said.to);
  return { before: before.length, sameDay: rows.length - before.length - after.length, after: after.length };
}

async function contactsOf(
  ledger: Ledger,
  { count, narrow }: WeighedClaim,
  claim: Claim,
): Promise<{ readonly rows: readonly ClaimContactRow[]; readonly strongest: readonly number[] }> {
  if (count.listed.length === 0) return { rows: [], strongest: [] };
  const rows = await ledger.rows<ClaimContactRow>(CLAIM_CONTACTS, { numbers: count.listed.join('\n') });
  const counts = new Set(narrow);
  const weighty = rows.map((row) => ({
    contact: row.contact_no,
    existed: wasBefore(row, claim),
    narrow: counts.has(row.contact_no),
    sources: row.sources,
    channel: CHANNELS[row.channel]!,
    duration: row.duration,
    earliest: row.earliest,
    id: row.id,
  }));
  return { rows, strongest: strongestFirst(weighty).map(({ contact }) => contact) };
}

/**
 * Holds a claim against the records.
 * @param definition the case's own
 * @param threshold share of the scope's account-days that must be covered for `consistent`, per mille
 * @param reach how far the records reach into a question, where it is not asked of the ledger
 * @throws RangeError when a side is no group's and no party's
 */
export async function judgeClaim(
  of: Covered,
  claim: Claim,
  definition: Definition,
  threshold: number,
  reach?: Reach,
): Promise<JudgedClaim> {
  const weighed = await weighClaim(of, claim, definition, reach);
  const { rows, strongest } = await contactsOf(of.ledger, weighed, claim);
  return {
    claim,
    weighed,
    judgement: judge(claim, weighed, threshold),
    contacts: strongest,
    timing: timingOf(rows, claim),
    threshold,
  };
}
