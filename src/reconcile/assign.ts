/** Gives each contact the disclosure that covers it, if one does, by the printed preferences. */
import { contested } from './contested.ts';
import { coverConvexParts } from './convex.ts';
import { type CoverGraph, RANKS } from './graph.ts';
import { augment, emptyMatching } from './matching.ts';

export interface Assignment {
  /** Disclosure that covers each contact; −1 none. */
  readonly disclosureOf: Int32Array;
  /** Place in RANKS of the edge that covers it; −1 none. */
  readonly rankOf: Int32Array;
  /** Smallest contact among those that it competes with; −1 where it does not compete. */
  readonly partOf: Int32Array;
}

function rankBetween(graph: CoverGraph, contact: number, disclosure: number): number {
  for (let e = graph.first[contact]!; e < graph.first[contact + 1]!; e++)
    if (graph.disclosure[e] === disclosure) return graph.rank[e]!;
  return -1;
}

/**
 * A maximum matching with preferences, and what it leaves undetermined. First the contacts of class 0, as many as can be
 * covered, then those of the next class, without giving up any that is covered. Within a class exact edges are used
 * first, then coarse, then late ones; among equals the earlier contact and disclosure. The size does not depend on the
 * preferences: augmenting keeps what is covered, and ends only when nothing more can be (Berge 1957).
 * @param graph nodes in order of time, then id
 * @param classOf per contact, from 0: those that took place before those that were only planned or tried
 */
export function assign(graph: CoverGraph, classOf: Uint8Array): Assignment {
  const matching = emptyMatching(graph);
  const classes = Map.groupBy(classOf.keys(), (c) => classOf[c]!);
  const order = [...classes.keys()].sort((a, b) => a - b);
  for (const [turn, contactClass] of order.entries()) {
    const sources = classes.get(contactClass)!.filter((c) => graph.first[c + 1]! > graph.first[c]!);
    if (turn === 0) coverConvexParts(graph, matching, sources, 0);
    for (let rank = 0; rank < RANKS.length; rank++) augment(graph, matching, sources, rank);
  }
  const { disclosureOf } = matching;
  return {
    disclosureOf,
    rankOf: disclosureOf.map((d, c) => (d === -1 ? -1 : rankBetween(graph, c, d))),
    partOf: contested(graph, matching, classOf),
  };
}
