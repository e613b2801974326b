/** Contacts as rows. */
import {
  CONTACT_LINES,
  CONTACT_SIDES,
  type ContactLineRow,
  type ContactSideRow,
} from '../../ledger/queries/workbench/rows.ts';
import { CHANNELS, DIRECTNESS } from '../../model/definition.ts';
import { GRADES } from '../../model/finding.ts';
import { idText } from '../../model/ids.ts';
import { FLAG } from '../../model/record.ts';
import { CONTACT_STATES } from '../../model/state.ts';
import type { Opened } from '../opened.ts';
import type { ContactRow } from '../shapes/contact.ts';
import type { End, PartyName } from '../shapes/party.ts';
import { cutOrNull, SHORT, timeOf } from './texts.ts';

/** Addresses of each side that a row names. */
const ENDS = 4;

/** Names of the flags that are set. */
export function flagNames(flags: number): string[] {
  return Object.entries(FLAG).flatMap(([name, bit]) => ((flags & bit) !== 0 ? [name] : []));
}

type Naming = (party: { readonly key: string; readonly name: string }) => PartyName;

/** Alternatives stand in one end; two addresses of the same party are one end. */
function endsOf(rows: readonly ContactSideRow[], naming: Naming): { readonly ends: End[]; readonly more: number } {
  const byAddress = [...Map.groupBy(rows, (row) => row.address_no).values()];
  const seen = new Set<string>();
  const ends = byAddress.flatMap((of): End[] => {
    const parties = of.map(naming);
    const text = parties.map(({ key }) => key).join('\n');
    if (seen.has(text)) return [];
    seen.add(text);
    const directness = DIRECTNESS[Math.min(...of.map((row) => row.directness))]!;
    return [{ parties, directness, grade: GRADES[Math.min(...of.map((row) => row.grade))]! }];
  });
  return { ends, more: (rows[0]?.ends ?? 0) - byAddress.length };
}

function rowOf(
  line: ContactLineRow,
  sides: readonly ContactSideRow[],
  naming: Naming,
  certain: boolean | null,
  zone: string,
): ContactRow {
  const from = endsOf(
    sides.filter(({ begun }) => begun),
    naming,
  );
  const to = endsOf(
    sides.filter(({ begun }) => !begun),
    naming,
  );
  return {
    id: idText('contact', line.id),
    time: timeOf(line, line.offset_minutes, zone),
    channel: CHANNELS[line.channel]!,
    from: from.ends,
    to: to.ends,
    moreEnds: from.more + to.more,
    duration: line.duration,
    state: line.state === null ? null : CONTACT_STATES[line.state]!,
    grade: GRADES[sides[0]?.weakest ?? 0]!,
    certain,
    subject: cutOrNull(line.subject, SHORT, line.subject_size),
    flags: flagNames(line.flags),
    witnesses: line.witnesses,
    record: line.record === null ? '' : idText('record', line.record),
  };
}

/**
 * Contacts in the order of some numbers. Two queries.
 * @param numbers contact_no
 * @param certain whether each certainly counts, in the same order; null where no question is asked
 */
export async function contactRows(
  { open, names, shown }: Opened,
  numbers: readonly number[],
  certain: ArrayLike<number> | null = null,
): Promise<ContactRow[]> {
  if (numbers.length === 0) return [];
  const asked = { numbers: numbers.join('\n') };
  const lines = await open.ledger.rows<ContactLineRow>(CONTACT_LINES, { ...asked, characters: SHORT });
  const sides = await open.ledger.rows<ContactSideRow>(CONTACT_SIDES, { ...asked, most: ENDS });
  const naming = await names.naming();
  const byContact = Map.groupBy(sides, (side) => side.contact_no);
  const byNumber = new Map(lines.map((line) => [line.contact_no, line]));
  return numbers.flatMap((no, i) => {
    const line = byNumber.get(no);
    if (line === undefined) return [];
    if (line.record !== null) shown.set(line.record, no);
    const sure = certain === null ? null : certain[i] === 1;
    return [rowOf(line, byContact.get(no) ?? [], naming, sure, open.files.case.zone)];
  });
}
