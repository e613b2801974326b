/** Which part of the plane is seen, and what lies under the pointer. Pure. */
import type { Picture } from './picture.ts';

/** A point (x, y) of the plane stands at (x × scale + left, y × scale + top) on the screen, in CSS pixels. */
export interface Camera {
  readonly left: number;
  readonly top: number;
  readonly scale: number;
}

const ROOM = 48;

/** Shows the whole picture in the middle of a box. A picture of two people is not blown up to fill it. */
export function fitted({ nodes }: Picture, width: number, height: number): Camera {
  if (nodes.length === 0) return { left: width / 2, top: height / 2, scale: 1 };
  let [west, east, north, south] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const { x, y } of nodes) {
    west = Math.min(west, x);
    east = Math.max(east, x);
    north = Math.min(north, y);
    south = Math.max(south, y);
  }
  const wide = Math.max(10, width - 2 * ROOM) / Math.max(east - west, 1e-6);
  const high = Math.max(10, height - 2 * ROOM) / Math.max(south - north, 1e-6);
  const scale = Math.min(wide, high, 200);
  return { scale, left: width / 2 - ((west + east) / 2) * scale, top: height / 2 - ((north + south) / 2) * scale };
}

/** Zooms about a point of the screen, which stays where it is. */
export function zoomedAbout(camera: Camera, x: number, y: number, factor: number): Camera {
  const scale = Math.min(Math.max(camera.scale * factor, 0.5), 2000);
  const by = scale / camera.scale;
  return { scale, left: x - (x - camera.left) * by, top: y - (y - camera.top) * by };
}

/** From this many pixels between neighbours on, people and lines have the sizes that they are given. */
const ROOMY = 45;

/** What sizes are multiplied by: seen from far away everything is smaller, or people would cover their neighbours. */
export function sizedBy({ scale }: Camera): number {
  return Math.min(1, Math.max(0.3, scale / ROOMY));
}

/** The node under a point of the screen: the nearest whose shape it touches, or null. */
export function nodeAt({ nodes }: Picture, camera: Camera, x: number, y: number): number | null {
  let [found, best] = [null as number | null, Infinity];
  nodes.forEach((node, place) => {
    const distance = Math.hypot(node.x * camera.scale + camera.left - x, node.y * camera.scale + camera.top - y);
    if (distance <= node.size * sizedBy(camera) + 5 && distance < best) [found, best] = [place, distance];
  });
  return found;
}

/** The edge under a point of the screen: the nearest within reach of a pointer, or null. */
export function edgeAt({ nodes, edges }: Picture, camera: Camera, x: number, y: number): number | null {
  let [found, best] = [null as number | null, Infinity];
  edges.forEach((edge, place) => {
    const [a, b] = [nodes[edge.a]!, nodes[edge.b]!];
    const distance = toLine(
      [a.x * camera.scale + camera.left - x, a.y * camera.scale + camera.top - y],
      [b.x * camera.scale + camera.left - x, b.y * camera.scale + camera.top - y],
    );
    if (distance <= edge.width / 2 + 5 && distance < best) [found, best] = [place, distance];
  });
  return found;
}

type Point = readonly [x: number, y: number];

/** Distance of the origin from the line between two points. */
function toLine([ax, ay]: Point, [bx, by]: Point): number {
  const [dx, dy] = [bx - ax, by - ay];
  const square = dx * dx + dy * dy;
  const share = square === 0 ? 0 : Math.min(1, Math.max(0, -(ax * dx + ay * dy) / square));
  return Math.hypot(ax + share * dx, ay + share * dy);
}
