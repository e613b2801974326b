/** Who a row of a register tells of: the names in it as parties, generously to the discloser. */
import { GRADES } from '../model/finding.ts';
import { ATTENDANCE, ROLES, type Role } from '../model/record.ts';

/** A party that an address in the row may be. */
export interface Candidate {
  readonly party: number;
  /** Place in GRADES. */
  readonly grade: number;
  readonly organisation: boolean;
  /** Stands in people.yaml. */
  readonly named: boolean;
}

/** One participant of the row. */
export interface ToldEnd {
  /** Place in ROLES. */
  readonly role: number;
  readonly address: number;
  /** Party of the organisation that the row gives for this participant; −1 none, or none that is known. */
  readonly organisation: number;
  /** Place in ATTENDANCE. */
  readonly attendance: number;
  readonly candidates: readonly Candidate[];
}

/** Who held a post at an organisation at the time of the row. */
export type Holders = (organisation: number) => readonly number[];

export interface DisclosureParty {
  readonly party: number;
  readonly discloser: boolean;
  /** Place in GRADES. */
  readonly grade: number;
  /** Address by which the row names it; −1 where it names only an organisation. */
  readonly address: number;
  readonly viaOrganisation: boolean;
}

/** Parties of a row, and the organisations of which anybody may be meant. */
export interface ToldParties {
  readonly parties: readonly DisclosureParty[];
  readonly openOrganisations: readonly number[];
}

const CERTAIN = GRADES.indexOf('certain');
const POSSIBLE = GRADES.indexOf('possible');
const is = (end: ToldEnd, ...roles: Role[]): boolean => roles.includes(ROLES[end.role]!);

/** Rooms took no part, neither did those who are only spoken of, nor those who stayed away. */
function tookPart(end: ToldEnd): boolean {
  const attendance = ATTENDANCE[end.attendance]!;
  return !is(end, 'resource', 'mentioned') && attendance !== 'declined' && attendance !== 'no-show';
}

/**
 * Narrows a name by the organisations that stand beside it: somebody who held a post there is meant rather than a
 * namesake elsewhere, and for certain when only one did.
 */
function narrowed(end: ToldEnd, organisations: readonly number[], holders: Holders): readonly Candidate[] {
  const agreeing = end.candidates.filter((c) => organisations.some((o) => holders(o).includes(c.party)));
  if (agreeing.length === 0) return end.candidates;
  const grade = agreeing.length === 1 ? CERTAIN : undefined;
  return end.candidates
    .filter((c) => agreeing.includes(c) || c.grade === CERTAIN)
    .map((c) => (agreeing.includes(c) ? { ...c, grade: grade ?? c.grade } : c));
}

/** A name in the register of an office is that of the one member of the office who bears it. */
function narrowedToOffice(end: ToldEnd, office: ReadonlySet<number>): readonly Candidate[] {
  const members = end.candidates.filter((c) => office.has(c.party));
  return members.length === 1 ? [{ ...members[0]!, grade: CERTAIN }] : end.candidates;
}

function isOrganisation(end: ToldEnd): boolean {
  return end.candidates.some((c) => c.organisation);
}

/** Who tells: the participants that the row marks as such, else those who hosted, else members of the office in it. */
function tellers(ends: readonly ToldEnd[], office: ReadonlySet<number>): ReadonlySet<ToldEnd> {
  const marked = ends.filter((end) => is(end, 'discloser'));
  if (marked.length > 0) return new Set(marked);
  const hosts = ends.filter((end) => is(end, 'organizer', 'host'));
  const members = ends.filter((end) => end.candidates.some((c) => office.has(c.party)));
  return new Set([...hosts, ...members]);
}

/**
 * The parties of one row.
 * @param all its participants
 * @param office parties whose disclosures the source is declared to hold, at that time
 * @param holders who held a post where at that time
 * @returns parties in no order, possible identities admitted. Where a row names nobody of an organisation, or somebody who
 *   is not known, everybody with a post there may be meant; where it does not say who tells, everybody of the office.
 */
export function toldParties(all: readonly ToldEnd[], office: ReadonlySet<number>, holders: Holders): ToldParties {
  const ends = all.filter(tookPart);
  const telling = tellers(ends, office);
  const others = ends.filter((end) => !telling.has(end));
  const inRow = others.filter(isOrganisation).flatMap((end) => end.candidates.map((c) => c.party));
  const named = (end: ToldEnd): readonly Candidate[] =>
    telling.has(end)
      ? narrowedToOffice(end, office)
      : narrowed(end, end.organisation === -1 ? inRow : [end.organisation], holders);
  const byName = ends.flatMap((end) =>
    named(end).map(
      (c): DisclosureParty => ({
        party: c.party,
        discloser: telling.has(end),
        grade: c.grade,
        address: end.address,
        viaOrganisation: false,
      }),
    ),
  );
  const known = [...telling].some((end) => named(end).some((c) => c.named));
  const byOffice = known ? [] : [...office].map((party) => through(party, true, POSSIBLE));
  const organisations = organisationsOf(others, inRow, named, holders);
  const byPost = organisations.flatMap(({ organisation, open, own }) => [
    ...(own ? [through(organisation, false, POSSIBLE)] : []),
    ...(open === null ? [] : holders(organisation).map((party) => through(party, false, open))),
  ]);
  return {
    parties: [...byName, ...byOffice, ...byPost],
    openOrganisations: organisations.filter((o) => o.open !== null).map((o) => o.organisation),
  };
}

function through(party: number, discloser: boolean, grade: number): DisclosureParty {
  return { party, discloser, grade, address: -1, viaOrganisation: true };
}

/** An organisation of the row. */
interface ToldOrganisation {
  readonly organisation: number;
  /** Grade at which anybody with a post there may be meant; null where those who are meant are known. */
  readonly open: number | null;
  /** It stands beside a name only: its own lines may be meant too. */
  readonly own: boolean;
}

function organisationsOf(
  others: readonly ToldEnd[],
  inRow: readonly number[],
  named: (end: ToldEnd) => readonly Candidate[],
  holders: Holders,
): ToldOrganisation[] {
  const persons = others.filter((end) => !isOrganisation(end));
  const beside = persons.map((end) => end.organisation).filter((o) => o !== -1);
  return [...new Set([...inRow, ...beside])].map((organisation) => {
    const representing = persons.filter(
      (end) => end.organisation === organisation || named(end).some((c) => holders(organisation).includes(c.party)),
    );
    const unknown = representing.some((end) => !named(end).some((c) => c.named));
    const open = representing.length === 0 ? CERTAIN : unknown ? POSSIBLE : null;
    return { organisation, open, own: !inRow.includes(organisation) };
  });
}
