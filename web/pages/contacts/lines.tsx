/** A few contacts as a table: those that compete with one, or may be the same. */
import type { VNode } from 'preact';
import type { ContactRow } from '../../../src/server/shapes/contact.ts';
import { State } from '../../parts/state.tsx';
import { type Column, Table } from '../../parts/table.tsx';
import { Time } from '../../parts/time.tsx';
import { Written } from '../../parts/written.tsx';
import { contactAddress, Who } from './row.tsx';

interface Props {
  readonly caption: string;
  readonly rows: readonly ContactRow[];
  /** A last column, such as why a row is here. */
  readonly besides?: (row: ContactRow, place: number) => string;
}

const COLUMNS: readonly Column<ContactRow>[] = [
  {
    head: 'When',
    name: 'when',
    heads: true,
    cell: ({ id, time }) => (
      <a href={contactAddress(id)}>
        <Time time={time} />
      </a>
    ),
  },
  { head: 'By', name: 'by', cell: ({ channel }) => channel },
  { head: 'Who with whom', name: 'who', cell: (row) => <Who row={row} /> },
  { head: 'About', name: 'about', cell: ({ subject }) => subject !== null && <Written text={subject} limit={120} /> },
  { head: 'State', name: 'state', tight: true, cell: ({ state }) => <State state={state} /> },
];

/** Contacts, every one of them drawn: for tens of rows. */
export function ContactLines({ caption, rows, besides }: Props): VNode {
  const columns = besides === undefined ? COLUMNS : [...COLUMNS, { head: 'Why', name: 'why', cell: besides }];
  return (
    <Table
      caption={caption}
      columns={columns}
      rows={rows}
      keyOf={({ id }) => id}
      rowClass={({ certain }) => (certain === false ? 'unsure' : undefined)}
    />
  );
}
