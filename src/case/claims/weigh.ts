/** Counts the contacts of a claim in three readings, and looks how far the records reach into its scope. */
import type { Ledger } from '../../ledger/ledger.ts';
import { SIDE_SPANS, SPEAKER_CONTACTS } from '../../ledger/queries/statements/contacts.ts';
import type { Bounds } from '../../model/bounds.ts';
import type { Definition } from '../../model/definition.ts';
import { ALWAYS } from '../../reconcile/references.ts';
import { type Claim, sideName } from '../../statements/claim.ts';
import { readingsOf, steps } from '../../statements/definitions.ts';
import { type Bar, breaks, holds, type Reached, type Share, type Weighed } from '../../statements/verdict.ts';
import { type Count, countContacts, type Question } from '../count.ts';
import { type Covered, type QuestionCoverage, questionCoverage } from '../coverage.ts';
import { asOfInstant } from '../read-case.ts';
import { withSides } from '../sides.ts';

/** The counts of a claim and what they rest on. */
export interface WeighedClaim extends Weighed {
  /** The question behind the lower bound: it opens. */
  readonly question: Question;
  /** By the case's definition, in that question's window. */
  readonly count: Count;
  /** contact_no that count for certain in the most favourable reading as well. */
  readonly narrow: readonly number[];
  /** Parts of the definition without which a contradiction would not stand. */
  readonly hangsOn: readonly (keyof Definition)[];
  /** Null where a side is empty. */
  readonly coverage: QuestionCoverage | null;
}

/** Says how far the records reach into the scope of a question. */
export type Reach = (of: Covered, asked: Question) => Promise<QuestionCoverage>;

/** The question whose count a claim's lower bound is. */
function questionOfClaim(claim: Claim, definition: Definition): Question {
  const { subject, counterpart, scope, channels } = claim;
  return {
    between: sideName(subject),
    and: sideName(counterpart),
    from: scope.from,
    to: scope.to,
    channels,
    definition,
  };
}

/** Bounds over both ends of a scope: at least inside what certainly belongs to it, at most inside what may. */
async function boundsOf(ledger: Ledger, question: Question, claim: Claim): Promise<Bounds> {
  const { bounds } = await countContacts(ledger, question, false);
  return { min: bounds.min, max: await mostOf(ledger, question, claim, bounds.max) };
}

async function mostOf(ledger: Ledger, question: Question, { scope }: Claim, most: number): Promise<number> {
  if (scope.latest === scope.to) return most;
  return (await countContacts(ledger, { ...question, to: scope.latest }, false)).bounds.max;
}

interface SpanRow {
  readonly name: string;
  readonly from_time: number | null;
  readonly to_time: number | null;
}

const later = (a: number | null, b: number | null): number | null => (a === null ? b : b === null ? a : Math.max(a, b));

/** First instant at which both sides had members, null for open; and the sides that have none in the scope. */
async function reachOfSides(
  ledger: Ledger,
  question: Question,
  claim: Claim,
): Promise<{ readonly from: number | null; readonly empty: readonly string[] }> {
  const rows = await ledger.rows<SpanRow>(SIDE_SPANS, {
    subject: question.between,
    counterpart: question.and,
    from: claim.scope.from ?? ALWAYS.from,
    to: claim.scope.latest ?? ALWAYS.to,
  });
  const from = rows.reduce((first: number | null, row) => later(first, row.from_time), claim.scope.from);
  const names = [...new Set([question.between!, question.and!])];
  return { from, empty: names.filter((name) => !rows.some((row) => row.name === name)) };
}

function barsOf(claim: Claim, from: number | null, asOf: number): Bar[] {
  const { latest } = claim.scope;
  return [
    ...(from === null ? ['no-beginning' as const] : []),
    ...(latest === null || latest > asOf ? ['not-over' as const] : []),
    ...(claim.scope.from !== null && latest !== null && latest < claim.scope.from ? ['backwards' as const] : []),
  ];
}

