/** Judged claims as rows of the ledger. */
import type { Bounds } from '../../model/bounds.ts';
import { VERDICTS } from '../../statements/verdict.ts';
import { checkedClaim } from './checked.ts';
import type { JudgedClaim } from './judged.ts';

/** A claim of statements.yaml that was held against the records. */
export interface StatedClaim {
  readonly statement: string;
  /** From 1. */
  readonly part: number;
  /** The words as they were said; null where nobody gave them. */
  readonly quote: string | null;
  readonly judged: JudgedClaim;
}

/** A row of the table claim, without its number. */
export interface ClaimRow {
  readonly statement: string;
  readonly part: number;
  readonly speaker: string | null;
  readonly said_from: number | null;
  readonly said_to: number | null;
  readonly quote: string | null;
  readonly text: string;
  readonly quantity: string;
  readonly hedge: string | null;
  /** Place in VERDICTS. */
  readonly verdict: number;
  readonly every: boolean;
  readonly if_complete: boolean;
  readonly verdict_text: string;
  readonly why: string;
  readonly min: number;
  readonly max: number;
  readonly favourable_min: number | null;
  readonly favourable_max: number | null;
  readonly unfavourable_min: number | null;
  readonly unfavourable_max: number | null;
  readonly before: number | null;
  readonly same_day: number | null;
  readonly after: number | null;
  /** JSON lists. */
  readonly contacts: string;
  readonly hangs_on: string;
  readonly covered: number | null;
  readonly declared: number | null;
  readonly reach: string;
  readonly missing: string;
  readonly threshold: number;
  readonly question: string;
}

const least = (bounds: Bounds | null): number | null => bounds?.min ?? null;
const most = (bounds: Bounds | null): number | null => bounds?.max ?? null;

/** A row of the table claim. @param zone IANA zone in which days are shown */
export function claimRow({ statement, part, quote, judged }: StatedClaim, zone: string): ClaimRow {
  const checked = checkedClaim(judged, zone);
  const { claim, timing, bounds, favourable, unfavourable } = checked;
  return {
    statement,
    part,
    speaker: claim.speaker,
    said_from: claim.said?.from ?? null,
    said_to: claim.said?.to ?? null,
    quote,
    text: checked.text,
    quantity: claim.quantity.kind,
    hedge: claim.hedge,
    verdict: VERDICTS.indexOf(checked.verdict),
    every: checked.every,
    if_complete: checked.ifComplete,
    verdict_text: checked.verdictText,
    why: checked.why,
    min: bounds.min,
    max: bounds.max,
    favourable_min: least(favourable),
    favourable_max: most(favourable),
    unfavourable_min: least(unfavourable),
    unfavourable_max: most(unfavourable),
    before: timing?.before ?? null,
    same_day: timing?.sameDay ?? null,
    after: timing?.after ?? null,
    contacts: JSON.stringify(checked.contacts),
    hangs_on: JSON.stringify(checked.hangsOn),
    covered: checked.reached.whole?.covered ?? null,
    declared: checked.reached.whole?.declared ?? null,
    reach: checked.coverageText,
    missing: JSON.stringify(checked.missing),
    threshold: checked.threshold,
    question: JSON.stringify(checked.counted.question),
  };
}
