/** The picture as a graph of the library that sigma draws. */
import { MultiUndirectedGraph } from 'graphology';
import type { Inks } from './drawing.ts';
import type { Picture } from './picture.ts';

/** Attributes as sigma reads them. */
export interface NodeLooks {
  x: number;
  y: number;
  size: number;
  label: string;
  color: string;
  zIndex: number;
}

export interface EdgeLooks {
  size: number;
  color: string;
  type: string;
}

export type DrawnGraph = MultiUndirectedGraph<NodeLooks, EdgeLooks>;

/** Nodes and edges are named by their places in the picture. */
export function graphOf({ nodes, edges }: Picture, inks: Inks): DrawnGraph {
  const graph: DrawnGraph = new MultiUndirectedGraph<NodeLooks, EdgeLooks>();
  // Four thousand people at the size of forty would be one blot.
  const small = Math.max(0.22, Math.min(0.7, Math.sqrt(120 / Math.max(1, nodes.length))));
  nodes.forEach(({ x, y, size, label, strong }, place) => {
    // Sigma's plane has its y upwards.
    const color = strong ? inks.ink : inks.soft;
    graph.addNode(String(place), { x, y: -y, size: size * small, label, color, zIndex: strong ? 1 : 0 });
  });
  edges.forEach(({ a, b, width, tone, toA, toB }, place) => {
    // Drawn from the first end to the second: the one who was turned to has the point.
    const [from, to] = toA && !toB ? [b, a] : [a, b];
    const type = toA && toB ? 'both' : toA || toB ? 'arrow' : 'line';
    graph.addEdgeWithKey(String(place), String(from), String(to), {
      size: Math.max(0.5, width * small * 0.7),
      color: inks.tones[tone],
      type,
    });
  });
  return graph;
}
