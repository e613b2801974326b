/**
 * Likeness: who is probably or possibly one person, by names, accounts and circles. Only what nobody stated, decided or
 * the mail system showed is guessed at; a guess is never certain, and each pair keeps its evidence.
 */
import type { ClaimBook, NamedParty } from '../../identity/book.ts';
import { addressKey } from '../../identity/claims.ts';
import type { Settled } from '../../identity/linkage/clusters.ts';
import { levelsOf } from '../../identity/linkage/fields.ts';
import { keptApart } from '../../identity/names/accounts.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { FIELDS } from '../../ledger/queries/identity/descriptions.ts';
import { FORGET_DESCRIPTIONS, likenesses } from '../../ledger/queries/identity/likeness.ts';
import { FORGET_LINKAGE } from '../../ledger/queries/identity/linkage/scores.ts';
import { FORGET_SIGNED } from '../../ledger/queries/identity/signatures.ts';
import { type Person, writeDescriptions } from './descriptions.ts';
import { guessLines } from './lines.ts';
import { type Linked, linkPeople } from './link.ts';

/** An address is possibly at most so many people's. */
const MOST_POSSIBLE = 3;
/** Of a party with more addresses than these not every pair is listed as the same: a chain of them is. */
const MOST_PAIRS = 60;

const keyOf = ({ address, party }: Person): string =>
  address === null ? party! : addressKey(address.kind, address.norm);

/** What is certain of the people described. @param apart keys that a decision keeps apart, as JSON pairs */
function settledOf(people: readonly Person[], book: ClaimBook, apart: ReadonlySet<string>): Settled {
  const owners = people.map((person) =>
    person.address === null ? book.standsFor(person.party!) : book.owner(person.address.kind, person.address.norm),
  );
  const known = people.flatMap((_, i) => (owners[i] === null ? [] : [i]));
  const same = [...Map.groupBy(known, (i) => owners[i]!).values()].flatMap((members) =>
    members.length > MOST_PAIRS
      ? members.slice(1).map((member, i): [number, number] => [members[i]!, member])
      : members.flatMap((x, i) => members.slice(i + 1).map((y): [number, number] => [x, y])),
  );
  const pair = (a: number, b: number): string => JSON.stringify([keyOf(people[a]!), keyOf(people[b]!)].sort());
  return {
    same,
    apart: (a, b) =>
      (owners[a] !== null && owners[b] !== null && owners[a] !== owners[b] && book.areNamed(owners[a]!, owners[b]!)) ||
      (people[a]!.address !== null &&
        people[b]!.address !== null &&
        keptApart(people[a]!.address, people[b]!.address)) ||
      apart.has(pair(a, b)),
  };
}

/** The party that a cluster's members are guessed to be: who owns one of them, else the first address. */
function partyOf(members: readonly Person[], book: ClaimBook): string {
  const owners = members.flatMap((person) => {
    const owner = person.address === null ? person.party : book.owner(person.address.kind, person.address.norm);
    return owner === null ? [] : [book.standsFor(owner)];
  });
  const named = owners.filter((owner) => book.areNamed(owner, owner)).sort();
  return named[0] ?? owners.sort()[0] ?? keyOf([...members].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))[0]!);
}

/** An address that stands for a party has to be that party's. */
function keepAnchor(person: Person, party: string, book: ClaimBook): void {
  if (person.address !== null && keyOf(person) === party) book.keep(person.address.kind, person.address.norm);
}

/** Gives every free address of a cluster, and every account that only the mail system speaks of, to its party. @returns the party of each person that is in a cluster */
function giveProbable(people: readonly Person[], linked: Linked, book: ClaimBook): Map<number, string> {
  const parties = new Map<number, string>();
  for (const { members } of linked.clusters) {
    const party = partyOf(
      members.map((member) => people[member]!),
      book,
    );
    for (const member of members) {
      parties.set(member, party);
      keepAnchor(people[member]!, party, book);
    }
    for (const member of members) {
      const { address } = people[member]!;
      if (address === null || book.guess(address.kind, address.norm, party, 'probable')) continue;
      const owner = book.owner(address.kind, address.norm);
      if (owner !== null) book.guessAccount(owner, party);
    }
  }
  return parties;
}

