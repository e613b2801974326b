/** A disclosure as it stands beside the contacts that it may cover. */
import { Fragment, type VNode } from 'preact';
import type { DisclosedParty, DisclosureRow } from '../../src/server/shapes/disclosure.ts';
import { Citation } from './citation.tsx';
import { Party } from './party.tsx';
import { State } from './state.tsx';
import { Time } from './time.tsx';
import { Written } from './written.tsx';

function Parties({ list }: { readonly list: readonly DisclosedParty[] }): VNode {
  if (list.length === 0) return <span class="unsure">somebody not named</span>;
  return (
    <>
      {list.map((party, at) => (
        <Fragment key={party.key}>
          {at > 0 && ', '}
          <Party party={party} grade={party.grade} />
          {party.viaOrganisation && <span class="grade"> (its organisation is named)</span>}
        </Fragment>
      ))}
    </>
  );
}

/** What it tells, when and to whom it was given, and where it stands. */
export function Disclosure({ disclosure }: { readonly disclosure: DisclosureRow }): VNode {
  const { disclosers, counterparts, time, channels, given, audience, capacity, nil, text, state, place, citation } =
    disclosure;
  return (
    <div class="entry">
      <p>
        <Time time={time} /> {channels.length > 0 && <span>{channels.join(', ')}</span>}
      </p>
      <p>
        <Parties list={disclosers} />
        {nil ? ' declared that there was nothing with ' : ' and '}
        <Parties list={counterparts} />
      </p>
      {text !== null && (
        <p class="fine">
          <Written text={text} limit={300} />
        </p>
      )}
      <p class="fine">
        to <Written text={audience} limit={60} />
        {given !== null && `, given ${given}`}
        {capacity !== null && `, covers at most ${capacity}`} {state !== null && <State state={state} />}
      </p>
      {citation === null ? (
        <p class="fine">
          <Written text={place} limit={200} />
        </p>
      ) : (
        <Citation cited={citation} />
      )}
    </div>
  );
}
