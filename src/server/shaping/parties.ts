/** Parties by their numbers. */
import { MEMBERS_EVER, PARTY_NAMES } from '../../ledger/queries/workbench/party-names.ts';
import { sideReferences } from '../../statements/claim.ts';
import type { Opened } from '../opened.ts';
import type { PartyName } from '../shapes/party.ts';

/** A party with its number. */
export interface NumberedParty extends PartyName {
  readonly kind: string;
  readonly named: boolean;
}

/** @param numbers party_no */
export async function partiesByNumber(
  { open, names }: Opened,
  numbers: Iterable<number>,
): Promise<ReadonlyMap<number, NumberedParty>> {
  const asked = [...new Set(numbers)];
  if (asked.length === 0) return new Map();
  const naming = await names.naming();
  const rows = await open.ledger.rows<{ party_no: number; key: string; name: string; kind: string; named: boolean }>(
    PARTY_NAMES,
    { numbers: asked.join('\n') },
  );
  return new Map(rows.map((row) => [row.party_no, { ...naming(row), kind: row.kind, named: row.named }]));
}

/** Parties that are on some day on a side of a question; nobody for an open one. */
export async function membersOf({ open }: Opened, side: string | null): Promise<ReadonlySet<number>> {
  if (side === null) return new Set();
  const rows = await open.ledger.rows<{ party_no: number }>(MEMBERS_EVER, { names: sideReferences(side).join('\n') });
  return new Set(rows.map(({ party_no }) => party_no));
}
