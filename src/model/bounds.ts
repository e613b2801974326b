/** Counts with bounds: at least `min`, at most `max`. */
export interface Bounds {
  readonly min: number;
  readonly max: number;
}

/** Text of a count: `18` when both ends agree, `18–21` otherwise. */
export function boundsText(b: Bounds): string {
  return b.min === b.max ? String(b.min) : `${b.min}–${b.max}`;
}
