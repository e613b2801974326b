/** The count of the question that is asked, with its bounds: it changes as one filters. */
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { ContactsCount, ContactsCoverage } from '../../../src/server/shapes/contact.ts';
import { type Asked, useData } from '../../data/use-data.ts';
import { Bounds } from '../../parts/bounds.tsx';
import { DefinitionLine } from '../../parts/definition.tsx';
import { ErrorBox } from '../../parts/notice.tsx';
import { State } from '../../parts/state.tsx';
import { setQuery } from '../../shell/place.ts';
import { grouped } from '../../text/number.ts';
import { withQuery } from './asked.ts';
import './count-line.css';

interface Props {
  /** The filters, as `filterQuery` gives them. */
  readonly asked: string;
}

/** How many, of which undisclosed; by state; why not more; what was counted; how far the records reach. */
export function CountLine({ asked }: Props): VNode {
  const count = useData<ContactsCount>(withQuery('/contacts/count.json', asked));
  const [opened, setOpened] = useState(false);
  return (
    <section class="count-line" aria-label="Count">
      <Figures count={count} />
      <details class="count-more" open={opened} onToggle={(event) => setOpened(event.currentTarget.open)}>
        <summary>What was counted, and how far the records reach</summary>
        {opened && count.data !== null && count.fault === null && <Behind count={count.data} asked={asked} />}
      </details>
    </section>
  );
}

function Figures({ count }: { readonly count: Asked<ContactsCount> }): VNode {
  if (count.fault !== null) return <ErrorBox fault={count.fault} />;
  const { data } = count;
  return (
    <div class={count.waiting ? 'figures waiting' : 'figures'} role="status" aria-busy={count.waiting}>
      <p class="figure">
        {data === null ? <span class="count large">…</span> : <Bounds of={data.contacts} large />}
        <span class="figure-name">contacts</span>
      </p>
      {data?.undisclosed === null ? (
        <p class="figure-missing fine">
          What is undisclosed is counted once “Between” says whose disclosures it is about.
        </p>
      ) : (
        <p class="figure">
          {data === null ? <span class="count large">…</span> : <Bounds of={data.undisclosed} large />}
          <span class="figure-name">undisclosed</span>
        </p>
      )}
      <ul class="figure-states" aria-label="Contacts that may count, by state">
        {(data?.states ?? []).map(({ state, contacts }) => (
          <li key={state}>
            <button type="button" class="plain" onClick={() => setQuery({ state })}>
              <State state={state} /> <span class="number">{grouped(contacts)}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Behind({ count, asked }: { readonly count: ContactsCount; readonly asked: string }): VNode {
  // Asked for only when somebody looks: it takes longer than the count.
  const reach = useData<ContactsCoverage>(withQuery('/contacts/coverage.json', asked));
  const { min, max } = count.contacts;
  return (
    <>
      <DefinitionLine counted={count.asked.counted} heldAgainst={count.heldAgainst} />
      {reach.fault !== null ? (
        <ErrorBox fault={reach.fault} />
      ) : (
        <div class="fine" aria-busy={reach.waiting}>
          {reach.data !== null && reach.data.reasons.length > 0 && (
            <p>
              Between {grouped(min)} and {grouped(max)}: {reach.data.reasons.join('; ')}.
            </p>
          )}
          {(reach.data?.sentences ?? ['…']).map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </div>
      )}
    </>
  );
}
