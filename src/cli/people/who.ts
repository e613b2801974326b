/** Who is meant by what somebody typed. Never guesses: what could be two is refused, with both. */
import { CaseError } from '../../case/error.ts';
import type { AddressAnchor } from '../../case/files/index.ts';
import { kindOfAddress } from '../../case/files/schema/people.ts';
import { nearest } from '../../case/files/words/nearest.ts';
import { locate } from '../../case/locate.ts';
import type { OpenCase } from '../../case/open.ts';
import { claimsOf, partiesOf, rulingsOf } from '../../case/stages/people.ts';
import { ClaimBook } from '../../identity/book.ts';
import type { Claim } from '../../identity/claims.ts';
import { foldName } from '../../identity/name.ts';
import { normalizeAddress } from '../../identity/normalize.ts';
import {
  ADDRESS_OF,
  ALIASES_OF_ADDRESS,
  ALIASES_OF_PARTY,
  PARTY_OF_KEY,
  PARTY_OF_NUMBER,
  RECORDS_OF_ADDRESS,
} from '../../ledger/queries/people/people.ts';
import { GRADES } from '../../model/finding.ts';
import { ADDRESS_KINDS, type AddressKind } from '../../model/record.ts';
import { dayOf } from '../../reconcile/days.ts';
import { safeJson } from '../frame/visible.ts';

export interface Party {
  readonly party_no: number;
  readonly key: string;
  readonly name: string;
  readonly named: boolean;
}

/** An address with whom it was; see the table `alias`. */
export interface AliasRow {
  readonly kind: number;
  readonly norm: string;
  readonly key: string;
  readonly name: string;
  readonly from_time: number | null;
  readonly to_time: number | null;
  readonly grade: number;
  readonly basis: string;
}

/** people.yaml and the decisions as they are now: for addresses that stand in no record, which no ledger has. */
function bookOf({ files }: OpenCase): ClaimBook {
  const book = new ClaimBook(partiesOf(files.people), claimsOf(files));
  for (const ruling of rulingsOf(files)) book.rule(ruling);
  return book;
}

function unseen(open: OpenCase, claims: readonly Claim[]): AliasRow[] {
  const names = new Map(partiesOf(open.files.people).map(({ key, name }) => [key, name]));
  return claims
    .filter(({ basis }) => basis !== 'itself')
    .map(({ kind, norm, party, from, to, grade, basis }) => ({
      kind: ADDRESS_KINDS.indexOf(kind),
      norm,
      key: party,
      name: names.get(party) ?? norm,
      from_time: from,
      to_time: to,
      grade: GRADES.indexOf(grade),
      basis,
    }));
}

/** An address that somebody typed. */
export interface Address {
  readonly kind: AddressKind;
  readonly norm: string;
  /** Whose it is in the last build; empty when it stands in no record and nobody claims it. */
  readonly aliases: readonly AliasRow[];
  /** Records that it stands in. */
  readonly records: number;
}

/**
 * An address as it was typed; `kind address`, as keys of unknown parties are, says the kind.
 * @param region country of phone numbers without a country code
 * @returns null when it does not look like an address
 */
export async function addressOf(open: OpenCase, text: string, region: string | null): Promise<Address | null> {
  const said = /^(\S+) (.+)$/.exec(text);
  const saidKind = ADDRESS_KINDS.find((kind) => kind === said?.[1]);
  const kind = saidKind ?? kindOfAddress(text);
  if (kind === null) return null;
  const norm = normalizeAddress(kind, saidKind === undefined ? text : said![2]!, region);
  const [row] = await open.ledger.rows<{ address_no: number }>(ADDRESS_OF, { kind: ADDRESS_KINDS.indexOf(kind), norm });
  if (row === undefined) return { kind, norm, aliases: unseen(open, bookOf(open).aliases(kind, norm)), records: 0 };
  const { address_no } = row;
  const aliases = await open.ledger.rows<AliasRow>(ALIASES_OF_ADDRESS, { address_no });
  const [counted] = await open.ledger.rows<{ records: number }>(RECORDS_OF_ADDRESS, { address_no });
  return { kind, norm, aliases, records: counted!.records };
}

/** An address that must be one. @throws CaseError otherwise */
export async function wantedAddress(open: OpenCase, text: string, region: string | null): Promise<Address> {
  const found = await addressOf(open, text, region);
  if (found !== null) return found;
  throw new CaseError(
    `${safeJson(text)} is no mail address, phone number or full name`,
    'say the kind before it, such as "handle harbour_chief" or "name Kajsund"',
  );
}

