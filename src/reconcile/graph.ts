/** The bipartite graph of what may cover what: contacts on one side, disclosures with capacities on the other. */

/** How well a disclosure fits, best first; numbers in `rank` columns are places in this list. */
export const RANKS = ['exact', 'coarse', 'late'] as const;
export type Rank = (typeof RANKS)[number];

/** A capacity that no number of contacts exhausts: "met several times in May". */
export const UNBOUNDED = -1;

/** Edges as columns of equal length. Nodes are numbered from 0 in their canonical order: by time, then by id. */
export interface EdgeColumns {
  readonly contact: ArrayLike<number>;
  readonly disclosure: ArrayLike<number>;
  /** Place in RANKS. */
  readonly rank: ArrayLike<number>;
}

/** Edges by contact, in compressed rows: those of contact c stand at first[c] … first[c + 1] − 1, best rank first. */
export interface CoverGraph {
  readonly contacts: number;
  readonly disclosures: number;
  readonly first: Int32Array;
  readonly disclosure: Int32Array;
  readonly rank: Uint8Array;
  /** Contacts that each disclosure can cover, at least 1; UNBOUNDED for all that it fits. */
  readonly capacity: Int32Array;
}

/**
 * Builds a graph. Parallel edges are allowed and count once; the better rank wins.
 * @param contacts number of contacts
 * @param capacity per disclosure, see CoverGraph
 * @param edges in any order
 * @returns the graph; each contact's edges are ordered by rank, then by the disclosure's number
 */
export function coverGraph(contacts: number, capacity: Int32Array, edges: EdgeColumns): CoverGraph {
  const count = edges.contact.length;
  const first = new Int32Array(contacts + 1);
  for (let e = 0; e < count; e++) first[edges.contact[e]! + 1]!++;
  for (let c = 0; c < contacts; c++) first[c + 1]! += first[c]!;
  const next = first.slice(0, contacts);
  // Rank and disclosure in one number, so that a run of edges is sorted as plain numbers.
  const keys = new Float64Array(count);
  const width = capacity.length;
  for (let e = 0; e < count; e++) keys[next[edges.contact[e]!]!++] = edges.rank[e]! * width + edges.disclosure[e]!;
  const disclosure = new Int32Array(count);
  const rank = new Uint8Array(count);
  for (let c = 0; c < contacts; c++) {
    const run = keys.subarray(first[c]!, first[c + 1]!);
    if (run.length > 1) run.sort();
    for (let e = first[c]!; e < first[c + 1]!; e++) {
      disclosure[e] = keys[e]! % width;
      rank[e] = Math.floor(keys[e]! / width);
    }
  }
  return { contacts, disclosures: width, first, disclosure, rank, capacity };
}

/** The edges of some contacts only. */
export function edgesOf(edges: EdgeColumns, contacts: Iterable<number>): EdgeColumns {
  const wanted = new Set(contacts);
  const places = Array.from({ length: edges.contact.length }, (_, e) => e).filter((e) => wanted.has(edges.contact[e]!));
  return {
    contact: places.map((e) => edges.contact[e]!),
    disclosure: places.map((e) => edges.disclosure[e]!),
    rank: places.map((e) => edges.rank[e]!),
  };
}

/** Number of contacts that each disclosure fits, counting parallel edges as often as they stand. */
export function degrees(graph: CoverGraph): Int32Array {
  const degree = new Int32Array(graph.disclosures);
  for (const d of graph.disclosure) degree[d]!++;
  return degree;
}
