/** Colours between two colours of the page. */

export type Colour = readonly [red: number, green: number, blue: number];

/** Reads `#rgb` and `#rrggbb`, the form of the page's tokens; anything else is a middle grey. */
export function colourOf(token: string): Colour {
  const long = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(token.trim());
  const hex = long === null ? token.trim() : `#${long[1]}${long[1]}${long[2]}${long[2]}${long[3]}${long[3]}`;
  const parts = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(hex);
  if (parts === null) return [128, 128, 128];
  return [Number.parseInt(parts[1]!, 16), Number.parseInt(parts[2]!, 16), Number.parseInt(parts[3]!, 16)];
}

/** So many colours from one to another, both among them. */
export function rampOf(from: Colour, to: Colour, steps: number): Colour[] {
  return Array.from({ length: steps }, (_, step) => mixed(from, to, steps === 1 ? 1 : step / (steps - 1)));
}

/** A colour on the way from one to another: 0 the first, 1 the second. */
export function mixed(from: Colour, to: Colour, share: number): Colour {
  const part = (at: 0 | 1 | 2): number => Math.round(from[at] + (to[at] - from[at]) * share);
  return [part(0), part(1), part(2)];
}

/** As style sheets and canvases take it. */
export function cssOf([red, green, blue]: Colour): string {
  return `rgb(${red} ${green} ${blue})`;
}

/** As a pixel of an ImageData seen as 32 bits of a little-endian machine, which all that browsers run on are. */
export function pixelOf([red, green, blue]: Colour): number {
  return ((255 << 24) | (blue << 16) | (green << 8) | red) >>> 0;
}
