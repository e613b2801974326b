/** Contacts that compete for the same disclosures as one does. */
import type { Ledger } from '../../ledger/ledger.ts';
import { COMPETING } from '../../ledger/queries/views/contacts.ts';

/** What of a contact's states says whether others compete with it. */
interface Contestable {
  readonly duty: string;
  readonly component: number | null;
}

/**
 * The rivals of a contact, by the first duty under which there are any, else by the headline rule.
 * @param no contact_no
 * @param states of that contact
 * @returns contact_no in order
 */
export async function rivalsOf(ledger: Ledger, no: number, states: readonly Contestable[]): Promise<number[]> {
  const contested =
    states.find(({ component, duty }) => component !== null && duty !== '') ??
    states.find(({ component }) => component !== null);
  if (contested === undefined) return [];
  const { duty, component } = contested;
  const rows = await ledger.rows<{ contact_no: number }>(COMPETING, { duty, component, no });
  return [...new Set(rows.map(({ contact_no }) => contact_no))];
}
