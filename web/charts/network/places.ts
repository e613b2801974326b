/** Where the nodes of a drawing stand. */
export interface Places {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/** The smallest box around places, in their units. */
export function boxOf(places: Places): { left: number; top: number; width: number; height: number } {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (let node = 0; node < places.x.length; node++) {
    left = Math.min(left, places.x[node]!);
    right = Math.max(right, places.x[node]!);
    top = Math.min(top, places.y[node]!);
    bottom = Math.max(bottom, places.y[node]!);
  }
  return places.x.length === 0
    ? { left: 0, top: 0, width: 0, height: 0 }
    : { left, top, width: right - left, height: bottom - top };
}
