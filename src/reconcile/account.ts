/** An account that somebody gave, from whatever side of the case it comes. */
import type { DisclosureParty } from './told.ts';

export interface Account {
  readonly id: bigint;
  /** Row of a disclosed source; null for an entry of disclosures.yaml. */
  readonly record: number | null;
  /** Id of the entry; null for a row, or where it has none. */
  readonly entry: string | null;
  /** Bits 1 << place in CHANNELS that it can mean. */
  readonly ways: number;
  /** When the contact was, epoch seconds UTC; null: it does not tell. */
  readonly earliest: number | null;
  readonly latest: number | null;
  /** Place in PRECISIONS. */
  readonly precision: number;
  /** When it was given; null unknown. */
  readonly given: number | null;
  readonly audience: string;
  /** Contacts that it can cover; null: all in its period. */
  readonly capacity: number | null;
  /** Says that there was nothing. */
  readonly nil: boolean;
  readonly text: string | null;
  readonly parties: readonly DisclosureParty[];
  /** Organisations that it names without saying who of them, or by somebody who is not known. */
  readonly openOrganisations: readonly number[];
}

/** Where nobody says whom a disclosure reached, it is taken as public: generous to the discloser. */
export const DEFAULT_AUDIENCE = 'public';

/** The parties of an account, each once for each way in which it names them, at its best grade. */
export function onceEach(parties: readonly DisclosureParty[]): DisclosureParty[] {
  const best = new Map<string, DisclosureParty>();
  for (const p of parties) {
    const key = [p.party, p.discloser, p.address, p.viaOrganisation].join(' ');
    const known = best.get(key);
    if (known === undefined || p.grade < known.grade) best.set(key, p);
  }
  return [...best.values()].sort(
    (a, b) =>
      a.party - b.party ||
      Number(b.discloser) - Number(a.discloser) ||
      a.address - b.address ||
      Number(a.viaOrganisation) - Number(b.viaOrganisation),
  );
}
