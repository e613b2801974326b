/**
 * Matching where only time decides. When the contacts of a connected part can be put in an order in which every
 * disclosure fits a run of neighbours (points and intervals), covering each in turn by the open disclosure that ends
 * first is maximum: Glover (1967); Lipski and Preparata (1981).
 */
import { DisjointSets } from './components.ts';
import { type CoverGraph, UNBOUNDED } from './graph.ts';
import { cover, hasRoom, type Matching } from './matching.ts';

/** A disclosure in a part: it fits the part's contacts at places from … to. */
interface Run {
  readonly disclosure: number;
  readonly from: number;
  to: number;
  fits: number;
}

/** Runs of one part; null where a disclosure fits contacts that are no neighbours. */
function runsOf(graph: CoverGraph, part: readonly number[], maxRank: number): Run[] | null {
  const runs = new Map<number, Run>();
  for (const [place, c] of part.entries()) {
    for (const d of fits(graph, c, maxRank)) {
      const run = runs.get(d);
      if (run === undefined) runs.set(d, { disclosure: d, from: place, to: place, fits: 1 });
      else if (run.to === place - 1) {
        run.to = place;
        run.fits++;
      } else return null;
    }
  }
  return [...runs.values()];
}

/** Disclosures that fit a contact, each once. */
function fits(graph: CoverGraph, contact: number, maxRank: number): Set<number> {
  const found = new Set<number>();
  for (let e = graph.first[contact]!; e < graph.first[contact + 1]! && graph.rank[e]! <= maxRank; e++)
    found.add(graph.disclosure[e]!);
  return found;
}

/** By end; where two end together, first the one that can run out. */
function endsFirst(graph: CoverGraph): (a: Run, b: Run) => number {
  return (a, b) =>
    a.to - b.to ||
    Number(graph.capacity[a.disclosure] === UNBOUNDED) - Number(graph.capacity[b.disclosure] === UNBOUNDED) ||
    a.disclosure - b.disclosure;
}

/** Puts a run into a sorted list by halving. */
function insert(open: Run[], run: Run, order: (a: Run, b: Run) => number): void {
  let [low, high] = [0, open.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (order(open[middle]!, run) < 0) low = middle + 1;
    else high = middle;
  }
  open.splice(low, 0, run);
}

function coverInTurn(graph: CoverGraph, matching: Matching, part: readonly number[], runs: readonly Run[]): void {
  const order = endsFirst(graph);
  const opening = Map.groupBy(runs, (run) => run.from);
  const open: Run[] = [];
  for (const [place, c] of part.entries()) {
    for (const run of opening.get(place) ?? []) insert(open, run, order);
    while (open.length > 0 && (open[0]!.to < place || !hasRoom(matching, open[0]!.disclosure))) open.shift();
    if (open.length > 0) cover(matching, c, open[0]!.disclosure);
  }
}

/**
 * Covers the contacts of every part in which only time decides; leaves the other parts alone.
 * @param matching covers none of these contacts and uses none of their disclosures yet
 * @param sources contacts in their order of time
 * @param maxRank edges of a worse rank are not used
 */
export function coverConvexParts(
  graph: CoverGraph,
  matching: Matching,
  sources: readonly number[],
  maxRank: number,
): void {
  const sets = new DisjointSets(graph.contacts + graph.disclosures);
  for (const c of sources) for (const d of fits(graph, c, maxRank)) sets.join(c, graph.contacts + d);
  const parts = Map.groupBy(sources, (c) => sets.find(c));
  for (const part of parts.values()) {
    const runs = runsOf(graph, part, maxRank);
    if (runs !== null) coverInTurn(graph, matching, part, runs);
  }
}
