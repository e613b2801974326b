/** Which disclosed contacts are in no record, although the records reach them? */
import { type Finding, GRADES } from '../model/finding.ts';
import { idText } from '../model/ids.ts';
import { dayOf } from '../reconcile/days.ts';
import type { AsOf, Detector, DetectorRow } from './detector.ts';
import { andText, plainName, waysText } from './wording.ts';

function namesIn(row: DetectorRow, column: string): string[] {
  const list = JSON.parse(String(row[column] ?? '[]')) as readonly string[] | null;
  return (list ?? []).map(plainName);
}

/** On a day, or from one to another. */
function periodText(row: DetectorRow, zone: string): string {
  const [first, last] = [dayOf(zone, Number(row.earliest)), dayOf(zone, Number(row.latest))];
  return first === last ? `of ${first}` : `between ${first} and ${last}`;
}

function textOf(row: DetectorRow, asOf: AsOf): string {
  const [by, others] = [namesIn(row, 'disclosers'), namesIn(row, 'others')];
  const what = `${waysText(Number(row.channels))} ${periodText(row, asOf.zone)}`;
  const withWhom = others.length === 0 ? '' : ` with ${andText(others)}`;
  const whose = by.length === 0 ? 'A disclosed' : `${andText(by)}: the disclosed`;
  return `${whose} ${what}${withWhom} is in no loaded record, as of ${dayOf(asOf.zone, asOf.instant)}, although the records reach that time, if they are complete`;
}

export const unrecordedDisclosure: Detector = {
  name: 'unrecorded-disclosure',
  question: 'Which disclosed contacts are in no record, although the records reach them?',
  doc: [
    'One finding for each disclosure that no recorded contact fits, where a loaded source of one of its parties goes on before',
    'and after its time, or is declared complete for it. Either the records have a hole, or the contact went another way, or',
    'the disclosure errs; the finding does not say which. Disclosures without a time, and of ways that no source covers, are',
    'not looked at.',
  ].join(' '),
  parameters: {},
  findings: (rows: readonly DetectorRow[], _parameters, asOf: AsOf): Finding[] =>
    rows.map((row) => {
      const id = idText('disclosure', BigInt(String(row.id)));
      return {
        detector: 'unrecorded-disclosure',
        text: textOf(row, asOf),
        bounds: { min: 1, max: Math.max(1, Number(row.capacity ?? 1)) },
        grade: GRADES[Number(row.grade ?? 0)] ?? 'possible',
        subject: id,
        contacts: [],
        records: [],
        disclosures: [id],
        statements: [],
        weight: 1,
      };
    }),
};
