/** The two sides of a finding, row by row: each contact beside the disclosure that the matching gave it. Pure. */
import type { DisclosureRow } from '../../../src/server/shapes/disclosure.ts';
import type { ContactWithWitnesses } from '../../../src/server/shapes/finding.ts';

export interface SideRow {
  readonly contact: ContactWithWitnesses | null;
  readonly disclosures: readonly DisclosureRow[];
}

/**
 * Lays contacts and disclosures beside each other.
 * @param contacts in the order in which they are shown
 * @param disclosures that the finding rests on
 * @param matching which contact was given which disclosure; pairs of which one is not given are left out
 * @returns a row for each contact, then one for each disclosure that no contact here was given; nothing stands twice
 */
export function sideBySide(
  contacts: readonly ContactWithWitnesses[],
  disclosures: readonly DisclosureRow[],
  matching: readonly { readonly contact: string; readonly disclosure: string }[],
): SideRow[] {
  const byId = new Map(disclosures.map((disclosure) => [disclosure.id, disclosure]));
  const placed = new Set<string>();
  const place = (disclosure: DisclosureRow | undefined): DisclosureRow[] => {
    if (disclosure === undefined || placed.has(disclosure.id)) return [];
    placed.add(disclosure.id);
    return [disclosure];
  };
  const rows: SideRow[] = contacts.map((contact) => {
    const pairs = matching.filter((pair) => pair.contact === contact.id);
    return { contact, disclosures: pairs.flatMap((pair) => place(byId.get(pair.disclosure))) };
  });
  for (const disclosure of disclosures) {
    const alone = place(disclosure);
    if (alone.length > 0) rows.push({ contact: null, disclosures: alone });
  }
  return rows;
}
