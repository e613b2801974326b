/** Assignment of rows to columns of least cost. */

/** Costs are far below this; a pair that must not be. */
export const FORBIDDEN: number = 2 ** 40;

/**
 * A one-to-one assignment with as many allowed pairs as there can be and, of those, one of least cost: the Hungarian
 * method by shortest augmenting paths (Kuhn 1955; Jonker and Volgenant 1987), O(n³).
 * @param cost rows × columns, whole numbers from 0; FORBIDDEN or more for pairs that must not be
 * @returns the column of each row; −1 for none. The same input gives the same answer.
 */
export function assign(cost: readonly (readonly number[])[]): number[] {
  const rows = cost.length;
  const columns = cost[0]?.length ?? 0;
  if (rows === 0 || columns === 0) return new Array<number>(rows).fill(-1);
  const size = Math.max(rows, columns);
  const at = (r: number, c: number): number => Math.min(cost[r - 1]?.[c - 1] ?? FORBIDDEN, FORBIDDEN);
  const u = new Float64Array(size + 1);
  const v = new Float64Array(size + 1);
  /** Row of each column; column 0 stands for the row that is being placed. */
  const rowOf = new Int32Array(size + 1);
  for (let row = 1; row <= size; row++) augment(row, size, at, u, v, rowOf);
  const out = new Array<number>(rows).fill(-1);
  for (let c = 1; c <= columns; c++) {
    const r = rowOf[c]!;
    if (r >= 1 && r <= rows && at(r, c) < FORBIDDEN) out[r - 1] = c - 1;
  }
  return out;
}

function augment(
  row: number,
  size: number,
  at: (r: number, c: number) => number,
  u: Float64Array,
  v: Float64Array,
  rowOf: Int32Array,
): void {
  const least = new Float64Array(size + 1).fill(Number.POSITIVE_INFINITY);
  const before = new Int32Array(size + 1);
  const done = new Uint8Array(size + 1);
  rowOf[0] = row;
  let column = 0;
  do {
    done[column] = 1;
    const r = rowOf[column]!;
    let step = Number.POSITIVE_INFINITY;
    let next = 0;
    for (let c = 1; c <= size; c++) {
      if (done[c] === 1) continue;
      const reduced = at(r, c) - u[r]! - v[c]!;
      if (reduced < least[c]!) {
        least[c] = reduced;
        before[c] = column;
      }
      if (least[c]! < step) {
        step = least[c]!;
        next = c;
      }
    }
    for (let c = 0; c <= size; c++) {
      if (done[c] === 1) {
        u[rowOf[c]!]! += step;
        v[c]! -= step;
      } else least[c]! -= step;
    }
    column = next;
  } while (rowOf[column] !== 0);
  for (; column !== 0; column = before[column]!) rowOf[column] = rowOf[before[column]!]!;
}
