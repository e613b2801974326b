/** How a contact is known: its witnesses, what tells of it, and who was in touch with whom, address by address. */
import type { VNode } from 'preact';
import type { ContactPage as Data, LinkLine } from '../../../src/server/shapes/contact.ts';
import { Citations } from '../../parts/citation.tsx';
import { Party } from '../../parts/party.tsx';
import { type Column, Table } from '../../parts/table.tsx';
import { Written } from '../../parts/written.tsx';

const LINK_COLUMNS: readonly Column<LinkLine>[] = [
  { head: 'From', name: 'from', heads: true, cell: (link) => <Party party={link.from} grade={link.grade} /> },
  { head: 'Address', name: 'address', cell: (link) => <Written text={link.fromAddress} limit={80} /> },
  { head: 'To', name: 'to', cell: (link) => <Party party={link.to} grade={link.grade} /> },
  { head: 'Address', name: 'address', cell: (link) => <Written text={link.toAddress} limit={80} /> },
  { head: 'How near', name: 'how near', cell: (link) => `${link.directness}${link.answered ? ', answered' : ''}` },
];

/** Both sections of a contact's page. */
export function Known({ data }: { readonly data: Data }): VNode {
  return (
    <>
      <h2>How it is known</h2>
      <p>
        {data.knownBy}
        {data.knownBy.endsWith('.') ? '' : '.'}
      </p>
      <Citations list={data.witnesses} />
      {data.witnesses.length > 1 && (
        <p class="fine">
          Taken for one contact by the rule “{data.rule}”: {data.ruleText}
        </p>
      )}
      {data.told.length > 0 && (
        <ul>
          {data.told.map((line) => (
            <li key={line}>
              <Written text={line} limit={500} />
            </li>
          ))}
        </ul>
      )}
      <h2>Who with whom, address by address</h2>
      <Table
        caption="Links of the contact"
        columns={LINK_COLUMNS}
        rows={data.links}
        keyOf={(link, place) => `${place} ${link.fromAddress} ${link.toAddress}`}
      />
    </>
  );
}
