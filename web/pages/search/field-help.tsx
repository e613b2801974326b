/** The fields of a query: each can be put into the box with a click. */
import type { VNode } from 'preact';
import type { SearchHelp } from '../../../src/server/shapes/search.ts';
import { useData } from '../../data/use-data.ts';
import { Loaded } from '../../parts/notice.tsx';
import { address } from '../../shell/route.ts';

/** What can be asked, with examples that are links. */
export function SearchFieldHelp({ open }: { readonly open: boolean }): VNode {
  const asked = useData<SearchHelp>('/search/help.json');
  return (
    <details class="field-help no-print" open={open}>
      <summary>What can be asked</summary>
      <Loaded asked={asked} lines={8}>
        {({ fields }) => (
          <dl>
            {fields.map(({ name, text, example }) => (
              <div key={name}>
                <dt>
                  <code>{name}</code>
                </dt>
                <dd>
                  {text} <a href={address('/search', { q: example })}>{example}</a>
                </dd>
              </div>
            ))}
          </dl>
        )}
      </Loaded>
    </details>
  );
}
