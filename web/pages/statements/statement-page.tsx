/** One statement: each of its claims with verdict, scope, contacts and coverage. */
import type { VNode } from 'preact';
import type { StatementPage as Data, WholeClaim } from '../../../src/server/shapes/statements.ts';
import { useData } from '../../data/use-data.ts';
import { Bounds } from '../../parts/bounds.tsx';
import { Copy } from '../../parts/citation.tsx';
import { ContactTable } from '../../parts/contacts.tsx';
import { DefinitionLine } from '../../parts/definition.tsx';
import { Loaded } from '../../parts/notice.tsx';
import { Neighbours } from '../../parts/paging.tsx';
import { Sql } from '../../parts/sql.tsx';
import { Verdict } from '../../parts/verdict.tsx';
import { Written } from '../../parts/written.tsx';
import { useKeys } from '../../shell/keys.ts';
import { navigate } from '../../shell/place.ts';
import { dataAddress } from '../../shell/route.ts';
import { useTitle } from '../../shell/title.ts';
import { grouped } from '../../text/number.ts';
import type { PageProps } from '../page.ts';
import { Scope } from './scope.tsx';
import { Speaker } from './speaker.tsx';
import './statements.css';

function pageOf(id: string | null): string | null {
  return id === null ? null : `/statements/${encodeURIComponent(id)}`;
}

/** One statement whole. */
export function StatementPage({ params }: PageProps): VNode {
  const asked = useData<Data>(dataAddress(`/statements/${encodeURIComponent(params.id!)}`));
  useTitle(`Statement ${params.id}`);
  const previous = pageOf(asked.data?.previous ?? null);
  const next = pageOf(asked.data?.next ?? null);
  useKeys('Statements', [
    { keys: 'j', does: 'next statement', run: () => next !== null && navigate(next) },
    { keys: 'k', does: 'statement before', run: () => previous !== null && navigate(previous) },
  ]);
  return (
    <Loaded asked={asked} title="Statement">
      {(page) => (
        <article>
          <p class="kicker">
            <a href="/statements">Said in public</a>: <Written text={page.id} limit={120} />{' '}
            <Neighbours previous={previous} next={next} what="statement" />
          </p>
          {page.claims.map((claim, at) => (
            <Claim key={at} claim={claim} first={at === 0} />
          ))}
          <Where page={page} />
        </article>
      )}
    </Loaded>
  );
}

function Words({ claim, first }: { readonly claim: WholeClaim; readonly first: boolean }): VNode {
  const words = <Written text={claim.quote === null ? claim.claim : `“${claim.quote}”`} limit={2000} />;
  return first ? <h1>{words}</h1> : <h2>{words}</h2>;
}

function Claim({ claim, first }: { readonly claim: WholeClaim; readonly first: boolean }): VNode {
  const { timing } = claim;
  return (
    <section class="claim">
      <Words claim={claim} first={first} />
      <p>
        <Speaker claim={claim} />, {claim.said}. Coded as: <Written text={claim.claim} limit={600} />
      </p>
      <p class="claim-verdict">
        <Verdict verdict={claim.verdict} text={claim.verdictText} />
        <span class="lead">
          <Written text={claim.why} limit={1000} />.
        </span>
      </p>
      <Scope claim={claim} />
      <dl class="readings">
        <div>
          <dt>Contacts that fall into it</dt>
          <dd>
            <Bounds of={claim.bounds} />
          </dd>
        </div>
        {claim.favourable !== null && (
          <div>
            <dt>in the narrowest reading</dt>
            <dd>
              <Bounds of={claim.favourable} />
            </dd>
          </div>
        )}
        {claim.unfavourable !== null && (
          <div>
            <dt>in the widest reading</dt>
            <dd>
              <Bounds of={claim.unfavourable} />
            </dd>
          </div>
        )}
        <div>
          <dt>before it was said, on that day, after</dt>
          <dd>
            {timing.before}, {timing.sameDay}, {timing.after}
          </dd>
        </div>
      </dl>
      {claim.contacts.length > 0 && (
        <ContactTable
          caption={claim.verdict === 'contradicted' ? 'Contacts that contradict it' : 'Contacts that fall into it'}
          titled
          contacts={claim.contacts}
        />
      )}
      {claim.contactsInAll === 0 ? (
        <p>No contact certainly falls into it.</p>
      ) : (
        <p>
          <a href={`/contacts?${claim.listed}`}>
            {claim.contactsInAll === 1
              ? 'The contact that certainly falls into it, in the list'
              : `All ${grouped(claim.contactsInAll)} that certainly fall into it, in the list`}
          </a>
        </p>
      )}
      <Reserves claim={claim} />
    </section>
  );
}

function Reserves({ claim }: { readonly claim: WholeClaim }): VNode {
  const lines = [claim.coverage, ...claim.missing.map((line) => `Missing: ${line}`), ...claim.caveats].filter(
    (line) => line !== '',
  );
  return (
    <>
      <ul class="fine">
        {lines.map((line) => (
          <li key={line}>
            <Written text={line} limit={800} />
          </li>
        ))}
      </ul>
      <DefinitionLine counted={claim.counted} />
      <Sql sql={claim.sql} />
    </>
  );
}

function Where({ page }: { readonly page: Data }): VNode | null {
  const { where, note } = page;
  if (where === null && note === null) return null;
  return (
    <section>
      <h2 id="where">Where it was said</h2>
      {where !== null && (
        <>
          <p class="fine">
            <Written text={where.place} limit={300} />
            <Copy text={where.place} what="citation" />
          </p>
          {where.text !== '' && (
            <blockquote>
              <Written text={where.text} limit={3000} />
            </blockquote>
          )}
          {where.problems.map((problem) => (
            <p key={problem} class="fine">
              <Written text={problem} limit={400} />
            </p>
          ))}
        </>
      )}
      {note !== null && (
        <p>
          <Written text={note} limit={1000} />
        </p>
      )}
    </section>
  );
}
