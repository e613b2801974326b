/** What there is to cite behind an id: records, sources, and entries of disclosures.yaml. */
import type { Ledger } from '../../ledger/ledger.ts';
import {
  CITED_RECORDS,
  CITED_SOURCE,
  type CitedRow,
  CONTACT_IDS,
  DISCLOSURES,
  FINDING_SIDES,
  WITNESSES,
} from '../../ledger/queries/citations/cited.ts';
import { idText } from '../../model/ids.ts';
import { CaseError } from '../error.ts';
import type { Located } from '../locate.ts';

/** One thing that is cited. */
export type CiteTarget =
  | {
      /** Why it is shown: a few words, such as "witness 1 of 2 of c:81d2…"; empty for a record by itself. */
      readonly role: string;
      readonly row: CitedRow;
    }
  /** A disclosure that was coded by hand. */
  | { readonly disclosure: bigint };

interface DisclosureRow {
  readonly disclosure_no: number;
  readonly id: bigint;
  readonly record_no: number | null;
}

interface FindingSides {
  readonly contacts: string | null;
  readonly records: string | null;
  readonly disclosures: string | null;
}

const lines = (numbers: readonly number[]): string => numbers.join('\n');

async function rowsOf(ledger: Ledger, records: readonly number[]): Promise<Map<number, CitedRow>> {
  if (records.length === 0) return new Map();
  const rows = await ledger.rows<CitedRow>(CITED_RECORDS, { numbers: lines(records) });
  return new Map(rows.map((row) => [row.record_no!, row]));
}

async function contactTargets(ledger: Ledger, contacts: readonly number[]): Promise<CiteTarget[]> {
  if (contacts.length === 0) return [];
  const numbers = lines(contacts);
  const pairs = await ledger.rows<{ contact_no: number; record_no: number }>(WITNESSES, { numbers });
  const ids = await ledger.rows<{ no: number; id: bigint }>(CONTACT_IDS, { numbers });
  const idOf = new Map(ids.map(({ no, id }) => [no, idText('contact', id)]));
  const rows = await rowsOf(
    ledger,
    pairs.map((pair) => pair.record_no),
  );
  const witnesses = Map.groupBy(pairs, (pair) => pair.contact_no);
  return contacts.flatMap((contact) =>
    (witnesses.get(contact) ?? []).map(({ record_no }, i, all): CiteTarget => {
      const which = all.length === 1 ? 'the witness' : `witness ${i + 1} of ${all.length}`;
      return { role: `${which} of ${idOf.get(contact)}`, row: rows.get(record_no)! };
    }),
  );
}

async function recordTargets(ledger: Ledger, records: readonly number[]): Promise<CiteTarget[]> {
  const rows = await rowsOf(ledger, records);
  return records.map((record) => {
    const row = rows.get(record)!;
    return { role: `record ${idText('record', row.id)}`, row };
  });
}

async function disclosureTargets(ledger: Ledger, disclosures: readonly number[]): Promise<CiteTarget[]> {
  if (disclosures.length === 0) return [];
  const told = await ledger.rows<DisclosureRow>(DISCLOSURES, { numbers: lines(disclosures) });
  const rows = await rowsOf(
    ledger,
    told.flatMap(({ record_no }) => (record_no === null ? [] : [record_no])),
  );
  return told.map(({ id, record_no }): CiteTarget => {
    if (record_no === null) return { disclosure: id };
    return { role: `disclosure ${idText('disclosure', id)}`, row: rows.get(record_no)! };
  });
}

function numbersIn(json: string | null): number[] {
  return json === null ? [] : (JSON.parse(json) as number[]);
}

/**
 * What stands behind something of the ledger: a record itself, each witness of a contact, the row of a disclosure, every
 * contact, record and disclosure of a finding, a source as a whole.
 * @throws CaseError for a party, which stands in no one place
 */
export async function targetsOf(ledger: Ledger, { kind, no, id }: Located): Promise<CiteTarget[]> {
  switch (kind) {
    case 'record':
      return [...(await rowsOf(ledger, [no])).values()].map((row) => ({ role: '', row }));
    case 'source':
      return (await ledger.rows<CitedRow>(CITED_SOURCE, { no })).map((row) => ({ role: '', row }));
    case 'contact':
      return contactTargets(ledger, [no]);
    case 'disclosure':
      return disclosureTargets(ledger, [no]);
    case 'finding': {
      const [sides] = await ledger.rows<FindingSides>(FINDING_SIDES, { no });
      return [
        ...(await contactTargets(ledger, numbersIn(sides?.contacts ?? null))),
        ...(await recordTargets(ledger, numbersIn(sides?.records ?? null))),
        ...(await disclosureTargets(ledger, numbersIn(sides?.disclosures ?? null))),
      ];
    }
    case 'party': {
      const text = idText('party', id);
      throw new CaseError(`${text} is a party, which stands in no one place`, `see its addresses: explain ${text}`);
    }
  }
}
