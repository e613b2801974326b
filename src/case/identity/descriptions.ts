/** The addresses of a case, and the persons that people.yaml names, as descriptions that can be compared. */

import type { NamedParty } from '../../identity/book.ts';
import { addressKey } from '../../identity/claims.ts';
import {
  type Described,
  describe,
  namesBeside,
  type SeenAddress,
  type SeenName,
  type Standing,
} from '../../identity/names/description.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import {
  DESCRIPTION_TABLE,
  DESCRIPTIONS,
  descriptionLine,
  NAMES_BESIDE,
  NAMES_SIGNED,
  WRITE_DESCRIPTIONS,
} from '../../ledger/queries/identity/descriptions.ts';
import { SIGNED_FACTS, SIGNED_SETS } from '../../ledger/queries/identity/signatures.ts';
import { ADDRESS_KINDS, type AddressKind } from '../../model/record.ts';

/** Whose description it is: an address's, or a person's whom people.yaml names. */
export interface Person {
  /** null for a person of people.yaml. */
  readonly address: { readonly no: number; readonly kind: AddressKind; readonly norm: string } | null;
  /** Key of the person of people.yaml; null for an address. */
  readonly party: string | null;
  /** Its name as records or people.yaml write it; null where none is written. */
  readonly label: string | null;
}

export interface DescribedPeople {
  /** By person_no. */
  readonly people: readonly Person[];
  /** Addresses that are no one person's, by their keys. */
  readonly others: ReadonlyMap<string, Exclude<Standing, 'person'>>;
}

interface NameColumns {
  readonly rows: number;
  readonly address_no: Int32Array;
  readonly kind: Int32Array;
  readonly norm: readonly string[];
  readonly text: readonly (string | null)[];
  readonly count: Float64Array;
  readonly [column: string]: unknown;
}

interface NumberedAddress extends SeenAddress {
  readonly no: number;
}

function addressesOf(found: NameColumns): NumberedAddress[] {
  const seen: { no: number; kind: AddressKind; norm: string; names: { text: string; count: number }[] }[] = [];
  for (let i = 0; i < found.rows; i++) {
    const no = found.address_no[i]!;
    if (seen.at(-1)?.no !== no)
      seen.push({ no, kind: ADDRESS_KINDS[found.kind[i]!]!, norm: found.norm[i]!, names: [] });
    const text = found.text[i]!;
    if (text !== null) seen.at(-1)!.names.push({ text, count: found.count[i]! });
  }
  return seen;
}

/** Names in signatures by address_no. */
async function signedNames(ledger: Ledger): Promise<ReadonlyMap<number, readonly SeenName[]>> {
  const rows = await ledger.rows<SeenName & { readonly address_no: number }>(NAMES_SIGNED);
  return Map.groupBy(rows, ({ address_no }) => address_no);
}

/** A person of people.yaml is described as if every one of the names stood beside an address. */
function describedParty({ name, names }: NamedParty): Described {
  const all = [name, ...names].map((text, i) => ({ text, count: i === 0 ? 2 : 1 }));
  return describe({ kind: 'handle', norm: '', names: all.slice(0, 2) }, new Set());
}

/**
 * Fills the temporary tables signed, of what signatures tell, and description: a row for each address that can be one person's and for each person of
 * people.yaml, numbered in the order of addresses, then of people.yaml.
 */
export async function writeDescriptions(ledger: Ledger, named: readonly NamedParty[]): Promise<DescribedPeople> {
  await ledger.run(SIGNED_FACTS);
  await ledger.run(SIGNED_SETS);
  const addresses = addressesOf(await ledger.columns<NameColumns>(NAMES_BESIDE));
  const signed = await signedNames(ledger);
  const families = new Set(addresses.flatMap((seen) => namesBeside(seen).map(({ name }) => name.family)));
  const people: Person[] = [];
  const lines: string[] = [];
  const others = new Map<string, Exclude<Standing, 'person'>>();
  const add = (person: Omit<Person, 'label'>, { standing, description, label }: Described): void => {
    if (description !== null) {
      lines.push(descriptionLine(people.length, person.address?.no ?? null, person.party, description));
      people.push({ ...person, label });
    } else if (person.address !== null && standing !== 'person') {
      others.set(addressKey(person.address.kind, person.address.norm), standing);
    }
  };
  for (const seen of addresses) {
    const { no, kind, norm } = seen;
    add({ address: { no, kind, norm }, party: null }, describe({ ...seen, signed: signed.get(no) ?? [] }, families));
  }
  for (const party of named) {
    if (party.kind === 'person') add({ address: null, party: party.key }, describedParty(party));
  }
  await ledger.run(DESCRIPTION_TABLE);
  await ledger.run(WRITE_DESCRIPTIONS, { lines: lines.join('\n') });
  await ledger.run(DESCRIPTIONS);
  return { people, others };
}
