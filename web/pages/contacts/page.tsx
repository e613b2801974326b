/** All contacts, or those that the filters leave: the count above, the list below, however long. */
import type { VNode } from 'preact';
import type { ContactsPage as Data } from '../../../src/server/shapes/contact.ts';
import { useData } from '../../data/use-data.ts';
import { ChoiceFilter } from '../../parts/filters.tsx';
import { Empty, ErrorBox, Pending } from '../../parts/notice.tsx';
import { useTitle } from '../../shell/title.ts';
import { counted } from '../../text/number.ts';
import type { PageProps } from '../page.ts';
import { filterQuery } from './asked.ts';
import { ContactList, useAnswered, windowAddress } from './contact-list.tsx';
import { CountLine } from './count-line.tsx';
import { ExportLinks } from './export-links.tsx';
import { ContactFilters } from './filters.tsx';
import './contacts.css';

/** The list of contacts. */
export function ContactsPage({ query }: PageProps): VNode {
  useTitle('Contacts');
  const asked = filterQuery(query);
  const order = query.get('order') === 'newest' ? 'newest' : 'oldest';
  const first = useData<Data>(windowAddress(asked, order, 0));
  const shown = useAnswered(asked, order, first);
  return (
    <>
      <h1>Contacts</h1>
      <ContactFilters query={query} choices={first.data?.choices ?? null} />
      <CountLine asked={asked} />
      <div class="list-tools">
        <p role="status">{shown === null ? ' ' : `${counted(shown.total, 'contact')} in the list`}</p>
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
      ) : shown === null ? (
        <Pending lines={14} />
      ) : shown.total === 0 ? (
        <Empty title="No contact is left by these filters.">
          <p>
            Take a filter away. How far the records reach stands under the count: where they do not, “none” says
            nothing.
          </p>
        </Empty>
      ) : (
        <div class={first.waiting ? 'loaded waiting' : 'loaded'} aria-busy={first.waiting}>
          <ContactList key={shown.key} shown={shown} query={query} />
        </div>
      )}
    </>
  );
}
