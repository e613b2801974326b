/** A drawing's graph as arrays of numbers: who is whose neighbour, and which parts hang together. */

/** An undirected graph; nodes are numbered from 0 in the order of their keys. */
export interface Graph {
  readonly nodes: number;
  /** Ends of edge e: a[e] and b[e]. */
  readonly a: Uint32Array;
  readonly b: Uint32Array;
  /** How strongly an edge pulls, above 0; 1 is usual. */
  readonly pull: Float64Array;
}

/** Neighbours of node n: those from start[n] up to start[n + 1] in `to`. */
export interface Adjacency {
  readonly start: Uint32Array;
  readonly to: Uint32Array;
}

/** Lists the neighbours of each node. Edges from a node to itself are left out. */
export function adjacencyOf(graph: Graph): Adjacency {
  const start = new Uint32Array(graph.nodes + 1);
  const each = (visit: (a: number, b: number) => void): void => {
    for (let edge = 0; edge < graph.a.length; edge++) {
      if (graph.a[edge] !== graph.b[edge]) visit(graph.a[edge]!, graph.b[edge]!);
    }
  };
  each((a, b) => {
    start[a + 1]! += 1;
    start[b + 1]! += 1;
  });
  for (let node = 0; node < graph.nodes; node++) start[node + 1]! += start[node]!;
  const to = new Uint32Array(start[graph.nodes]!);
  const next = start.slice(0, graph.nodes);
  each((a, b) => {
    to[next[a]!++] = b;
    to[next[b]!++] = a;
  });
  return { start, to };
}

/** Connected parts, each a list of its nodes in order; the largest first, of equal ones that with the lowest node. */
export function partsOf(graph: Graph, near: Adjacency): Uint32Array[] {
  const seen = new Uint8Array(graph.nodes);
  const parts: Uint32Array[] = [];
  for (let root = 0; root < graph.nodes; root++) {
    if (seen[root] === 1) continue;
    seen[root] = 1;
    const part = [root];
    for (let at = 0; at < part.length; at++) {
      const node = part[at]!;
      for (let place = near.start[node]!; place < near.start[node + 1]!; place++) {
        const other = near.to[place]!;
        if (seen[other] === 1) continue;
        seen[other] = 1;
        part.push(other);
      }
    }
    parts.push(Uint32Array.from(part).sort());
  }
  return parts.sort((one, other) => other.length - one.length || one[0]! - other[0]!);
}

/** Each part as a graph of its own; node n of a part is the n-th in its list. Edges from a node to itself are left out. */
export function cutUp(graph: Graph, parts: readonly Uint32Array[]): Graph[] {
  const partOf = new Uint32Array(graph.nodes);
  const placeOf = new Uint32Array(graph.nodes);
  parts.forEach((part, at) => {
    part.forEach((node, place) => {
      partOf[node] = at;
      placeOf[node] = place;
    });
  });
  const edges: number[][] = parts.map(() => []);
  for (let edge = 0; edge < graph.a.length; edge++) {
    if (graph.a[edge] !== graph.b[edge]) edges[partOf[graph.a[edge]!]!]!.push(edge);
  }
  return parts.map((part, at) => ({
    nodes: part.length,
    a: Uint32Array.from(edges[at]!, (edge) => placeOf[graph.a[edge]!]!),
    b: Uint32Array.from(edges[at]!, (edge) => placeOf[graph.b[edge]!]!),
    pull: Float64Array.from(edges[at]!, (edge) => graph.pull[edge]!),
  }));
}
