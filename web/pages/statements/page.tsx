/** What was said in public, and what the records say to it. */
import type { VNode } from 'preact';
import type { ClaimRow, StatementsPage as Statements } from '../../../src/server/shapes/statements.ts';
import { useData } from '../../data/use-data.ts';
import { Bounds } from '../../parts/bounds.tsx';
import { Empty, Loaded } from '../../parts/notice.tsx';
import { type Column, Table } from '../../parts/table.tsx';
import { Verdict } from '../../parts/verdict.tsx';
import { Written } from '../../parts/written.tsx';
import { useTitle } from '../../shell/title.ts';
import { Speaker } from './speaker.tsx';
import './statements.css';

type Told = Statements['told'][number];

const CLAIMS: readonly Column<ClaimRow>[] = [
  {
    head: 'What was said',
    name: '',
    heads: true,
    cell: (claim) => (
      <>
        <a href={`/statements/${encodeURIComponent(claim.statement)}`}>
          <Written text={claim.quote === null ? claim.claim : `“${claim.quote}”`} limit={500} />
        </a>
        <p class="fine">
          <Speaker claim={claim} />, {claim.said}
        </p>
        {claim.quote !== null && (
          <p class="fine">
            Coded as: <Written text={claim.claim} limit={400} />
          </p>
        )}
      </>
    ),
  },
  {
    head: 'What the records say',
    name: '',
    cell: (claim) => (
      <>
        <Verdict verdict={claim.verdict} text={claim.verdictText} />
        <p class="says">
          <Written text={claim.why} limit={800} />
        </p>
      </>
    ),
  },
  { head: 'Contacts in it', name: 'contacts in it', number: true, cell: ({ bounds }) => <Bounds of={bounds} /> },
];

const TOLD: readonly Column<Told>[] = [
  { head: 'Told', name: '', heads: true, cell: ({ sentence }) => <Written text={sentence} limit={500} /> },
  { head: 'By', name: 'by', cell: ({ teller }) => <Written text={teller} limit={80} /> },
  { head: 'Verdict', name: '', cell: ({ verdict }) => verdict },
  { head: 'Recorded', name: 'recorded', number: true, cell: ({ recorded }) => <Bounds of={recorded} /> },
];

/** All claims and told numbers. */
export function StatementsPage(): VNode {
  useTitle('Statements');
  const asked = useData<Statements>('/statements.json');
  return (
    <>
      <h1>Said in public</h1>
      <Loaded asked={asked}>
        {({ claims, told }) => (
          <>
            {claims.length === 0 ? (
              <Empty title="No statement is written down in this case.">
                <p>
                  Write what was said, by whom and when, into <code>statements.yaml</code>, or try one in a terminal:{' '}
                  <code>backchannel check no contact between A and B</code>.
                </p>
              </Empty>
            ) : (
              <Table
                caption="Claims and verdicts"
                columns={CLAIMS}
                rows={claims}
                keyOf={({ statement, part }) => `${statement} ${part ?? ''}`}
              />
            )}
            {told.length > 0 && (
              <>
                <h2 id="told">Numbers that were told</h2>
                <Table
                  caption="Told numbers beside the records"
                  columns={TOLD}
                  rows={told}
                  keyOf={({ id }, at) => `${id} ${at}`}
                />
              </>
            )}
          </>
        )}
      </Loaded>
    </>
  );
}