function reachedBy(
  coverage: QuestionCoverage | null,
  claim: Claim,
  empty: readonly string[],
  bars: readonly Bar[],
): Reached {
  if (coverage === null) return { empty, bars, whole: null, channels: [], unheld: [] };
  const channels = coverage.channels.map(({ channel, share, accounts }): Share => ({ channel, ...share, accounts }));
  const { share, accounts, unheld } = coverage;
  return {
    empty,
    bars: share === null ? [...bars, 'no-account'] : bars,
    whole: share === null ? null : { channel: null, ...share, accounts },
    channels,
    // Of "any channel" those that nobody holds records of are in no share, and the words beside it say so.
    unheld: claim.channels === null ? [] : unheld,
  };
}

async function speakerIn(ledger: Ledger, claim: Claim, listed: readonly number[]): Promise<boolean> {
  if (claim.speaker === null || claim.hedge === null || listed.length === 0) return false;
  const [row] = await ledger.rows<{ contacts: number }>(SPEAKER_CONTACTS, {
    speaker: claim.speaker,
    numbers: listed.join('\n'),
  });
  return row!.contacts > 0;
}

/** What of the definition a contradiction hangs on, where it does not hold in the most favourable reading. */
async function hanging(ledger: Ledger, claim: Claim, question: Question): Promise<(keyof Definition)[]> {
  const { favourable } = readingsOf(question.definition, claim.quantity);
  const parts: (keyof Definition)[] = [];
  for (const { part, definition } of steps(question.definition, favourable)) {
    const bounds = await boundsOf(ledger, { ...question, definition }, claim);
    if (!breaks(claim.quantity, bounds)) parts.push(part);
  }
  return parts;
}

/**
 * Weighs a claim.
 * @param of the ledger may be open read-only
 * @param definition the case's own
 * @param reach how far the records reach into a question
 * @throws RangeError when a side is no group's and no party's
 */
export function weighClaim(
  of: Covered,
  claim: Claim,
  definition: Definition,
  reach: Reach = questionCoverage,
): Promise<WeighedClaim> {
  const question = questionOfClaim(claim, definition);
  return withSides(of.ledger, question, () => weighed(of, claim, question, reach));
}

/** A claim about nobody: there is nothing to count. */
const NO_COUNT: Count = {
  bounds: { min: 0, max: 0 },
  listed: [],
  reasons: [],
  identities: [],
  several: 0,
  moves: [],
};

async function weighed(of: Covered, claim: Claim, question: Question, reach: Reach): Promise<WeighedClaim> {
  const { ledger } = of;
  const { from, empty } = await reachOfSides(ledger, question, claim);
  const count = empty.length > 0 ? NO_COUNT : await countContacts(ledger, question, false);
  const coverage = empty.length > 0 ? null : await reach(of, { ...question, from, to: claim.scope.latest });
  const bars = barsOf(claim, from, asOfInstant(of.files));
  const readings = await inReadings(ledger, claim, question, count, empty.length > 0);
  return {
    ...readings,
    speakerIsParty: await speakerIn(ledger, claim, count.listed),
    reached: reachedBy(coverage, claim, empty, bars),
    question,
    count,
    coverage,
  };
}

/** What a claim's counts are in the readings on which its verdict turns. */
async function inReadings(
  ledger: Ledger,
  claim: Claim,
  question: Question,
  count: Count,
  empty: boolean,
): Promise<Pick<WeighedClaim, 'own' | 'favourable' | 'unfavourable' | 'narrow' | 'hangsOn'>> {
  const { quantity } = claim;
  if (empty) return { own: count.bounds, favourable: null, unfavourable: null, narrow: [], hangsOn: [] };
  const own = { min: count.bounds.min, max: await mostOf(ledger, question, claim, count.bounds.max) };
  const readings = readingsOf(question.definition, quantity);
  if (!breaks(quantity, own)) {
    const unfavourable = holds(quantity, own)
      ? await boundsOf(ledger, { ...question, definition: readings.unfavourable }, claim)
      : null;
    return { own, favourable: null, unfavourable, narrow: [], hangsOn: [] };
  }
  const favourably = { ...question, definition: readings.favourable };
  const { bounds, listed } = await countContacts(ledger, favourably, false);
  const favourable = { min: bounds.min, max: await mostOf(ledger, favourably, claim, bounds.max) };
  const hangsOn = breaks(quantity, favourable) ? [] : await hanging(ledger, claim, question);
  return { own, favourable, unfavourable: null, narrow: listed, hangsOn };
}
