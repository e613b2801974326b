/**
 * How well accounts are found in a mailbox whose headers show some: half of the pairs of a header is evidence, the other
 * half is truth, and the other way round. Arguments: the ledger of a case, which is changed, and the folder of the case.
 * Prints a line of JSON for each half, and for each threshold over both.
 */
import { createHash } from 'node:crypto';
import { writeDescriptions } from '../../src/case/identity/descriptions.ts';
import { DEFAULT_LINK_LIMITS, linkPeople } from '../../src/case/identity/link.ts';
import { signaturesStage } from '../../src/case/identity/signatures.ts';
import { type Cluster, clustersOf } from '../../src/identity/linkage/clusters.ts';
import { keptApart } from '../../src/identity/names/accounts.ts';
import { continueLedger } from '../../src/ledger/duckdb.ts';
import { FIELDS } from '../../src/ledger/queries/identity/descriptions.ts';
import { THRESHOLDS } from '../score/thresholds.ts';

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

const [, , path = '', folder = ''] = process.argv;
const ledger = await continueLedger(path);
await signaturesStage(ledger, folder, null);
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
const known = new Set(described.flatMap(({ a, b }) => [a, b]));

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

interface Found {
  /** Truths in one cluster. */
  found: number;
  /** Pairs of a mail address and an account in one cluster, one of them of the truth: shown by a header, or not. */
  right: number;
  /** Not shown, of one name or of another: see otherName. */
  others: number;
  othersNamed: number;
}

/** Every pair of one kind and the other in a list. */
const between = (members: readonly number[]): [number, number][] => {
  const of = (kind: string): number[] => members.filter((member) => people[member]!.address!.kind === kind);
  return of('mail').flatMap((a) => of('x500').map((b): [number, number] => [a, b]));
};

/** How well clusters find the truths. */
function found(clusters: readonly Cluster[], truth: typeof described): Found {
  const cluster = new Map(clusters.flatMap(({ members }, c) => members.map((member) => [member, c] as const)));
  const asked = new Set(truth.flatMap(({ a, b }) => [a, b]));
  const sum: Found = { found: 0, right: 0, others: 0, othersNamed: 0 };
  for (const { members } of clusters) {
    for (const [a, b] of between(members.filter((member) => known.has(member)))) {
      if (!asked.has(a) && !asked.has(b)) continue;
      if (ownerOf(a) === ownerOf(b)) sum.right++;
      else if (otherName(a, b)) sum.othersNamed++;
      else sum.others++;
    }
  }
  sum.found = truth.filter(({ a, b }) => cluster.has(a) && cluster.get(a) === cluster.get(b)).length;
  return sum;
}

const apart = (a: number, b: number): boolean => keptApart(people[a]!.address!, people[b]!.address!);
const curve = THRESHOLDS.map((at) => ({ at, found: 0, right: 0, wrong: 0 }));
for (const half of [0, 1]) {
  const same = described.flatMap(({ a, b, half: own }): [number, number][] => (own === half ? [[a, b]] : []));
  const truth = described.filter(({ half: own }) => own !== half);
  const { clusters, pairs: scored } = await linkPeople(ledger, 'description', FIELDS, { same, apart });
  const { found: many, ...rest } = found(clusters, truth);
  process.stdout.write(
    `${JSON.stringify({ half, pairs: pairs.length, described: described.length, truth: truth.length, recall: many / truth.length, ...rest })}\n`,
  );
  for (const point of curve) {
    const at = found(clustersOf(scored, { same, apart }, { ...DEFAULT_LINK_LIMITS, join: point.at }), truth);
    point.found += at.found;
    point.right += at.right;
    point.wrong += at.others + at.othersNamed;
  }
}
for (const { at, found: many, right, wrong } of curve)
  process.stdout.write(
    `${JSON.stringify({ curve: 'accounts in headers', at, precision: right / (right + wrong), recall: many / described.length })}\n`,
  );
await ledger.close();
