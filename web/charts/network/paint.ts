/** Draws the network with the plain canvas: shapes, dashes, points and letters, so that it can be read in black and white. */
import { type Camera, sizedBy } from './camera.ts';
import type { Inks, Picked } from './drawing.ts';
import { placedNames } from './names.ts';
import { type Picture, type PictureEdge, type PictureNode, UNDISCLOSED } from './picture.ts';

/** The canvas and what of the plane is seen on it. */
interface Sheet {
  readonly context: CanvasRenderingContext2D;
  readonly camera: Camera;
  readonly inks: Inks;
  readonly width: number;
  readonly height: number;
}

/** Above this many lines, those are drawn without points and letters: nobody could read them. */
const READABLE = 1500;

/** One frame. The context is scaled to CSS pixels. */
export function paintNetwork(sheet: Sheet, picture: Picture, picked: Picked | null): void {
  const { context, inks, width, height } = sheet;
  context.fillStyle = inks.paper;
  context.fillRect(0, 0, width, height);
  const beside = picked === null ? null : besides(picture, picked);
  const few = picture.edges.length <= READABLE;
  context.lineCap = 'butt';
  picture.edges.forEach((edge, place) => {
    context.globalAlpha = beside === null || beside.edges.has(place) ? 1 : 0.15;
    paintEdge(sheet, picture, edge, few);
  });
  picture.nodes.forEach((node, place) => {
    context.globalAlpha = beside === null || beside.nodes.has(place) ? 1 : 0.2;
    paintNode(sheet, node);
  });
  context.globalAlpha = 1;
  paintNames(sheet, picture, beside?.nodes ?? null);
}

/** What stays strong when something is chosen: it and what it touches. */
function besides({ edges }: Picture, picked: Picked): { readonly edges: Set<number>; readonly nodes: Set<number> } {
  const near = new Set<number>();
  const nodes = new Set<number>(picked.kind === 'node' ? [picked.place] : []);
  edges.forEach((edge, place) => {
    const touches =
      picked.kind === 'edge' ? place === picked.place : edge.a === picked.place || edge.b === picked.place;
    if (!touches) return;
    near.add(place);
    nodes.add(edge.a);
    nodes.add(edge.b);
  });
  return { edges: near, nodes };
}

/** Where a point of the plane stands on the sheet, in CSS pixels. */
function onScreen({ camera }: Sheet, { x, y }: { readonly x: number; readonly y: number }): readonly [number, number] {
  return [x * camera.scale + camera.left, y * camera.scale + camera.top];
}

function paintEdge(sheet: Sheet, { nodes }: Picture, edge: PictureEdge, few: boolean): void {
  const { context, inks, width, height, camera } = sheet;
  const [a, b] = [nodes[edge.a]!, nodes[edge.b]!];
  const [[ax, ay], [bx, by]] = [onScreen(sheet, a), onScreen(sheet, b)];
  if (Math.max(ax, bx) < 0 || Math.min(ax, bx) > width || Math.max(ay, by) < 0 || Math.min(ay, by) > height) return;
  const length = Math.hypot(bx - ax, by - ay);
  const [dx, dy] = length === 0 ? [0, 0] : [(bx - ax) / length, (by - ay) / length];
  const shrunk = sizedBy(camera);
  const head = (5 + edge.width) * shrunk;
  // Where the line leaves the shapes, and ends where its points begin, or they would be as blunt as it is thick.
  const [fromA, fromB] = [a.size * shrunk + 1, b.size * shrunk + 1];
  const start = few && edge.toA ? fromA + head : 0;
  const end = length - (few && edge.toB ? fromB + head : 0);
  context.strokeStyle = inks.tones[edge.tone];
  context.fillStyle = inks.tones[edge.tone];
  context.lineWidth = edge.width * shrunk;
  context.setLineDash(edge.dashed ? [5, 4] : []);
  if (end > start) {
    context.beginPath();
    context.moveTo(ax + dx * start, ay + dy * start);
    context.lineTo(ax + dx * end, ay + dy * end);
    context.stroke();
  }
  context.setLineDash([]);
  if (!few || length < 20) return;
  if (edge.toB) paintPoint(context, bx - dx * fromB, by - dy * fromB, dx, dy, head);
  if (edge.toA) paintPoint(context, ax + dx * fromA, ay + dy * fromA, -dx, -dy, head);
  if (edge.mark !== '' && length > 46) paintMark(sheet, edge, (ax + bx) / 2, (ay + by) / 2);
}

function paintPoint(
  context: CanvasRenderingContext2D,
  x: number,
  y: number,
  dx: number,
  dy: number,
  length: number,
): void {
  const half = length * 0.45;
  context.beginPath();
  context.moveTo(x, y);
  context.lineTo(x - dx * length - dy * half, y - dy * length + dx * half);
  context.lineTo(x - dx * length + dy * half, y - dy * length - dx * half);
  context.closePath();
  context.fill();
}

function paintMark({ context, inks }: Sheet, edge: PictureEdge, x: number, y: number): void {
  if (edge.mark === UNDISCLOSED) {
    const half = 3.5 + edge.width / 4;
    context.fillStyle = inks.paper;
    context.fillRect(x - half - 1.5, y - half - 1.5, 2 * half + 3, 2 * half + 3);
    context.fillStyle = inks.tones[edge.tone];
    context.fillRect(x - half, y - half, 2 * half, 2 * half);
    return;
  }
  context.font = `600 11px ${inks.sans}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  const half = context.measureText(edge.mark).width / 2 + 2;
  context.fillStyle = inks.paper;
  context.fillRect(x - half, y - 7, 2 * half, 14);
  context.fillStyle = inks.ink;
  context.fillText(edge.mark, x, y + 0.5);
}

function paintNode(sheet: Sheet, node: PictureNode): void {
  const { context, inks } = sheet;
  const [x, y] = onScreen(sheet, node);
  const size = node.size * sizedBy(sheet.camera);
  context.beginPath();
  if (node.shape === 'square') context.rect(x - size, y - size, 2 * size, 2 * size);
  else if (node.shape === 'diamond') {
    const half = size * 1.3;
    context.moveTo(x, y - half);
    context.lineTo(x + half, y);
    context.lineTo(x, y + half);
    context.lineTo(x - half, y);
    context.closePath();
  } else context.arc(x, y, size, 0, 2 * Math.PI);
  context.fillStyle = node.strong ? inks.ink : inks.paper;
  context.fill();
  context.lineWidth = 1.5;
  context.strokeStyle = node.strong ? inks.paper : inks.soft;
  context.stroke();
  if (!node.strong) return;
  context.lineWidth = 1;
  context.strokeStyle = inks.ink;
  context.stroke();
}

function paintNames(
  { context, camera, inks, width, height }: Sheet,
  { nodes }: Picture,
  only: ReadonlySet<number> | null,
): void {
  const fontOf = (node: PictureNode): string => `${node.strong ? 600 : 400} 12px ${inks.sans}`;
  const widthOf = (node: PictureNode): number => {
    context.font = fontOf(node);
    return context.measureText(node.label).width;
  };
  context.textAlign = 'left';
  context.textBaseline = 'middle';
  for (const { node, left, middle } of placedNames(nodes, camera, width, height, widthOf, only)) {
    const { label, strong } = nodes[node]!;
    context.font = fontOf(nodes[node]!);
    context.lineWidth = 3;
    context.strokeStyle = inks.paper;
    context.strokeText(label, left, middle);
    context.fillStyle = strong ? inks.ink : inks.soft;
    context.fillText(label, left, middle);
  }
}
