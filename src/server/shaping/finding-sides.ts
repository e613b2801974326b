/** Both sides of a finding: what it rests on in the records and in the disclosures, and how they were matched. */
import { disclosureList } from '../../case/views/disclosures.ts';
import type { FindingView } from '../../case/views/findings.ts';
import { sourcingOfFinding } from '../../case/views/sourcing.ts';
import { DETECTOR_QUERIES } from '../../ledger/queries/detectors/list.ts';
import { MATCHED, RIVALS } from '../../ledger/queries/workbench/matching.ts';
import { idText } from '../../model/ids.ts';
import type { Opened } from '../opened.ts';
import type { FindingPage } from '../shapes/finding.ts';
import { citedRecords, citedWitnesses } from './cited.ts';
import { contactRows } from './contacts.ts';
import { disclosureRow } from './disclosures.ts';
import { toldLines } from './told.ts';

/** Contacts, disclosures and records of each that are given. */
const MOST = 200;
const MOST_RIVALS = 50;

type Sides = Pick<
  FindingPage,
  | 'contacts'
  | 'contactsInAll'
  | 'disclosures'
  | 'disclosuresInAll'
  | 'records'
  | 'recordsInAll'
  | 'statements'
  | 'matching'
  | 'contesting'
  | 'knownBy'
  | 'told'
  | 'sql'
>;

async function contactsOf(opened: Opened, numbers: readonly number[]): Promise<FindingPage['contacts']> {
  const rows = await contactRows(opened, numbers);
  const cited = await citedWitnesses(opened, numbers);
  return rows.map((row, i) => ({ ...row, citations: cited.get(numbers[i]!) ?? [] }));
}

/** What a finding rests on. */
export async function sidesOfFinding(opened: Opened, view: FindingView): Promise<Sides> {
  const { open, names } = opened;
  const { ledger, files } = open;
  const numbers = view.contacts.slice(0, MOST);
  const asked = { numbers: numbers.join('\n') };
  const hasContacts = numbers.length > 0;
  const matched = hasContacts
    ? await ledger.rows<{ contact: bigint; disclosure: bigint; disclosure_no: number }>(MATCHED, asked)
    : [];
  const rivals = hasContacts ? await ledger.rows<{ contact_no: number }>(RIVALS, { ...asked, most: MOST_RIVALS }) : [];
  // A finding of undisclosed contacts names no disclosure; what its contacts were matched with belongs beside them.
  const disclosures = [...new Set([...view.disclosures, ...matched.map(({ disclosure_no }) => disclosure_no)])];
  const naming = await names.naming();
  const queries = DETECTOR_QUERIES.get(view.detector)?.(files.case.definition.definition) ?? [];
  return {
    contacts: await contactsOf(opened, numbers),
    contactsInAll: view.contacts.length,
    disclosures: (await disclosureList(open, disclosures.slice(0, MOST))).map((each) => disclosureRow(each, naming)),
    disclosuresInAll: disclosures.length,
    records: await citedRecords(opened, view.records.slice(0, MOST)),
    recordsInAll: view.records.length,
    statements: view.statements,
    matching: matched.map(({ contact, disclosure }) => ({
      contact: idText('contact', contact),
      disclosure: idText('disclosure', disclosure),
    })),
    contesting: await contactRows(
      opened,
      rivals.map(({ contact_no }) => contact_no),
    ),
    knownBy: (await sourcingOfFinding(open, view)).text,
    told: await toldLines(opened, numbers),
    sql: queries.map(({ sql }) => sql),
  };
}