/** The longest name that is written of each party; of equals the first. */
function namesOf(people: readonly Person[], parties: ReadonlyMap<number, string>): Map<string, string> {
  const names = new Map<string, string>();
  for (const [member, party] of parties) {
    const { label } = people[member]!;
    const known = names.get(party);
    const better =
      label !== null &&
      (known === undefined || label.length > known.length || (label.length === known.length && label < known));
    if (better) names.set(party, label);
  }
  return names;
}

/** What is likelier than not, but not joined: the address may be the other's as well. */
function givePossible(
  people: readonly Person[],
  { pairs }: Linked,
  settled: Settled,
  parties: ReadonlyMap<number, string>,
  book: ClaimBook,
): void {
  const given = new Map<number, number>();
  const order = Array.from(pairs.a, (_, i) => i)
    .filter((i) => pairs.weight[i]! >= 0)
    .sort((i, j) => pairs.weight[j]! - pairs.weight[i]! || pairs.a[i]! - pairs.a[j]! || pairs.b[i]! - pairs.b[j]!);
  const give = (from: number, to: number): void => {
    const { address } = people[from]!;
    const times = given.get(from) ?? 0;
    if (address === null || times >= MOST_POSSIBLE) return;
    const party = parties.get(to) ?? keyOf(people[to]!);
    keepAnchor(people[to]!, party, book);
    if (book.guess(address.kind, address.norm, party, 'possible')) given.set(from, times + 1);
  };
  for (const i of order) {
    const [a, b] = [pairs.a[i]!, pairs.b[i]!];
    const together = parties.get(a) !== undefined && parties.get(a) === parties.get(b);
    if (together || settled.apart(a, b)) continue;
    give(a, b);
    give(b, a);
  }
}

async function writeModel(ledger: Ledger, { estimate, weights }: Linked): Promise<void> {
  const rows = FIELDS.flatMap((field, f) =>
    levelsOf(field).map((label, level) => ({ field: field.name, f, level, label })),
  );
  const millionths = (value: number): number => Math.round(value * 1e6);
  await ledger.append('likeness_level', rows.length, {
    field_no: rows.map(({ f }) => f),
    field: rows.map(({ field }) => field),
    level: rows.map(({ level }) => level),
    label: rows.map(({ label }) => label),
    weight: rows.map(({ f, level }) => weights.levels[f]![level]!),
    m: rows.map(({ f, level }) => millionths(estimate.m[f]![level]!)),
    u: rows.map(({ f, level }) => millionths(estimate.u[f]![level]!)),
  });
}

/**
 * Adds guesses to the book, and fills likeness and likeness_level.
 * @param named the parties of people.yaml
 * @param apart pairs of keys, sorted, as JSON, that decisions keep apart
 * @returns names of parties that only guesses made, by their keys
 */
export async function guessPeople(
  ledger: Ledger,
  named: readonly NamedParty[],
  book: ClaimBook,
  apart: ReadonlySet<string>,
): Promise<ReadonlyMap<string, string>> {
  let names: ReadonlyMap<string, string> = new Map();
  const { people } = await writeDescriptions(ledger, named);
  if (people.length > 1) {
    const settled = settledOf(people, book, apart);
    const linked = await linkPeople(ledger, 'description', FIELDS, settled);
    const parties = giveProbable(people, linked, book);
    givePossible(people, linked, settled, parties, book);
    await guessLines(ledger, people, parties, book);
    names = namesOf(people, parties);
    await ledger.run(likenesses(FIELDS));
    await writeModel(ledger, linked);
    await ledger.run(FORGET_LINKAGE);
  }
  await ledger.run(FORGET_DESCRIPTIONS);
  await ledger.run(FORGET_SIGNED);
  return names;
}
