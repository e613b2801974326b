/** Told counts: how many contacts somebody told of, held against the records of the same window. */
import { TOLD_COUNTS, type ToldCountRow } from '../ledger/queries/sourcing/told-counts.ts';
import type { Bounds } from '../model/bounds.ts';
import type { ToldVerdict } from '../sourcing/told-count.ts';
import { passagePlace } from './citations/passage-place.ts';
import type { Question } from './count.ts';
import type { ToldNumber } from './files/index.ts';
import type { OpenCase } from './open.ts';
import { countName } from './told/compare.ts';
import { keepCount } from './views/kept-counts.ts';
import { askedCount } from './views/question.ts';
import { type Sourcing, sourcingOf, sourcingOfTellings } from './views/sourcing.ts';

export type { ToldVerdict };

/** A told count, or a part of one, beside the records. */
export interface ToldComparison {
  /** The two sides as they are written, several with commas. */
  readonly between: readonly [string, string];
  /** Epoch seconds UTC, inclusive; null: open. */
  readonly from: number | null;
  readonly to: number | null;
  /** null: any. */
  readonly channels: readonly string[] | null;
  readonly told: ToldNumber;
  /** Contacts of the records; of undisclosed ones where the count speaks of these. */
  readonly recorded: Bounds;
  readonly verdict: ToldVerdict;
  /** Fewest contacts beyond the recorded ones that the told number needs. */
  readonly beyond: number;
  /** The same for all told counts of these two sides and ways of contact together. */
  readonly together: number;
  /** contact_no behind the lower bound. */
  readonly contacts: readonly number[];
  /** n: id of the count of the records, to be opened; null where the case cannot be written to. */
  readonly count: string | null;
  /** In how much of the window records would show a contact, by channel. */
  readonly coverage: string;
  /** One sentence without its full stop. */
  readonly text: string;
  /** How the contacts behind the lower bound are known. */
  readonly sourcing: Sourcing;
}

export interface ToldCountView {
  /** Id in reports.yaml, or its place there: `count 2`. */
  readonly id: string;
  /** Informant (a pseudonym) or party. */
  readonly toldBy: string;
  readonly undisclosed: boolean;
  readonly whole: ToldComparison;
  readonly parts: readonly ToldComparison[];
  /** What the passage itself holds against it. */
  readonly caveats: readonly string[];
  /** How the told number is known. */
  readonly sourcing: Sourcing;
  /** Where it stands, on one line; empty where that is not said. */
  readonly place: string;
}

async function comparisonOf(open: OpenCase, row: ToldCountRow): Promise<ToldComparison> {
  const question = JSON.parse(row.question) as Question;
  const contacts = JSON.parse(row.contacts) as number[];
  return {
    between: [row.between_a, row.between_b],
    from: question.from,
    to: question.to,
    channels: question.channels,
    told: { min: row.told_min, max: row.told_max },
    recorded: { min: row.recorded_min, max: row.recorded_max },
    verdict: row.verdict as ToldVerdict,
    beyond: row.beyond,
    together: row.together,
    contacts,
    count: keepCount(open, askedCount(question, null)),
    coverage: row.reach,
    text: row.sentence,
    sourcing: await sourcingOf(open, contacts),
  };
}

/** Every told count of reports.yaml and its parts beside the records, in the order of the file. */
export async function toldCounts(open: OpenCase): Promise<ToldCountView[]> {
  const { files, ledger } = open;
  const rows = await ledger.rows<ToldCountRow>(TOLD_COUNTS);
  const entries = new Map(files.reports.counts.map((entry, i) => [countName(entry, i), entry]));
  const views: ToldCountView[] = [];
  for (const of of Map.groupBy(rows, (row) => row.count_no).values()) {
    const entry = entries.get(of[0]!.entry);
    const [whole, ...parts] = await Promise.all(of.map((row) => comparisonOf(open, row)));
    views.push({
      id: of[0]!.entry,
      toldBy: of[0]!.told_by,
      undisclosed: of[0]!.undisclosed,
      whole: whole!,
      parts,
      caveats: entry?.caveats ?? [],
      sourcing: sourcingOfTellings(files, [{ toldBy: of[0]!.told_by, reliesOn: entry?.reliesOn ?? [] }]),
      place: entry?.where === undefined ? '' : passagePlace(files, entry.where),
    });
  }
  return views;
}
