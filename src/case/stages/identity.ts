/** Addresses → parties: people.yaml, decisions and certain evidence only. */
import { ClaimBook } from '../../identity/book.ts';
import { addressKey, type Claim } from '../../identity/claims.ts';
import { membersOf, type Tenure } from '../../identity/groups.ts';
import { isRoleMailbox } from '../../identity/names/mailbox-name.ts';
import type { Ruling } from '../../identity/ruling.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import {
  ADDRESS_NUMBERS,
  EQUATIONS,
  LIST_PARTIES,
  OWN_ALIASES,
  OWN_GROUPS,
  OWN_MAILBOXES,
  OWN_PARTIES,
  ROLE_PARTIES,
} from '../../ledger/queries/identity/identity.ts';
import { UNNAMED_MEMBERS } from '../../ledger/queries/reports/reports.ts';
import { GRADES } from '../../model/finding.ts';
import { ADDRESS_KINDS, type AddressKind } from '../../model/record.ts';
import type { CaseFiles } from '../files/index.ts';
import { guessPeople } from '../identity/guess.ts';
import { apartOf, claimsOf, partiesOf, rulingsOf, tenuresOf } from './people.ts';
import { unnamedMembers } from './unnamed-members.ts';

export interface IdentitySummary {
  readonly parties: number;
  /** Decisions that found nothing to hold on to, by their place among those about identity. */
  readonly loose: readonly number[];
}

interface Equated {
  readonly a_kind: number;
  readonly a_norm: string;
  readonly b_kind: number;
  readonly b_norm: string;
}
type Address = { readonly kind: AddressKind; readonly norm: string };

/** Groups of addresses that are connected, each in order of its keys. */
function components(pairs: readonly (readonly [Address, Address])[]): Address[][] {
  const parent = new Map<string, string>();
  const addresses = new Map<string, Address>();
  const find = (key: string): string => {
    let at = key;
    while (parent.get(at) !== undefined && parent.get(at) !== at) at = parent.get(at)!;
    return at;
  };
  for (const pair of pairs) {
    const [a, b] = pair.map((address) => {
      const key = addressKey(address.kind, address.norm);
      addresses.set(key, address);
      return find(key);
    }) as [string, string];
    if (a !== b) parent.set(a < b ? b : a, a < b ? a : b);
  }
  const keys = [...addresses.keys()].sort();
  return [...Map.groupBy(keys, find).values()].map((group) => group.map((key) => addresses.get(key)!));
}

/**
 * Makes the book of claims of a case; needs no ledger but for what the mail system shows.
 * @param equations from the ledger
 * @returns the book, and which rulings found nothing
 */
function bookOf(files: CaseFiles, equations: readonly Equated[]): { book: ClaimBook; loose: number[] } {
  const book = new ClaimBook(partiesOf(files.people), claimsOf(files));
  const pairs = equations.map((e): [Address, Address] => [
    { kind: ADDRESS_KINDS[e.a_kind]!, norm: e.a_norm },
    { kind: ADDRESS_KINDS[e.b_kind]!, norm: e.b_norm },
  ]);
  for (const group of components(pairs)) book.equate(group);
  const loose: number[] = [];
  rulingsOf(files).forEach((ruling: Ruling, i) => {
    if (!book.rule(ruling)) loose.push(i);
  });
  return { book, loose };
}

/**
 * Fills party, alias, tenure and membership from address and equation, people.yaml, the groups of case.yaml and the
 * decisions. Every address is somebody's at every time: where nobody claims it, it is a party of its own.
 */
export async function identityStage(ledger: Ledger, files: CaseFiles): Promise<IdentitySummary> {
  const { book, loose } = bookOf(files, await ledger.rows<Equated>(EQUATIONS));
  const named = partiesOf(files.people).filter(({ key }) => book.standsFor(key) === key);
  const apart = apartOf(files);
  for (const pair of apart) {
    const [a, b] = JSON.parse(pair) as [string, string];
    book.keepApart(a, b);
  }
  const labels = await guessPeople(ledger, named, book, apart);
  const claimed = book.claimed();
  const found = await ledger.rows<{ address_no: number; kind: number; norm: string }>(ADDRESS_NUMBERS, {
    lines: claimed.map(({ kind, norm }) => JSON.stringify([ADDRESS_KINDS.indexOf(kind), norm])).join('\n'),
  });
  const aliases = found.flatMap(({ address_no, kind, norm }) =>
    book.aliases(ADDRESS_KINDS[kind]!, norm).map((claim) => ({ address_no, claim })),
  );
  const numbers = await writeParties(ledger, named, aliases, book, labels);
  await writeAliases(ledger, aliases, numbers);
  const tenures = tenuresOf(files).map((tenure) => ({ ...tenure, party: book.standsFor(tenure.party) }));
  await writeTenures(ledger, tenures, numbers);
  await ledger.run(OWN_PARTIES);
  await ledger.run(OWN_ALIASES);
  await markOffices(ledger);
  await writeGroups(ledger, files, tenures, book, numbers);
  await ledger.run(OWN_GROUPS);
  await ledger.run(UNNAMED_MEMBERS, { lines: unnamedMembers(files).join('\n') });
  const [{ parties } = { parties: 0 }] = await ledger.rows<{ parties: number }>({
    name: 'parties-made',
    sql: 'select count(*) as parties from party',
  });
  return { parties, loose };
}

