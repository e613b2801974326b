/** Contacts as rows, the same on every page that lists some of them. */
import type { VNode } from 'preact';
import type { ContactRow } from '../../src/server/shapes/contact.ts';
import { Channel } from './channel.tsx';
import { Ends } from './party.tsx';
import { State } from './state.tsx';
import { type Column, Table } from './table.tsx';
import { Time } from './time.tsx';
import { Written } from './written.tsx';

/** Who to whom; of a meeting, who was there. */
export function Who({ contact }: { readonly contact: ContactRow }): VNode {
  const { from, to, moreEnds } = contact;
  return (
    <span class="who">
      {from.length > 0 && (
        <>
          <Ends ends={from} /> <span aria-hidden="true">→</span>
          <span class="heard">to</span>{' '}
        </>
      )}
      <Ends ends={to} more={moreEnds} />
    </span>
  );
}

/** Where a row leads: to the contact, named by its time. */
export function ContactTime({ contact }: { readonly contact: ContactRow }): VNode {
  return (
    <a class="row-link" href={`/contacts/${encodeURIComponent(contact.id)}`}>
      <Time time={contact.time} />
    </a>
  );
}

const COLUMNS: readonly Column<ContactRow>[] = [
  { head: 'When', name: '', heads: true, cell: (contact) => <ContactTime contact={contact} /> },
  {
    head: 'What',
    name: '',
    tight: true,
    cell: ({ channel, duration }) => <Channel channel={channel} duration={duration} />,
  },
  { head: 'Who', name: '', cell: (contact) => <Who contact={contact} /> },
  {
    head: 'Subject',
    name: '',
    isEmpty: ({ subject, flags }) => subject === null && flags.length === 0,
    cell: ({ subject, flags }) => (
      <span class="subject">
        {subject === null ? <span class="grade">none</span> : <Written text={subject} limit={90} />}
        {flags.length > 0 && <span class="grade"> {flags.join(', ')}</span>}
      </span>
    ),
  },
  { head: 'Disclosed?', name: '', tight: true, cell: ({ state }) => <State state={state} /> },
  {
    head: 'Record',
    name: '',
    tight: true,
    cell: ({ record, witnesses }) => (
      <a href={`/records/${encodeURIComponent(record)}`}>{witnesses === 1 ? 'see it' : `see one of ${witnesses}`}</a>
    ),
  },
];

interface Props {
  readonly caption: string;
  readonly titled?: boolean;
  readonly contacts: readonly ContactRow[];
}

/** A short list of contacts. */
export function ContactTable({ caption, titled = false, contacts }: Props): VNode {
  return (
    <Table
      caption={caption}
      titled={titled}
      columns={COLUMNS}
      rows={contacts}
      keyOf={({ id }) => id}
      rowClass={({ certain, grade }) => (certain === false || grade !== 'certain' ? 'unsure' : undefined)}
    />
  );
}
