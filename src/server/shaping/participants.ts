/** Who stands in a record. */
import { type ParticipantRow as LedgerRow, PARTICIPANTS_WHOLE } from '../../ledger/queries/workbench/record.ts';
import { ADDRESS_KINDS, ROLES } from '../../model/record.ts';
import type { Opened } from '../opened.ts';
import type { ParticipantRow } from '../shapes/record.ts';
import { marksOf } from './names.ts';
import { cutText } from './texts.ts';

/** Addresses that are given. */
const MOST = 200;

/** Participants of a record, and how many there are in all. @param no record_no */
export async function participantsOf(
  { open, names }: Opened,
  no: number,
): Promise<{ readonly rows: ParticipantRow[]; readonly all: number }> {
  const [naming, marking] = [await names.naming(), await names.marking()];
  const found = await open.ledger.rows<LedgerRow>(PARTICIPANTS_WHOLE, { no, most: MOST });
  const byEntry = Map.groupBy(found, (row) => JSON.stringify([row.role, row.address_no, row.name, row.organisation]));
  const rows = [...byEntry.values()].map((of): ParticipantRow => {
    const { role, kind, norm, name, organisation } = of[0]!;
    return {
      role: ROLES[role]!,
      kind: ADDRESS_KINDS[kind]!,
      address: norm,
      name: name === null ? null : cutText(name, 300).text,
      organisation: organisation === null ? null : cutText(organisation, 300).text,
      marks: [...new Set([...marking(norm), ...(name === null ? [] : marksOf(name))])],
      parties: of.flatMap(({ key, party }) => (key === null || party === null ? [] : [naming({ key, name: party })])),
    };
  });
  return { rows, all: found[0]?.total ?? 0 };
}
