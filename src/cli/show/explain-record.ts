/** A record opened: where it stands, when it says it was, who stands in it, and what it witnesses. */
import type { OpenCase } from '../../case/open.ts';
import { citationsOfRecords } from '../../case/views/citations.ts';
import { contactList } from '../../case/views/contacts.ts';
import { disclosureList } from '../../case/views/disclosures.ts';
import { tellingsOf } from '../../case/views/tellings.ts';
import { lengthText, shownWhen, whenText } from '../../case/views/time.ts';
import { PARTICIPANTS_OF, RECORD_OF } from '../../ledger/queries/views/parties.ts';
import { FLAG, RECORD_KINDS, ROLES } from '../../model/record.ts';
import { PLAUSIBILITIES, PRECISIONS, ZONE_ORIGINS } from '../../model/time.ts';
import type { Line } from '../frame/line.ts';
import type { Output } from '../frame/output.ts';
import { contactLine } from './contact.ts';
import { disclosureLine } from './disclosure.ts';
import { sqlLines } from './sql.ts';
import { tellingJson, tellingLines } from './telling.ts';
import { wrapLines } from './wrap.ts';

interface RecordRow {
  readonly kind: number;
  readonly earliest: number | null;
  readonly latest: number | null;
  readonly precision: number;
  readonly zone: number;
  readonly plausibility: number;
  readonly duration: number | null;
  readonly flags: number;
  readonly subject: string | null;
  readonly caller: string | null;
  readonly callee: string | null;
  readonly contact_no: number | null;
  readonly disclosure_no: number | null;
}

interface ParticipantRow {
  readonly role: number;
  readonly address: string;
  readonly name: string | null;
  readonly organisation: string | null;
}

/** Explains a record. @param no record_no */
export async function explainRecord(open: OpenCase, output: Output, no: number): Promise<void> {
  const { ledger, files } = open;
  const [row] = await ledger.rows<RecordRow>(RECORD_OF, { no });
  const people = await ledger.rows<ParticipantRow>(PARTICIPANTS_OF, { no });
  const citation = (await citationsOfRecords(open, [no])).get(no)!;
  const [contact] = row!.contact_no === null ? [] : await contactList(open, [row!.contact_no]);
  const [disclosure] = row!.disclosure_no === null ? [] : await disclosureList(open, [row!.disclosure_no]);
  const when = whenText(row!.earliest, row!.latest, files.case.zone);
  const flags = Object.entries(FLAG).flatMap(([name, bit]) => ((row!.flags & bit) !== 0 ? [name] : []));
  const ends = [
    ...(row!.caller === null ? [] : [{ role: 'caller', address: row!.caller, name: null, organisation: null }]),
    ...(row!.callee === null ? [] : [{ role: 'callee', address: row!.callee, name: null, organisation: null }]),
    ...people.map((person) => ({ ...person, role: ROLES[person.role]! as string })),
  ];
  const { record, source, member, bytes, row: line } = citation;
  const tellings =
    contact === undefined ? [] : (await tellingsOf(open, [contact.no])).filter(({ contact: of }) => of === no);
  const value = {
    id: record,
    kind: RECORD_KINDS[row!.kind]!,
    source,
    member,
    bytes,
    row: line,
    time: when,
    precision: PRECISIONS[row!.precision] ?? null,
    zone: ZONE_ORIGINS[row!.zone] ?? null,
    plausibility: PLAUSIBILITIES[row!.plausibility] ?? null,
    duration: row!.duration,
    subject: row!.subject,
    flags,
    participants: ends,
    contact: contact?.id ?? null,
    disclosure: disclosure?.id ?? null,
    told: tellings.map(tellingJson),
  };
  await output.document(value, () => [
    ...wrapLines(
      [
        `  ${value.kind} in ${citation.text}`,
        `  ${shownWhen(when)}: precise to the ${value.precision ?? 'unknown'}, zone ${value.zone ?? 'unknown'}, ${value.plausibility ?? ''}${row!.duration === null ? '' : `, ${lengthText(row!.duration)}`}`,
        ...(row!.subject === null || row!.subject === '' ? [] : [`  Subject: ${row!.subject}`]),
        ...(flags.length === 0 ? [] : [`  Marks: ${flags.join(', ')}`]),
        ...ends.map(
          ({ role, address, name, organisation }): Line =>
            `    ${role.padEnd(10)} ${[address, name, organisation].filter((text) => text !== null && text !== '').join(', ')}`,
        ),
        ...(tellings.length === 0 ? [] : ['  It is told:', ...tellingLines(open, tellings)]),
        ...(contact === undefined ? [] : ['  It witnesses:', contactLine(contact, null)]),
        ...(disclosure === undefined ? [] : ['  It discloses:', disclosureLine(disclosure)]),
        `  The bytes: backchannel cite ${record}`,
      ],
      output.width,
    ),
    ...sqlLines([RECORD_OF.sql]),
  ]);
}
