/** Where the names of the network stand: the weightiest people first, each where there is room beside its mark. Pure. */
import { type Camera, sizedBy } from './camera.ts';
import type { PictureNode } from './picture.ts';

export interface PlacedName {
  /** Place of the node. */
  readonly node: number;
  /** Left end and middle line, CSS pixels. */
  readonly left: number;
  readonly middle: number;
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Half of the height of a line of names. */
const HALF = 8;

/** Names beyond this many are not read but only seen as a grey. */
const MOST = 150;

/** Those further down hardly ever find room, and looking for it would cost a frame. */
const TRIED = 4 * MOST;

/** So many of the weightiest may stand over somebody's mark, if there is no other place: a picture without them says nothing. */
const HARDY = 12;

/**
 * Chooses the names that are drawn, and their places.
 * @param widthOf pixels of a node's name
 * @param only nodes that may have a name; null for all
 */
export function placedNames(
  nodes: readonly PictureNode[],
  camera: Camera,
  width: number,
  height: number,
  widthOf: (node: PictureNode) => number,
  only: ReadonlySet<number> | null,
): PlacedName[] {
  const size = sizedBy(camera);
  const marks = nodes.map(({ x, y }) => [x * camera.scale + camera.left, y * camera.scale + camera.top] as const);
  const taken: Box[] = [];
  const placed: PlacedName[] = [];
  const near = marksByCell(marks);
  for (const [rank, node] of byWeight(nodes, only).slice(0, TRIED).entries()) {
    if (placed.length >= MOST) break;
    const [x, y] = marks[node]!;
    if (x < 0 || x > width || y < 0 || y > height) continue;
    const wide = widthOf(nodes[node]!);
    const free = around(x, y, nodes[node]!.size * size + 4, wide).filter(
      (box) => box.left >= 0 && box.right <= width && !taken.some((other) => overlaps(box, other)),
    );
    // A name over somebody else's mark would be read as that one's.
    const clear = free.find((box) => !near(box).some((other) => other !== node && holds(box, marks[other]!)));
    const box = clear ?? (rank < HARDY ? free[0] : undefined);
    if (box === undefined) continue;
    taken.push(box);
    placed.push({ node, left: box.left, middle: (box.top + box.bottom) / 2 });
  }
  return placed;
}

/** Pixels of a cell in which marks are looked up: about the length of a name. */
const CELL = 64;

type Mark = readonly [x: number, y: number];

/** The marks in the cells that a box touches. */
function marksByCell(marks: readonly Mark[]): (box: Box) => number[] {
  const cells = new Map<string, number[]>();
  marks.forEach(([x, y], node) => {
    const cell = `${Math.floor(x / CELL)} ${Math.floor(y / CELL)}`;
    const there = cells.get(cell);
    if (there === undefined) cells.set(cell, [node]);
    else there.push(node);
  });
  return ({ left, top, right, bottom }) => {
    const found: number[] = [];
    for (let column = Math.floor(left / CELL); column <= Math.floor(right / CELL); column++) {
      for (let row = Math.floor(top / CELL); row <= Math.floor(bottom / CELL); row++) {
        found.push(...(cells.get(`${column} ${row}`) ?? []));
      }
    }
    return found;
  };
}

function byWeight(nodes: readonly PictureNode[], only: ReadonlySet<number> | null): number[] {
  return Array.from(nodes.keys())
    .filter((place) => only === null || only.has(place))
    .sort((one, other) => {
      const [a, b] = [nodes[one]!, nodes[other]!];
      return Number(b.strong) - Number(a.strong) || b.size - a.size || one - other;
    });
}

/** To the right, to the left, below, above. */
function around(x: number, y: number, gap: number, wide: number): Box[] {
  const at = (left: number, middle: number): Box => ({
    left,
    top: middle - HALF,
    right: left + wide,
    bottom: middle + HALF,
  });
  return [at(x + gap, y), at(x - gap - wide, y), at(x - wide / 2, y + gap + HALF), at(x - wide / 2, y - gap - HALF)];
}

function overlaps(one: Box, other: Box): boolean {
  return one.left < other.right && one.right > other.left && one.top < other.bottom && one.bottom > other.top;
}

function holds({ left, top, right, bottom }: Box, [x, y]: Mark): boolean {
  return x > left && x < right && y > top && y < bottom;
}
