/** The network as a table: the same for keyboards, screen readers and paper. */
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { NetworkEdge, NetworkPage } from '../../../src/server/shapes/network.ts';
import { Party } from '../../parts/party.tsx';
import { type Column, Table } from '../../parts/table.tsx';
import { grouped } from '../../text/number.ts';

interface Props {
  readonly data: NetworkPage;
  /** Chooses an edge by its place. */
  readonly onPick: (place: number) => void;
}

const STEP = 50;

/** Pairs, those with most contacts first; more of them on demand. */
export function NetworkTable({ data, onPick }: Props): VNode {
  const [shown, setShown] = useState(STEP);
  const rows = data.edges.slice(0, shown);
  return (
    <section class="network-table">
      <h2>The same as a table</h2>
      <Table
        caption="Pairs of parties with their contacts"
        columns={columnsFor(data, onPick)}
        rows={rows}
        keyOf={({ a, b }) => `${a} ${b}`}
      />
      {data.edges.length > shown && (
        <button type="button" class="quiet" onClick={() => setShown(shown + STEP)}>
          {grouped(Math.min(STEP, data.edges.length - shown))} more of {grouped(data.edges.length - shown)}
        </button>
      )}
    </section>
  );
}

function columnsFor({ nodes }: NetworkPage, onPick: (place: number) => void): Column<NetworkEdge>[] {
  return [
    { head: 'One', name: 'one', heads: true, cell: ({ a }) => <Party party={nodes[a]!} /> },
    { head: 'Other', name: 'other', cell: ({ b }) => <Party party={nodes[b]!} /> },
    {
      head: 'Contacts',
      name: 'contacts',
      number: true,
      cell: ({ contacts, listed }) => <a href={`/contacts?${listed}`}>{grouped(contacts)}</a>,
    },
    { head: 'For certain', name: 'for certain', number: true, cell: ({ certain }) => grouped(certain) },
    { head: 'Undisclosed', name: 'undisclosed', number: true, cell: ({ undisclosed }) => grouped(undisclosed) },
    { head: 'Begun by one', name: 'begun by one', number: true, cell: ({ byA }) => grouped(byA) },
    { head: 'by other', name: 'by other', number: true, cell: ({ byB }) => grouped(byB) },
    {
      head: 'Channels',
      name: 'channels',
      cell: ({ channels }) =>
        Object.entries(channels)
          .map(([channel, count]) => `${channel} ${grouped(count)}`)
          .join(', '),
    },
    {
      head: <span class="heard">In the picture</span>,
      name: '',
      cell: (_, place) => (
        <button type="button" class="quiet small no-print" onClick={() => onPick(place)}>
          show
        </button>
      ),
    },
  ];
}
