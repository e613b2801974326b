/** How many contacts of a question each pair of parties has. Pure. */
import { type Filters, type Frame, OUTSIDE, sieved } from './choose.ts';
import type { Pairs } from './frames.ts';
import type { Roll } from './roll.ts';

/** A question's contacts by pair. */
export interface PairCounts {
  /** By the number of the pair. */
  readonly contacts: Int32Array;
  /** Numbers of pairs that have any, those with most contacts first, then by number. */
  readonly order: Int32Array;
  /** By row of the pairs: OUTSIDE, MAY_COUNT or CERTAIN. */
  readonly passes: Uint8Array;
}

/** Counts. One pass over the rows. */
export function pairCounts(roll: Roll, frame: Frame, pairs: Pairs, filters: Filters): PairCounts {
  const passes = new Uint8Array(pairs.rows);
  const contacts = new Int32Array(pairs.a.length);
  const byPlace = sieved(roll, frame, filters);
  for (let row = 0; row < pairs.rows; row++) {
    const value = byPlace[pairs.place[row]!]!;
    if (value === OUTSIDE) continue;
    passes[row] = value;
    contacts[pairs.pair[row]!]!++;
  }
  const order = Int32Array.from(contacts.keys())
    .filter((pair) => contacts[pair]! > 0)
    .sort((x, y) => contacts[y]! - contacts[x]! || x - y);
  return { contacts, order, passes };
}
