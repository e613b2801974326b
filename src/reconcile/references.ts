/** What case files refer to: parties by their id, groups by @ and their name, with the times at which they belong. */

import { foldName } from '../identity/name.ts';

/** A party from – to, epoch seconds UTC, inclusive. */
export interface Member {
  readonly party: number;
  readonly from: number;
  readonly to: number;
}

export interface MembershipRow {
  /** Name of the group, with @ or without. */
  readonly name: string;
  readonly party_no: number;
  readonly from_time: number;
  readonly to_time: number;
}

export interface NamedParty {
  readonly party_no: number;
  readonly key: string;
  readonly name: string;
  readonly kind: string;
}

/** Beyond any time in a record, epoch seconds. */
export const ALWAYS: { readonly from: number; readonly to: number } = {
  from: -9_000_000_000_000_000,
  to: 9_000_000_000_000_000,
};

/** Answers who a reference means. */
export class References {
  readonly #groups: ReadonlyMap<string, readonly Member[]>;
  readonly #parties: ReadonlyMap<string, NamedParty>;

  constructor(memberships: readonly MembershipRow[], parties: readonly NamedParty[]) {
    const grouped = Map.groupBy(memberships, (row) => row.name);
    this.#groups = new Map(
      [...grouped].map(([name, rows]) => [
        name,
        rows.map((row) => ({ party: row.party_no, from: row.from_time, to: row.to_time })),
      ]),
    );
    this.#parties = new Map(parties.map((party) => [party.key, party]));
  }

  /** Whoever a reference means, each with the times; nobody when it is not known. */
  members(reference: string): readonly Member[] {
    if (reference.startsWith('@')) return this.#groups.get(reference) ?? this.#groups.get(reference.slice(1)) ?? [];
    const party = this.#parties.get(reference);
    return party === undefined ? [] : [{ party: party.party_no, ...ALWAYS }];
  }

  /** The party of an id of people.yaml; undefined when there is none. */
  party(id: string): NamedParty | undefined {
    return this.#parties.get(id);
  }

  /** Parties whose id or name this is, as a source names its custodian. */
  called(text: string): NamedParty[] {
    const folded = foldName(text);
    return [...this.#parties.values()].filter((party) => party.key === text || foldName(party.name) === folded);
  }

  /** Parties that a list of references means at some time between two instants; null is open. */
  during(references: readonly string[], from: number | null, to: number | null): Set<number> {
    const [first, last] = [from ?? ALWAYS.from, to ?? ALWAYS.to];
    const members = references.flatMap((reference) => this.members(reference));
    return new Set(members.filter((m) => m.from <= last && m.to >= first).map((m) => m.party));
  }
}

export interface PostRow {
  readonly party_no: number;
  readonly organisation_no: number;
  readonly from_time: number;
  readonly to_time: number;
}

/** Who held a post where, asked for a span of time. */
export class PostBook {
  readonly #byOrganisation: ReadonlyMap<number, readonly PostRow[]>;

  constructor(rows: readonly PostRow[]) {
    this.#byOrganisation = Map.groupBy(rows, (row) => row.organisation_no);
  }

  /** Parties with a post at an organisation at some time between two instants, in order; null is open. */
  holders(organisation: number, from: number | null, to: number | null): number[] {
    const [first, last] = [from ?? ALWAYS.from, to ?? ALWAYS.to];
    const rows = this.#byOrganisation.get(organisation) ?? [];
    const held = rows.filter((row) => row.from_time <= last && row.to_time >= first);
    return [...new Set(held.map((row) => row.party_no))].sort((a, b) => a - b);
  }
}