/**
 * A party by its key in people.yaml or in rows, by an id such as p:81d2, by an address, or by its name.
 * @throws CaseError when it is nobody, or could be several
 */
export async function partyOf(open: OpenCase, text: string, region: string | null): Promise<Party> {
  if (/^p:[0-9a-f]+$/i.test(text)) {
    const { no } = await locate(open.ledger, text);
    return (await open.ledger.rows<Party>(PARTY_OF_NUMBER, { no }))[0]!;
  }
  const byKey = await keyed(open, text);
  if (byKey !== undefined) return byKey;
  const named = partiesOf(open.files.people).filter(({ name, names }) =>
    [name, ...names].some((spelling) => foldName(spelling) === foldName(text)),
  );
  if (named.length > 1)
    throw several(
      text,
      named.map(({ key }) => key),
    );
  const found = await addressOf(open, text, region);
  const holders = [...new Set([...named.map(({ key }) => key), ...(found?.aliases ?? []).map(({ key }) => key)])];
  if (named.length === 0 && holders.length > 1) throw several(text, holders);
  const key = named[0]?.key ?? holders[0];
  const party = key === undefined ? undefined : await keyed(open, key);
  if (party === undefined) throw nobody(open, text);
  return party;
}

/** A party of the ledger, also by the key of one that was merged into it. */
async function keyed(open: OpenCase, key: string): Promise<Party | undefined> {
  const [party] = await open.ledger.rows<Party>(PARTY_OF_KEY, { key });
  if (party !== undefined) return party;
  const into = bookOf(open).standsFor(key);
  return (await open.ledger.rows<Party>(PARTY_OF_KEY, { key: into }))[0];
}

function several(text: string, keys: readonly string[]): CaseError {
  return new CaseError(`${safeJson(text)} is ${keys.length} parties: ${keys.join(', ')}`, 'name the one that you mean');
}

function nobody(open: OpenCase, text: string): CaseError {
  const keys = partiesOf(open.files.people).map(({ key }) => key);
  const near = nearest(text, keys);
  const advice = 'backchannel people lists them; after a change to people.yaml, build first';
  return new CaseError(`nobody is ${safeJson(text)}`, near === null ? advice : `did you mean ${near}? ${advice}`);
}

/** The addresses of a party: those in records as the last build has them, then those that only people.yaml knows. */
export async function aliasesOf(open: OpenCase, key: string): Promise<AliasRow[]> {
  const seen = await open.ledger.rows<AliasRow>(ALIASES_OF_PARTY, { key });
  return [...seen, ...(await onlyNamed(open)).filter((alias) => alias.key === key)];
}

/** Claims of people.yaml and the decisions on addresses that stand in no record. */
export async function onlyNamed(open: OpenCase): Promise<AliasRow[]> {
  const book = bookOf(open);
  const rows: AliasRow[] = [];
  for (const { kind, norm } of book.claimed()) {
    if (kind === 'name') continue; // that a party has its name says nothing new
    const [row] = await open.ledger.rows(ADDRESS_OF, { kind: ADDRESS_KINDS.indexOf(kind), norm });
    if (row === undefined) rows.push(...unseen(open, book.aliases(kind, norm)));
  }
  return rows;
}

/** An address as decisions keep it. */
export function anchorOf({ kind, norm }: { readonly kind: AddressKind; readonly norm: string }): AddressAnchor {
  return { kind, address: norm };
}

/**
 * A party as decisions keep it: by an address that was certainly its own, with a day on which it was where it has days; by
 * its name in people.yaml where it has none. Keys of unknown parties follow from their addresses, so those come by them.
 */
export async function partyAnchor(open: OpenCase, party: Party): Promise<AddressAnchor> {
  const certain = (await aliasesOf(open, party.key)).filter(({ grade, basis }) => grade === 0 && basis !== 'name');
  const [best] = certain.sort((a, b) => Number(isDated(a)) - Number(isDated(b)));
  if (best === undefined) return party.named ? { kind: 'name', address: party.key } : ownAnchor(party.key);
  const anchor = { kind: ADDRESS_KINDS[best.kind]!, address: best.norm };
  const day = best.from_time ?? best.to_time;
  return day === null ? anchor : { ...anchor, on: dayOf(open.files.case.zone, day) };
}

const isDated = ({ from_time, to_time }: AliasRow): boolean => from_time !== null || to_time !== null;

/** The key of a party that is in no people.yaml is the kind and the address. */
function ownAnchor(key: string): AddressAnchor {
  const at = key.indexOf(' ');
  return { kind: ADDRESS_KINDS.find((kind) => kind === key.slice(0, at))!, address: key.slice(at + 1) };
}
