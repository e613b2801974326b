/** The list of contacts under one question: rows as they are needed, and the place in the address. */
import type { VNode } from 'preact';
import { useCallback, useEffect, useMemo, useReducer, useRef, useState } from 'preact/hooks';
import type { ContactRow, ContactsPage as Data } from '../../../src/server/shapes/contact.ts';
import { epoch } from '../../data/case-line.ts';
import { type Fault, faultOf } from '../../data/failure.ts';
import { getJson } from '../../data/fetch.ts';
import { useStore } from '../../data/store.ts';
import type { Asked } from '../../data/use-data.ts';
import { ErrorBox } from '../../parts/notice.tsx';
import { navigate, setQuery } from '../../shell/place.ts';
import { placeIn, placeText } from './asked.ts';
import { LongList } from './long-list.tsx';
import { ContactCells, ContactHeads, contactAddress } from './row.tsx';
import { rowCache, WINDOW } from './row-cache.ts';
import { useNarrow } from './use-narrow.ts';

type Order = Data['order'];

/** A question that has been answered: its list stays, paler, until the next one is. */
export interface Shown {
  readonly key: string;
  readonly total: number;
  readonly address: (offset: number) => string;
}

/** The address of one window of rows. @param asked the filters as a query; @param offset its first row */
export function windowAddress(asked: string, order: Order, offset: number): string {
  const query = new URLSearchParams(asked);
  for (const [name, value] of Object.entries({ order, offset, limit: WINDOW })) query.append(name, String(value));
  return `/contacts.json?${query}`;
}

/** The last question that was answered, as a list; null before the first. */
export function useAnswered(asked: string, order: Order, first: Asked<Data>): Shown | null {
  const held = useRef<Shown | null>(null);
  const key = `${asked} ${order}`;
  if (!first.waiting && first.data !== null && (held.current?.key !== key || held.current.total !== first.data.total)) {
    held.current = { key, total: first.data.total, address: (at) => windowAddress(asked, order, at) };
  }
  return held.current;
}

interface Props {
  readonly shown: Shown;
  readonly query: URLSearchParams;
}

/** The rows of an answered question, from the place that the address names. */
export function ContactList({ shown: { key, total, address }, query }: Props): VNode {
  const { rowAt, want, fault } = useRows(address);
  const narrow = useNarrow();
  const [active, setActive] = useState(() => Math.min(total - 1, placeIn(query, key)));
  const note = (row: number): void => setQuery({ at: row === 0 ? null : placeText(row, key) }, 'replace');
  useEffect(() => {
    // The place is part of the address, so that Back and a mailed link come to the same row.
    const timer = setTimeout(() => note(active), 300);
    return () => clearTimeout(timer);
  }, [active]);
  const move = useCallback((row: number) => setActive(Math.min(Math.max(row, 0), total - 1)), [total]);
  const open = (place: number): void => {
    const row = rowAt(place);
    if (row === null) return;
    note(place);
    navigate(contactAddress(row.id));
  };
  return (
    <>
      {fault !== null && <ErrorBox fault={fault} />}
      <p class="print-note fine">
        Printed are at most 200 contacts, from the one that was on the screen on; the export has all of them.
      </p>
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
