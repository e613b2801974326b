/** Which disclosures there are, by state, in the order of time. */
import { NULL_INT } from '../../ledger/ledger.ts';
import { DISCLOSURES_IN_ORDER } from '../../ledger/queries/views/disclosures.ts';
import { DISCLOSURE_STATES } from '../../model/state.ts';
import type { ViewedCase } from './contacts.ts';

/** Numbers of disclosures, and how many of all have each state. */
export interface DisclosureNumbers {
  readonly numbers: Int32Array;
  readonly states: ReadonlyMap<string, number>;
}

/** @param state of DISCLOSURE_STATES; null: all */
export async function disclosureNumbers(
  { ledger }: Pick<ViewedCase, 'ledger'>,
  state: string | null,
): Promise<DisclosureNumbers> {
  const { disclosure_no, state: states } = await ledger.columns<{ disclosure_no: Int32Array; state: Int32Array }>(
    DISCLOSURES_IN_ORDER,
  );
  const counts = new Map<string, number>();
  const named = (place: number): string => (place === NULL_INT ? 'not given yet' : DISCLOSURE_STATES[place]!);
  for (const place of states) counts.set(named(place), (counts.get(named(place)) ?? 0) + 1);
  return {
    numbers: state === null ? disclosure_no : disclosure_no.filter((_, i) => named(states[i]!) === state),
    states: counts,
  };
}
