/** Which messages existed and were produced by nobody, although somebody's material reaches them? */
import { type Finding, GRADES } from '../model/finding.ts';
import { idText } from '../model/ids.ts';
import { dayOf } from '../reconcile/days.ts';
import type { AsOf, Detector, DetectorRow } from './detector.ts';
import { andText, countText, plainName } from './wording.ts';

const LARGEST = 2 ** 31 - 1;

/** What each kind weighs: a message that nobody has weighs more than a copy that one side lacks. */
const WEIGHT: Readonly<{ [kind: string]: number }> = { absent: 200, copy: 5 };

function idsIn(row: DetectorRow, column: 'contacts' | 'records'): string[] {
  const listed = JSON.parse(String(row[column] ?? '[]')) as readonly string[] | null;
  return (listed ?? []).map((id) => idText(column === 'contacts' ? 'contact' : 'record', BigInt(id)));
}

function periodText(row: DetectorRow, zone: string): string {
  const [first, last] = [dayOf(zone, Number(row.earliest)), dayOf(zone, Number(row.latest))];
  return first === last ? `of ${first}` : `between ${first} and ${last}`;
}

function proofText(row: DetectorRow): string {
  const [quoted, answered] = [Number(row.quoted), Number(row.answered)];
  return andText([
    ...(quoted > 0 ? [`${quoted} quoted with ${quoted === 1 ? 'its' : 'their'} header`] : []),
    ...(answered > 0 ? [`answered in ${answered} ${answered === 1 ? 'message' : 'messages'}`] : []),
  ]);
}

function textOf(row: DetectorRow, asOf: AsOf): string {
  const [holder, other] = [plainName(String(row.holder_name)), plainName(String(row.other_name))];
  const count = countText({ min: Number(row.least), max: Number(row.most) }, 'message');
  const when = periodText(row, asOf.zone);
  const stand = Number(row.most) === 1 ? 'stands' : 'stand';
  const end = `as of ${dayOf(asOf.zone, asOf.instant)}`;
  if (row.kind === 'copy')
    return `${holder}: ${count} with ${other} ${when} ${stand} in the material of others and not in the loaded material of ${holder}, which reaches that time, ${end}, if it is complete`;
  return `${holder}: ${count} with ${other} ${when} existed and ${stand} in no loaded source, ${end}, although the loaded material of ${holder} reaches that time, if it is complete (${proofText(row)})`;
}

function findingOf(row: DetectorRow, asOf: AsOf): Finding {
  const [min, max] = [Number(row.least), Number(row.most)];
  return {
    detector: 'missing-message',
    text: textOf(row, asOf),
    bounds: { min, max },
    grade: min > 0 ? (GRADES[Number(row.grade ?? 0)] ?? 'possible') : 'possible',
    subject: [row.kind, row.holder_key, row.other_key].join(' | '),
    contacts: idsIn(row, 'contacts'),
    records: idsIn(row, 'records'),
    disclosures: [],
    statements: [],
    weight: Math.min((WEIGHT[String(row.kind)] ?? 1) * min + max, LARGEST),
  };
}

function restOf(row: DetectorRow): Finding {
  const pairs = Number(row.quoted);
  return {
    detector: 'missing-message',
    text: `${pairs} more pairs, with at most ${Number(row.most)} such ${row.kind === 'copy' ? 'copies' : 'messages'}, are not listed one by one`,
    bounds: { min: 0, max: Number(row.most) },
    grade: 'possible',
    subject: `${row.kind} | pairs that are not listed`,
    contacts: [],
    records: [],
    disclosures: [],
    statements: [],
    weight: 0,
  };
}

export const missingMessage: Detector = {
  name: 'missing-message',
  question: 'Which messages existed and were produced by nobody, although somebody’s material reaches them?',
  doc: [
    'For each custodian of mail and each other party: messages that a loaded one quotes with its header, or answers by its',
    'Message-ID, and that no loaded message is; and, apart, mails that others have and the custodian’s material lacks. Such a',
    'message existed. That the custodian should hold it follows from the header, or from having answered it, and from material',
    'that reaches its time; mail may be deleted as a matter of course, and an export may leave some out. The time is the quoted',
    'one in any zone; of what is only answered, after the latest loaded message before it in the thread and before the answer.',
    'Nothing is claimed where a loaded message may be it under another id and sender: of the same subject and minute, or of the same',
    'thread with an id that nobody names. Nor of lists, of mail that a machine sent, of accounts without material, and of time',
    'that no material reaches. An id is kept as a hash, so nothing of the message is known but that it was answered. The lower',
    'bound counts as one what has the same subject and minute; it needs material that begins answerWithin seconds before an',
    'answer whose thread gives no earlier time. Of a holding with fewestIds ids and more, of which less than leastResolved per',
    'cent are of loaded messages, no id is believed. It cannot see a message that nobody quoted or answered.',
  ].join(' '),
  parameters: {
    near: 60,
    slack: 900,
    answerWithin: 30 * 86_400,
    fewestIds: 20,
    leastResolved: 2,
    mostPairs: 10_000,
    mostListed: 1000,
  },
  findings: (rows: readonly DetectorRow[], _parameters, asOf: AsOf): Finding[] =>
    rows.flatMap((row) => {
      if (row.standing === 'found') return [findingOf(row, asOf)];
      return row.standing === 'rest' ? [restOf(row)] : [];
    }),
  untested: (rows: readonly DetectorRow[]): string[] =>
    rows
      .filter((row) => row.standing === 'untested')
      .map(() => 'no source of mail says whose material it is: who should hold a message is not known'),
};
