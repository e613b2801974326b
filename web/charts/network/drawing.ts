/** What the page asks of a drawing, whichever of the two there is. */
import type { Picture, Tone } from './picture.ts';

export interface Inks {
  readonly paper: string;
  readonly ink: string;
  readonly soft: string;
  readonly tones: Readonly<Record<Tone, string>>;
  readonly sans: string;
}

/** What is chosen: a place in the edges, or in the nodes, of the picture. */
export interface Picked {
  readonly kind: 'edge' | 'node';
  readonly place: number;
}

export interface Drawing {
  /** Shows a picture; the part that is seen stays when `fit` is false. */
  readonly show: (picture: Picture, inks: Inks, fit: boolean) => void;
  readonly pick: (picked: Picked | null) => void;
  readonly zoom: (factor: number) => void;
  readonly fit: () => void;
  readonly close: () => void;
}

/** What a drawing tells the page. */
export interface DrawingEvents {
  readonly onPick: (picked: Picked | null) => void;
  /** Once a picture that was shown has been painted. */
  readonly onDrawn: () => void;
}
