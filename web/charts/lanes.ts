/** Marks on a time axis that must not cover each other: each gets the first lane that is free where it stands. */

/**
 * Gives each mark a lane.
 * @param marks left ends and widths in pixels, label and gap included, in any order; the answer is in the same order
 * @param most lanes; a mark that fits into none gets null: it is drawn without its label
 */
export function lanesFor(
  marks: readonly { readonly left: number; readonly width: number }[],
  most: number,
): (number | null)[] {
  const order = Array.from(marks.keys()).sort((one, other) => marks[one]!.left - marks[other]!.left || one - other);
  const ends: number[] = [];
  const lanes: (number | null)[] = marks.map(() => null);
  for (const mark of order) {
    const { left, width } = marks[mark]!;
    let lane = ends.findIndex((end) => end <= left);
    if (lane === -1 && ends.length < most) lane = ends.push(0) - 1;
    if (lane === -1) continue;
    ends[lane] = left + width;
    lanes[mark] = lane;
  }
  return lanes;
}
