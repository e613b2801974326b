/** Maximum matchings of contacts with disclosures: Hopcroft and Karp (1973), with capacities on the disclosures' side. */
import { type CoverGraph, degrees, UNBOUNDED } from './graph.ts';

/**
 * Which contact each disclosure covers. A disclosure with capacity k has min(k, degree) slots; those in use come first.
 * A path that exchanges one contact for another replaces it in its slot, so no list is ever shifted.
 */
export interface Matching {
  /** Disclosure that covers each contact; −1 none. */
  readonly disclosureOf: Int32Array;
  /** Slot that each contact stands in; −1 none. */
  readonly slotOf: Int32Array;
  /** Slots of disclosure d are slotsFrom[d] … slotsFrom[d + 1] − 1. */
  readonly slotsFrom: Int32Array;
  /** Contact in each slot. */
  readonly slots: Int32Array;
  /** Slots in use of each disclosure. */
  readonly used: Int32Array;
}

/** A matching that covers nothing. */
export function emptyMatching(graph: CoverGraph): Matching {
  const degree = degrees(graph);
  const slotsFrom = new Int32Array(graph.disclosures + 1);
  for (let d = 0; d < graph.disclosures; d++) {
    const capacity = graph.capacity[d]!;
    slotsFrom[d + 1] = slotsFrom[d]! + (capacity === UNBOUNDED ? degree[d]! : Math.min(capacity, degree[d]!));
  }
  return {
    disclosureOf: new Int32Array(graph.contacts).fill(-1),
    slotOf: new Int32Array(graph.contacts).fill(-1),
    slotsFrom,
    slots: new Int32Array(slotsFrom[graph.disclosures]!).fill(-1),
    used: new Int32Array(graph.disclosures),
  };
}

/** Puts a contact into a free slot of a disclosure. The caller has seen that there is one. */
export function cover(matching: Matching, contact: number, disclosure: number): void {
  const slot = matching.slotsFrom[disclosure]! + matching.used[disclosure]!++;
  matching.slots[slot] = contact;
  matching.slotOf[contact] = slot;
  matching.disclosureOf[contact] = disclosure;
}

/** Whether a disclosure can cover one more. */
export function hasRoom(matching: Matching, disclosure: number): boolean {
  return matching.used[disclosure]! < matching.slotsFrom[disclosure + 1]! - matching.slotsFrom[disclosure]!;
}

/** Layers of one phase: shortest alternating distances from the free contacts. */
interface Layers {
  readonly ofContact: Int32Array;
  readonly ofDisclosure: Int32Array;
}

/** @returns false when no free source reaches a disclosure with room: the matching is maximum for these sources */
function layer(graph: CoverGraph, m: Matching, sources: readonly number[], maxRank: number, layers: Layers): boolean {
  const { ofContact, ofDisclosure } = layers;
  ofContact.fill(-1);
  ofDisclosure.fill(-1);
  let frontier: number[] = sources.filter((c) => m.disclosureOf[c] === -1);
  for (const c of frontier) ofContact[c] = 0;
  for (let depth = 0, found = false; frontier.length > 0 && !found; depth++) {
    const next: number[] = [];
    for (const c of frontier) {
      for (let e = graph.first[c]!; e < graph.first[c + 1]! && graph.rank[e]! <= maxRank; e++) {
        const d = graph.disclosure[e]!;
        if (ofDisclosure[d] !== -1) continue;
        ofDisclosure[d] = depth;
        if (hasRoom(m, d)) found = true;
        for (let s = m.slotsFrom[d]!; s < m.slotsFrom[d]! + m.used[d]!; s++) {
          const held = m.slots[s]!;
          if (ofContact[held] !== -1) continue;
          ofContact[held] = depth + 1;
          next.push(held);
        }
      }
    }
    if (found) return true;
    frontier = next;
  }
  return false;
}

/** Exchanges along a path: each contact on it takes the slot of the one after it, the last one takes a free slot. */
function exchange(m: Matching, path: readonly number[], through: readonly number[]): void {
  let slot = m.slotsFrom[through.at(-1)!]! + m.used[through.at(-1)!]!++;
  for (let k = path.length - 1; k >= 0; k--) {
    const c = path[k]!;
    const left = m.slotOf[c]!;
    m.slots[slot] = c;
    m.slotOf[c] = slot;
    m.disclosureOf[c] = through[k]!;
    slot = left;
  }
}

/** Depth-first search along the layers, without recursion: paths can be as long as the graph. */
function descend(
  graph: CoverGraph,
  m: Matching,
  root: number,
  maxRank: number,
  layers: Layers,
  edgeAt: Int32Array,
  slotAt: Int32Array,
): void {
  const path = [root];
  const through: number[] = [];
  while (path.length > 0) {
    const c = path.at(-1)!;
    const e = edgeAt[c]!;
    if (e >= graph.first[c + 1]! || graph.rank[e]! > maxRank) {
      path.pop();
      through.pop(); // the one that led here; its next slot is tried
      continue;
    }
    const d = graph.disclosure[e]!;
    if (layers.ofDisclosure[d] !== layers.ofContact[c]) {
      edgeAt[c] = e + 1;
      continue;
    }
    through.push(d);
    if (hasRoom(m, d)) {
      exchange(m, path, through);
      return;
    }
    const end = m.slotsFrom[d + 1]!;
    while (slotAt[d]! < end && layers.ofContact[m.slots[slotAt[d]!]!] !== layers.ofContact[c]! + 1) slotAt[d]!++;
    if (slotAt[d]! < end) {
      path.push(m.slots[slotAt[d]!++]!);
    } else {
      through.pop();
      edgeAt[c] = e + 1;
    }
  }
}

/**
 * Enlarges a matching until it is maximum for the given contacts, keeping every contact covered that is covered.
 * Hopcroft and Karp (1973): in each phase a maximal set of shortest augmenting paths, at most about √n phases.
 * @param sources contacts that shall be covered, in the order of preference; others are only exchanged, never added
 * @param maxRank edges of a worse rank (place in RANKS) are not used
 */
export function augment(graph: CoverGraph, matching: Matching, sources: readonly number[], maxRank: number): void {
  const layers: Layers = {
    ofContact: new Int32Array(graph.contacts),
    ofDisclosure: new Int32Array(graph.disclosures),
  };
  while (layer(graph, matching, sources, maxRank, layers)) {
    const edgeAt = graph.first.slice(0, graph.contacts);
    const slotAt = matching.slotsFrom.slice(0, graph.disclosures);
    for (const c of sources)
      if (matching.disclosureOf[c] === -1) descend(graph, matching, c, maxRank, layers, edgeAt, slotAt);
  }
}
