/** /network: who with whom, cut to what an eye can hold. */
import { contactsByParty, type Edge, edgesOf } from '../../case/workbench/edges.ts';
import { CHANNELS, type Channel } from '../../model/definition.ts';
import { filtersOf, type PairOf, pairQueries } from '../asking/filters.ts';
import { numberOf } from '../asking/paging.ts';
import type { Desk } from '../desk.ts';
import { dataRoute } from '../http/data.ts';
import type { Asked, Route } from '../http/exchange.ts';
import type { Opened } from '../opened.ts';
import type { NetworkEdge, NetworkNode, NetworkPage } from '../shapes/network.ts';
import { choicesOf } from '../shaping/choices.ts';
import { membersOf, partiesByNumber } from '../shaping/parties.ts';
import { extentOf } from './timeline.ts';

/** Edges that are drawn when nobody says how many, and at most. */
const [EDGES, MOST] = [300, 10_000];

function channelsOf(counts: readonly number[]): { [channel in Channel]?: number } {
  return Object.fromEntries(CHANNELS.flatMap((channel, i) => (counts[i]! > 0 ? [[channel, counts[i]!]] : [])));
}

interface Placed {
  readonly nodes: readonly NetworkNode[];
  readonly placeOf: ReadonlyMap<number, number>;
}

/** Parties of the edges in the order of their keys, so that one question has one picture. */
async function placed(
  opened: Opened,
  edges: readonly Edge[],
  contacts: Int32Array,
  sides: { readonly between: string | null; readonly and: string | null },
): Promise<Placed> {
  const parties = await partiesByNumber(
    opened,
    edges.flatMap(({ a, b }) => [a, b]),
  );
  const [between, and] = [await membersOf(opened, sides.between), await membersOf(opened, sides.and)];
  const ordered = [...parties].sort(([, x], [, y]) => (x.key < y.key ? -1 : x.key > y.key ? 1 : 0));
  return {
    nodes: ordered.map(
      ([no, party]): NetworkNode => ({
        ...party,
        side: between.has(no) ? 'between' : and.has(no) ? 'and' : null,
        contacts: contacts[no] ?? 0,
      }),
    ),
    placeOf: new Map(ordered.map(([no], place) => [no, place])),
  };
}

const pairOf = (a: NetworkNode, b: NetworkNode): PairOf => ({
  a: a.key,
  b: b.key,
  turned: a.side !== 'between' && b.side === 'between',
});

function edgeRow(edge: Edge, { nodes, placeOf }: Placed, queryOf: (pair: PairOf) => string): NetworkEdge {
  const [a, b] = [placeOf.get(edge.a)!, placeOf.get(edge.b)!];
  const { contacts, certain, undisclosed, byA, byB, first, last } = edge;
  return {
    a,
    b,
    contacts,
    certain,
    undisclosed,
    byA,
    byB,
    channels: channelsOf(edge.channels),
    first,
    last,
    listed: queryOf(pairOf(nodes[a]!, nodes[b]!)),
  };
}

async function network(opened: Opened, { query }: Asked): Promise<NetworkPage> {
  const { open, index } = opened;
  const { shown, wanted } = await filtersOf(open, query);
  const roll = await index.roll();
  const [pairs, counts] = [await index.pairs(wanted.frame), await index.counts(wanted)];
  const drawn = counts.order.subarray(0, numberOf(query, 'edges', EDGES, 1, MOST));
  const edges = edgesOf(roll, pairs, counts, drawn);
  const contacts = contactsByParty(pairs, counts);
  const picture = await placed(opened, edges, contacts, wanted.frame);
  const queryOf = pairQueries(shown.query, wanted.frame.between === null);
  const always = await index.chosen({ ...wanted, filters: { ...wanted.filters, from: null, to: null } });
  return {
    asked: shown,
    choices: choicesOf(open),
    nodes: picture.nodes,
    edges: edges.map((edge) => edgeRow(edge, picture, queryOf)),
    cut: {
      edges: edges.length,
      ofEdges: counts.order.length,
      nodes: picture.nodes.length,
      ofNodes: contacts.reduce((nodes, of) => nodes + (of > 0 ? 1 : 0), 0),
      least: edges.at(-1)?.contacts ?? 0,
    },
    extent: extentOf(roll, always),
  };
}

/** The address of the network. */
export function networkRoutes(desk: Desk): Route[] {
  return [dataRoute(desk, '/network', network)];
}
