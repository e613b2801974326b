/** All contacts of a build as columns in memory, in the order of time: a filter is one pass over them. */
import type { Ledger } from '../../ledger/ledger.ts';
import { NULL_INT } from '../../ledger/ledger.ts';
import { ROLL, ROLL_SAME } from '../../ledger/queries/workbench/roll.ts';

/** No state: no duty and no rule concerns the contact. */
export const NO_STATE = 255;

/** Contacts by their place in the order of their latest instant, then id. */
export interface Roll {
  readonly contacts: number;
  /** contact_no. */
  readonly numbers: Int32Array;
  /** Place of a contact_no; −1 for what is none. */
  readonly placeOf: Int32Array;
  /** Epoch seconds UTC; NaN: unknown. */
  readonly earliest: Float64Array;
  readonly latest: Float64Array;
  /** Place in CHANNELS. */
  readonly channel: Uint8Array;
  /** Place in CONTACT_STATES by the headline rule, or NO_STATE. */
  readonly state: Uint8Array;
  /** Places of contacts that may be the same event as the one of a place. */
  readonly same: ReadonlyMap<number, readonly number[]>;
  /** 1 where there are such: asking the map of millions of places would take longer than all else. */
  readonly edged: Uint8Array;
}

interface Columns extends Readonly<{ [column: string]: unknown }> {
  readonly contact_no: Int32Array;
  readonly channel: Int32Array;
  readonly earliest: Float64Array;
  readonly latest: Float64Array;
  readonly state: Int32Array;
}

/** Places by number. */
function placesOf(numbers: Int32Array): Int32Array {
  let most = -1;
  for (let i = 0; i < numbers.length; i++) most = Math.max(most, numbers[i]!);
  const places = new Int32Array(most + 1).fill(-1);
  for (let i = 0; i < numbers.length; i++) places[numbers[i]!] = i;
  return places;
}

function sameOf(a: Int32Array, b: Int32Array, placeOf: Int32Array): Map<number, number[]> {
  const same = new Map<number, number[]>();
  const add = (from: number, to: number): void => {
    const known = same.get(from);
    if (known === undefined) same.set(from, [to]);
    else known.push(to);
  };
  for (let i = 0; i < a.length; i++) {
    const [x, y] = [placeOf[a[i]!] ?? -1, placeOf[b[i]!] ?? -1];
    if (x < 0 || y < 0) continue;
    add(x, y);
    add(y, x);
  }
  return same;
}

/** Reads the roll: some 40 bytes a contact. */
export async function readRoll(ledger: Ledger): Promise<Roll> {
  const columns = await ledger.columns<Columns>(ROLL);
  const edges = await ledger.columns<{ a: Int32Array; b: Int32Array }>(ROLL_SAME);
  const placeOf = placesOf(columns.contact_no);
  const same = sameOf(edges.a, edges.b, placeOf);
  const edged = new Uint8Array(columns.rows);
  for (const place of same.keys()) edged[place] = 1;
  return {
    contacts: columns.rows,
    numbers: columns.contact_no,
    placeOf,
    earliest: columns.earliest,
    latest: columns.latest,
    channel: Uint8Array.from(columns.channel),
    state: Uint8Array.from(columns.state, (state) => (state === NULL_INT ? NO_STATE : state)),
    same,
    edged,
  };
}
