/** One party: its addresses with dates and evidence, posts, counterparts, and its week. */
import { Fragment, type VNode } from 'preact';
import type { CounterpartRow, PartyPage as Data, TenureRow } from '../../../src/server/shapes/people.ts';
import { useData } from '../../data/use-data.ts';
import { Loaded } from '../../parts/notice.tsx';
import { Marks, Party } from '../../parts/party.tsx';
import { type Column, Table } from '../../parts/table.tsx';
import { Written } from '../../parts/written.tsx';
import { dataAddress } from '../../shell/route.ts';
import { useTitle } from '../../shell/title.ts';
import { counted, grouped } from '../../text/number.ts';
import type { PageProps } from '../page.ts';
import { Aliases } from './aliases.tsx';
import { Likenesses } from './likenesses.tsx';
import { Rhythm } from './rhythm.tsx';
import './people.css';

/** Days from and to, open ends in words. */
function spanWords(from: string | null, to: string | null): string {
  if (from === null && to === null) return 'no dates given';
  if (from === null) return `until ${to}`;
  return to === null ? `since ${from}` : `${from} to ${to}`;
}

const COUNTERPARTS: readonly Column<CounterpartRow>[] = [
  { head: 'With', name: '', heads: true, cell: ({ party }) => <Party party={party} /> },
  {
    head: 'Contacts',
    name: 'contacts',
    number: true,
    cell: ({ contacts, listed }) => <a href={`/contacts?${listed}`}>{grouped(contacts)}</a>,
  },
  {
    head: 'Undisclosed',
    name: 'undisclosed',
    number: true,
    cell: ({ undisclosed }) => (undisclosed === 0 ? '–' : <b>{grouped(undisclosed)}</b>),
  },
  { head: 'By', name: '', cell: ({ channels }) => channels.join(', ') },
  { head: 'From', name: 'from', tight: true, cell: ({ first }) => first ?? '–' },
  { head: 'To', name: 'to', tight: true, cell: ({ last }) => last ?? '–' },
];

/** One party whole. */
export function PartyPage({ params }: PageProps): VNode {
  const asked = useData<Data>(dataAddress(`/people/${encodeURIComponent(params.key!)}`));
  useTitle(asked.data?.party.name ?? 'Party');
  return (
    <Loaded asked={asked} title="Party">
      {(page) => (
        <article>
          <h1>
            <Written text={page.party.name} limit={200} />
            {page.party.marks.length > 0 && <Marks marks={page.party.marks} />}
          </h1>
          <Facts page={page} />
          <h2 id="addresses">Addresses</h2>
          <Aliases aliases={page.aliases} />
          <h2 id="counterparts">In contact with</h2>
          <Counterparts page={page} />
          <Rhythm rhythm={page.rhythm} />
          <Likenesses page={page} />
        </article>
      )}
    </Loaded>
  );
}

function Tenure({ tenure }: { readonly tenure: TenureRow }): VNode {
  return (
    <li>
      {tenure.role !== null && <Written text={`${tenure.role}, `} limit={120} />}
      <Party party={tenure.organisation} /> <span class="grade">{spanWords(tenure.from, tenure.to)}</span>
    </li>
  );
}

function Facts({ page }: { readonly page: Data }): VNode {
  const { party, tenures, groups, note } = page;
  return (
    <div class="facts">
      <p class="kicker">
        {party.kind}
        {party.named ? ', named in people.yaml' : ', found in the records'}
        {groups.length > 0 && (
          <>
            {'; in '}
            {groups.map((group, at) => (
              <Fragment key={group}>
                {at > 0 && ', '}
                <a href={`/contacts?between=${encodeURIComponent(group)}`}>
                  <Written text={group} limit={80} />
                </a>
              </Fragment>
            ))}
          </>
        )}
      </p>
      {tenures.length > 0 && (
        <ul class="plain">
          {tenures.map((tenure, at) => (
            <Tenure key={at} tenure={tenure} />
          ))}
        </ul>
      )}
      {note !== null && (
        <p>
          <Written text={note} limit={800} />
        </p>
      )}
    </div>
  );
}

function Counterparts({ page }: { readonly page: Data }): VNode {
  const { counterparts, counterpartsInAll, listed, party } = page;
  if (counterparts.length === 0) return <p>No record shows a contact.</p>;
  return (
    <>
      <Table
        caption="Who was in contact with this party"
        columns={COUNTERPARTS}
        rows={counterparts}
        keyOf={({ party: other }) => other.key}
      />
      <p class="fine">
        Every recorded contact stands here, whatever counts under the case’s definition; a finding can show fewer.
      </p>
      <p>
        <a href={`/contacts?${listed}`}>All {counted(party.contacts, 'contact')} as a list</a>
        {counterpartsInAll > counterparts.length && (
          <span class="grade">
            , {counterparts.length} of {grouped(counterpartsInAll)} counterparts are shown
          </span>
        )}
      </p>
    </>
  );
}
