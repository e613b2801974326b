/**
 * How well accounts are found in a mailbox whose headers show some: half of the pairs of a header is evidence, the other
 * half is truth, and the other way round. Arguments: the ledger of a case, which is changed; more weights to join at.
 * Prints a line of JSON for each half and weight.
 */
import { createHash } from 'node:crypto';
import { writeDescriptions } from '../../src/case/identity/descriptions.ts';
import { DEFAULT_LINK_LIMITS, linkPeople } from '../../src/case/identity/link.ts';
import { keptApart } from '../../src/identity/names/accounts.ts';
import { continueLedger } from '../../src/ledger/duckdb.ts';
import { FIELDS } from '../../src/ledger/queries/identity/descriptions.ts';

interface Pair {
  readonly a_no: number;
  readonly b_no: number;
  readonly norm: string;
}
interface Named {
  readonly given: string | null;
  readonly middle: string | null;
  readonly family: string;
}

const [, , path = '', ...joins] = process.argv;
const ledger = await continueLedger(path);
const { people } = await writeDescriptions(ledger, []);
const names = await ledger.rows<Named>({
  name: 'names',
  sql: 'select given, middle, family from description order by person_no',
});
const pairs = await ledger.rows<Pair>({
  name: 'pairs',
  sql: 'select distinct a_no, b_no, norm from equation join address on address_no = a_no order by 1, 2',
});
const place = new Map(people.map((person, i) => [person.address!.no, i]));
const described = pairs.flatMap(({ a_no, b_no, norm }) => {
  const [a, b] = [place.get(a_no), place.get(b_no)];
  return a === undefined || b === undefined ? [] : [{ a, b, half: createHash('sha256').update(norm).digest()[0]! & 1 }];
});

/** Accounts that headers show to be one's, both halves: each by its least member. */
const owner = new Map<number, number>();
const ownerOf = (member: number): number => {
  let at = member;
  for (let up = owner.get(at); up !== undefined; up = owner.get(at)) at = up;
  return at;
};
for (const { a, b } of described) {
  const [x, y] = [ownerOf(a), ownerOf(b)];
  if (x !== y) owner.set(Math.max(x, y), Math.min(x, y));
}

/** Whether the names of two say that they are two people. */
function otherName(a: number, b: number): boolean {
  const [x, y] = [names[a]!, names[b]!];
  const initials = ({ given, middle }: Named): string[] => [given, middle].flatMap((name) => name?.slice(0, 1) ?? []);
  const bare = (text: string): string => text.replaceAll(' ', '');
  return bare(x.family) !== bare(y.family) || !initials(x).some((initial) => initials(y).includes(initial));
}

const apart = (a: number, b: number): boolean => keptApart(people[a]!.address!, people[b]!.address!);
for (const join of [DEFAULT_LINK_LIMITS.join, ...joins.map(Number)]) {
  for (const half of [0, 1]) {
    const same = described.flatMap(({ a, b, half: own }): [number, number][] => (own === half ? [[a, b]] : []));
    const truth = described.filter(({ half: own }) => own !== half);
    const limits = { ...DEFAULT_LINK_LIMITS, join };
    const { clusters } = await linkPeople(ledger, 'description', FIELDS, { same, apart }, limits);
    const cluster = new Map(clusters.flatMap(({ members }, c) => members.map((member) => [member, c] as const)));
    const asked = new Set(truth.flatMap(({ a, b }) => [a, b]));
    const known = new Set(described.flatMap(({ a, b }) => [a, b]));
    let [right, others, othersNamed] = [0, 0, 0];
    for (const { members } of clusters) {
      const own = members.filter((member) => known.has(member));
      for (const a of own.filter((member) => people[member]!.address!.kind === 'mail')) {
        for (const b of own.filter((member) => people[member]!.address!.kind === 'x500')) {
          if (!asked.has(a) && !asked.has(b)) continue;
          if (ownerOf(a) === ownerOf(b)) right++;
          else if (otherName(a, b)) othersNamed++;
          else others++;
        }
      }
    }
    const found = truth.filter(({ a, b }) => cluster.has(a) && cluster.get(a) === cluster.get(b)).length;
    process.stdout.write(
      `${JSON.stringify({ join, half, pairs: pairs.length, described: described.length, truth: truth.length, recall: found / truth.length, right, others, othersNamed })}\n`,
    );
  }
}
await ledger.close();
