/** An end of the time: a field for a day or an event, or in words the instant that was drawn on a chart. */
import type { VNode } from 'preact';
import { offsetsOf } from '../../charts/zone.ts';
import { useZone } from '../../data/case-line.ts';
import { TextFilter } from '../../parts/filters.tsx';
import { setQuery } from '../../shell/place.ts';
import { instantIn } from './asked.ts';

interface Props {
  readonly name: 'from' | 'to';
  readonly label: string;
  readonly query: URLSearchParams;
  readonly offers: readonly { readonly value: string; readonly text: string }[];
  readonly placeholder: string;
}

/** One end. */
export function TimeFilter(props: Props): VNode {
  const offsetAt = offsetsOf(useZone());
  const instant = instantIn(props.query.get(props.name));
  if (instant === null) return <TextFilter {...props} />;
  const text = new Date((instant + offsetAt(instant)) * 1000).toISOString().slice(0, 16).replace('T', ' ');
  return (
    <div class="field">
      <span class="field-name">{props.label}</span>
      <button
        type="button"
        class="quiet instant"
        aria-label={`${props.label} ${text}: take away`}
        onClick={() => setQuery({ [props.name]: null })}
      >
        {text} <span aria-hidden="true">×</span>
      </button>
    </div>
  );
}
