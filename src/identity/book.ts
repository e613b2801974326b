/**
 * The book of claims: people.yaml, then what the mail system shows, then the decisions in their order. Nothing is guessed:
 * an address belongs to a party because somebody or the mail system said so, or it is a party of its own.
 */

import type { Grade } from '../model/finding.ts';
import type { AddressKind } from '../model/record.ts';
import { addressKey, type Claim, decide, distinct, gaps, reaches } from './claims.ts';
import { nameClaims, ownGrade } from './name-claims.ts';
import { type At, byKey, type Ruling } from './ruling.ts';

/** A party of people.yaml. */
export interface NamedParty {
  /** Its id there. */
  readonly key: string;
  readonly name: string;
  /** Other spellings. */
  readonly names: readonly string[];
  readonly kind: 'person' | 'organisation';
}

/** A party that claims give an address to, and that is not in people.yaml. */
export interface MadeParty {
  readonly key: string;
  readonly name: string;
}

/** Bases of claims that nobody stated, decided or had shown. */
const GUESSED: ReadonlySet<Claim['basis']> = new Set(['likeness', 'signature', 'itself']);

const ALWAYS = { from: null, to: null } as const;

export class ClaimBook {
  readonly #claims = new Map<string, Claim[]>();
  readonly #parties: ReadonlyMap<string, NamedParty>;
  readonly #made = new Map<string, MadeParty>();
  /** Parties that decisions made one: key → the key that stands for both. */
  readonly #merged = new Map<string, string>();
  /** Keys of addresses that decisions keep apart, both ways. */
  readonly #apart = new Map<string, Set<string>>();

  constructor(parties: readonly NamedParty[], claims: readonly Claim[]) {
    this.#parties = new Map(parties.map((party) => [party.key, party]));
    for (const claim of claims) this.#add(claim);
    for (const claim of nameClaims(parties)) {
      // Listed as an alias beats following from the name.
      const listed = this.#of(claim.kind, claim.norm).some((c) => c.party === claim.party && c.basis !== 'name');
      if (!listed) this.#add(claim);
    }
  }

