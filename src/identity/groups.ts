/** Who belongs to the groups of a case, and when. Pure. */
import { type Span, without } from './claims.ts';

export interface Tenure extends Span {
  readonly party: string;
  readonly organisation: string;
  readonly role: string;
}

export interface Group {
  readonly id: string;
  readonly organisations: readonly string[];
  readonly roles: readonly string[];
  /** Ids of parties, or @ and the id of a group. */
  readonly members: readonly string[];
  readonly except: readonly string[];
}

export interface Membership extends Span {
  readonly party: string;
}

/**
 * The members of a group: whoever held a post at its organisations, or one of its roles; the organisations themselves,
 * where no role is asked for; and its members, less those that it excepts.
 * @param parentOf organisation → the one that it is part of
 * @returns parties with the times at which they belong; a party can stand there several times
 */
export function membersOf(
  group: Group,
  groups: readonly Group[],
  tenures: readonly Tenure[],
  parentOf: ReadonlyMap<string, string>,
  asking: ReadonlySet<string> = new Set(),
): Membership[] {
  const within = new Set(asking).add(group.id);
  const refer = (reference: string): Membership[] => {
    if (!reference.startsWith('@')) return [{ party: reference, from: null, to: null }];
    const other = groups.find(({ id }) => id === reference.slice(1));
    return other === undefined || within.has(other.id) ? [] : membersOf(other, groups, tenures, parentOf, within);
  };
  const inside = (organisation: string): boolean =>
    group.organisations.some((wanted) => isPartOf(organisation, wanted, parentOf));
  const posts = tenures.filter(
    ({ organisation, role }) =>
      (group.organisations.length > 0 || group.roles.length > 0) &&
      (group.organisations.length === 0 || inside(organisation)) &&
      (group.roles.length === 0 || group.roles.includes(role)),
  );
  const organisations =
    group.roles.length > 0 ? [] : [...new Set([...group.organisations, ...parentOf.keys()])].filter(inside);
  const all: Membership[] = [
    ...posts.map(({ party, from, to }) => ({ party, from, to })),
    ...organisations.map((party) => ({ party, from: null, to: null })),
    ...group.members.flatMap(refer),
  ];
  const taken = group.except.flatMap(refer);
  return all.flatMap((member) => {
    let spans: Span[] = [member];
    for (const out of taken) if (out.party === member.party) spans = spans.flatMap((span) => without(span, out));
    return spans.map(({ from, to }) => ({ party: member.party, from, to }));
  });
}

function isPartOf(organisation: string, whole: string, parentOf: ReadonlyMap<string, string>): boolean {
  const seen = new Set<string>();
  for (let at: string | undefined = organisation; at !== undefined && !seen.has(at); at = parentOf.get(at)) {
    if (at === whole) return true;
    seen.add(at);
  }
  return false;
}
