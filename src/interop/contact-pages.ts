/** Reads the contacts that a question is about from a built case, page by page. */
import { shownPath, shownSource } from '../case/citations/shown-source.ts';
import { checkNames, type Question } from '../case/count.ts';
import type { OpenCase } from '../case/open.ts';
import { instantText, whenText } from '../case/views/time.ts';
import { recordSteps } from '../contacts/record-id.ts';
import { CITED_RECORDS, type CitedRow, WITNESSES } from '../ledger/queries/citations/cited.ts';
import { parametersOf } from '../ledger/queries/contacts/asked.ts';
import {
  CONTACT_PAGE,
  type ContactPageRow,
  countPage,
  DUTY_PAGE,
  type DutyPageRow,
  END_PAGE,
  type EndPageRow,
  EXPORTED_CONTACTS,
  exported,
  FORGET_EXPORTED,
} from '../ledger/queries/interop/contacts.ts';
import { CHANNELS } from '../model/definition.ts';
import { GRADES } from '../model/finding.ts';
import { idText } from '../model/ids.ts';
import { ADDRESS_KINDS, FLAG, ROLES, type Role } from '../model/record.ts';
import { CONTACT_STATES } from '../model/state.ts';
import { PRECISIONS } from '../model/time.ts';
import type { ContactRow, DutyRow, EndRow, WitnessRow } from './contact-row.ts';

export type Exported = Pick<OpenCase, 'files' | 'ledger'>;

/** Contacts that are held at once. */
const PAGE = 4096;

/** Who a contact comes from; everybody else is at the other end. */
const NEAR: ReadonlySet<Role> = new Set(['from', 'sender', 'caller', 'organizer', 'host', 'discloser']);

/**
 * Chooses the contacts that a question is about and hands them out in the order of time, then id. Without sides these are
 * all contacts of the window; with sides those that link them. Whether each counts is said in it.
 * @yields pages that are not empty
 * @throws RangeError when a name is no group's and no party's
 */
export async function* contactPages(opened: Exported, question: Question): AsyncGenerator<readonly ContactRow[]> {
  const { ledger } = opened;
  await checkNames(ledger, question);
  await ledger.run(exported(question), parametersOf(question));
  const [count] = await ledger.rows<{ contacts: number }>(EXPORTED_CONTACTS);
  for (let first = 0; first < count!.contacts; first += PAGE) {
    yield await pageOf(opened, question, { first, end: first + PAGE });
  }
  await ledger.run(FORGET_EXPORTED);
}

async function pageOf(
  opened: Exported,
  question: Question,
  places: { readonly first: number; readonly end: number },
): Promise<ContactRow[]> {
  const { ledger, files } = opened;
  const { zone } = files.case;
  const contacts = await ledger.rows<ContactPageRow>(CONTACT_PAGE, places);
  const ends = byContact(await ledger.rows<EndPageRow>(END_PAGE, places));
  const duties = byContact(await ledger.rows<DutyPageRow>(DUTY_PAGE, places));
  const counted = await ledger.rows<{ contact_no: number; certain: boolean }>(
    countPage(question, question.definition),
    {
      ...parametersOf(question),
      ...places,
    },
  );
  const countOf = new Map(
    counted.map(({ contact_no, certain }) => [contact_no, certain ? 'certain' : 'possible'] as const),
  );
  const witnesses = await witnessesOf(opened, contacts);
  return contacts.map((contact): ContactRow => {
    const no = contact.contact_no;
    return {
      ...fieldsOf(contact, zone),
      ...sidesOf(ends.get(no) ?? []),
      state: contact.state === null ? null : CONTACT_STATES[contact.state]!,
      duties: (duties.get(no) ?? []).map((duty) => dutyOf(duty, zone)),
      counts: countOf.get(no) ?? 'no',
      witnesses: witnesses.get(no) ?? [],
    };
  });
}

function byContact<Row extends { readonly contact_no: number }>(rows: readonly Row[]): Map<number, Row[]> {
  return Map.groupBy(rows, (row) => row.contact_no);
}

