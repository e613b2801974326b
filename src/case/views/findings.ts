/** Findings as rows, and one whole with both of its sides. */
import { DETECTORS } from '../../detectors/list.ts';
import { FINDING_COUNT, FINDING_OF, FINDINGS, type FindingRow } from '../../ledger/queries/views/disclosures.ts';
import type { Bounds } from '../../model/bounds.ts';
import { GRADES, type Grade } from '../../model/finding.ts';
import { idText } from '../../model/ids.ts';
import { shortIds } from '../locate.ts';
import type { FindingDecided } from '../stages/finding-decisions.ts';
import { type CitationView, citationsOfRecords } from './citations.ts';
import { type ContactView, contactList, type ViewedCase } from './contacts.ts';
import { type DisclosureView, disclosureList } from './disclosures.ts';
import { type Sourcing, sourcingOfFinding } from './sourcing.ts';
import { type TellingView, tellingsOf } from './tellings.ts';

/** A finding. */
export interface FindingView {
  readonly no: number;
  /** Whole id. */
  readonly id: string;
  readonly shortId: string;
  readonly detector: string;
  readonly text: string;
  readonly bounds: Bounds;
  readonly grade: Grade;
  /** What a person decided: open, confirmed, dismissed, reopened. */
  readonly status: string;
  readonly subject: string;
  /** Hash of what it rests on. */
  readonly evidence: string;
  /** contact_no, record_no and disclosure_no that it rests on, and ids of statements and told counts. */
  readonly contacts: readonly number[];
  readonly records: readonly number[];
  readonly disclosures: readonly number[];
  readonly statements: readonly string[];
  /** The last decision about it, and how its evidence differs from what was judged; null where there is none. */
  readonly decided: FindingDecided | null;
}

/** A finding with what it rests on. */
export interface WholeFinding extends FindingView {
  readonly question: string;
  /** What the detector compares with, cannot see, and how to read its bounds. */
  readonly doc: string;
  readonly parameters: Readonly<{ [name: string]: string | number | boolean }>;
  readonly contactList: readonly ContactView[];
  readonly recordList: readonly CitationView[];
  readonly disclosureList: readonly DisclosureView[];
  /** How what it rests on is known. */
  readonly sourcing: Sourcing;
  /** Passages that tell of its contacts, with what they hold against them. */
  readonly tellings: readonly TellingView[];
}

/** Views of rows of findings, with ids as short as they can be. */
export async function viewsOfFindings(
  { ledger }: Pick<ViewedCase, 'ledger'>,
  rows: readonly FindingRow[],
): Promise<FindingView[]> {
  const short = await shortIds(
    ledger,
    'finding',
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({
    no: row.finding_no,
    id: idText('finding', row.id),
    shortId: short.get(row.id) ?? idText('finding', row.id),
    detector: row.detector,
    text: row.text,
    bounds: { min: row.min, max: row.max },
    grade: GRADES[row.grade]!,
    status: row.status,
    subject: row.subject,
    evidence: row.evidence,
    contacts: JSON.parse(row.contacts) as number[],
    records: JSON.parse(row.records) as number[],
    disclosures: JSON.parse(row.disclosures) as number[],
    statements: JSON.parse(row.statements) as string[],
    decided: row.decided === null ? null : (JSON.parse(row.decided) as FindingDecided),
  }));
}

/**
 * Findings, the heaviest first.
 * @param detector null: all
 * @param most how many
 */
export async function findingViews(open: ViewedCase, detector: string | null, most: number): Promise<FindingView[]> {
  return viewsOfFindings(open, await open.ledger.rows<FindingRow>(FINDINGS, { detector: detector ?? '', most }));
}

/** How many findings there are, and how many of them nobody dismissed. */
export async function findingCount(
  { ledger }: Pick<ViewedCase, 'ledger'>,
  detector: string | null,
): Promise<{ readonly findings: number; readonly standing: number }> {
  const rows = await ledger.rows<{ findings: number; standing: number }>(FINDING_COUNT, { detector: detector ?? '' });
  return rows[0]!;
}

/** One finding with both of its sides. @param no finding_no */
export async function wholeFinding(open: ViewedCase, no: number): Promise<WholeFinding> {
  const [view] = await viewsOfFindings(open, await open.ledger.rows<FindingRow>(FINDING_OF, { no }));
  const records = await citationsOfRecords(open, view!.records);
  const detector = DETECTORS.find(({ name }) => name === view!.detector);
  return {
    ...view!,
    question: detector?.question ?? '',
    doc: detector?.doc ?? '',
    parameters: detector?.parameters ?? {},
    contactList: await contactList(open, view!.contacts),
    recordList: view!.records.map((record) => records.get(record)!),
    disclosureList: await disclosureList(open, view!.disclosures),
    sourcing: await sourcingOfFinding(open, view!),
    tellings: await tellingsOf(open, view!.contacts),
  };
}