  #of(kind: AddressKind, norm: string): Claim[] {
    return this.#claims.get(addressKey(kind, norm)) ?? [];
  }

  #add(claim: Claim): void {
    const key = addressKey(claim.kind, claim.norm);
    this.#claims.set(key, [...(this.#claims.get(key) ?? []), claim]);
  }

  /**
   * Takes in addresses that the mail system shows to be one account's. Claims of one go to the others that have none; where
   * nobody claims any, they are one unknown party. Where two parties claim some of them, each keeps its own.
   */
  equate(group: readonly { readonly kind: AddressKind; readonly norm: string }[]): void {
    const claimed = group.flatMap(({ kind, norm }) => this.#of(kind, norm));
    const parties = new Set(claimed.map(({ party }) => party));
    if (parties.size > 1) return;
    const first = [...group].sort((a, b) => (addressKey(a.kind, a.norm) < addressKey(b.kind, b.norm) ? -1 : 1))[0];
    if (first === undefined) return;
    const source = claimed.length > 0 ? claimed.filter((c) => c.basis !== 'name') : [this.#ownOf(first)];
    for (const { kind, norm } of group) {
      if (this.#of(kind, norm).length > 0) continue;
      for (const claim of source) this.#add({ ...claim, kind, norm, basis: 'equation' });
    }
  }

  /** A claim that gives an address to a party of its own. */
  #ownOf({ kind, norm }: { readonly kind: AddressKind; readonly norm: string }): Claim {
    const key = addressKey(kind, norm);
    this.#made.set(key, { key, name: norm });
    return { kind, norm, party: key, ...ALWAYS, grade: 'certain', basis: 'equation' };
  }

  /**
   * Applies a decision. @returns false when it finds nothing to hold on to: a holder that is nobody, an address that is
   * split from a party that it is not with
   */
  rule(ruling: Ruling): boolean {
    switch (ruling.kind) {
      case 'assign':
        return this.#assign(ruling);
      case 'merge':
        return this.#merge(ruling.addresses);
      case 'apart':
        return this.#part(ruling.a, ruling.b);
      case 'split':
        return this.#split(ruling.addresses, ruling.stay);
    }
  }

  #assign({ address, holder, from, to, grade }: Ruling & { kind: 'assign' }): boolean {
    const party = this.#partyAt(holder) ?? this.#make(holder);
    const key = addressKey(address.kind, address.norm);
    const claim: Claim = { kind: address.kind, norm: address.norm, party, from, to, grade, basis: 'decision' };
    this.#claims.set(key, decide(this.#claims.get(key) ?? [], claim));
    return true;
  }

  /** Whose an address is then; the likeliest, of equals the first. */
  #partyAt({ kind, norm, on }: At): string | null {
    const rank = (grade: Grade): number => ['certain', 'probable', 'possible'].indexOf(grade);
    const then = this.#of(kind, norm).filter((claim) => reaches(claim, on));
    const [best] = [...then].sort((a, b) => rank(a.grade) - rank(b.grade));
    if (best !== undefined) return best.party;
    return kind === 'name' ? (this.#parties.has(norm) ? norm : null) : null;
  }

  /** The party of an address that nobody claims. */
  #make({ kind, norm }: At): string {
    const claim = this.#ownOf({ kind, norm });
    if (this.#of(kind, norm).length === 0) this.#add({ ...claim, basis: 'decision' });
    return claim.party;
  }

  #merge(addresses: readonly At[]): boolean {
    const keys = [...new Set(addresses.map((at) => this.standsFor(this.#partyAt(at) ?? this.#make(at))))];
    // One that people.yaml names stands for the others; else the smallest key.
    const [first, ...rest] = keys.sort(
      (a, b) => Number(!this.#parties.has(a)) - Number(!this.#parties.has(b)) || (a < b ? -1 : 1),
    );
    if (first === undefined) return false;
    for (const key of rest) this.#merged.set(key, first);
    return true;
  }

  #holder(at: At): string {
    return this.standsFor(this.#partyAt(at) ?? addressKey(at.kind, at.norm));
  }

  /** Always finds hold: what is two anyway has to stay two when it is guessed at. */
  #part(a: At, b: At): boolean {
    if (this.#holder(a) !== this.#holder(b)) return true;
    const isNamed = ({ kind, norm }: At): boolean => kind === 'name' && this.#parties.has(norm);
    return isNamed(b) ? this.#split([a], [b]) : this.#split([b], [a]);
  }

  #split(addresses: readonly At[], stay: readonly At[]): boolean {
    const kept = new Set(stay.map((at) => this.#holder(at)));
    const [first] = byKey(addresses);
    if (first === undefined) return false;
    const gone = new Set(addresses.map(({ kind, norm }) => addressKey(kind, norm)));
    const found = addresses.some((at) => kept.has(this.#holder(at)));
    const party = addressKey(first.kind, first.norm);
    this.#vacate(party, gone, stay);
    for (const { kind, norm } of addresses) {
      const key = addressKey(kind, norm);
      const left = (this.#claims.get(key) ?? []).filter((claim) => !kept.has(this.standsFor(claim.party)));
      this.#claims.set(key, [...left, { kind, norm, party, ...ALWAYS, grade: 'certain', basis: 'decision' }]);
    }
    this.#made.set(party, { key: party, name: first.norm });
    return found;
  }

  /** Makes the key that an address has by itself free for it, where it stands for others too. */
  #vacate(party: string, gone: ReadonlySet<string>, stay: readonly At[]): void {
    const whole = this.standsFor(party);
    const [first] = byKey(stay.filter(({ kind, norm }) => !gone.has(addressKey(kind, norm))));
    const isAsked = first !== undefined && stay.some((at) => this.#holder(at) === party);
    if (whole === party && !isAsked) return;
    // Merged into another, what leaves is no part of that any more; else those that stay go by the first key of theirs.
    const next = whole === party ? addressKey(first!.kind, first!.norm) : whole;
    for (const [key, claims] of this.#claims) {
      if (gone.has(key) || !claims.some((claim) => claim.party === party)) continue;
      this.#claims.set(
        key,
        claims.map((claim) => (claim.party === party ? { ...claim, party: next } : claim)),
      );
    }
    if (whole === party) {
      this.#made.set(next, { key: next, name: first!.norm });
      this.#merged.delete(next);
    }
    for (const [key, into] of this.#merged) if (into === party) this.#merged.set(key, next);
    this.#merged.delete(party);
  }

  /** Whose an address certainly is at all times; null when that is not settled for all of them, or nobody claims it. */
  owner(kind: AddressKind, norm: string): string | null {
    const claims = this.#of(kind, norm);
    const parties = new Set(claims.map(({ party }) => this.standsFor(party)));
    const settled = claims.every(({ grade, from, to }) => grade === 'certain' && from === null && to === null);
    return settled && parties.size === 1 ? [...parties][0]! : null;
  }

  /** Whether both are keys of parties of people.yaml. */
  areNamed(a: string, b: string): boolean {
    return this.#parties.has(a) && this.#parties.has(b);
  }

  /** Lets an address that nobody claims be its own party's, so that others can be guessed to be the same. */
  keep(kind: AddressKind, norm: string): void {
    if (this.#of(kind, norm).length > 0) return;
    const party = addressKey(kind, norm);
    this.#add({ kind, norm, party, ...ALWAYS, grade: ownGrade(kind), basis: 'itself' });
  }

  /**
   * Takes in a guess about an address that nobody else claims, by likeness or by a signature that gives the address. What is
   * possible stands beside the address's own party, what is probable in its place.
   * @returns false where the address is claimed, or is the party's already
   */
  guess(
    kind: AddressKind,
    norm: string,
    party: string,
    grade: 'probable' | 'possible',
    basis: 'likeness' | 'signature' = 'likeness',
  ): boolean {
    const claims = this.#of(kind, norm);
    const isFree = claims.every(({ basis }) => GUESSED.has(basis));
    const to = this.standsFor(party);
    if (!isFree || to === addressKey(kind, norm) || claims.some((claim) => claim.party === to)) return false;
    if (this.#keptFrom(addressKey(kind, norm), to)) return false;
    if (grade === 'possible') this.keep(kind, norm);
    this.#add({ kind, norm, party: to, ...ALWAYS, grade, basis });
    return true;
  }

  /**
   * Guesses that an account which the mail system shows under several addresses is a party's: they stay together, and are
   * no longer certain to be anybody's. Only where nothing but the mail system speaks of them.
   */
  guessAccount(account: string, party: string): void {
    const to = this.standsFor(party);
    const own = [...this.#claims].filter(([, claims]) => claims.some((claim) => claim.party === account));
    const isFree = own.every(([, claims]) => claims.every(({ basis }) => basis === 'equation'));
    const isDecided = [...this.#merged].some((pair) => pair.includes(account));
    if (account === to || this.#parties.has(account) || !isFree || isDecided) return;
    if (own.some(([key]) => key === to || this.#keptFrom(key, to))) return;
    const guess = { party: to, grade: 'probable', basis: 'likeness' } as const;
    for (const [key, claims] of own) this.#claims.set(key, distinct(claims.map((claim) => ({ ...claim, ...guess }))));
  }

  /** Keeps two addresses apart in guesses: neither is guessed to be the party's that has the other. */
  keepApart(a: string, b: string): void {
    for (const [x, y] of [
      [a, b],
      [b, a],
    ] as const)
      this.#apart.set(x, (this.#apart.get(x) ?? new Set()).add(y));
  }

  /** Whether somebody decided that an address is not a party's, by another address of that party. */
  #keptFrom(key: string, party: string): boolean {
    for (const other of this.#apart.get(key) ?? []) {
      if (this.standsFor(other) === party) return true;
      if (
        (this.#claims.get(other) ?? []).some(
          (claim) => this.standsFor(claim.party) === party && claim.grade !== 'possible',
        )
      )
        return true;
    }
    return false;
  }

  /** The key of the party that a party was merged into; its own when it was not. */
  standsFor(key: string): string {
    let at = key;
    for (let next = this.#merged.get(at); next !== undefined; next = this.#merged.get(at)) at = next;
    return at;
  }

  /** All claims on an address, with merged parties replaced, and what nobody claims as the address's own. */
  aliases(kind: AddressKind, norm: string): Claim[] {
    const claims = this.#of(kind, norm).map((claim) => ({ ...claim, party: this.standsFor(claim.party) }));
    const own: Claim[] = gaps(claims).map((span) => ({
      kind,
      norm,
      party: addressKey(kind, norm),
      ...span,
      grade: ownGrade(kind),
      basis: 'itself',
    }));
    return distinct([...claims, ...own]);
  }

  /** Keys of all addresses that somebody claims. */
  claimed(): { readonly kind: AddressKind; readonly norm: string }[] {
    return [...this.#claims.values()].flatMap(([first]) =>
      first === undefined ? [] : [{ kind: first.kind, norm: first.norm }],
    );
  }

  /** The name of a party that claims made. */
  made(key: string): MadeParty | undefined {
    return this.#made.get(key);
  }
}
