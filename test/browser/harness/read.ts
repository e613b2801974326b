/** How pages write what their data holds. */
import type { Bounds } from '../../../src/model/bounds.ts';

/** Bounds as text: `18`, `18–21`; thousands may be set apart in any way. */
export function boundsOf({ min, max }: Bounds): RegExp {
  const spaced = (n: number): string => String(n).replaceAll(/\B(?=(\d{3})+$)/g, '[,.\\s\\u2009\\u202f\\u00a0]?');
  return new RegExp(`(?<!\\d)${spaced(min)}${min === max ? '' : `\\s*–\\s*${spaced(max)}`}(?!\\d)`);
}
