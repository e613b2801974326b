/** Filters: fields that stand for names in the address's query, so that what is filtered can be mailed and reopened. */
import type { ComponentChildren, VNode } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { Choices } from '../../src/server/shapes/contact.ts';
import { setQuery } from '../shell/place.ts';

interface BarProps {
  /** Names that "clear" removes. */
  readonly names: readonly string[];
  readonly query: URLSearchParams;
  readonly children: ComponentChildren;
}

/** The row of filters, with a way back to none. */
export function Filters({ names, query, children }: BarProps): VNode {
  const some = names.some((name) => query.has(name));
  const clear = (): void => setQuery(Object.fromEntries(names.map((name) => [name, null])));
  return (
    <search class="filters" aria-label="Filters">
      {children}
      <button type="button" class="quiet" onClick={clear} disabled={!some}>
        Clear
      </button>
    </search>
  );
}

interface FieldProps {
  /** Name in the query. */
  readonly name: string;
  readonly label: string;
  readonly query: URLSearchParams;
  /** Names that a change removes, such as the place in the list that was filtered before. */
  readonly resets?: readonly string[];
}

/** A change of one name, and of those that only made sense before it. */
function changed(name: string, value: string, resets: readonly string[]): Record<string, string | null> {
  return { ...Object.fromEntries(resets.map((other) => [other, null])), [name]: value };
}

interface TextProps extends FieldProps {
  /** Offered while one types. */
  readonly offers?: readonly { readonly value: string; readonly text: string }[];
  readonly placeholder?: string;
  readonly type?: 'text' | 'search';
  /** Milliseconds after the last key until it is asked; 0 asks only at Enter or when the field is left. */
  readonly delay?: number;
}

/** A field of words, such as a party or a day. Asks when one stops typing, at once at Enter. */
export function TextFilter({
  name,
  label,
  query,
  resets = [],
  offers,
  placeholder,
  type = 'text',
  delay = 0,
}: TextProps): VNode {
  const asked = query.get(name) ?? '';
  const [text, setText] = useState(asked);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const id = useId();
  useEffect(() => setText(asked), [asked]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const ask = (value: string, how: 'push' | 'replace'): void => {
    clearTimeout(timer.current);
    if (value.trim() !== asked) setQuery(changed(name, value.trim(), resets), how);
  };
  const typed = (value: string): void => {
    setText(value);
    clearTimeout(timer.current);
    if (delay > 0) timer.current = setTimeout(() => ask(value, 'replace'), delay);
  };
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        type={type}
        value={text}
        placeholder={placeholder}
        list={offers === undefined ? undefined : `${id}-offers`}
        autocomplete="off"
        spellcheck={false}
        onInput={(event) => typed(event.currentTarget.value)}
        onChange={(event) => ask(event.currentTarget.value, 'push')}
      />
      {offers !== undefined && (
        <datalist id={`${id}-offers`}>
          {offers.map(({ value, text }) => (
            <option key={value} value={value} label={text} />
          ))}
        </datalist>
      )}
    </div>
  );
}

interface ChoiceProps extends FieldProps {
  readonly options: readonly { readonly value: string; readonly text: string }[];
  /** Text of the option that asks for nothing. */
  readonly any: string;
}

/** One of several. */
export function ChoiceFilter({ name, label, query, resets = [], options, any }: ChoiceProps): VNode {
  const id = useId();
  const asked = query.get(name) ?? '';
  const known = asked === '' || options.some(({ value }) => value === asked);
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select id={id} value={asked} onChange={(event) => setQuery(changed(name, event.currentTarget.value, resets))}>
        <option value="">{any}</option>
        {options.map(({ value, text }) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
        {!known && <option value={asked}>{asked}</option>}
      </select>
    </div>
  );
}

interface ManyProps extends FieldProps {
  readonly options: readonly { readonly value: string; readonly text: ComponentChildren }[];
}

/** Any of several, apart by commas in the query; none ticked means all. */
export function ManyFilter({ name, label, query, resets = [], options }: ManyProps): VNode {
  const asked = (query.get(name) ?? '').split(',').filter((value) => value !== '');
  const toggle = (value: string, on: boolean): void => {
    const next = options.map((option) => option.value).filter((one) => (one === value ? on : asked.includes(one)));
    setQuery(changed(name, next.join(','), resets));
  };
  return (
    <fieldset class="field many">
      <legend>{label}</legend>
      <div class="ticks">
        {options.map(({ value, text }) => (
          <label key={value} class="tick">
            <input
              type="checkbox"
              checked={asked.includes(value)}
              onChange={(event) => toggle(value, event.currentTarget.checked)}
            />
            <span>{text}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** Groups, then people, as a field for a party offers them. */
export function partyOffers(choices: Choices): { readonly value: string; readonly text: string }[] {
  return [
    ...choices.groups.map((group) => ({ value: group, text: 'group' })),
    ...choices.people.map(({ key, name }) => ({ value: key, text: name })),
  ];
}
