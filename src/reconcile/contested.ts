/**
 * What is not determined: which of several contacts a disclosure covers. A contact is uncovered in some maximum matching
 * exactly if an alternating path leads to it from an uncovered one (Dulmage and Mendelsohn 1958).
 */
import { DisjointSets } from './components.ts';
import type { CoverGraph } from './graph.ts';
import type { Matching } from './matching.ts';

/**
 * For each contact the smallest contact among those that it competes with, itself included; −1 where it does not compete:
 * it is covered in every maximum matching, or no disclosure fits it at all.
 * @param matching maximum; where classes are given, maximum for each class before the next
 * @param classOf per contact: a contact of a lower class is covered first, so only those of one class compete
 */
export function contested(graph: CoverGraph, matching: Matching, classOf: ArrayLike<number>): Int32Array {
  const sets = new DisjointSets(graph.contacts + graph.disclosures);
  const uncertain = new Uint8Array(graph.contacts);
  const free = [...matching.disclosureOf.keys()].filter((c) => matching.disclosureOf[c] === -1 && fitted(graph, c));
  for (const [rank, sources] of Map.groupBy(free, (c) => classOf[c]!)) {
    for (const c of reached(graph, matching, sources, sets)) if (classOf[c] === rank) uncertain[c] = 1;
  }
  // A part is named for its smallest contested contact: the sets contain other nodes too.
  const name = new Map<string, number>();
  return Int32Array.from({ length: graph.contacts }, (_, c) => {
    if (uncertain[c] === 0) return -1;
    const key = `${sets.find(c)} ${classOf[c]}`;
    if (!name.has(key)) name.set(key, c);
    return name.get(key)!;
  });
}

function fitted(graph: CoverGraph, contact: number): boolean {
  return graph.first[contact + 1]! > graph.first[contact]!;
}

/** Contacts that alternating paths from the sources reach, the sources included; joins what hangs together. */
function reached(graph: CoverGraph, m: Matching, sources: readonly number[], sets: DisjointSets): number[] {
  const seen = new Uint8Array(graph.contacts);
  const opened = new Uint8Array(graph.disclosures);
  const found = [...sources];
  for (const c of sources) seen[c] = 1;
  for (let at = 0; at < found.length; at++) {
    const c = found[at]!;
    for (let e = graph.first[c]!; e < graph.first[c + 1]!; e++) {
      const d = graph.disclosure[e]!;
      sets.join(c, graph.contacts + d);
      if (opened[d] === 1) continue;
      opened[d] = 1;
      for (let s = m.slotsFrom[d]!; s < m.slotsFrom[d]! + m.used[d]!; s++) {
        const held = m.slots[s]!;
        sets.join(held, graph.contacts + d);
        if (seen[held] === 1) continue;
        seen[held] = 1;
        found.push(held);
      }
    }
  }
  return found;
}
