/** Contacts of a question as edges between parties. Pure. */
import { CHANNELS } from '../../model/definition.ts';
import { CONTACT_STATES } from '../../model/state.ts';
import { CERTAIN, OUTSIDE } from './choose.ts';
import type { Pairs } from './frames.ts';
import type { PairCounts } from './pair-counts.ts';
import type { Roll } from './roll.ts';

const UNDISCLOSED = CONTACT_STATES.indexOf('undisclosed');

/** Contacts of two parties together. */
export interface Edge {
  /** party_no, a the smaller. */
  readonly a: number;
  readonly b: number;
  contacts: number;
  certain: number;
  undisclosed: number;
  byA: number;
  byB: number;
  /** By place in CHANNELS. */
  readonly channels: number[];
  /** Epoch seconds; null: none has a time. */
  first: number | null;
  last: number | null;
}

/** The edges of some pairs. @param shown numbers of pairs */
export function edgesOf(roll: Roll, pairs: Pairs, { passes }: PairCounts, shown: Int32Array): Edge[] {
  const rowOf = new Int32Array(pairs.a.length).fill(-1);
  const edges = Array.from(shown, (pair, i): Edge => {
    rowOf[pair] = i;
    const counts = { contacts: 0, certain: 0, undisclosed: 0, byA: 0, byB: 0 };
    return {
      a: pairs.a[pair]!,
      b: pairs.b[pair]!,
      ...counts,
      channels: CHANNELS.map(() => 0),
      first: null,
      last: null,
    };
  });
  for (let i = 0; i < pairs.rows; i++) {
    if (passes[i] === OUTSIDE) continue;
    const edge = edges[rowOf[pairs.pair[i]!]!];
    if (edge === undefined) continue;
    const place = pairs.place[i]!;
    edge.contacts++;
    if (passes[i] === CERTAIN) edge.certain++;
    if (roll.state[place] === UNDISCLOSED) edge.undisclosed++;
    if ((pairs.begun[i]! & 1) !== 0) edge.byA++;
    if ((pairs.begun[i]! & 2) !== 0) edge.byB++;
    edge.channels[roll.channel[place]!]!++;
    stretch(edge, roll.earliest[place]!, roll.latest[place]!);
  }
  return edges;
}

function stretch(edge: Edge, earliest: number, latest: number): void {
  if (Number.isNaN(earliest) || Number.isNaN(latest)) return;
  edge.first = edge.first === null ? earliest : Math.min(edge.first, earliest);
  edge.last = edge.last === null ? latest : Math.max(edge.last, latest);
}

/** Contacts of each party in a question, by party_no; a contact counts once for a party. */
export function contactsByParty(pairs: Pairs, { passes }: PairCounts): Int32Array {
  let most = -1;
  for (let pair = 0; pair < pairs.b.length; pair++) most = Math.max(most, pairs.b[pair]!);
  const contacts = new Int32Array(most + 1);
  const seen = new Int32Array(most + 1).fill(-1);
  const meet = (party: number, place: number): void => {
    if (seen[party] === place) return; // rows are in the order of places
    seen[party] = place;
    contacts[party]!++;
  };
  for (let i = 0; i < pairs.rows; i++) {
    if (passes[i] === OUTSIDE) continue;
    meet(pairs.a[pairs.pair[i]!]!, pairs.place[i]!);
    meet(pairs.b[pairs.pair[i]!]!, pairs.place[i]!);
  }
  return contacts;
}
