/** Told counts held against the records of the same window. */
import type { Ledger } from '../../ledger/ledger.ts';
import { MEMBERS } from '../../ledger/queries/contacts/count.ts';
import type { Bounds } from '../../model/bounds.ts';
import { endOfDay, startOfDay } from '../../reconcile/days.ts';
import { comparedText, fewestBeyond, type ToldVerdict, toldVerdict } from '../../sourcing/told-count.ts';
import { sideName } from '../../statements/claim.ts';
import { THRESHOLD } from '../claims/judged.ts';
import { countContacts, type Question } from '../count.ts';
import { type Covered, type QuestionCoverage, questionCoverage } from '../coverage.ts';
import { type CaseFiles, type Channels, resolvePeriod, type ToldCountEntry, type ToldNumber } from '../files/index.ts';
import type { PeriodEntry } from '../files/words/period.ts';
import { withSides } from '../sides.ts';
import { undisclosedBounds } from '../undisclosed.ts';
import { disclosureCoverage } from '../views/coverage.ts';
import { channelsText } from '../views/coverage-words.ts';

/** One row of the table told_count, without its numbers. */
export interface Comparison {
  readonly entry: string;
  /** 0 for the whole, its parts from 1. */
  readonly part: number;
  readonly between: readonly [string, string];
  readonly question: Question;
  readonly undisclosed: boolean;
  readonly told: ToldNumber;
  readonly recorded: Bounds;
  readonly verdict: ToldVerdict;
  readonly beyond: number;
  readonly reach: string;
  /** contact_no behind the lower bound. */
  readonly contacts: readonly number[];
  readonly text: string;
}

/** What a count or a part of one says. */
interface Said {
  readonly between: ToldCountEntry['between'];
  readonly told: ToldNumber;
  readonly period: PeriodEntry | undefined;
  readonly channels: Channels;
}

/** The question that a told count answers. */
function questionOf(files: CaseFiles, said: Said): Question {
  const { zone, definition } = files.case;
  const days = resolvePeriod(files, said.period);
  return {
    between: sideName(said.between[0]),
    and: sideName(said.between[1]),
    from: days.from === null ? null : startOfDay(zone, days.from),
    to: days.to === null ? null : endOfDay(zone, days.to),
    channels: said.channels === 'any' ? null : said.channels,
    definition: definition.definition,
  };
}

const NOTHING: Recorded = { bounds: { min: 0, max: 0 }, contacts: [], coverage: null };

interface Recorded {
  readonly bounds: Bounds;
  readonly contacts: readonly number[];
  /** Null where a side has no members. */
  readonly coverage: QuestionCoverage | null;
}

async function isEmpty(ledger: Ledger, name: string | null): Promise<boolean> {
  const [row] = await ledger.rows<{ members: number }>(MEMBERS, { name });
  return row!.members === 0;
}

async function recordedOf(of: Covered, question: Question, undisclosed: boolean): Promise<Recorded> {
  if ((await isEmpty(of.ledger, question.between)) || (await isEmpty(of.ledger, question.and))) return NOTHING;
  const coverage = await questionCoverage(of, question);
  if (undisclosed) {
    const found = await undisclosedBounds(of.ledger, question);
    return { bounds: found.bounds, contacts: found.listed, coverage };
  }
  const count = await countContacts(of.ledger, question, false);
  return { bounds: count.bounds, contacts: count.listed, coverage };
}

const isComplete = ({ share, unheld }: QuestionCoverage): boolean =>
  share !== null && unheld.length === 0 && share.declared >= THRESHOLD;

async function compare(
  of: Covered,
  entry: string,
  part: number,
  said: Said,
  undisclosed: boolean,
): Promise<Comparison> {
  const question = questionOf(of.files, said);
  const { bounds, contacts, coverage } = await withSides(of.ledger, question, () =>
    recordedOf(of, question, undisclosed),
  );
  const unreached = undisclosed && disclosureCoverage(of).reach.length === 0;
  const judged = toldVerdict(said.told, bounds, coverage !== null && isComplete(coverage));
  const verdict = unreached ? 'untestable' : judged;
  const reach = coverage === null ? 'nothing: a side has no members' : channelsText(coverage);
  const beyond = Math.max(0, said.told.min - bounds.max);
  const compared = { told: said.told, recorded: bounds, verdict, undisclosed, beyond, reach };
  return {
    ...compared,
    entry,
    part,
    between: [said.between[0].join(', '), said.between[1].join(', ')],
    question,
    contacts,
    text: unreached
      ? 'no loaded disclosure is declared to reach anybody, so nothing says what was undisclosed'
      : comparedText(compared),
  };
}

/** Name of a told count: its id, or its place in the file. @param place from 0 */
export function countName(entry: Pick<ToldCountEntry, 'id'>, place: number): string {
  return entry.id ?? `count ${place + 1}`;
}

/** A told count and its parts. What a part leaves out is as in the whole. */
export async function compareCount(of: Covered, entry: ToldCountEntry, place: number): Promise<Comparison[]> {
  const whole: Said = { between: entry.between, told: entry.told, period: entry.period, channels: entry.channels };
  const parts = entry.parts.map(
    (part): Said => ({
      between: part.between,
      told: part.told,
      period: part.period ?? entry.period,
      channels: part.channels ?? entry.channels,
    }),
  );
  const out: Comparison[] = [];
  for (const [i, said] of [whole, ...parts].entries())
    out.push(await compare(of, countName(entry, place), i, said, entry.undisclosed));
  return out;
}

/** What told counts of the same two sides and ways of contact need together beyond the records. */
export function beyondTogether(comparisons: readonly Comparison[]): ReadonlyMap<Comparison, number> {
  const key = ({ between, question, undisclosed }: Comparison): string =>
    JSON.stringify([between, question.channels, undisclosed]);
  const out = new Map<Comparison, number>();
  for (const group of Map.groupBy(comparisons, key).values()) {
    const demands = group.map(({ question: { from, to }, beyond }) => ({ from, to, missing: beyond }));
    const together = fewestBeyond(demands);
    for (const comparison of group) out.set(comparison, together);
  }
  return out;
}
