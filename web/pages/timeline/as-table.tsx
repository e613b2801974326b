/** The chart as a table: each pair with what is seen of it now. */
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { TimelinePair } from '../../../src/server/shapes/timeline.ts';
import type { TimeView } from '../../charts/view.ts';
import { Party } from '../../parts/party.tsx';
import { type Column, Table } from '../../parts/table.tsx';
import { grouped } from '../../text/number.ts';
import type { ShownBins } from './use-bins.ts';

interface Sums {
  readonly pair: TimelinePair;
  readonly contacts: number;
  readonly certain: number;
  readonly undisclosed: number;
}

const COLUMNS: readonly Column<Sums>[] = [
  {
    head: 'Pair',
    name: 'pair',
    heads: true,
    cell: ({ pair }) => (
      <>
        <Party party={pair.a} /> – <Party party={pair.b} />
      </>
    ),
  },
  { head: 'In what is seen', name: 'in what is seen', number: true, cell: ({ contacts }) => grouped(contacts) },
  { head: 'For certain', name: 'for certain', number: true, cell: ({ certain }) => grouped(certain) },
  { head: 'Undisclosed', name: 'undisclosed', number: true, cell: ({ undisclosed }) => grouped(undisclosed) },
  {
    head: 'In all',
    name: 'in all',
    number: true,
    cell: ({ pair }) => <a href={`/contacts?${pair.listed}`}>{grouped(pair.contacts)}</a>,
  },
];

/** Sums over the bins that are seen; made only while somebody looks at them. */
export function AsTable({ shown, seen }: { readonly shown: ShownBins | null; readonly seen: TimeView }): VNode {
  const [open, setOpen] = useState(false);
  return (
    <details class="as-table" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>The same as a table</summary>
      {open && shown !== null && (
        <Table
          caption="Contacts of each pair in the time that is seen"
          columns={COLUMNS}
          rows={shown.answer.pairs.map((pair, row) => sumsOf(shown, pair, row, seen))}
          keyOf={({ pair }) => `${pair.a.key} ${pair.b.key}`}
        />
      )}
    </details>
  );
}

function sumsOf({ bins: { cells } }: ShownBins, pair: TimelinePair, row: number, seen: TimeView): Sums {
  let [contacts, certain, undisclosed] = [0, 0, 0];
  for (let cell = cells.start[row]!; cell < cells.start[row + 1]!; cell++) {
    const from = cells.edges[cells.bin[cell]!]!;
    const to = cells.edges[cells.bin[cell]! + 1]!;
    if (to <= seen.from || from >= seen.to) continue;
    contacts += cells.contacts[cell]!;
    certain += cells.certain[cell]!;
    undisclosed += cells.undisclosed[cell]!;
  }
  return { pair, contacts, certain, undisclosed };
}
