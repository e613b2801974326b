/** What follows from names alone: a bare name may be whoever is called so. Pure. */
import type { Grade } from '../model/finding.ts';
import type { AddressKind } from '../model/record.ts';
import type { Basis, Claim } from './claims.ts';
import { foldName, isSingleWord } from './name.ts';

/** A party with its spellings. */
interface Spelled {
  readonly key: string;
  readonly name: string;
  readonly names: readonly string[];
  readonly kind: 'person' | 'organisation';
}

/** An address that nobody claims is itself for certain, but a name can be several people's and a redaction anybody's. */
export function ownGrade(kind: AddressKind): Grade {
  return kind === 'name' ? 'probable' : kind === 'redacted' ? 'possible' : 'certain';
}

/** A name, bare, is probably the one party that has it, and possibly each of several; a single word is possible at most. */
export function nameClaims(parties: readonly Spelled[]): Claim[] {
  const claims = parties.flatMap((party) => {
    const folded = new Set([party.name, ...party.names].map(foldName).filter((name) => name !== ''));
    return [...folded].map((norm) => ({ party: party.key, norm, organisation: party.kind === 'organisation' }));
  });
  const counts = new Map<string, number>();
  for (const { norm } of claims) counts.set(norm, (counts.get(norm) ?? 0) + 1);
  return claims.map(({ party, norm, organisation }) => ({
    kind: 'name',
    norm,
    party,
    from: null,
    to: null,
    grade: counts.get(norm)! > 1 || (isSingleWord(norm) && !organisation) ? 'possible' : 'probable',
    basis: 'name' satisfies Basis,
  }));
}
