/** All contacts, or those that the filters leave: the count above, the list below, however long. */
import type { VNode } from 'preact';
import { useCallback, useEffect, useMemo, useReducer, useState } from 'preact/hooks';
import type { ContactRow, ContactsPage as Data } from '../../../src/server/shapes/contact.ts';
import { epoch } from '../../data/case-line.ts';
import { type Fault, faultOf } from '../../data/failure.ts';
import { getJson } from '../../data/fetch.ts';
import { useStore } from '../../data/store.ts';
import { useData } from '../../data/use-data.ts';
import { ChoiceFilter } from '../../parts/filters.tsx';
import { Empty, ErrorBox, Pending } from '../../parts/notice.tsx';
import { navigate, setQuery } from '../../shell/place.ts';
import { useTitle } from '../../shell/title.ts';
import { counted } from '../../text/number.ts';
import type { PageProps } from '../page.ts';
import { filterQuery, withQuery } from './asked.ts';
import { CountLine } from './count-line.tsx';
import { ExportLinks } from './export-links.tsx';
import { ContactFilters } from './filters.tsx';
import { LongList } from './long-list.tsx';
import { ContactCells, ContactHeads, contactAddress } from './row.tsx';
import { rowCache, WINDOW } from './row-cache.ts';
import { useNarrow } from './use-narrow.ts';
import './contacts.css';

/** The list of contacts. */
export function ContactsPage({ query }: PageProps): VNode {
  useTitle('Contacts');
  const asked = filterQuery(query);
  const order = query.get('order') === 'newest' ? 'newest' : 'oldest';
  const address = (offset: number): string =>
    `/contacts.json?${filterQuery(query, [], { order, offset, limit: WINDOW })}`;
  const first = useData<Data>(address(0));
  return (
    <>
      <h1>Contacts</h1>
      <ContactFilters query={query} choices={first.data?.choices ?? null} />
      <CountLine asked={asked} />
      <div class="list-tools">
        <p role="status">{first.data === null ? ' ' : `${counted(first.data.total, 'contact')} in the list`}</p>
        <ChoiceFilter
          name="order"
          label="Order"
          query={query}
          any="oldest first"
          options={[{ value: 'newest', text: 'newest first' }]}
        />
        <ExportLinks asked={asked} />
      </div>
      {first.fault !== null ? (
        <ErrorBox fault={first.fault} />
      ) : first.data === null ? (
        <Pending lines={14} />
      ) : first.data.total === 0 ? (
        <Empty title="No contact is left by these filters.">
          <p>
            Take a filter away, or see under the count{' '}
            <a href={withQuery('/contacts', filterQuery(query, ['state']))}>how far the records reach</a>: where they do
            not, “none” says nothing.
          </p>
        </Empty>
      ) : (
        <List key={`${asked} ${order}`} query={query} total={first.data.total} address={address} />
      )}
    </>
  );
}

interface ListProps {
  readonly query: URLSearchParams;
  readonly total: number;
  readonly address: (offset: number) => string;
}

function List({ query, total, address }: ListProps): VNode {
  const { rowAt, want, fault } = useRows(address);
  const narrow = useNarrow();
  const [active, setActive] = useState(() => Math.min(total - 1, Math.max(0, Number(query.get('at')) - 1 || 0)));
  useEffect(() => {
    // The place is part of the address, so that Back and a mailed link come to the same row.
    const timer = setTimeout(() => setQuery({ at: active === 0 ? null : String(active + 1) }, 'replace'), 300);
    return () => clearTimeout(timer);
  }, [active]);
  const move = useCallback((row: number) => setActive(Math.min(Math.max(row, 0), total - 1)), [total]);
  const open = (place: number): void => {
    const row = rowAt(place);
    if (row === null) return;
    setQuery({ at: String(place + 1) }, 'replace');
    navigate(contactAddress(row.id));
  };
  return (
    <>
      {fault !== null && <ErrorBox fault={fault} />}
      <LongList
        label="Contacts"
        one="contact"
        rows={total}
        rowHeight={narrow ? 96 : 40}
        active={active}
        onActive={move}
        onOpen={open}
        onSeen={want}
        head={<ContactHeads />}
        row={(place) => <ContactCells row={rowAt(place)} />}
      />
    </>
  );
}

function useRows(address: (offset: number) => string) {
  const now = useStore(epoch);
  const [fault, setFault] = useState<Fault | null>(null);
  const [, redraw] = useReducer<number, null>((count) => count + 1, 0);
  const cache = useMemo(
    () =>
      rowCache<ContactRow>({
        ask: async (offset, _limit, signal) => (await getJson<Data>(address(offset), signal)).rows,
        onRows: () => {
          setFault(null);
          redraw(null);
        },
        onFault: (error) => setFault(faultOf(error, '/contacts.json')),
      }),
    [address(0), now],
  );
  useEffect(() => () => cache.close(), [cache]);
  return { rowAt: cache.at, want: cache.want, fault };
}
