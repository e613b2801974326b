/** One finding: what it says, both sides of it, what contests it, and what was decided. */
import type { VNode } from 'preact';
import type { EvidenceChanged, FindingPage as Finding } from '../../../src/server/shapes/finding.ts';
import { useCaseLine } from '../../data/case-line.ts';
import { useData } from '../../data/use-data.ts';
import { Bounds } from '../../parts/bounds.tsx';
import { Citations, Copy } from '../../parts/citation.tsx';
import { ContactTable } from '../../parts/contacts.tsx';
import { DefinitionLine } from '../../parts/definition.tsx';
import { FindingStatus } from '../../parts/finding.tsx';
import { Loaded } from '../../parts/notice.tsx';
import { Neighbours } from '../../parts/paging.tsx';
import { Sql } from '../../parts/sql.tsx';
import { Written } from '../../parts/written.tsx';
import { useKeys } from '../../shell/keys.ts';
import { navigate } from '../../shell/place.ts';
import { dataAddress } from '../../shell/route.ts';
import { useTitle } from '../../shell/title.ts';
import { leadOf } from '../../text/lead.ts';
import { boundsText } from '../../text/number.ts';
import type { PageProps } from '../page.ts';
import { Settle } from './settle.tsx';
import { Sides } from './sides.tsx';
import './finding.css';

/** Characters of a finding's text that are shown. */
const LONGEST = 3000;

function pageOf(id: string | null): string | null {
  return id === null ? null : `/findings/${encodeURIComponent(id)}`;
}

/** One finding whole. */
export function FindingPage({ params }: PageProps): VNode {
  const asked = useData<Finding>(dataAddress(`/findings/${encodeURIComponent(params.id!)}`));
  useTitle(asked.data === null ? 'Finding' : leadOf(asked.data.finding.text).lead);
  const previous = pageOf(asked.data?.previous ?? null);
  const next = pageOf(asked.data?.next ?? null);
  useKeys('Findings', [
    { keys: 'j', does: 'next finding', run: () => next !== null && navigate(next) },
    { keys: 'k', does: 'finding before', run: () => previous !== null && navigate(previous) },
  ]);
  return (
    <Loaded asked={asked} title="Finding">
      {(page) => (
        <article>
          <p class="kicker">
            <a href={`/findings?detector=${page.finding.detector}`}>{page.finding.detector}</a>: {page.question}{' '}
            <Neighbours previous={previous} next={next} what="finding" />
          </p>
          <div class="finding-top">
            <Says page={page} />
            <Settle finding={page.finding} />
          </div>
          {page.changed !== null && <Changed changed={page.changed} />}
          <Sides finding={page} />
          <Contests page={page} />
          <Rest page={page} />
        </article>
      )}
    </Loaded>
  );
}

function Says({ page }: { readonly page: Finding }): VNode {
  const { finding, knownBy } = page;
  const { lead, rest } = leadOf(finding.text);
  const asOf = useCaseLine()?.asOf ?? '';
  return (
    <div class={finding.grade === 'certain' ? undefined : 'unsure'}>
      <h1>
        <Written text={lead} limit={LONGEST} />
      </h1>
      <p class="figure">
        <Bounds of={finding.bounds} large /> <FindingStatus finding={finding} />
        {finding.grade !== 'certain' && <span class="grade">{finding.grade}</span>}
      </p>
      {rest !== '' && (
        <p>
          <Written text={rest} limit={LONGEST} />
        </p>
      )}
      <p class="fine">
        <Written text={knownBy} limit={1000} />
      </p>
      {page.statements.length > 0 && (
        <p>
          Said in public:{' '}
          {page.statements.map((id, at) => (
            <span key={id}>
              {at > 0 && ', '}
              <a href={`/statements/${encodeURIComponent(id)}`}>
                <Written text={id} limit={80} />
              </a>
            </span>
          ))}
        </p>
      )}
      <DefinitionLine heldAgainst={page.heldAgainst} />
      <p class="fine no-print">
        <code>{finding.id}</code>
        <Copy text={`${finding.text} (${boundsText(finding.bounds)}; ${finding.id}, as of ${asOf})`} what="finding" />
      </p>
    </div>
  );
}

function Changed({ changed }: { readonly changed: EvidenceChanged }): VNode {
  return (
    <section>
      <h2>What it rests on has changed since it was settled</h2>
      <p>
        {changed.before !== null && (
          <>
            Before <Bounds of={changed.before} />,{' '}
          </>
        )}
        now <Bounds of={changed.after} />.
      </p>
      <ul>
        {changed.lines.map((line) => (
          <li key={line}>
            <Written text={line} limit={600} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Contests({ page }: { readonly page: Finding }): VNode | null {
  if (page.contesting.length === 0) return null;
  return (
    <section>
      <h2 id="contested">What contests it</h2>
      <p>
        These contacts could have been meant by the same disclosures; which of them a disclosure means is not
        determined.
      </p>
      <ContactTable caption="Contacts that compete for the same disclosures" contacts={page.contesting} />
    </section>
  );
}

function Rest({ page }: { readonly page: Finding }): VNode {
  return (
    <>
      {page.records.length > 0 && (
        <section>
          <h2 id="records">Records by themselves</h2>
          <Citations list={page.records} />
          {page.recordsInAll > page.records.length && (
            <p class="fine">
              {page.records.length} of {page.recordsInAll} are shown.
            </p>
          )}
        </section>
      )}
      {page.told.length > 0 && (
        <section>
          <h2 id="told">Told of by others</h2>
          <ul>
            {page.told.map((line) => (
              <li key={line}>
                <Written text={line} limit={800} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <section>
        <h2 id="how">How it was found</h2>
        <p class="sheet">{page.doc}</p>
        {Object.keys(page.parameters).length > 0 && (
          <p class="fine">
            Parameters:{' '}
            {Object.entries(page.parameters)
              .map(([name, value]) => `${name} ${value}`)
              .join(', ')}
          </p>
        )}
        <Sql sql={page.sql} />
      </section>
    </>
  );
}
