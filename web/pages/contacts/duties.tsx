/** What every duty says of a contact, and the disclosure that the matching gave it. */
import type { VNode } from 'preact';
import type { ContactPage as Data, StateLine } from '../../../src/server/shapes/contact.ts';
import { State, StateMark } from '../../parts/state.tsx';
import { type Column, Table } from '../../parts/table.tsx';
import { Written } from '../../parts/written.tsx';
import { Disclosures } from './disclosures.tsx';

const STATE_COLUMNS: readonly Column<StateLine>[] = [
  { head: 'Duty', name: 'duty', heads: true, cell: ({ duty }) => (duty === '' ? 'headline' : <Written text={duty} />) },
  { head: 'Holder', name: 'holder', cell: ({ holder }) => (holder === null ? 'everybody' : <Written text={holder} />) },
  { head: 'Audience', name: 'audience', cell: ({ audience }) => <Written text={audience} /> },
  { head: 'State', name: 'state', tight: true, cell: ({ state }) => <State state={state} /> },
  { head: 'That is', name: '', cell: ({ meaning }) => meaning },
  { head: 'Deadline', name: 'deadline', tight: true, cell: ({ deadline }) => deadline?.slice(0, 10) ?? '–' },
];

/** The section of a contact's page. */
export function Duties({ data }: { readonly data: Data }): VNode {
  return (
    <>
      <h2>Was it disclosed?</h2>
      {data.states.length === 0 ? (
        <p>
          <StateMark state="none" /> No duty and no rule of this case concerns it.
        </p>
      ) : (
        <Table
          caption="State for each duty"
          columns={STATE_COLUMNS}
          rows={data.states}
          keyOf={(state, place) => `${place} ${state.duty} ${state.holder}`}
        />
      )}
      {data.matched.length > 0 ? (
        <>
          <h3>The disclosure that the matching gave it</h3>
          <Disclosures list={data.matched} />
        </>
      ) : (
        <p>No disclosure was matched with it.</p>
      )}
      <p class="fine">{data.heldAgainst}</p>
    </>
  );
}
