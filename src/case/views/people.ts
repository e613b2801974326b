/** Parties as rows: how many addresses each has, how sure they are, the weakest link, and what looks like another's. */
import { mixesScripts, skeletonOf } from '../../identity/names/confusable.ts';
import { ADDRESSES_OF_PARTIES, ALL_MAILBOXES, PARTY_ROWS, type PartyRow } from '../../ledger/queries/people/parties.ts';
import { shortIds } from '../locate.ts';
import type { ViewedCase } from './contacts.ts';
import { bitsOf } from './people-evidence.ts';

/** A party. */
export interface PartyView {
  /** As short as it can be. */
  readonly id: string;
  readonly key: string;
  readonly name: string;
  /** person, organisation, line, role, list, unknown. */
  readonly kind: string;
  readonly named: boolean;
  /** Addresses, and those of them whose it is for certain, probably, possibly. */
  readonly addresses: number;
  readonly certain: number;
  readonly probable: number;
  readonly possible: number;
  /** Bits that hold the guessed address which is held least; null where nothing is guessed. */
  readonly weakest: number | null;
  /** What is written to be taken for something else, in words. */
  readonly flags: readonly string[];
}

/** Look-alikes that are named. */
const LISTED = 3;

/** By party number: its names and addresses that look like another's, or mix scripts. */
async function flagsOf({ ledger }: ViewedCase, rows: readonly PartyRow[]): Promise<Map<number, string[]>> {
  const boxes = await ledger.columns<{ norm: readonly string[]; key: readonly string[] }>(ALL_MAILBOXES);
  const alike = new Map<string, { norm: string; key: string }[]>();
  for (let i = 0; i < boxes.rows; i++) {
    const [norm, key] = [boxes.norm[i]!, boxes.key[i]!];
    const skeleton = skeletonOf(norm);
    alike.set(skeleton, [...(alike.get(skeleton) ?? []), { norm, key }]);
  }
  const addresses = await ledger.rows<{ party_no: number; norm: string }>(ADDRESSES_OF_PARTIES, {
    numbers: rows.map(({ party_no }) => party_no).join('\n'),
  });
  const byParty = Map.groupBy(addresses, ({ party_no }) => party_no);
  return new Map(
    rows.map(({ party_no, key, name }) => {
      const own = (byParty.get(party_no) ?? []).map(({ norm }) => norm);
      const mixed = [...new Set([name, ...own])].filter(mixesScripts);
      const others = own.flatMap((norm) =>
        (alike.get(skeletonOf(norm)) ?? []).filter((other) => other.norm !== norm && other.key !== key),
      );
      const listed = [...new Set(others.map(({ norm }) => norm))].sort();
      return [
        party_no,
        [
          ...mixed.map((text) => `mixes scripts: ${text}`),
          ...listed.slice(0, LISTED).map((norm) => `looks like ${norm}`),
          ...(listed.length > LISTED ? [`and like ${listed.length - LISTED} more`] : []),
        ],
      ];
    }),
  );
}

/** Parties that are more than one address by itself, those with most addresses first. @param most how many */
export async function partyViews(open: ViewedCase, most: number): Promise<PartyView[]> {
  const rows = await open.ledger.rows<PartyRow>(PARTY_ROWS, { most });
  if (rows.length === 0) return [];
  const flags = await flagsOf(open, rows);
  const short = await shortIds(
    open.ledger,
    'party',
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({
    id: short.get(row.id) ?? '',
    key: row.key,
    name: row.name,
    kind: row.kind,
    named: row.named,
    addresses: row.addresses,
    certain: row.certain,
    probable: row.probable,
    possible: row.possible,
    weakest: row.weakest === null ? null : bitsOf(row.weakest),
    flags: flags.get(row.party_no) ?? [],
  }));
}
