/** Addresses of a party: from when to when, how sure, and how that is known. */
import type { VNode } from 'preact';
import type { AliasRow, WrittenName } from '../../../src/server/shapes/people.ts';
import { Citation } from '../../parts/citation.tsx';
import { Marks } from '../../parts/party.tsx';
import { type Column, Table } from '../../parts/table.tsx';
import { Written } from '../../parts/written.tsx';
import { grouped } from '../../text/number.ts';

function held({ from, to }: AliasRow): string {
  if (from === null && to === null) return 'always';
  return `${from ?? '…'} to ${to ?? '…'}`;
}

/** Names that stand beside an address, most frequent first, each with the first record that has it so. */
export function WrittenNames({ names }: { readonly names: readonly WrittenName[] }): VNode {
  return (
    <ul class="plain">
      {names.map(({ text, times, citation }) => (
        <li key={text}>
          <Written text={text} limit={80} /> <span class="grade">{grouped(times)}×</span>
          {citation !== null && (
            <details class="fine">
              <summary>first</summary>
              <Citation cited={citation} />
            </details>
          )}
        </li>
      ))}
    </ul>
  );
}

const COLUMNS: readonly Column<AliasRow>[] = [
  {
    head: 'Address',
    name: '',
    heads: true,
    cell: ({ address, marks, kind }) => (
      <>
        <Written text={address} limit={120} />
        {marks.length > 0 && <Marks marks={marks} />}
        <span class="grade"> {kind}</span>
      </>
    ),
  },
  { head: 'Theirs', name: 'theirs', tight: true, cell: held },
  {
    head: 'How sure, and why',
    name: '',
    cell: ({ grade, basis, why }) => (
      <>
        {grade}
        <span class="grade">
          {' '}
          by {basis}
          {why !== null && (
            <>
              : <Written text={why} limit={300} />
            </>
          )}
        </span>
      </>
    ),
  },
  {
    head: 'Records',
    name: 'records',
    number: true,
    cell: ({ records }) => grouped(records),
  },
  {
    head: 'Seen',
    name: 'seen',
    tight: true,
    cell: ({ first, last }) => (first === null ? '–' : first === last ? first : `${first} to ${last ?? '…'}`),
  },
  {
    head: 'Written as',
    name: 'written as',
    isEmpty: ({ names }) => names.length === 0,
    cell: ({ names }) => <WrittenNames names={names} />,
  },
];

/** All addresses of one party. */
export function Aliases({ aliases }: { readonly aliases: readonly AliasRow[] }): VNode {
  return (
    <Table
      caption="Addresses of this party"
      columns={COLUMNS}
      rows={aliases}
      keyOf={({ kind, address, from }) => `${kind} ${address} ${from ?? ''}`}
      rowClass={({ grade }) => (grade === 'certain' ? undefined : 'unsure')}
    />
  );
}
