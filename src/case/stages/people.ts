/** people.yaml and the decisions about identity, in the terms of src/identity: keys, normalised addresses, instants. */
import type { At, NamedParty, Ruling } from '../../identity/book.ts';
import { addressKey, type Claim } from '../../identity/claims.ts';
import type { Tenure } from '../../identity/groups.ts';
import { normalizeAddress } from '../../identity/normalize.ts';
import { endOfDay, startOfDay } from '../../reconcile/days.ts';
import type { AddressAnchor } from '../files/decisions.ts';
import type { CaseFiles } from '../files/index.ts';
import type { AliasEntry, PeopleFile } from '../files/schema/people.ts';
import { resolveDay } from '../files/windows.ts';

/** The parties of people.yaml. */
export function partiesOf(people: PeopleFile): NamedParty[] {
  return [
    ...people.parties.map(({ id, name, names }): NamedParty => ({ key: id, name, names, kind: 'person' })),
    ...people.organisations.map(({ id, name, names }): NamedParty => ({ key: id, name, names, kind: 'organisation' })),
  ];
}

/** First and last second of days as people.yaml writes them; null is open. */
function spanOf(
  files: CaseFiles,
  held: { readonly from?: string; readonly to?: string },
): { from: number | null; to: number | null } {
  const { zone } = files.case;
  const first = held.from === undefined ? null : (resolveDay(files, held.from)?.first ?? null);
  const last = held.to === undefined ? null : (resolveDay(files, held.to)?.last ?? null);
  return { from: first === null ? null : startOfDay(zone, first), to: last === null ? null : endOfDay(zone, last) };
}

function aliasClaims(files: CaseFiles, party: string, aliases: readonly AliasEntry[]): Claim[] {
  return aliases.map((alias) => ({
    kind: alias.kind,
    norm: normalizeAddress(alias.kind, alias.address, alias.region ?? null),
    party,
    ...spanOf(files, alias),
    grade: alias.grade,
    basis: 'people.yaml',
  }));
}

/** Passages of reports.yaml name parties by their ids: these are theirs at all times. */
function idClaims(files: CaseFiles): Claim[] {
  return [...files.people.parties, ...files.people.organisations].map(({ id }) => ({
    kind: 'party',
    norm: id,
    party: id,
    from: null,
    to: null,
    grade: 'certain',
    basis: 'people.yaml',
  }));
}

/** Every address that people.yaml gives to somebody; an official number is the organisation's. */
export function claimsOf(files: CaseFiles): Claim[] {
  return [
    ...(files.reports.reports.length === 0 ? [] : idClaims(files)),
    ...files.people.parties.flatMap(({ id, aliases }) => aliasClaims(files, id, aliases)),
    ...files.people.organisations.flatMap(({ id, aliases, numbers }) => [
      ...aliasClaims(files, id, aliases),
      ...numbers.map(
        (number): Claim => ({
          kind: 'phone',
          norm: normalizeAddress('phone', number.value, null),
          party: id,
          ...spanOf(files, number),
          grade: 'certain',
          basis: 'people.yaml',
        }),
      ),
    ]),
  ];
}

/** Posts. */
export function tenuresOf(files: CaseFiles): Tenure[] {
  return files.people.parties.flatMap(({ id, tenures }) =>
    tenures.map((tenure) => ({
      party: id,
      organisation: tenure.organisation,
      role: tenure.role ?? '',
      ...spanOf(files, tenure),
    })),
  );
}

/** An anchor's day is its noon: an alias that holds on that day holds then. */
function at(files: CaseFiles, anchor: AddressAnchor): At {
  const on = anchor.on === undefined ? null : startOfDay(files.case.zone, anchor.on) + 43_200;
  return { kind: anchor.kind, norm: anchor.address, on };
}

/** The decisions about identity, in their order. */
export function rulingsOf(files: CaseFiles): Ruling[] {
  return files.decisions.decisions.flatMap((decision): Ruling[] => {
    switch (decision.kind) {
      case 'assign': {
        const span = spanOf(files, decision);
        return [
          {
            kind: 'assign',
            address: at(files, decision.address),
            holder: at(files, decision.holder),
            ...span,
            grade: decision.grade ?? 'certain',
          },
        ];
      }
      case 'merge':
        return [{ kind: 'merge', addresses: decision.addresses.map((a) => at(files, a)) }];
      case 'split':
        return [
          {
            kind: 'split',
            addresses: decision.addresses.map((a) => at(files, a)),
            stay: decision.stay.map((a) => at(files, a)),
          },
        ];
      case 'same': {
        const addresses = [decision.a, decision.b].flatMap((anchor) =>
          'address' in anchor ? [at(files, anchor.address)] : [],
        );
        return addresses.length === 2 ? [{ kind: 'merge', addresses }] : [];
      }
      default:
        return [];
    }
  });
}

/** Pairs of addresses that decisions keep apart: their keys, sorted, as JSON. */
export function apartOf(files: CaseFiles): ReadonlySet<string> {
  const key = ({ kind, address }: AddressAnchor): string => addressKey(kind, address);
  const pair = (a: AddressAnchor, b: AddressAnchor): string => JSON.stringify([key(a), key(b)].sort());
  return new Set(
    files.decisions.decisions.flatMap((decision): string[] => {
      if (decision.kind === 'split') return decision.addresses.flatMap((a) => decision.stay.map((b) => pair(a, b)));
      if (decision.kind !== 'not-same' || !('address' in decision.a) || !('address' in decision.b)) return [];
      return [pair(decision.a.address, decision.b.address)];
    }),
  );
}
