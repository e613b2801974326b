/** Accounts that case files name, as numbers: of the ledger where a record has them, else numbers of their own. */
import { normalizeAddress } from '../../../identity/normalize.ts';
import type { Ledger } from '../../../ledger/ledger.ts';
import { HOLDERS } from '../../../ledger/queries/coverage/seen.ts';
import { ADDRESSES } from '../../../ledger/queries/coverage/spans.ts';
import { ADDRESS_NUMBERS } from '../../../ledger/queries/identity/identity.ts';
import { ADDRESS_KINDS, type AddressKind } from '../../../model/record.ts';
import type { References } from '../../../reconcile/references.ts';
import type { CaseFiles } from '../../files/index.ts';
import { kindOfAddress } from '../../files/schema/people.ts';
import { claimsOf } from '../people.ts';

/** Addresses that a list in case.yaml names. */
export interface Listed {
  readonly accounts: readonly string[];
  readonly region: string | null;
}

/** An address that case files name. */
interface NamedAccount {
  readonly kind: AddressKind;
  readonly norm: string;
}

const keyOf = ({ kind, norm }: NamedAccount): string => `${kind} ${norm}`;

function accountOf(address: string, region: string | null): NamedAccount {
  const kind = kindOfAddress(address) ?? 'name';
  return { kind, norm: normalizeAddress(kind, address, region) };
}

/** Every list of accounts in case.yaml. */
function listsOf({ case: file }: CaseFiles): Listed[] {
  return [
    ...file.sources.map((source) => ({ accounts: source.scope?.accounts ?? [], region: source.region ?? null })),
    ...file.coverage.records.map(({ accounts }) => ({ accounts, region: null })),
  ];
}

/** Numbers of accounts, and whose they are. */
export interface AccountBook {
  /** Numbers of the addresses of a list, each once; those that nobody has and no record has are left out. */
  numbers(listed: Listed): number[];
  kind(account: number): AddressKind;
  /** Parties whose an account is at some time, certainly or probably. */
  holders(account: number): readonly number[];
}

/**
 * Finds the accounts of the case files, and fills known_account with those that people.yaml gives to somebody and no
 * record has.
 */
export async function writeAccounts(ledger: Ledger, files: CaseFiles, references: References): Promise<AccountBook> {
  const claims = claimsOf(files).filter(({ kind, grade }) => kind !== 'name' && grade !== 'possible');
  const listed = listsOf(files).flatMap(({ accounts, region }) =>
    accounts.map((address) => accountOf(address, region)),
  );
  const wanted = new Map([...claims, ...listed].map((account) => [keyOf(account), account]));
  const found = await ledger.rows<{ address_no: number; kind: number; norm: string }>(ADDRESS_NUMBERS, {
    lines: Array.from(wanted.values(), ({ kind, norm }) => JSON.stringify([ADDRESS_KINDS.indexOf(kind), norm])).join(
      '\n',
    ),
  });
  const numbers = new Map(found.map((row) => [`${ADDRESS_KINDS[row.kind]!} ${row.norm}`, row.address_no]));
  const kinds = new Map(found.map((row) => [row.address_no, ADDRESS_KINDS[row.kind]!]));
  const held = await ledger.rows<{ address_no: number; party_no: number }>(HOLDERS, {
    numbers: found.map((row) => row.address_no).join('\n'),
  });
  const holders = new Map(
    [...Map.groupBy(held, (row) => row.address_no)].map(([address, of]) => [address, of.map((row) => row.party_no)]),
  );
  const unseen = claims.flatMap((claim) => {
    const party = references.party(claim.party)?.party_no;
    return party === undefined || numbers.has(keyOf(claim)) ? [] : [{ ...claim, party }];
  });
  const [{ addresses } = { addresses: 0 }] = await ledger.rows<{ addresses: number }>(ADDRESSES);
  [...new Set(unseen.map(keyOf))].sort().forEach((key, i) => {
    numbers.set(key, addresses + i);
  });
  for (const claim of unseen) {
    const number = numbers.get(keyOf(claim))!;
    kinds.set(number, claim.kind);
    holders.set(number, [...new Set([...(holders.get(number) ?? []), claim.party])]);
  }
  await ledger.append('known_account', unseen.length, {
    account_no: unseen.map((claim) => numbers.get(keyOf(claim))!),
    party_no: unseen.map(({ party }) => party),
    kind: unseen.map(({ kind }) => ADDRESS_KINDS.indexOf(kind)),
    norm: unseen.map(({ norm }) => norm),
    from_time: unseen.map(({ from }) => from),
    to_time: unseen.map(({ to }) => to),
  });
  return {
    numbers: ({ accounts, region }) => [
      ...new Set(accounts.flatMap((address) => numbers.get(keyOf(accountOf(address, region))) ?? [])),
    ],
    kind: (account) => kinds.get(account)!,
    holders: (account) => holders.get(account) ?? [],
  };
}