/** Mailboxes of offices, machines and lists are parties of their own kinds: no person is made of them by guessing. */
async function markOffices(ledger: Ledger): Promise<void> {
  const mailboxes = await ledger.rows<{ local: string }>(OWN_MAILBOXES);
  const roles = mailboxes.filter(({ local }) => isRoleMailbox(local));
  if (roles.length > 0) await ledger.run(ROLE_PARTIES, { lines: roles.map(({ local }) => local).join('\n') });
  await ledger.run(LIST_PARTIES);
}

type Named = ReturnType<typeof partiesOf>;
type Aliased = { readonly address_no: number; readonly claim: Claim };

/** @returns party numbers by key */
async function writeParties(
  ledger: Ledger,
  named: Named,
  aliases: readonly Aliased[],
  book: ClaimBook,
  labels: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, number>> {
  const known = new Set(named.map(({ key }) => key));
  const other = [...new Set(aliases.map(({ claim }) => claim.party))].filter((key) => !known.has(key)).sort();
  const keys = [...[...known].sort(), ...other];
  const byKey = new Map(named.map((party) => [party.key, party]));
  await ledger.append('party', keys.length, {
    party_no: keys.map((_, i) => i),
    key: keys,
    name: keys.map(
      (key) => byKey.get(key)?.name ?? labels.get(key) ?? book.made(key)?.name ?? key.slice(key.indexOf(' ') + 1),
    ),
    kind: keys.map((key) => byKey.get(key)?.kind ?? (key.startsWith('phone ') ? 'line' : 'unknown')),
    named: keys.map((key) => byKey.has(key)),
  });
  return new Map(keys.map((key, i) => [key, i]));
}

async function writeAliases(
  ledger: Ledger,
  aliases: readonly Aliased[],
  numbers: ReadonlyMap<string, number>,
): Promise<void> {
  await ledger.append('alias', aliases.length, {
    address_no: aliases.map(({ address_no }) => address_no),
    party_no: aliases.map(({ claim }) => numbers.get(claim.party)!),
    from_time: aliases.map(({ claim }) => claim.from),
    to_time: aliases.map(({ claim }) => claim.to),
    grade: aliases.map(({ claim }) => GRADES.indexOf(claim.grade)),
    basis: aliases.map(({ claim }) => claim.basis),
  });
}

async function writeTenures(
  ledger: Ledger,
  tenures: readonly Tenure[],
  numbers: ReadonlyMap<string, number>,
): Promise<void> {
  await ledger.append('tenure', tenures.length, {
    party_no: tenures.map(({ party }) => numbers.get(party)!),
    organisation_no: tenures.map(({ organisation }) => numbers.get(organisation)!),
    role: tenures.map(({ role }) => role),
    from_time: tenures.map(({ from }) => from),
    to_time: tenures.map(({ to }) => to),
  });
}

async function writeGroups(
  ledger: Ledger,
  files: CaseFiles,
  tenures: readonly Tenure[],
  book: ClaimBook,
  numbers: ReadonlyMap<string, number>,
): Promise<void> {
  const parents = new Map(
    files.people.organisations.flatMap(({ id, parent }) => (parent === undefined ? [] : [[id, parent] as const])),
  );
  const rows = files.case.groups.flatMap((group) => {
    const members = membersOf(group, files.case.groups, tenures, parents);
    const distinct = new Map(members.map((m) => [JSON.stringify([book.standsFor(m.party), m.from, m.to]), m]));
    return [...distinct.values()].map((member) => ({
      ...member,
      name: `@${group.id}`,
      party: book.standsFor(member.party),
    }));
  });
  await ledger.append('membership', rows.length, {
    name: rows.map(({ name }) => name),
    party_no: rows.map(({ party }) => numbers.get(party)!),
    from_time: rows.map(({ from }) => from),
    to_time: rows.map(({ to }) => to),
  });
}