type Fields = Omit<ContactRow, 'from' | 'to' | 'state' | 'duties' | 'counts' | 'witnesses'>;

function fieldsOf(contact: ContactPageRow, zone: string): Fields {
  const { earliest, latest } = contact;
  const [time = null, until = null] = whenText(earliest, latest, zone)?.split('/') ?? [];
  return {
    id: idText('contact', contact.id),
    time,
    until,
    earliest,
    latest,
    precision: PRECISIONS[contact.precision]!,
    channel: CHANNELS[contact.channel]!,
    duration: contact.duration,
    subject: contact.subject,
    flags: Object.entries(FLAG).flatMap(([word, bit]) => ((contact.flags & bit) === 0 ? [] : [word])),
    rule: contact.rule,
  };
}

/**
 * Both ends. Who stands in several parts is shown in the first of them; a Sender where there is a From is no end, and a bare
 * name adds nothing where the same end has an address of that party.
 */
function sidesOf(rows: readonly EndPageRow[]): { readonly from: EndRow[]; readonly to: EndRow[] } {
  const hasFrom = rows.some(({ role }) => ROLES[role] === 'from');
  const seen = new Set<string>();
  const ends = rows.flatMap((row): EndRow[] => {
    const key = `${row.kind} ${row.norm}`;
    if ((hasFrom && ROLES[row.role] === 'sender') || seen.has(key)) return [];
    seen.add(key);
    return [endOf(row)];
  });
  const isNear = ({ role }: EndRow): boolean => NEAR.has(role);
  return { from: withoutRepeats(ends.filter(isNear)), to: withoutRepeats(ends.filter((end) => !isNear(end))) };
}

function withoutRepeats(ends: readonly EndRow[]): EndRow[] {
  const addressed = new Set(ends.filter(({ address }) => address !== null).map(({ party }) => party));
  return ends.filter(({ address, party }) => address !== null || party === null || !addressed.has(party));
}

function endOf(row: EndPageRow): EndRow {
  const kind = ADDRESS_KINDS[row.kind]!;
  const isBare = kind === 'name' || kind === 'redacted';
  return {
    name: row.named === true ? row.party : (row.name ?? (isBare ? row.raw : null)),
    address: isBare ? null : row.norm,
    party: row.key,
    grade: row.grade === null ? null : GRADES[row.grade]!,
    role: ROLES[row.role]!,
  };
}

function dutyOf({ duty, holder, audience, state, deadline }: DutyPageRow, zone: string): DutyRow {
  return {
    duty,
    holder,
    audience,
    state: CONTACT_STATES[state]!,
    deadline: deadline === null ? null : instantText(deadline, zone),
  };
}

async function witnessesOf(
  { ledger, files }: Exported,
  contacts: readonly ContactPageRow[],
): Promise<Map<number, WitnessRow[]>> {
  const numbers = contacts.map(({ contact_no }) => contact_no).join('\n');
  const pairs = await ledger.rows<{ contact_no: number; record_no: number }>(WITNESSES, { numbers });
  const records = pairs.map(({ record_no }) => record_no).join('\n');
  const cited = await ledger.rows<CitedRow>(CITED_RECORDS, { numbers: records });
  const rowOf = new Map(cited.map((row) => [row.record_no!, witnessOf(row, files.case.sources)]));
  return new Map(
    [...byContact(pairs)].map(([contact, of]) => [contact, of.map(({ record_no }) => rowOf.get(record_no)!)]),
  );
}

function witnessOf(row: CitedRow, entries: Exported['files']['case']['sources']): WitnessRow {
  const { bates } = JSON.parse(row.extras ?? '{}') as { readonly bates?: unknown };
  return {
    record: idText('record', row.id),
    source: shownSource(row, entries),
    citation: shownPath(row.member, recordSteps(row, row.format), row.protected),
    sha256: row.file_sha256,
    row: row.row_no > 0 ? row.row_no : null,
    bates: typeof bates === 'string' ? bates : null,
  };
}
