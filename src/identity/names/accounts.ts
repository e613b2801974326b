/** Accounts: who keeps an address, under which name, and which two one keeper gave to two people. */
import type { AddressKind } from '../../model/record.ts';

export interface Account {
  /** Local part of a mail address, last name of an X.500 path. */
  readonly local: string;
  /** Who keeps it: the name of the domain or of the X.500 organisation. */
  readonly organisation: string;
}

/** The account of an address and the organisation that keeps it; null where it has none. */
export function accountOf(kind: AddressKind, norm: string): Account | null {
  if (kind === 'mail') {
    const at = norm.lastIndexOf('@');
    const labels = norm.slice(at + 1).split('.');
    // co.uk, com.au: where the last label but one is that short it is no organisation's.
    const place = labels.length > 2 && labels.at(-2)!.length <= 3 ? -3 : -2;
    return at <= 0 ? null : { local: norm.slice(0, at), organisation: labels.at(place) ?? labels[0]! };
  }
  if (kind !== 'x500') return null;
  if (!norm.startsWith('/'))
    return { local: norm.slice(0, norm.indexOf('/')), organisation: norm.slice(norm.search(/[/@][^/@]*$/) + 1) };
  const organisation = /\/o=([^/]*)/.exec(norm)?.[1] ?? '';
  const local = /\/cn=([^/]*)$/.exec(norm)?.[1] ?? '';
  return local === '' ? null : { local, organisation };
}

/** Entries of the address books of other systems, which an Exchange directory mirrors: they are no accounts of its own. */
const MIRRORED = /\/cn=[^/]*addr\/cn=[^/]*$/;

/** An address, as records write it. */
interface Address {
  readonly kind: AddressKind;
  readonly norm: string;
}

/**
 * Whether one mail system keeps two accounts apart: an Exchange directory gives each person one name in a container, and
 * jo.smith2 stands beside jo.smith because they are two.
 */
export function keptApart(a: Address, b: Address): boolean {
  if (a.kind !== b.kind || a.norm === b.norm) return false;
  if (a.kind === 'x500') {
    const container = ({ norm }: Address): string => norm.slice(0, norm.lastIndexOf('/'));
    return a.norm.startsWith('/') && container(a) === container(b) && !MIRRORED.test(a.norm);
  }
  if (a.kind !== 'mail') return false;
  const bare = ({ norm }: Address): string => norm.replace(/\d+@/, '@');
  return bare(a) === bare(b);
}
