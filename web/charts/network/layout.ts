/** Where everybody stands in the network: first far apart what is far apart, then at rest, then the parts side by side. */
import { seedOf, shareOf } from '../seeded.ts';
import { adjacencyOf, cutUp, type Graph, partsOf } from './adjacency.ts';
import { settled } from './forces.ts';
import { packed } from './packing.ts';
import { pivotPlaces } from './pivots.ts';
import { boxOf, type Places } from './places.ts';

/** Somebody with somebody, by their keys. */
export interface Tie {
  readonly a: string;
  readonly b: string;
  /** Contacts between them, from 1. */
  readonly contacts: number;
}

/**
 * Places for everybody who stands in a tie. It hangs on the keys and the ties alone, never on their order, the clock or
 * chance, so that the same people stand in the same places when one comes back.
 * @returns by key; one edge is about one unit long
 */
export function layoutOf(ties: readonly Tie[]): Map<string, { readonly x: number; readonly y: number }> {
  const keys = [...new Set(ties.flatMap(({ a, b }) => [a, b]))].sort();
  const graph = graphOf(keys, ties);
  const parts = partsOf(graph, adjacencyOf(graph));
  const drawn = cutUp(graph, parts).map((part, at) =>
    partPlaces(
      part,
      Array.from(parts[at]!, (node) => keys[node]!),
    ),
  );
  const places = new Map<string, { readonly x: number; readonly y: number }>();
  packed(drawn).forEach((part, index) => {
    parts[index]!.forEach((node, place) => {
      places.set(keys[node]!, { x: part.x[place]!, y: part.y[place]! });
    });
  });
  return places;
}

function graphOf(keys: readonly string[], ties: readonly Tie[]): Graph {
  const number = new Map(keys.map((key, index) => [key, index]));
  const edges = ties
    .filter(({ a, b }) => a !== b)
    .map(({ a, b, contacts }) => {
      const [one, other] = [number.get(a)!, number.get(b)!];
      return { a: Math.min(one, other), b: Math.max(one, other), contacts };
    })
    .sort((one, other) => one.a - other.a || one.b - other.b || one.contacts - other.contacts);
  return {
    nodes: keys.length,
    a: Uint32Array.from(edges, (edge) => edge.a),
    b: Uint32Array.from(edges, (edge) => edge.b),
    // Ten times the contacts pull a quarter harder or so: the shape must not be that of the one busiest pair.
    pull: Float64Array.from(edges, (edge) => 1 + bitsOf(edge.contacts) / 14),
  };
}

/** Binary digits of a count: a logarithm that every machine rounds alike. */
function bitsOf(count: number): number {
  return 31 - Math.clz32(Math.max(1, Math.min(count, 0x7fff_ffff)));
}

function partPlaces(graph: Graph, keys: readonly string[]): Places {
  if (graph.nodes <= 2) return alone(keys);
  const first = scattered(pivotPlaces(graph.nodes, adjacencyOf(graph)), keys);
  // Three people are at rest at once, and thousands are seen as a shape, which the pivots have already given: those in
  // between may move for longest.
  const rounds = Math.max(30, Math.min(30 + 6 * graph.nodes, 300, Math.floor(120_000 / graph.nodes)));
  return settled(graph, first, { rounds, heat: 0.6 });
}

/** One or two who know nobody else: most parts of a large case are such pairs. They lie more beside than above each other. */
function alone(keys: readonly string[]): Places {
  const tilt = shareOf(seedOf(keys.join(' ')), 0) - 0.5;
  return { x: Float64Array.from(keys, (_, node) => node), y: Float64Array.from(keys, (_, node) => node * tilt) };
}

/**
 * Gives everybody about one square unit, which is what they have at rest, and those who fell on one spot, such as all who
 * know only one hub, places around it that their keys give. Crowds would push each other for long, and slowly.
 */
function scattered(places: Places, keys: readonly string[]): Places {
  const { width, height } = boxOf(places);
  const scale = Math.max(1, Math.sqrt(keys.length / Math.max(width * height, 1)));
  const x = places.x.map((value) => value * scale);
  const y = places.y.map((value) => value * scale);
  const spots = keys.map((_, node) => `${Math.floor(x[node]!)} ${Math.floor(y[node]!)}`);
  const crowd = new Map<string, number>();
  for (const spot of spots) crowd.set(spot, (crowd.get(spot) ?? 0) + 1);
  keys.forEach((key, node) => {
    const seed = seedOf(key);
    const room = 1 + Math.sqrt(crowd.get(spots[node]!)!);
    x[node]! += (shareOf(seed, 0) + shareOf(seed, 1) - 1) * room;
    y[node]! += (shareOf(seed, 2) + shareOf(seed, 3) - 1) * room;
  });
  return { x, y };
}

/**
 * Places for those whom a layout does not have yet, such as people whom only a short time shows: beside those they were
 * in contact with, and nobody else moves.
 */
export function placedBeside(
  layout: ReadonlyMap<string, { readonly x: number; readonly y: number }>,
  ties: readonly Tie[],
): Map<string, { readonly x: number; readonly y: number }> {
  const near = new Map<string, string[]>();
  const note = (one: string, other: string): void => {
    if (layout.has(one)) return;
    near.set(one, [...(near.get(one) ?? []), other]);
  };
  for (const { a, b } of ties) {
    note(a, b);
    note(b, a);
  }
  const places = new Map(layout);
  const floor = [...layout.values()].reduce((lowest, { y }) => Math.max(lowest, y), 0) + 2;
  for (const key of [...near.keys()].sort()) {
    const others = near
      .get(key)!
      .filter((other) => layout.has(other))
      .sort();
    const seed = seedOf(key);
    const middle =
      others.length === 0 ? { x: shareOf(seed, 2) * 4, y: floor } : middleOf(others.map((o) => layout.get(o)!));
    places.set(key, { x: middle.x + (shareOf(seed, 0) - 0.5) * 2, y: middle.y + (shareOf(seed, 1) - 0.5) * 2 });
  }
  return places;
}

function middleOf(places: readonly { readonly x: number; readonly y: number }[]): { x: number; y: number } {
  const sum = places.reduce((all, { x, y }) => ({ x: all.x + x, y: all.y + y }), { x: 0, y: 0 });
  return { x: sum.x / places.length, y: sum.y / places.length };
}
