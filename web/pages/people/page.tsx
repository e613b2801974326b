/** All parties: searched by name, key or address. */
import type { VNode } from 'preact';
import type { PartyRow, PeoplePage as People } from '../../../src/server/shapes/people.ts';
import { useData } from '../../data/use-data.ts';
import { ChoiceFilter, Filters, TextFilter } from '../../parts/filters.tsx';
import { Empty, Loaded } from '../../parts/notice.tsx';
import { Paging } from '../../parts/paging.tsx';
import { Party } from '../../parts/party.tsx';
import { type Column, Table } from '../../parts/table.tsx';
import { dataAddress } from '../../shell/route.ts';
import { useTitle } from '../../shell/title.ts';
import { counted, grouped } from '../../text/number.ts';
import type { PageProps } from '../page.ts';

/** Rows of a part, as the server gives them without a limit. */
const SIZE = 100;

/** How the addresses of a party are held. */
function Held({ row }: { readonly row: PartyRow }): VNode {
  const { certain, probable, possible, weakest } = row;
  const guessed = [
    ...(probable > 0 ? [`${probable} probable`] : []),
    ...(possible > 0 ? [`${possible} possible`] : []),
  ];
  return (
    <>
      {certain}
      {guessed.length > 0 && (
        <span class="grade">
          {' '}
          and {guessed.join(', ')}
          {weakest !== null && `, the weakest by ${weakest.toFixed(1)} bits`}
        </span>
      )}
    </>
  );
}

const COLUMNS: readonly Column<PartyRow>[] = [
  {
    head: 'Name',
    name: '',
    heads: true,
    cell: (row) => <Party party={row} />,
  },
  {
    head: 'Kind',
    name: '',
    cell: ({ kind, named }) => (
      <>
        {kind}
        {named && <span class="grade">, in people.yaml</span>}
      </>
    ),
  },
  { head: 'Addresses that are certain', name: 'addresses', cell: (row) => <Held row={row} /> },
  { head: 'Contacts', name: 'contacts', number: true, cell: ({ contacts }) => grouped(contacts) },
];

/** The list of parties with its filters. */
export function PeoplePage({ query }: PageProps): VNode {
  useTitle('People');
  const asked = useData<People>(dataAddress('/people', query));
  const kinds = asked.data?.kinds ?? [];
  return (
    <>
      <h1>People and addresses</h1>
      <Filters names={['q', 'kind', 'named', 'order', 'offset']} query={query}>
        <TextFilter name="q" label="Name, key or address" type="search" query={query} delay={200} resets={['offset']} />
        <ChoiceFilter
          name="kind"
          label="Kind"
          query={query}
          any="all"
          resets={['offset']}
          options={kinds.map(({ kind, parties }) => ({ value: kind, text: `${kind} (${grouped(parties)})` }))}
        />
        <ChoiceFilter
          name="named"
          label="In people.yaml"
          query={query}
          any="or not"
          resets={['offset']}
          options={[{ value: 'true', text: 'yes' }]}
        />
        <ChoiceFilter
          name="order"
          label="Order"
          query={query}
          any="most contacts first"
          resets={['offset']}
          options={[
            { value: 'name', text: 'by name' },
            { value: 'addresses', text: 'most addresses first' },
          ]}
        />
      </Filters>
      <Loaded asked={asked}>
        {(people) => (
          <>
            <p class="fine" role="status">
              {counted(people.total, 'party', 'parties')}
            </p>
            {people.rows.length === 0 ? (
              <Empty title="Nobody has that name or address.">
                <p>
                  <a href="/people">Show all of them</a>, or write the person into <code>people.yaml</code>.
                </p>
              </Empty>
            ) : (
              <Table caption="Parties" columns={COLUMNS} rows={people.rows} keyOf={({ key }) => key} />
            )}
            <Paging offset={people.offset} total={people.total} shown={people.rows.length} size={SIZE} />
          </>
        )}
      </Loaded>
    </>
  );
}
