/** What holds guessed addresses to a party, and what was not taken. */
import type { VNode } from 'preact';
import type { EvidenceLink, PartyPage } from '../../../src/server/shapes/people.ts';
import { type Column, Table } from '../../parts/table.tsx';
import { Written } from '../../parts/written.tsx';

function Lines({ lines }: { readonly lines: readonly string[] }): VNode {
  return (
    <ul class="plain fine">
      {lines.map((line) => (
        <li key={line}>
          <Written text={line} limit={200} />
        </li>
      ))}
    </ul>
  );
}

const SHARED: readonly Column<EvidenceLink>[] = [
  {
    head: 'Addresses',
    name: '',
    heads: true,
    cell: ({ mine, other }) => (
      <>
        <Written text={mine} limit={100} /> <span class="grade">and</span> <Written text={other} limit={100} />
      </>
    ),
  },
  { head: 'Bits', name: 'bits', number: true, cell: ({ bits }) => bits.toFixed(1) },
  { head: 'What speaks for one person', name: '', cell: ({ agreements }) => <Lines lines={agreements} /> },
];

const HELD: readonly Column<EvidenceLink>[] = [
  ...SHARED,
  { head: 'Taken as', name: 'taken as', cell: ({ grade }) => grade ?? '–' },
];

const REJECTED: readonly Column<EvidenceLink>[] = [
  ...SHARED,
  {
    head: 'Why not taken',
    name: '',
    cell: ({ holder, why }) => (
      <>
        {holder !== null && (
          <>
            of <Written text={holder} limit={80} />:{' '}
          </>
        )}
        <Written text={why ?? ''} limit={300} />
      </>
    ),
  },
];

/** Two tables; nothing where nothing was guessed. */
export function Likenesses({ page }: { readonly page: PartyPage }): VNode | null {
  const { held, rejected } = page;
  if (held.length + rejected.length === 0) return null;
  const keyOf = ({ question }: EvidenceLink): string => question;
  return (
    <section>
      <h2 id="likeness">What was guessed</h2>
      <p>
        Settle these under <a href="/review">Review</a>.
      </p>
      {held.length > 0 && <Table caption="Taken, the weakest first" titled columns={HELD} rows={held} keyOf={keyOf} />}
      {rejected.length > 0 && <Table caption="Not taken" titled columns={REJECTED} rows={rejected} keyOf={keyOf} />}
    </section>
  );
}
