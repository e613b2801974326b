/** people.yaml and the decisions about identity, in the terms of src/identity: keys, normalised addresses, instants. */
import type { NamedParty } from '../../identity/book.ts';
import { addressKey, type Claim, commonSpan } from '../../identity/claims.ts';
import type { Tenure } from '../../identity/groups.ts';
import { normalizeAddress } from '../../identity/normalize.ts';
import { type Held, officeSpans } from '../../identity/office.ts';
import type { At, Ruling } from '../../identity/ruling.ts';
import { GRADES, type Grade } from '../../model/finding.ts';
import { endOfDay, startOfDay } from '../../reconcile/days.ts';
import type { AddressAnchor, Decision } from '../files/decisions.ts';
import type { CaseFiles } from '../files/index.ts';
import type { AliasEntry, OrganisationEntry, PeopleFile } from '../files/schema/people.ts';
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

/** The posts of one role at one organisation. */
function heldBy(files: CaseFiles, organisation: string, role: string): Held[] {
  return files.people.parties.flatMap(({ id, tenures }) =>
    tenures
      .filter((tenure) => tenure.organisation === organisation && tenure.role === role)
      .map((tenure) => ({ party: id, ...spanOf(files, tenure) })),
  );
}

/** Addresses of an office are its holder's of the day, and the organisation's while nobody is known to hold it. */
function roleClaims(files: CaseFiles, { id, roles }: OrganisationEntry): Claim[] {
  return roles.flatMap(({ role, addresses }) => {
    const office = officeSpans(heldBy(files, id, role), id);
    return aliasClaims(files, id, addresses).flatMap((claim) =>
      office.flatMap(({ party, grade, ...span }): Claim[] => {
        const common = commonSpan(claim, span);
        return common === null ? [] : [{ ...claim, ...common, party, grade: weaker(claim.grade, grade) }];
      }),
    );
  });
}

const weaker = (a: Grade, b: Grade): Grade => (GRADES.indexOf(a) > GRADES.indexOf(b) ? a : b);

/** Every address that people.yaml gives to somebody; an official number is the organisation's. */
export function claimsOf(files: CaseFiles): Claim[] {
  return [
    ...(files.reports.reports.length === 0 ? [] : idClaims(files)),
    ...files.people.parties.flatMap(({ id, aliases }) => aliasClaims(files, id, aliases)),
    ...files.people.organisations.flatMap((organisation) => roleClaims(files, organisation)),
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
      case 'same':
      case 'not-same': {
        if (!('address' in decision.a) || !('address' in decision.b)) return [];
        const [a, b] = [at(files, decision.a.address), at(files, decision.b.address)];
        return [decision.kind === 'same' ? { kind: 'merge', addresses: [a, b] } : { kind: 'apart', a, b }];
      }
      default:
        return [];
    }
  });
}

/** Pairs of addresses that a decision is about. */
function pairsOf(decision: Decision): { readonly pairs: (readonly [AddressAnchor, AddressAnchor])[]; apart: boolean } {
  switch (decision.kind) {
    case 'split':
      return { apart: true, pairs: decision.addresses.flatMap((a) => decision.stay.map((b) => [a, b] as const)) };
    case 'merge': {
      const all = decision.addresses;
      return { apart: false, pairs: all.flatMap((a, i) => all.slice(i + 1).map((b) => [a, b] as const)) };
    }
    case 'same':
    case 'not-same': {
      const isPair = 'address' in decision.a && 'address' in decision.b;
      const { a, b } = decision as { a: { address: AddressAnchor }; b: { address: AddressAnchor } };
      return { apart: decision.kind === 'not-same', pairs: isPair ? [[a.address, b.address]] : [] };
    }
    default:
      return { apart: false, pairs: [] };
  }
}

/** What decisions say of a pair, the last of them. */
export type PairState = 'same' | 'not-same' | 'unsure';

/** A pair of addresses, whichever comes first. */
export function pairKey(a: AddressAnchor, b: AddressAnchor): string {
  return JSON.stringify([a, b].map(({ kind, address }) => addressKey(kind, address)).sort());
}

/** The last word about each pair that decisions are about, by pairKey. */
export function pairStates(files: CaseFiles): ReadonlyMap<string, PairState> {
  const found = new Map<string, PairState>();
  for (const decision of files.decisions.decisions) {
    const { pairs, apart } = pairsOf(decision);
    for (const [a, b] of pairs) found.set(pairKey(a, b), apart ? 'not-same' : 'same');
    if (decision.kind === 'unsure' && 'address' in decision.a && 'address' in decision.b)
      found.set(pairKey(decision.a.address, decision.b.address), 'unsure');
  }
  return found;
}

/** Pairs of keys that are two parties', as JSON, sorted: of addresses, and of people.yaml where a decision names a party so. */
export function apartOf(files: CaseFiles): ReadonlySet<string> {
  const named = new Set([...files.people.parties, ...files.people.organisations].map(({ id }) => `name ${id}`));
  const key = (of: string): string => (named.has(of) ? of.slice('name '.length) : of);
  return new Set(
    [...pairStates(files)]
      .filter(([, state]) => state === 'not-same')
      .map(([pair]) => JSON.stringify((JSON.parse(pair) as string[]).map(key).sort())),
  );
}
