/** Search as one types: the newest records first, what was searched marked in them. */
import type { VNode } from 'preact';
import type { SearchPage as Data } from '../../../src/server/shapes/search.ts';
import { useData } from '../../data/use-data.ts';
import { ChoiceFilter } from '../../parts/filters.tsx';
import { Empty, ErrorBox, Pending } from '../../parts/notice.tsx';
import { Written } from '../../parts/written.tsx';
import { useTitle } from '../../shell/title.ts';
import { counted, grouped } from '../../text/number.ts';
import type { PageProps } from '../page.ts';
import { SearchFieldHelp } from './field-help.tsx';
import { Hits } from './hits.tsx';
import { SearchField } from './search-field.tsx';
import './search.css';

/** The search. What is asked stands in the address. */
export function SearchPage({ query }: PageProps): VNode {
  const words = (query.get('q') ?? '').trim();
  useTitle(words === '' ? 'Search' : `Search: ${words.slice(0, 60)}`);
  const ranked = query.get('rank') === 'true';
  const asked = useData<Data>(words === '' ? null : addressOf(words, ranked));
  // A mistake in what is typed belongs under the box; anything else that fails is told where the answer would be.
  const mistake = asked.fault?.at == null ? null : asked.fault;
  return (
    <>
      <h1>Search</h1>
      <SearchField words={words} mistake={mistake} />
      <div class="search-tools">
        <p role="status">
          {words === '' ? 'Words, or a field and a word.' : asked.data === null ? ' ' : <Found data={asked.data} />}
        </p>
        <ChoiceFilter
          name="rank"
          label="Order"
          query={query}
          any="newest first"
          options={[{ value: 'true', text: 'best match first' }]}
        />
      </div>
      <SearchFieldHelp open={words === ''} />
      {words === '' ? null : asked.fault !== null ? (
        mistake === null && <ErrorBox fault={asked.fault} />
      ) : asked.data === null ? (
        <Pending lines={12} what="Searching" />
      ) : (
        <div class={asked.waiting ? 'loaded waiting' : 'loaded'} aria-busy={asked.waiting}>
          {asked.data.hits.length === 0 ? (
            <Nothing data={asked.data} />
          ) : (
            <Hits key={addressOf(words, ranked)} first={asked.data} address={addressOf(words, ranked)} />
          )}
        </div>
      )}
    </>
  );
}

function addressOf(words: string, ranked: boolean): string {
  const query = new URLSearchParams({ q: words });
  if (ranked) query.set('rank', 'true');
  return `/search.json?${query}`;
}

function Found({ data }: { readonly data: Data }): VNode {
  return (
    <>
      {data.atLeast ? `at least ${grouped(data.total)} records` : counted(data.total, 'record')}
      <span class="fine">
        {' '}
        for <Written text={data.understood} limit={200} />
      </span>
    </>
  );
}

function Nothing({ data }: { readonly data: Data }): VNode {
  return (
    <Empty title="No record holds that.">
      {data.coverage.length > 0 && (
        <>
          <p>What was searched, and what could not be:</p>
          <ul>
            {data.coverage.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </>
      )}
      <p>Try fewer words, the beginning of a word with a star (contract*), or another spelling of the name.</p>
    </Empty>
  );
}
