/** How dark a count is: few steps, each twice the one before or so, so that the eye can read them from the legend. */

/** Steps from pale to dark. */
export const SHADES = 7;

/** Upper ends of the steps: a count belongs to the first step whose end it does not pass. */
export interface Scale {
  readonly ends: readonly number[];
}

/**
 * A scale for counts up to the largest: 1, then roughly equal ratios. Ends are whole and rise, so there are fewer steps
 * where the largest is small.
 * @param largest count of any cell
 */
export function scaleFor(largest: number): Scale {
  const top = roundUp(Math.max(1, largest));
  const ends: number[] = [];
  for (let step = 0; step < SHADES; step++) {
    const end = Math.round(top ** (step / (SHADES - 1)));
    if (end > (ends.at(-1) ?? 0)) ends.push(end);
  }
  return { ends };
}

/** The next of 1, 2, 3, 5, 7, 10, 20 …: a scale that changes with every new bin would make pairs flicker while one pans. */
function roundUp(value: number): number {
  let power = 1;
  while (power * 10 < value) power *= 10;
  return [1, 2, 3, 5, 7, 10].map((digit) => digit * power).find((candidate) => candidate >= value) ?? value;
}

/** Step of a count: 0 for none, 1 to SHADES from pale to dark; the largest counts are the darkest on every scale. */
export function shadeOf(scale: Scale, count: number): number {
  if (count <= 0) return 0;
  const at = scale.ends.findIndex((end) => count <= end);
  const place = at === -1 ? scale.ends.length - 1 : at;
  // Two steps are two strong shades, not the palest and the darkest: one contact must be seen, too.
  const apart = Math.min(2, (SHADES - 1) / Math.max(1, scale.ends.length - 1));
  return Math.round(SHADES - (scale.ends.length - 1 - place) * apart);
}

/** What the legend says of each step that is used, from pale to dark: shade, and the counts from – to. */
export function legendOf(scale: Scale): { readonly shade: number; readonly from: number; readonly to: number }[] {
  return scale.ends.map((to, place) => ({ shade: shadeOf(scale, to), from: (scale.ends[place - 1] ?? 0) + 1, to }));
}
