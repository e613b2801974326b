/** What a person decided about who is who, in normalised addresses. */
import type { Grade } from '../model/finding.ts';
import type { AddressKind } from '../model/record.ts';
import { addressKey } from './claims.ts';

/** A normalised address, at some instant (epoch seconds UTC) or whenever. */
export interface At {
  readonly kind: AddressKind;
  readonly norm: string;
  readonly on: number | null;
}

export type Ruling =
  | {
      readonly kind: 'assign';
      readonly address: At;
      readonly holder: At;
      readonly from: number | null;
      readonly to: number | null;
      readonly grade: Grade;
    }
  | { readonly kind: 'merge'; readonly addresses: readonly At[] }
  /** Two parties: where they are one by now, the second leaves; the first where people.yaml names the second alone. */
  | { readonly kind: 'apart'; readonly a: At; readonly b: At }
  | { readonly kind: 'split'; readonly addresses: readonly At[]; readonly stay: readonly At[] };

/** Addresses in the order of their keys. */
export function byKey(addresses: readonly At[]): At[] {
  return [...addresses].sort((a, b) => (addressKey(a.kind, a.norm) < addressKey(b.kind, b.norm) ? -1 : 1));
}
