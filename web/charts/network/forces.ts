/**
 * Nodes push each other away and edges pull together, until a drawing has come to rest: Fruchterman and Reingold, Graph
 * drawing by force-directed placement (1991), with their grid, so that only nodes near each other push. Only the four
 * operations and the square root are used, which every machine rounds alike: the same graph is the same picture everywhere.
 */
import type { Graph } from './adjacency.ts';
import type { Places } from './places.ts';

/** Nodes further apart than this many edge lengths do not push each other. */
const REACH = 3;

/** Up to so many nodes it is quicker to look at all pairs than to sort them into a grid. */
const FEW = 40;

export interface Rest {
  readonly rounds: number;
  /** How far a node may move in the first round, in edge lengths; it falls to nothing at the last one. */
  readonly heat: number;
}

/** Moves the nodes of a graph from where they stand. Pure: the places that are given stay as they are. */
export function settled(graph: Graph, from: Places, rest: Rest): Places {
  const places = { x: from.x.slice(), y: from.y.slice() };
  const force = { x: new Float64Array(graph.nodes), y: new Float64Array(graph.nodes) };
  for (let round = 0; round < rest.rounds; round++) {
    force.x.fill(0);
    force.y.fill(0);
    push(places, force);
    pull(graph, places, force);
    move(places, force, rest.heat * (1 - round / rest.rounds));
  }
  return places;
}

function push(places: Places, force: Places): void {
  const count = places.x.length;
  if (count <= FEW) {
    for (let one = 0; one < count; one++) {
      for (let other = one + 1; other < count; other++) pushPair(one, other, places, force);
    }
    return;
  }
  const grid = gridOf(places);
  for (let cell = 0; cell < grid.first.length - 1; cell++) {
    const column = cell % grid.columns;
    // Each pair of cells once: this one with itself, its right neighbour, and the three below.
    pushWithin(grid.nodes, grid.first[cell]!, grid.first[cell + 1]!, places, force);
    if (grid.first[cell] === grid.first[cell + 1]) continue;
    if (column + 1 < grid.columns) pushCells(grid, cell, cell + 1, places, force);
    const below = cell + grid.columns;
    if (below >= grid.first.length - 1) continue;
    if (column > 0) pushCells(grid, cell, below - 1, places, force);
    pushCells(grid, cell, below, places, force);
    if (column + 1 < grid.columns) pushCells(grid, cell, below + 1, places, force);
  }
}

interface Grid {
  readonly columns: number;
  /** Nodes of cell c: those from first[c] up to first[c + 1] in `nodes`. */
  readonly first: Uint32Array;
  readonly nodes: Uint32Array;
}

function gridOf(places: Places): Grid {
  const count = places.x.length;
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (let node = 0; node < count; node++) {
    left = Math.min(left, places.x[node]!);
    right = Math.max(right, places.x[node]!);
    top = Math.min(top, places.y[node]!);
    bottom = Math.max(bottom, places.y[node]!);
  }
  // A drawing that has flown apart must not make more cells than nodes can fill.
  const side = Math.max(REACH, (right - left) / 512, (bottom - top) / 512);
  const columns = Math.floor((right - left) / side) + 1;
  const rows = Math.floor((bottom - top) / side) + 1;
  const cellOf = (node: number): number =>
    Math.floor((places.y[node]! - top) / side) * columns + Math.floor((places.x[node]! - left) / side);
  const first = new Uint32Array(columns * rows + 1);
  for (let node = 0; node < count; node++) first[cellOf(node) + 1]! += 1;
  for (let cell = 0; cell < columns * rows; cell++) first[cell + 1]! += first[cell]!;
  const next = first.slice();
  const nodes = new Uint32Array(count);
  for (let node = 0; node < count; node++) nodes[next[cellOf(node)]!++] = node;
  return { columns, first, nodes };
}

function pushWithin(nodes: Uint32Array, from: number, to: number, places: Places, force: Places): void {
  for (let one = from; one < to; one++) {
    for (let other = one + 1; other < to; other++) pushPair(nodes[one]!, nodes[other]!, places, force);
  }
}

function pushCells(grid: Grid, cell: number, beside: number, places: Places, force: Places): void {
  for (let one = grid.first[cell]!; one < grid.first[cell + 1]!; one++) {
    for (let other = grid.first[beside]!; other < grid.first[beside + 1]!; other++) {
      pushPair(grid.nodes[one]!, grid.nodes[other]!, places, force);
    }
  }
}

function pushPair(one: number, other: number, places: Places, force: Places): void {
  const dx = places.x[one]! - places.x[other]!;
  const dy = places.y[one]! - places.y[other]!;
  const square = dx * dx + dy * dy;
  if (square > REACH * REACH) return;
  const strength = 1 / Math.max(square, 0.01);
  force.x[one]! += dx * strength;
  force.y[one]! += dy * strength;
  force.x[other]! -= dx * strength;
  force.y[other]! -= dy * strength;
}

function pull(graph: Graph, places: Places, force: Places): void {
  for (let edge = 0; edge < graph.a.length; edge++) {
    const a = graph.a[edge]!;
    const b = graph.b[edge]!;
    const dx = places.x[a]! - places.x[b]!;
    const dy = places.y[a]! - places.y[b]!;
    const strength = Math.sqrt(dx * dx + dy * dy) * graph.pull[edge]!;
    force.x[a]! -= dx * strength;
    force.y[a]! -= dy * strength;
    force.x[b]! += dx * strength;
    force.y[b]! += dy * strength;
  }
}

function move(places: Places, force: Places, most: number): void {
  for (let node = 0; node < places.x.length; node++) {
    const length = Math.sqrt(force.x[node]! * force.x[node]! + force.y[node]! * force.y[node]!);
    if (length === 0) continue;
    const step = Math.min(length, most) / length;
    places.x[node]! += force.x[node]! * step;
    places.y[node]! += force.y[node]! * step;
  }
}
