/** The network as it is drawn: how thick, how dark, which way, in which shape. Pure; the places come from the layout. */

import { boxOf } from './places.ts';

/** What the drawing needs to know of a party. */
export interface NodeFacts {
  readonly key: string;
  readonly name: string;
  readonly side: 'between' | 'and' | null;
  readonly named: boolean;
  readonly contacts: number;
}

/** And of two parties together; a and b are places in the list of parties. */
export interface EdgeFacts {
  readonly a: number;
  readonly b: number;
  readonly contacts: number;
  readonly certain: number;
  readonly undisclosed: number;
  readonly byA: number;
  readonly byB: number;
  readonly channels: Readonly<Partial<Record<string, number>>>;
}

export interface PictureNode {
  readonly key: string;
  readonly label: string;
  readonly x: number;
  readonly y: number;
  /** Half of the width, in CSS pixels. */
  readonly size: number;
  readonly shape: 'square' | 'diamond' | 'circle';
  /** Stands in people.yaml: its name is drawn stronger. */
  readonly strong: boolean;
}

/** What a line says; both drawings give each a colour of the theme. */
export type Tone = 'undisclosed' | 'certain' | 'unsure' | 'mail' | 'call' | 'met' | 'mixed';

export interface PictureEdge {
  readonly a: number;
  readonly b: number;
  /** CSS pixels. */
  readonly width: number;
  readonly tone: Tone;
  /** None of its contacts counts for certain. */
  readonly dashed: boolean;
  /** Which ends have a point: those who were turned to. */
  readonly toA: boolean;
  readonly toB: boolean;
  /** In the middle of the line: the square of what is undisclosed, or letters of channels; '' for nothing. */
  readonly mark: string;
}

export interface Picture {
  readonly nodes: readonly PictureNode[];
  readonly edges: readonly PictureEdge[];
}

/** The mark of what is undisclosed, the same as its state has everywhere. */
export const UNDISCLOSED = '■';

/** The share of one side from which on only its direction is drawn. */
const ONE_SIDED = 0.85;

const LETTERS: readonly (readonly [channel: string, letter: string])[] = [
  ['mail', 'M'],
  ['call', 'C'],
  ['text', 'T'],
  ['meeting', 'P'],
  ['visit', 'V'],
  ['report', 'R'],
];

/**
 * How much wider a layout has to be made to fill a box: names are wide and low, and a picture that leaves half of its box
 * empty draws what it has on top of itself.
 * @param aspect width of the box by its height
 */
export function stretchFor(
  places: ReadonlyMap<string, { readonly x: number; readonly y: number }>,
  aspect: number,
): number {
  const all = [...places.values()];
  const box = boxOf({ x: Float64Array.from(all, ({ x }) => x), y: Float64Array.from(all, ({ y }) => y) });
  if (box.width === 0 || box.height === 0) return 1;
  return Math.min(2.5, Math.max(0.5, (aspect * box.height) / box.width));
}

/**
 * The picture of a network.
 * @param places of all parties by key
 * @param by what lines tell apart: the states of their contacts, or their channels
 * @param wider stretches the plane sideways (stretchFor)
 */
export function pictureOf(
  nodes: readonly NodeFacts[],
  edges: readonly EdgeFacts[],
  places: ReadonlyMap<string, { readonly x: number; readonly y: number }>,
  by: 'state' | 'channel',
  wider: number,
): Picture {
  return {
    nodes: nodes.map(({ key, name, side, named, contacts }) => ({
      key,
      label: name,
      x: (places.get(key)?.x ?? 0) * wider,
      y: places.get(key)?.y ?? 0,
      size: 3 + Math.min(11, 1.5 * Math.log2(1 + contacts) * 0.6),
      shape: side === 'between' ? 'square' : side === 'and' ? 'diamond' : 'circle',
      strong: named || side !== null,
    })),
    edges: edges.map((edge) => ({
      a: edge.a,
      b: edge.b,
      width: 1 + Math.min(5, Math.log2(Math.max(1, edge.contacts)) * 0.45),
      tone: toneOf(edge, by),
      dashed: edge.certain === 0,
      ...pointsOf(edge),
      mark: by === 'channel' ? lettersOf(edge) : edge.undisclosed > 0 ? UNDISCLOSED : '',
    })),
  };
}

function toneOf(edge: EdgeFacts, by: 'state' | 'channel'): Tone {
  if (edge.certain === 0) return 'unsure';
  if (by === 'state') return edge.undisclosed > 0 ? 'undisclosed' : 'certain';
  const shares = Object.entries(edge.channels).filter(([, contacts]) => (contacts ?? 0) > 0);
  if (shares.length !== 1) return 'mixed';
  const channel = shares[0]![0];
  return channel === 'mail' || channel === 'call' ? channel : channel === 'text' ? 'call' : 'met';
}

function pointsOf({ byA, byB }: EdgeFacts): { readonly toA: boolean; readonly toB: boolean } {
  const begun = byA + byB;
  if (begun === 0) return { toA: false, toB: false };
  return { toA: byA / begun < ONE_SIDED, toB: byB / begun < ONE_SIDED };
}

function lettersOf({ channels }: EdgeFacts): string {
  return LETTERS.filter(([channel]) => (channels[channel] ?? 0) > 0)
    .map(([, letter]) => letter)
    .join('');
}
