/** Do the records show as many contacts as somebody told of? */
import type { Finding } from '../model/finding.ts';
import { idText } from '../model/ids.ts';
import type { Detector, DetectorRow } from './detector.ts';
import { plainName } from './wording.ts';

/** More than told weighs more than fewer: records show it, while of what is missing somebody may hold records elsewhere. */
const WEIGHTS: Readonly<{ [verdict: string]: number }> = { exceeded: 2_500_000, short: 1_500_000 };
const MOST = 999_999;

const number = (row: DetectorRow, column: string): number => Number(row[column] ?? 0);

function aboutText(row: DetectorRow): string {
  const part = number(row, 'part') === 0 ? '' : `, part ${number(row, 'part')}`;
  return `${plainName(String(row.told_by))} told of contacts between ${String(row.between_a)} and ${String(row.between_b)} (${String(row.entry)}${part})`;
}

function textOf(row: DetectorRow): string {
  const more = number(row, 'together');
  const together =
    more > number(row, 'beyond')
      ? `; all told counts of these two sides together need ${more} more than the records show`
      : '';
  return `${aboutText(row)}: ${String(row.sentence)}${together}`;
}

/** How far told and recorded are apart, at least. */
function distance(row: DetectorRow): number {
  return row.verdict === 'exceeded'
    ? number(row, 'recorded_min') - number(row, 'told_max')
    : number(row, 'told_min') - number(row, 'recorded_max');
}

function findingOf(row: DetectorRow): Finding {
  const contacts = JSON.parse(String(row.contacts ?? '[]')) as readonly string[];
  return {
    detector: 'told-against-recorded',
    text: textOf(row),
    bounds: { min: number(row, 'recorded_min'), max: number(row, 'recorded_max') },
    grade: 'certain',
    subject: `${String(row.entry)} | ${number(row, 'part')} | ${String(row.between_a)} | ${String(row.between_b)}`,
    contacts: contacts.map((id) => idText('contact', BigInt(id))),
    records: [],
    disclosures: [],
    statements: [String(row.entry)],
    weight: WEIGHTS[String(row.verdict)]! + Math.min(distance(row), MOST),
  };
}

/** Which numbers that were told do the records certainly not bear out? */
export const toldAgainstRecorded: Detector = {
  name: 'told-against-recorded',
  question: 'Which told numbers of contacts do the records exceed, or fall short of?',
  doc: [
    'One finding for each told count of reports.yaml, and for each of its parts, that the records exceed for certain, or of',
    'which they show fewer although they are declared complete for its window and both sides. What is compared are the bounds',
    "of contacts under the case's definition, or of undisclosed ones where the count speaks of these; a told number is never",
    'added to them. What records show fewer of and do not cover is not tested, and said to be so. Nothing is tested by chance,',
    'so there is no null model. It cannot see what else the teller counted as a contact.',
  ].join(' '),
  parameters: {},
  findings: (rows: readonly DetectorRow[]): Finding[] =>
    rows.filter((row) => String(row.verdict) in WEIGHTS).map(findingOf),
  untested: (rows: readonly DetectorRow[]): string[] =>
    rows.filter((row) => row.verdict === 'untestable').map((row) => `${aboutText(row)}: ${String(row.sentence)}`),
};
