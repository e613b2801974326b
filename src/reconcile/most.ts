/** At most how many contacts no loaded disclosure covers: all but those that must be covered. */
import { DisjointSets } from './components.ts';
import { contested } from './contested.ts';
import { type CoverGraph, coverGraph } from './graph.ts';
import { augment, emptyMatching, type Matching } from './matching.ts';
import type { Fits, Given, Owed } from './owed.ts';

const RANK_ANY = 255;

/** Edges of the entries of one register that tell of recorded contacts, to those contacts that came nearest. */
interface Register {
  /** Rows of Owed. */
  readonly rows: readonly number[];
  readonly disclosures: readonly number[];
}

/**
 * An entry tells of a recorded contact when one of those that it fits agrees in identity, day, channel and parties; it
 * then tells of one of those that it fits, and not of an attempt or a plan where a contact took place.
 */
function registers(given: Given, fits: Fits): Register[] {
  const nearest = new Map<number, number>();
  const own = Array.from({ length: fits.contact.length }, (_, e) => e).filter((e) => fits.own[e] === 1);
  for (const e of own) {
    const [d, near] = [fits.disclosure[e]!, fits.nearness[e]!];
    nearest.set(d, Math.min(nearest.get(d) ?? near, near));
  }
  const near = own.filter((e) => fits.nearness[e] === nearest.get(fits.disclosure[e]!));
  const firm = new Set(near.filter((e) => fits.firm[e] === 1).map((e) => fits.disclosure[e]!));
  const told = near.filter((e) => firm.has(fits.disclosure[e]!) && given.register[fits.disclosure[e]!] !== -1);
  return [...Map.groupBy(told, (e) => given.register[fits.disclosure[e]!]!).values()].map((edges) => ({
    rows: edges.map((e) => fits.contact[e]!),
    disclosures: edges.map((e) => fits.disclosure[e]!),
  }));
}

/** Numbers from 0 for whatever numbers occur. */
function dense(numbers: readonly number[]): { readonly known: readonly number[]; readonly at: readonly number[] } {
  const known = [...new Set(numbers)];
  const place = new Map(known.map((n, i) => [n, i]));
  return { known, at: numbers.map((n) => place.get(n)!) };
}

function matchedInTurn(graph: CoverGraph, turns: readonly (readonly number[])[]): Matching {
  const matching = emptyMatching(graph);
  for (const sources of turns) augment(graph, matching, sources, RANK_ANY);
  return matching;
}

/** What must be covered by one register, as rows. */
interface Must {
  /** Covered whichever entry tells of which contact. */
  readonly forced: readonly number[];
  /** Rows of `single` contacts that stay covered when the entries tell of others wherever they can. */
  readonly grudging: readonly number[];
}

function mustOf(register: Register, given: Given, single: (row: number) => boolean): Must {
  const rows = dense(register.rows);
  const disclosures = dense(register.disclosures);
  const graph = coverGraph(
    rows.known.length,
    Int32Array.from(disclosures.known, (d) => given.capacity[d]!),
    {
      contact: rows.at,
      disclosure: disclosures.at,
      rank: new Uint8Array(rows.at.length),
    },
  );
  const all = [...rows.known.keys()];
  const isSingle = (c: number): boolean => single(rows.known[c]!);
  const open = contested(graph, matchedInTurn(graph, [all]), new Uint8Array(graph.contacts));
  const grudging = matchedInTurn(graph, [all.filter((c) => !isSingle(c)), all.filter(isSingle)]);
  return {
    forced: all.filter((c) => open[c] === -1).map((c) => rows.known[c]!),
    grudging: all.filter((c) => isSingle(c) && grudging.disclosureOf[c] !== -1).map((c) => rows.known[c]!),
  };
}

/** How many rows each contact stands in. */
function rowsOf(owed: Owed): Map<number, number> {
  const rows = new Map<number, number>();
  for (let row = 0; row < owed.contact.length; row++)
    rows.set(owed.contact[row]!, (rows.get(owed.contact[row]!) ?? 0) + 1);
  return rows;
}

/**
 * The upper bound: all contacts but those that must be covered. What is taken for granted, and printed: as many entries of
 * one register as can be tell of recorded contacts, each of another. Entries of different registers may tell of one.
 * Covered are then, in each connected part, at least as many counted contacts as a maximum matching covers that takes
 * contacts outside of the count wherever it can; a contact that several had to account for only if each account must be there.
 */
export function most(owed: Owed, given: Given, fits: Fits): number {
  const rows = rowsOf(owed);
  const parts = new DisjointSets(owed.contact.length + given.capacity.length);
  const perPart = new Map<number, number>();
  const forced = new Set<number>();
  const all = registers(given, fits);
  for (const register of all)
    for (const [e, row] of register.rows.entries()) parts.join(row, owed.contact.length + register.disclosures[e]!);
  const single = (row: number): boolean => owed.contact[row] !== -1 && rows.get(owed.contact[row]!) === 1;
  for (const register of all) {
    const must = mustOf(register, given, single);
    for (const row of must.forced) forced.add(row);
    for (const [part, members] of Map.groupBy(must.grudging, (row) => parts.find(row)))
      perPart.set(part, Math.max(perPart.get(part) ?? 0, members.length));
  }
  const owing = [...rows.keys()].filter((contact) => contact !== -1).length;
  const must = [...perPart.values()].reduce((sum, n) => sum + n, 0);
  return owing - must - severallyForced(owed, rows, forced);
}

/** Contacts that several had to account for and whose every account must be there. */
function severallyForced(owed: Owed, rows: ReadonlyMap<number, number>, forced: ReadonlySet<number>): number {
  const there = new Map<number, number>();
  for (const row of forced) {
    const contact = owed.contact[row]!;
    if (contact !== -1 && rows.get(contact)! > 1) there.set(contact, (there.get(contact) ?? 0) + 1);
  }
  return [...there].filter(([contact, n]) => n === rows.get(contact)).length;
}
