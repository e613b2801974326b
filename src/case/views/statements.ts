/** What was said in public beside what the records say to it: one row a claim. */
import { CLAIMS } from '../../ledger/queries/statements/claims.ts';
import type { Bounds } from '../../model/bounds.ts';
import type { Definition } from '../../model/definition.ts';
import type { Quantity } from '../../statements/claim.ts';
import { VERDICTS, type Verdict } from '../../statements/verdict.ts';
import { type Passage, passagesOf } from '../citations/passage.ts';
import { THRESHOLD, type Timing } from '../claims/judged.ts';
import type { ClaimRow } from '../claims/rows.ts';
import type { Question } from '../count.ts';
import type { StatementEntry } from '../files/index.ts';
import type { OpenCase } from '../open.ts';
import { claimRows } from '../stages/statements.ts';
import { type AskedCount, askedCount } from './question.ts';

/** A claim of statements.yaml with its verdict. */
export interface StatementView {
  /** Id in statements.yaml. */
  readonly statement: string;
  /** Its place among the claims of the statement, from 1; null for the only one. */
  readonly part: number | null;
  /** Key of the party, or group. */
  readonly speaker: string;
  /** Day, or instant with its offset. */
  readonly said: string;
  /** The words, where they are given. */
  readonly quote: string | null;
  /** The claim in the short written form, and what it is a claim of. */
  readonly claim: string;
  readonly quantity: Quantity['kind'];
  readonly verdict: Verdict;
  /** In every reading of what a contact is; else by the case's definition alone. */
  readonly every: boolean;
  /** It rests on accounts that are active but not declared complete. */
  readonly ifComplete: boolean;
  /** With its reserves, such as `consistent, if the export is complete`. */
  readonly verdictText: string;
  /** One sentence without its full stop. */
  readonly why: string;
  readonly bounds: Bounds;
  /** In the reading that favours the speaker most, and least; null where nothing turns on it. */
  readonly favourable: Bounds | null;
  readonly unfavourable: Bounds | null;
  /** contact_no that certainly count, the strongest first. */
  readonly contacts: readonly number[];
  /** How many of these existed when it was said. */
  readonly timing: Timing;
  readonly hangsOn: readonly (keyof Definition)[];
  /** Per mille of the scope that is covered, and declared complete; null: no account of it is known. */
  readonly covered: number | null;
  readonly declared: number | null;
  /** The same by channel, sentences. */
  readonly coverage: string;
  /** What the verdict lacks, one clause each. */
  readonly missing: readonly string[];
  /** The question behind the lower bound, for keepCount. */
  readonly counted: AskedCount;
  /** Per mille that had to be covered. */
  readonly threshold: number;
  /** Where it stands; null where the case does not say. */
  readonly where: Passage | null;
  readonly note: string | null;
}

const boundsOf = (min: number | null, max: number | null): Bounds | null =>
  min === null || max === null ? null : { min, max };

function viewOf(row: ClaimRow, entry: StatementEntry | undefined, where: Passage | null): StatementView {
  return {
    statement: row.statement,
    part: (entry?.claims.length ?? 1) > 1 ? row.part : null,
    speaker: row.speaker ?? '',
    said: entry?.said ?? '',
    quote: entry?.quote ?? null,
    claim: row.text,
    quantity: row.quantity as Quantity['kind'],
    verdict: VERDICTS[row.verdict]!,
    every: row.every,
    ifComplete: row.if_complete,
    verdictText: row.verdict_text,
    why: row.why,
    bounds: { min: row.min, max: row.max },
    favourable: boundsOf(row.favourable_min, row.favourable_max),
    unfavourable: boundsOf(row.unfavourable_min, row.unfavourable_max),
    contacts: JSON.parse(row.contacts) as number[],
    timing: { before: row.before ?? 0, sameDay: row.same_day ?? 0, after: row.after ?? 0 },
    hangsOn: JSON.parse(row.hangs_on) as (keyof Definition)[],
    covered: row.covered,
    declared: row.declared,
    coverage: row.reach,
    missing: JSON.parse(row.missing) as string[],
    counted: askedCount(JSON.parse(row.question) as Question, null),
    threshold: row.threshold,
    where,
    note: entry?.note ?? null,
  };
}

/**
 * Every claim of statements.yaml, in its order.
 * @param threshold per mille of a scope that must be covered; where it is another than the build's, the claims are judged again
 */
export async function statementViews(open: OpenCase, threshold: number = THRESHOLD): Promise<StatementView[]> {
  const rows = threshold === THRESHOLD ? await open.ledger.rows<ClaimRow>(CLAIMS) : await claimRows(open, threshold);
  const { statements } = open.files.statements;
  const cited = statements.filter(({ where }) => where !== undefined);
  const passages = await passagesOf(
    open,
    cited.map(({ where }) => where!),
  );
  const passageOf = new Map(cited.map(({ id }, i) => [id, passages[i] ?? null]));
  const entryOf = new Map(statements.map((entry) => [entry.id, entry]));
  return rows.map((row) => viewOf(row, entryOf.get(row.statement), passageOf.get(row.statement) ?? null));
}
