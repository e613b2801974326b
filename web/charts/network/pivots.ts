/**
 * First places of the nodes of a connected graph: pivot multidimensional scaling (Brandes and Pich, Eigensolver methods for
 * progressive multidimensional scaling of large data, Graph Drawing 2006). Distances from a few nodes to all others, and the
 * plane in which they differ most: it costs milliseconds for thousands of nodes, and what is far apart comes to lie far apart.
 */
import { shareOf } from '../seeded.ts';
import type { Adjacency } from './adjacency.ts';
import type { Places } from './places.ts';

const PIVOTS = 40;
const ROUNDS = 60;

/** Places about the origin, one edge about one unit long. Nodes with the same distances to everybody fall on one spot. */
export function pivotPlaces(nodes: number, near: Adjacency): Places {
  const distances = pivotDistances(nodes, near);
  const centred = doubleCentred(distances, nodes);
  const matrix = crossProduct(centred);
  const first = mainDirection(matrix, []);
  const second = mainDirection(matrix, [first]);
  const x = projected(centred, first, nodes);
  const y = projected(centred, second, nodes);
  return scaledToEdges({ x, y }, near);
}

/** Steps from each pivot to every node; pivots are far from each other, the first is the node with most neighbours. */
function pivotDistances(nodes: number, near: Adjacency): Float64Array[] {
  let pivot = 0;
  for (let node = 1; node < nodes; node++) {
    const more = near.start[node + 1]! - near.start[node]! - (near.start[pivot + 1]! - near.start[pivot]!);
    if (more > 0) pivot = node;
  }
  const nearest = new Float64Array(nodes).fill(Number.POSITIVE_INFINITY);
  const rows: Float64Array[] = [];
  while (rows.length < Math.min(PIVOTS, nodes)) {
    const row = stepsFrom(pivot, nodes, near);
    rows.push(row);
    for (let node = 0; node < nodes; node++) nearest[node] = Math.min(nearest[node]!, row[node]!);
    for (let node = 0; node < nodes; node++) if (nearest[node]! > nearest[pivot]!) pivot = node;
  }
  return rows;
}

function stepsFrom(root: number, nodes: number, near: Adjacency): Float64Array {
  const steps = new Float64Array(nodes).fill(-1);
  const queue = new Uint32Array(nodes);
  let end = 1;
  queue[0] = root;
  steps[root] = 0;
  for (let at = 0; at < end; at++) {
    const node = queue[at]!;
    for (let place = near.start[node]!; place < near.start[node + 1]!; place++) {
      const other = near.to[place]!;
      if (steps[other]! >= 0) continue;
      steps[other] = steps[node]! + 1;
      queue[end++] = other;
    }
  }
  return steps;
}

/** Squared distances without the means of rows and columns, times −1/2 (Torgerson). */
function doubleCentred(rows: readonly Float64Array[], nodes: number): Float64Array[] {
  const columnMean = new Float64Array(nodes);
  const rowMean = rows.map((row) => {
    let sum = 0;
    for (let node = 0; node < nodes; node++) {
      const square = row[node]! * row[node]!;
      sum += square;
      columnMean[node]! += square / rows.length;
    }
    return sum / nodes;
  });
  const mean = rowMean.reduce((sum, value) => sum + value, 0) / rows.length;
  return rows.map((row, index) =>
    row.map((steps, node) => (steps * steps - columnMean[node]! - rowMean[index]! + mean) / -2),
  );
}

function crossProduct(rows: readonly Float64Array[]): number[][] {
  return rows.map((one) => rows.map((other) => product(one, other)));
}

/** The direction in which a symmetric matrix stretches most, apart from those already found: power iteration. */
function mainDirection(matrix: readonly (readonly number[])[], found: readonly Float64Array[]): Float64Array {
  const size = matrix.length;
  let direction = Float64Array.from(matrix, (_, index) => shareOf(found.length + 1, index) - 0.5);
  for (let round = 0; round < ROUNDS; round++) {
    const next = new Float64Array(size);
    for (let row = 0; row < size; row++) next[row] = product(matrix[row]!, direction);
    for (const other of found) {
      const along = product(next, other);
      for (let at = 0; at < size; at++) next[at]! -= along * other[at]!;
    }
    const length = Math.sqrt(product(next, next));
    if (length < 1e-12) return next.fill(0);
    let moved = 0;
    for (let at = 0; at < size; at++) {
      next[at]! /= length;
      moved = Math.max(moved, Math.abs(next[at]! - direction[at]!));
    }
    direction = next;
    if (moved < 1e-6) break;
  }
  return direction;
}

function product(one: ArrayLike<number>, other: ArrayLike<number>): number {
  let sum = 0;
  for (let at = 0; at < one.length; at++) sum += one[at]! * other[at]!;
  return sum;
}

function projected(rows: readonly Float64Array[], direction: Float64Array, nodes: number): Float64Array {
  const places = new Float64Array(nodes);
  for (let pivot = 0; pivot < rows.length; pivot++) {
    const weight = direction[pivot]!;
    const row = rows[pivot]!;
    for (let node = 0; node < nodes; node++) places[node]! += weight * row[node]!;
  }
  return places;
}

function scaledToEdges(places: Places, near: Adjacency): Places {
  let sum = 0;
  for (let node = 0; node + 1 < near.start.length; node++) {
    for (let place = near.start[node]!; place < near.start[node + 1]!; place++) {
      const dx = places.x[node]! - places.x[near.to[place]!]!;
      const dy = places.y[node]! - places.y[near.to[place]!]!;
      sum += Math.sqrt(dx * dx + dy * dy);
    }
  }
  const scale = sum === 0 ? 1 : near.to.length / sum;
  return { x: places.x.map((value) => value * scale), y: places.y.map((value) => value * scale) };
}
