/** The colours of the matrix, made once for a theme. */
import { type Colour, colourOf, cssOf, mixed, pixelOf, rampOf } from '../ramp.ts';
import { SHADES } from './shades.ts';

/** The tokens of the page that the matrix uses (see useInk). */
export interface Tokens {
  readonly paper: string;
  readonly ink: string;
  readonly soft: string;
  readonly faint: string;
  readonly rule: string;
  readonly wash: string;
  readonly certain: string;
  readonly told: string;
  readonly sans: string;
}

export interface Palette extends Tokens {
  /** By shade from 1 to SHADES; place 0 is not used. */
  readonly certainShades: readonly Colour[];
  readonly unsureShades: readonly Colour[];
  /** Pixels by what a raster holds: 0 is transparent. */
  readonly certainPixels: Uint32Array;
  readonly unsurePixels: Uint32Array;
  readonly undisclosedPixel: number;
  /** Of what may count, in bars. */
  readonly unsure: string;
  readonly edge: string;
  readonly hatch: string;
}

/** The palette of a theme: pale is near the paper, strong near the ink, in either theme. */
export function paletteOf(tokens: Tokens): Palette {
  const [paper, ink] = [colourOf(tokens.paper), colourOf(tokens.ink)];
  const certain = colourOf(tokens.certain);
  const strongest = mixed(certain, ink, 0.35);
  const certainShades: Colour[] = [paper, ...rampOf(mixed(paper, certain, 0.24), strongest, SHADES)];
  const unsureShades: Colour[] = [paper, ...rampOf(mixed(paper, ink, 0.16), mixed(paper, ink, 0.6), SHADES)];
  const pixels = (colours: readonly Colour[]): Uint32Array =>
    Uint32Array.from(colours, (colour, shade) => (shade === 0 ? 0 : pixelOf(colour)));
  return {
    ...tokens,
    certainShades,
    unsureShades,
    certainPixels: pixels(certainShades),
    unsurePixels: pixels(unsureShades),
    undisclosedPixel: pixelOf(ink),
    unsure: cssOf(mixed(paper, ink, 0.3)),
    edge: cssOf(mixed(paper, ink, 0.5)),
    hatch: cssOf(mixed(paper, ink, 0.22)),
  };
}
