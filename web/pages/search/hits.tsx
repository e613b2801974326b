/** What was found, a page after the other. */
import { Fragment, type VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { PartyName } from '../../../src/server/shapes/party.ts';
import type { SearchHit, SearchPage, SnippetPiece } from '../../../src/server/shapes/search.ts';
import { type Fault, faultOf } from '../../data/failure.ts';
import { getJson } from '../../data/fetch.ts';
import { ErrorBox } from '../../parts/notice.tsx';
import { Party } from '../../parts/party.tsx';
import { Time } from '../../parts/time.tsx';
import { Written } from '../../parts/written.tsx';
import { useKeys } from '../../shell/keys.ts';
import { navigate } from '../../shell/place.ts';

interface Props {
  readonly first: SearchPage;
  /** Of the first page: further ones have a cursor besides. */
  readonly address: string;
}

/** The list of records, with keys. */
export function Hits({ first, address }: Props): VNode {
  const { hits, cursor, more, fault } = usePages(first, address);
  const [active, setActive] = useState(-1);
  const list = useRef<HTMLOListElement>(null);
  const move = (to: number): void => {
    const next = Math.min(Math.max(to, 0), hits.length - 1);
    setActive(next);
    list.current?.children[next]?.scrollIntoView({ block: 'nearest' });
  };
  useKeys('Found records', [
    { keys: 'j', does: 'next record', run: () => move(active + 1) },
    { keys: 'k', does: 'record before', run: () => move(active - 1) },
    {
      keys: 'Enter',
      does: 'open the record',
      run: () => hits[active] !== undefined && navigate(`/records/${encodeURIComponent(hits[active].record)}`),
    },
  ]);
  return (
    <>
      <ol class="hits" ref={list}>
        {hits.map((hit, place) => (
          <li key={hit.record} class={place === active ? 'hit active' : 'hit'}>
            <Hit hit={hit} />
          </li>
        ))}
      </ol>
      {fault !== null && <ErrorBox fault={fault} />}
      {cursor !== null && (
        <button type="button" class="quiet no-print" onClick={more}>
          More
        </button>
      )}
    </>
  );
}

function usePages(first: SearchPage, address: string) {
  const [later, setLater] = useState<readonly SearchPage[]>([]);
  const [fault, setFault] = useState<Fault | null>(null);
  const abort = useRef<AbortController | null>(null);
  useEffect(() => () => abort.current?.abort(), []);
  useEffect(() => setLater([]), [first]);
  const pages = [first, ...later];
  const cursor = pages.at(-1)!.cursor;
  const more = (): void => {
    if (cursor === null) return;
    abort.current?.abort();
    const mine = new AbortController();
    abort.current = mine;
    getJson<SearchPage>(`${address}&cursor=${encodeURIComponent(cursor)}`, mine.signal).then(
      (page) => {
        setFault(null);
        setLater((before) => [...before, page]);
      },
      (error: unknown) => {
        if (!mine.signal.aborted) setFault(faultOf(error, address));
      },
    );
  };
  return { hits: pages.flatMap((page) => page.hits), cursor, more, fault };
}

function Hit({ hit }: { readonly hit: SearchHit }): VNode {
  return (
    <>
      <a class="hit-title" href={`/records/${encodeURIComponent(hit.record)}`}>
        <Title hit={hit} />
      </a>
      <span class="hit-time">
        <Time time={hit.time} />
        {hit.isDoubtful && <span class="grade"> doubtful</span>}
      </span>
      <span class="hit-who fine">
        {hit.channel}: <Names list={hit.from} />
        {hit.to.length > 0 && ' → '}
        <Names list={hit.to} />
        {hit.moreTo > 0 && ` and ${hit.moreTo} more`}
        {' · '}
        <Written text={hit.source} limit={120} />
      </span>
      {hit.isGone && (
        <span class="hit-snippet unsure">Its source is gone or has changed: nothing of it can be shown.</span>
      )}
      {hit.snippet.length > 0 && (
        <span class="hit-snippet">
          {hit.foundIn === 'attachment' && <span class="fine">in an attachment: </span>}
          <Pieces list={hit.snippet} />
        </span>
      )}
      {hit.attachments.map((name, at) => (
        <span key={at} class="hit-snippet">
          <span class="fine">attached: </span>
          <Pieces list={name} />
        </span>
      ))}
    </>
  );
}

function Title({ hit }: { readonly hit: SearchHit }): VNode {
  if (hit.markedSubject.length > 0) return <Pieces list={hit.markedSubject} />;
  if (hit.subject === null || hit.subject.text === '') return <>{hit.channel} without a subject</>;
  return <Written text={hit.subject} limit={140} />;
}

/** A passage with what was searched marked in it. */
function Pieces({ list }: { readonly list: readonly SnippetPiece[] }): VNode {
  return (
    <>
      {list.map(({ text, mark }, at) =>
        mark ? (
          <mark key={at}>
            <Written text={text} />
          </mark>
        ) : (
          <Written key={at} text={text} />
        ),
      )}
    </>
  );
}

/** Whoever has no party of the case has no page either. */
function Names({ list }: { readonly list: readonly PartyName[] }): VNode {
  return (
    <>
      {list.map((party, at) => (
        <Fragment key={`${party.key} ${party.name}`}>
          {at > 0 && ', '}
          <Party party={party} link={party.key !== ''} />
        </Fragment>
      ))}
    </>
  );
}
