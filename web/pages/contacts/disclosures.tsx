/** Disclosures in a page of contacts or records. */
import type { VNode } from 'preact';
import type { DisclosureRow } from '../../../src/server/shapes/disclosure.ts';
import { Citation } from '../../parts/citation.tsx';
import { Party } from '../../parts/party.tsx';
import { State } from '../../parts/state.tsx';
import { Time } from '../../parts/time.tsx';
import { Written } from '../../parts/written.tsx';

/** Each as a short block: who told what, when it was given, to whom, and where it stands. */
export function Disclosures({ list }: { readonly list: readonly DisclosureRow[] }): VNode {
  return (
    <ul class="disclosures">
      {list.map((row) => (
        <li key={row.id}>
          <Parties list={row.disclosers} /> disclosed {row.channels.length > 0 ? row.channels.join(' or ') : 'contact'}{' '}
          with <Parties list={row.counterparts} />: <Time time={row.time} />
          {row.text !== null && (
            <>
              , “<Written text={row.text} limit={400} />”
            </>
          )}
          <br />
          <span class="fine">
            given {row.given ?? 'on an unknown day'}, to {row.audience}
            {row.capacity !== null && `, covers at most ${row.capacity}`}
          </span>{' '}
          {row.state !== null && <State state={row.state} />}{' '}
          {row.citation === null ? <span class="fine">{row.place}</span> : <Citation cited={row.citation} />}
        </li>
      ))}
    </ul>
  );
}

function Parties({ list }: { readonly list: DisclosureRow['disclosers'] }): VNode {
  if (list.length === 0) return <span class="unsure">somebody who is not named</span>;
  return (
    <>
      {list.map((party, at) => (
        <span key={party.key}>
          {at > 0 && ', '}
          <Party party={party} grade={party.grade} />
          {party.viaOrganisation && <span class="grade"> through the organisation</span>}
        </span>
      ))}
    </>
  );
}
