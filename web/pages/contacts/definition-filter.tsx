/** What counts as contact, part by part: each as the case has it, or changed for this view. */
import type { VNode } from 'preact';
import { useId } from 'preact/hooks';
import { setQuery } from '../../shell/place.ts';
import { changedDefinition, definitionPart } from './asked.ts';

interface Part {
  readonly part: string;
  readonly label: string;
  readonly options: readonly (readonly [value: string, text: string])[];
}

const COUNT: readonly (readonly [value: string, text: string])[] = [
  ['true', 'count'],
  ['false', 'do not count'],
];

const PARTS: readonly Part[] = [
  {
    part: 'directness',
    label: 'Nearness',
    options: [
      ['direct,attended', 'direct or attended'],
      ['direct,copied,attended', 'copied too'],
      ['direct,copied,blind,audience,attended', 'everybody addressed'],
    ],
  },
  {
    part: 'reciprocated',
    label: 'One-sided ones',
    options: [
      ['false', 'count'],
      ['true', 'do not count'],
    ],
  },
  {
    part: 'largestAudience',
    label: 'Largest audience',
    options: [
      ['1', 'one'],
      ['5', '5'],
      ['10', '10'],
      ['50', '50'],
      ['1000000', 'any'],
    ],
  },
  { part: 'lists', label: 'Mailing lists', options: COUNT },
  { part: 'automatic', label: 'Automatic mail', options: COUNT },
  { part: 'unanswered', label: 'Unanswered calls', options: COUNT },
  { part: 'scheduled', label: 'Merely planned meetings', options: COUNT },
  { part: 'declined', label: 'Declined meetings', options: COUNT },
  {
    part: 'floor',
    label: 'Evidence',
    options: [
      ['record', 'records alone'],
      ['official-report', 'official reports too'],
      ['any-report', 'any report'],
    ],
  },
];

/** The parts of the definition. */
export function DefinitionFilter({ query }: { readonly query: URLSearchParams }): VNode {
  const id = useId();
  return (
    <fieldset class="field definition-filter">
      <legend>What counts as contact</legend>
      <div class="definition-parts">
        {PARTS.map(({ part, label, options }) => {
          const value = definitionPart(query, part);
          const known = value === null || options.some(([one]) => one === value);
          const change = (to: string): void =>
            setQuery({ definition: changedDefinition(query, part, to === '' ? null : to) });
          return (
            <div key={part} class="field">
              <label for={`${id}-${part}`}>{label}</label>
              <select id={`${id}-${part}`} value={value ?? ''} onChange={(event) => change(event.currentTarget.value)}>
                <option value="">as the case has it</option>
                {options.map(([one, text]) => (
                  <option key={one} value={one}>
                    {text}
                  </option>
                ))}
                {!known && <option value={value}>{value}</option>}
              </select>
            </div>
          );
        })}
      </div>
      <div class="ticks">
        <label class="tick">
          <input
            type="checkbox"
            checked={query.get('all') === 'true'}
            onChange={(event) => setQuery({ all: event.currentTarget.checked ? 'true' : null })}
          />
          <span>every recorded contact, whatever counts</span>
        </label>
      </div>
    </fieldset>
  );
}
