/** Contacts of a question in the bins of a timeline, by pair and altogether. Pure. */
import { CONTACT_STATES } from '../../model/state.ts';
import { CERTAIN, type Chosen, OUTSIDE } from './choose.ts';
import type { Pairs } from './frames.ts';
import type { PairCounts } from './pair-counts.ts';
import type { Roll } from './roll.ts';

/** A time that spans more stands in no bin, seconds: nobody could say in which. */
const WIDEST = 366 * 86_400;

const UNDISCLOSED = CONTACT_STATES.indexOf('undisclosed');

/** Contacts of bins: those that may count, those that certainly do, those that are undisclosed. */
export interface BinCounts {
  readonly contacts: Int32Array;
  readonly certain: Int32Array;
  readonly undisclosed: Int32Array;
}

/** What a view of a timeline shows. */
export interface Binned {
  /** By row, then bin: the row of a pair is its place among those that are shown. */
  readonly cells: BinCounts;
  /** By bin, over all pairs; a contact of several pairs once. */
  readonly all: BinCounts;
  /** Contacts in view whose time reaches over several bins: they stand in the bin of their earliest instant. */
  readonly coarse: number;
}

/** Whether a contact has a time that a bin can hold. */
export function isDated({ earliest, latest }: Roll, place: number): boolean {
  return latest[place]! - earliest[place]! <= WIDEST;
}

const countsOf = (size: number): BinCounts => ({
  contacts: new Int32Array(size),
  certain: new Int32Array(size),
  undisclosed: new Int32Array(size),
});

/** The first place whose latest instant is not before some instant; places without a time stand last. */
function firstAfter({ latest, contacts }: Roll, instant: number): number {
  let [low, high] = [0, contacts];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (latest[middle]! < instant) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Finds the bin of rising instants fast: the one before is nearly always it, or its neighbour. */
class Bins {
  readonly #edges: Float64Array;
  #last = 0;

  constructor(edges: Float64Array) {
    this.#edges = edges;
  }

  /** Place of the bin, or −1. */
  of(instant: number): number {
    const edges = this.#edges;
    if (!(instant >= edges[0]! && instant < edges[edges.length - 1]!)) return -1;
    let at = this.#last;
    while (instant < edges[at]!) at--;
    while (instant >= edges[at + 1]!) at++;
    this.#last = at;
    return at;
  }
}

function add(counts: BinCounts, at: number, isCertain: boolean, isUndisclosed: boolean): void {
  counts.contacts[at]!++;
  if (isCertain) counts.certain[at]!++;
  if (isUndisclosed) counts.undisclosed[at]!++;
}

/** Where to look: contacts that end before the view, and those that cannot begin in it, are passed over. */
function reach(roll: Roll, edges: Float64Array): { readonly first: number; readonly end: number } {
  return { first: firstAfter(roll, edges[0]!), end: firstAfter(roll, edges[edges.length - 1]! + WIDEST) };
}

/** All contacts of a question by bin. */
function altogether(roll: Roll, chosen: Chosen, edges: Float64Array): Pick<Binned, 'all' | 'coarse'> {
  const all = countsOf(edges.length - 1);
  const bins = new Bins(edges);
  const { first, end } = reach(roll, edges);
  let coarse = 0;
  for (let i = lowerPlace(chosen.places, first); i < chosen.places.length && chosen.places[i]! < end; i++) {
    const place = chosen.places[i]!;
    if (!isDated(roll, place)) continue;
    const bin = bins.of(roll.earliest[place]!);
    if (bin === -1) continue;
    if (roll.latest[place]! >= edges[bin + 1]!) coarse++;
    add(all, bin, chosen.certain[i] === 1, roll.state[place] === UNDISCLOSED);
  }
  return { all, coarse };
}

/** Where a place stands, or would, in a rising list of places. */
function lowerPlace(places: Int32Array, place: number): number {
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (places[middle]! < place) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Bins of the shown pairs.
 * @param shown numbers of pairs in the order of their rows
 * @param edges instants at which bins begin, and the end of the last
 */
export function binned(
  roll: Roll,
  chosen: Chosen,
  pairs: Pairs,
  { passes }: PairCounts,
  shown: Int32Array,
  edges: Float64Array,
): Binned {
  const bins = edges.length - 1;
  const cells = countsOf(shown.length * bins);
  const rowOf = new Int32Array(pairs.a.length).fill(-1);
  for (let i = 0; i < shown.length; i++) rowOf[shown[i]!] = i;
  const finder = new Bins(edges);
  const { first, end } = reach(roll, edges);
  for (let i = lowerPlace(pairs.place, first); i < pairs.rows && pairs.place[i]! < end; i++) {
    if (passes[i] === OUTSIDE) continue;
    const row = rowOf[pairs.pair[i]!]!;
    const place = pairs.place[i]!;
    if (row === -1 || !isDated(roll, place)) continue;
    const bin = finder.of(roll.earliest[place]!);
    if (bin !== -1) add(cells, row * bins + bin, passes[i] === CERTAIN, roll.state[place] === UNDISCLOSED);
  }
  return { cells, ...altogether(roll, chosen, edges) };
}
