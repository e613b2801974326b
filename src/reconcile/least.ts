/** At least how many contacts no loaded disclosure covers. */
import { contested } from './contested.ts';
import { type CoverGraph, coverGraph, edgesOf } from './graph.ts';
import { independent } from './independent.ts';
import { augment, emptyMatching, type Matching } from './matching.ts';
import type { Counted, Fits, Given, Owed } from './owed.ts';

/** Contacts that compete for disclosures which cover fewer. */
export interface Contest {
  /** Counted contacts, in their order. */
  readonly contacts: readonly number[];
  /** How many of them are not covered, whichever these are. */
  readonly uncovered: number;
}

export interface Least {
  readonly min: number;
  /** Counted contacts that no disclosure fits, no two of which can be one event. */
  readonly undisclosed: readonly number[];
  readonly contests: readonly Contest[];
}

const RANK_ANY = 255;

function matched(graph: CoverGraph, sources: readonly number[]): Matching {
  const matching = emptyMatching(graph);
  augment(graph, matching, sources, RANK_ANY);
  return matching;
}

/** How much a row speaks for its contact being uncovered: no disclosure fits it, it is contested, neither. */
type Weight = 0 | 1 | 2;

/** The row of each contact that says most, by contact. */
function telling(owed: Owed, weight: (row: number) => Weight, rows: readonly number[]): Map<number, number> {
  const best = new Map<number, number>();
  for (const row of rows) {
    const contact = owed.contact[row]!;
    const known = best.get(contact);
    if (known === undefined || weight(row) < weight(known)) best.set(contact, row);
  }
  return best;
}

/**
 * The lower bound: for any set S of certainly distinct contacts at least |S| − ν(S) are uncovered, where ν is the size of a
 * maximum matching of S, possible identities admitted (Hall 1935; generous to the discloser). Each contact is asked of one
 * duty-holder, so sums over duty-holders add up. S is chosen greedily: contacts that no disclosure fits first, then
 * those that compete, each by latest instant, then id.
 */
export function least(counted: Counted, owed: Owed, given: Given, fits: Fits): Least {
  const rows = Array.from({ length: owed.contact.length }, (_, row) => row).filter(
    (row) => owed.sure[row] === 1 && owed.contact[row] !== -1 && counted.certain[owed.contact[row]!] === 1,
  );
  const graph = coverGraph(owed.contact.length, given.capacity, edgesOf(fits, rows));
  const part = contested(graph, matched(graph, rows), new Uint8Array(graph.contacts));
  const weight = (row: number): Weight => (nothingFits(graph, row) ? 0 : part[row] !== -1 ? 1 : 2);
  const rowOf = telling(owed, weight, rows);
  const order = [...rowOf.keys()].sort((a, b) => weight(rowOf.get(a)!) - weight(rowOf.get(b)!) || a - b);
  const chosen = independent(order, counted.same).map((contact) => rowOf.get(contact)!);
  return listed(coverGraph(owed.contact.length, given.capacity, edgesOf(fits, chosen)), owed, chosen);
}

function nothingFits(graph: CoverGraph, row: number): boolean {
  return graph.first[row] === graph.first[row + 1];
}

/** Splits the chosen rows into those that nothing fits and those that compete. */
function listed(graph: CoverGraph, owed: Owed, chosen: readonly number[]): Least {
  const matching = matched(graph, chosen);
  const part = contested(graph, matching, new Uint8Array(graph.contacts));
  const groups = Map.groupBy(
    chosen.filter((row) => part[row] !== -1),
    (row) => part[row]!,
  );
  const byPlace = (rows: readonly number[]): number[] => rows.map((row) => owed.contact[row]!).sort((a, b) => a - b);
  const undisclosed = byPlace(chosen.filter((row) => nothingFits(graph, row)));
  const contests = [...groups.values()]
    .map((group) => ({
      contacts: byPlace(group),
      uncovered: group.filter((row) => matching.disclosureOf[row] === -1).length,
    }))
    .sort((a, b) => a.contacts[0]! - b.contacts[0]!);
  return {
    min: contests.reduce((sum, contest) => sum + contest.uncovered, undisclosed.length),
    undisclosed,
    contests,
  };
}
