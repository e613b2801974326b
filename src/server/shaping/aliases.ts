/** Addresses of a party, each with what the records know of it. */

import type { CaseFiles } from '../../case/files/index.ts';
import { addressEvidence, type WrittenName as NameView } from '../../case/views/people-evidence.ts';
import { normalizeAddress } from '../../identity/normalize.ts';
import { ALIASES_OF } from '../../ledger/queries/views/parties.ts';
import { GRADES } from '../../model/finding.ts';
import { ADDRESS_KINDS } from '../../model/record.ts';
import type { Opened } from '../opened.ts';
import type { AliasRow, WrittenName } from '../shapes/people.ts';
import { citedOf } from './cited.ts';
import { dayText } from './texts.ts';

/** Addresses whose evidence is looked up, and names of each: an exchange gives some people hundreds of addresses. */
const [ADDRESSES, NAMES] = [40, 5];

interface LedgerAlias {
  readonly address_no: number;
  readonly address: string;
  readonly kind: number;
  readonly from_time: number | null;
  readonly to_time: number | null;
  readonly grade: number;
  readonly basis: string;
}

/** Names as records write them. */
export function writtenNames(names: readonly NameView[]): WrittenName[] {
  return names
    .slice(0, NAMES)
    .map(({ text, times, citation }) => ({ text, times, citation: citation === null ? null : citedOf(citation) }));
}

/** How people.yaml says that an address is known, by its kind and normalised form. */
function reasons({ people }: CaseFiles, key: string): ReadonlyMap<string, string> {
  const entry = [...people.parties, ...people.organisations].find(({ id }) => id === key);
  return new Map(
    (entry?.aliases ?? []).flatMap(({ kind, address, region, basis }) =>
      basis === undefined ? [] : [[`${kind} ${normalizeAddress(kind, address, region ?? null)}`, basis] as const],
    ),
  );
}

/** @param no party_no @param key of the party */
export async function aliasRows(opened: Opened, no: number, key: string): Promise<AliasRow[]> {
  const { open, names } = opened;
  const { zone } = open.files.case;
  const rows = await open.ledger.rows<LedgerAlias>(ALIASES_OF, { no });
  const marking = await names.marking();
  const why = reasons(open.files, key);
  const found: AliasRow[] = [];
  for (const [i, row] of rows.entries()) {
    const kind = ADDRESS_KINDS[row.kind]!;
    const evidence = i < ADDRESSES ? await addressEvidence(open, row.address_no) : null;
    found.push({
      kind,
      address: row.address,
      from: dayText(row.from_time, zone),
      to: dayText(row.to_time, zone),
      grade: GRADES[row.grade]!,
      basis: row.basis,
      why: why.get(`${kind} ${row.address}`) ?? null,
      marks: marking(row.address),
      records: evidence?.records ?? 0,
      first: evidence?.first ?? null,
      last: evidence?.last ?? null,
      names: writtenNames(evidence?.names ?? []),
    });
  }
  return found;
}
