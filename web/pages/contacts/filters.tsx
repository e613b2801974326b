/** The filters of contacts, on every page that shows contacts. */
import type { VNode } from 'preact';
import type { Choices } from '../../../src/server/shapes/contact.ts';
import { ChoiceFilter, Filters, ManyFilter, partyOffers, TextFilter } from '../../parts/filters.tsx';
import { StateMark, stateWord } from '../../parts/state.tsx';
import { FILTERS } from './asked.ts';
import { DefinitionFilter } from './definition-filter.tsx';
import { TimeFilter } from './time-filter.tsx';
import { useNarrow } from './use-narrow.ts';
import { CONTACT_STATES } from './words.ts';
import './filters.css';

interface Props {
  readonly query: URLSearchParams;
  /** Null until the first answer: the fields are there at once, what they offer comes later. */
  readonly choices: Choices | null;
}

const CHANNEL_OPTIONS = ['mail', 'call', 'text', 'meeting', 'visit', 'report'].map((value) => ({ value, text: value }));

/** Parties, channel, state, time and definition; folded away on a narrow page, where they would fill the first screen. */
export function ContactFilters(props: Props): VNode {
  const narrow = useNarrow();
  if (!narrow) return <Fields {...props} />;
  const some = FILTERS.filter((name) => props.query.has(name)).length;
  return (
    <details class="folded-filters">
      <summary>{some === 0 ? 'Filters' : `Filters (${some})`}</summary>
      <Fields {...props} />
    </details>
  );
}

function Fields({ query, choices }: Props): VNode {
  const offers = choices === null ? [] : partyOffers(choices);
  const days = (choices?.events ?? []).map(({ id, text }) => ({ value: id, text }));
  const windows = (choices?.windows ?? []).map(({ id, text }) => ({ value: id, text }));
  const channels = CHANNEL_OPTIONS.filter(({ value }) => choices?.channels.some((one) => one === value) ?? true);
  return (
    <Filters names={FILTERS} query={query}>
      <TextFilter name="between" label="Between" query={query} offers={offers} placeholder="everybody" />
      <TextFilter name="and" label="and" query={query} offers={offers} placeholder="everybody" />
      <TimeFilter name="from" label="From" query={query} offers={days} placeholder="2030-04 or an event" />
      <TimeFilter name="to" label="To" query={query} offers={days} placeholder="2030-11" />
      <ChoiceFilter name="window" label="Window" query={query} options={windows} any="any time" />
      <ManyFilter name="channel" label="Channel" query={query} options={channels} />
      <details class="more-filters">
        <summary>
          State and definition
          <WhatIsSet query={query} />
        </summary>
        <ManyFilter
          name="state"
          label="State"
          query={query}
          options={CONTACT_STATES.map((value) => ({
            value,
            text: (
              <span class={`state state-${value}`}>
                <StateMark state={value} /> {stateWord(value)}
              </span>
            ),
          }))}
        />
        <DefinitionFilter query={query} />
      </details>
    </Filters>
  );
}

/** What is set under a panel that is folded, so that no filter works unseen. */
function WhatIsSet({ query }: { readonly query: URLSearchParams }): VNode | null {
  const states = (query.get('state') ?? '').split(',').filter((state) => state !== '');
  const changes = query.getAll('definition').length;
  const words = [
    ...states,
    ...(changes > 0 ? [`definition changed (${changes})`] : []),
    ...(query.get('all') === 'true' ? ['everything recorded'] : []),
  ];
  return words.length === 0 ? null : <b class="set">: {words.join(', ')}</b>;
}
