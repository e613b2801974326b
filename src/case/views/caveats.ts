/** Caveats that bear on some contacts. */
import { CONTACT_CAVEATS } from '../../ledger/queries/statements/caveats.ts';
import type { ViewedCase } from './contacts.ts';

/**
 * What the reports that tell of some contacts hold against themselves, each caveat once.
 * @param contacts contact_no
 */
export async function caveatsOf(
  { ledger }: Pick<ViewedCase, 'ledger'>,
  contacts: readonly number[],
): Promise<readonly string[]> {
  if (contacts.length === 0) return [];
  const rows = await ledger.rows<{ caveats: string }>(CONTACT_CAVEATS, { numbers: contacts.join('\n') });
  return [...new Set(rows.flatMap(({ caveats }) => JSON.parse(caveats) as string[]))];
}
