/** Bins of pairs by time as typed arrays: what a picture is drawn from sixty times a second. */

/** The part of an answer that the picture needs (see TimelineBins). */
export interface BinLists {
  readonly edges: readonly number[];
  readonly cells: {
    readonly pair: readonly number[];
    readonly bin: readonly number[];
    readonly contacts: readonly number[];
    readonly certain: readonly number[];
    readonly undisclosed: readonly number[];
  };
  readonly all: {
    readonly contacts: readonly number[];
    readonly certain: readonly number[];
    readonly undisclosed: readonly number[];
  };
}

/** Cells that are not empty, row after row; row r has those from `start[r]` up to `start[r + 1]`, in order of their bins. */
export interface Cells {
  readonly rows: number;
  /** Instants at which bins begin, and the end of the last. */
  readonly edges: Float64Array;
  readonly start: Uint32Array;
  readonly bin: Uint32Array;
  readonly contacts: Uint32Array;
  readonly certain: Uint32Array;
  readonly undisclosed: Uint32Array;
}

/** The cells of the pairs. Lists that are not in order are put in order; cells outside of rows and bins are left out. */
export function cellsOf(lists: BinLists, rows: number): Cells {
  const { pair, bin, contacts, certain, undisclosed } = lists.cells;
  const bins = lists.edges.length - 1;
  const order = Array.from(pair.keys())
    .filter((cell) => pair[cell]! < rows && bin[cell]! < bins)
    .sort((one, other) => pair[one]! - pair[other]! || bin[one]! - bin[other]!);
  const start = new Uint32Array(rows + 1);
  for (const cell of order) start[pair[cell]! + 1]! += 1;
  for (let row = 0; row < rows; row++) start[row + 1]! += start[row]!;
  return {
    rows,
    edges: Float64Array.from(lists.edges),
    start,
    bin: Uint32Array.from(order, (cell) => bin[cell]!),
    contacts: Uint32Array.from(order, (cell) => contacts[cell]!),
    certain: Uint32Array.from(order, (cell) => certain[cell]!),
    undisclosed: Uint32Array.from(order, (cell) => undisclosed[cell]!),
  };
}

/** All pairs together as a single row of cells. */
export function totalsOf(lists: BinLists): Cells {
  const { contacts, certain, undisclosed } = lists.all;
  const bin = Array.from(contacts.keys()).filter((at) => contacts[at]! > 0);
  return cellsOf(
    {
      ...lists,
      cells: {
        pair: bin.map(() => 0),
        bin,
        contacts: bin.map((at) => contacts[at]!),
        certain: bin.map((at) => certain[at]!),
        undisclosed: bin.map((at) => undisclosed[at]!),
      },
    },
    1,
  );
}

/** The bin in which an instant lies, or null outside of all of them. */
export function binAt(edges: Float64Array, time: number): number | null {
  if (!(time >= edges[0]! && time < edges.at(-1)!)) return null;
  let [low, high] = [0, edges.length - 2];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (edges[middle]! <= time) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The cell of a row in a bin, as its place in the lists; null where it is empty. */
export function cellAt(cells: Cells, row: number, bin: number): number | null {
  const place = firstCell(cells, row, bin);
  return place < cells.start[row + 1]! && cells.bin[place] === bin ? place : null;
}

/** The first cell of a row that is not before a bin; the end of the row where none is. */
export function firstCell(cells: Cells, row: number, bin: number): number {
  let [low, high] = [cells.start[row]!, cells.start[row + 1]!];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (cells.bin[middle]! < bin) low = middle + 1;
    else high = middle;
  }
  return low;
}
